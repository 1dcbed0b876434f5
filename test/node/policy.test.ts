import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { strictPolicy, type Site } from '../../tools/serve.js';
import { launch, rendered, serveDist, serveText, watch } from './browser.js';

/** What is wrong with a policy, as the evaluator of Google's security team sees it; hints for later levels left out. */
function faults(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.HIGH_MAYBE)
    .map(({ directive, description }) => `${directive}: ${description}`);
}

/** The policies in a document: lines that begin with a directive, with the host filled in. */
const policiesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:default|script)-src .*$/gm)].map(([policy]) =>
    policy.replaceAll('YOUR-HOST', 'widgets.example/alliance-elements/'),
  );

describe('a policy that the documents recommend', () => {
  const documents = [
    'README.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
    ...readdirSync('stories').map((name) => `stories/${name}`),
  ].filter((name) => /\.mdx?$/.test(name));

  it('is without fault wherever one stands, and names the two directives of trusted types', () => {
    const found = documents.flatMap((name) => policiesIn(name).map((policy) => [name, policy] as const));
    assert.deepEqual(found.map(([name]) => name).sort(), ['README.md', 'stories/Embedding.mdx']);
    for (const [name, policy] of found) {
      assert.deepEqual(faults(policy), [], name);
      assert.match(policy, /; require-trusted-types-for 'script'; trusted-types alliance-elements$/, name);
    }
  });

  it('is the one that the tests hold the widgets to, and more', () => {
    const [recommended = ''] = policiesIn('README.md');
    const tested = new CspParser(strictPolicy('https://widgets.example/alliance-elements/')).csp.directives;
    for (const [directive, values] of Object.entries(new CspParser(recommended).csp.directives))
      assert.deepEqual(tested[directive], values, directive);
  });

  it('would be found wanting if it were weaker', () => {
    const [policy = ''] = policiesIn('README.md');
    for (const weaker of [
      policy.replace('script-src ', "script-src 'unsafe-inline' "),
      policy.replace('script-src ', "script-src 'unsafe-eval' * "),
      policy.replace("base-uri 'none'; ", '').replace('https://widgets.example', "'nonce-abc123'"),
    ])
      assert.notDeepEqual(faults(weaker), [], weaker);
  });
});

/** A device that says it is in Norwich. */
const norwich = `Object.defineProperty(navigator, 'geolocation', { value: {
  getCurrentPosition: (answer) => answer({ coords: { latitude: 52.628, longitude: 1.296, accuracy: 20 } }),
} })`;
const answered = `document.querySelector('alliance-finder').shadowRoot.querySelector('[role=status]').textContent ===
  'Your location is in the North Alliance.'`;

describe('the widgets work, and violate nothing, under a policy that is', () => {
  let browser: Browser;
  let library: Site;
  before(async () => {
    browser = await launch();
    library = await serveDist();
  });
  after(async () => {
    await browser.close();
    await library.close();
  });

  const policies: Readonly<Record<string, string>> = {
    none: '',
    'typical of old sites': "default-src * 'unsafe-inline' 'unsafe-eval'",
    'a list of hosts': "script-src 'self' LIBRARY; style-src 'self'",
    strict:
      "default-src 'none'; script-src LIBRARY; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
    'strict, with Trusted Types':
      "default-src 'none'; script-src LIBRARY; style-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types alliance-elements",
    'a nonce with strict-dynamic': "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
    'a nonce with strict-dynamic and Trusted Types':
      "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types alliance-elements",
  };
  for (const [name, policy] of Object.entries(policies))
    for (const script of [
      'alliance-elements.js" type="module',
      'alliance-elements.js',
      'alliance-elements.all.classic.js',
    ])
      it(`${name}: ${script.replace('"', '')}`, async () => {
        const tag = `<script nonce="r4nd0m" src="${library.origin}/${script}" crossorigin="anonymous"></script>`;
        const body =
          '<contact-card organisation="RGT"></contact-card><div data-alliance-element="screening-guidance"></div><alliance-finder></alliance-finder>';
        const host = await serveText(
          {
            '/': `<!doctype html><html lang="en"><title>Host</title><body>${body}${tag}`,
          },
          policy.replaceAll('LIBRARY', library.origin),
        );
        const { page, errors, violations } = await watch(browser);
        await page.evaluateOnNewDocument(norwich);
        await page.goto(`${host.origin}/`);
        await page.waitForSelector('screening-guidance');
        await rendered(page);
        // What comes on demand is under the same policy.
        await page.click('alliance-finder >>> [part=where]');
        await page.waitForFunction(answered);
        assert.deepEqual([...errors, ...violations], []);
        await page.close();
        await host.close();
      });
});
