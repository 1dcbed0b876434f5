import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { parse, serializeOuter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Browser, HTTPRequest } from 'puppeteer-core';
import { serveLibrary, servePages, type Site } from '../../tools/serve.js';
import { launch, rendered, tags, watch } from './browser.js';

/** The links, scripts and styles that a page is sent with. */
const headOf = (node: Tree.ParentNode): readonly string[] =>
  node.childNodes.flatMap((child) => {
    if (!('childNodes' in child)) return [];
    return /^(link|script|style)$/.test(child.nodeName) ? [serializeOuter(child)] : headOf(child);
  });

describe('the demonstration page, on another origin than ours and under a strict policy', () => {
  let browser: Browser;
  let library: Site;
  let partner: Site;

  before(async () => {
    browser = await launch();
    library = await serveLibrary('dist');
    partner = await servePages('demo', 'dist', library.origin);
  });
  after(async () => {
    await browser.close();
    await Promise.all([library.close(), partner.close()]);
  });

  it('forbids what the strictest partner forbids', async () => {
    const { headers } = await fetch(`${partner.origin}/`);
    assert.equal(
      headers.get('content-security-policy'),
      `default-src 'none'; script-src ${library.origin}; style-src 'self'; img-src 'self'; connect-src 'none'; ` +
        `require-trusted-types-for 'script'; trusted-types alliance-elements; base-uri 'none'; form-action 'none'`,
    );
    assert.notEqual(library.origin, partner.origin);
  });

  it('shows all ten, with no violation, no error, no warning, and no request but its own and ours', async () => {
    const { page, ...told } = await watch(browser);
    await page.goto(`${partner.origin}/`, { waitUntil: 'networkidle0' });
    await rendered(page);
    const shown = await page.evaluate(
      (names) =>
        names.map(
          (name) => document.querySelector(name)?.shadowRoot?.querySelector('.page')?.textContent?.trim().length ?? 0,
        ),
      tags,
    );
    assert.ok(
      shown.every((length) => length > 200),
      String(shown),
    );
    assert.deepEqual(told.violations, []);
    assert.deepEqual(told.errors, []);
    assert.deepEqual(told.warnings, []);
    const ours = told.requests.filter((url) => url.startsWith(library.origin));
    const theirs = told.requests.filter((url) => url.startsWith(partner.origin));
    assert.equal(ours.length + theirs.length, told.requests.length, told.requests.join('\n'));
    assert.ok(
      ours.every((url) => /\/alliance-elements(\.[\w-]+\.[\w-]+)?\.js$/.test(url)),
      ours.join('\n'),
    );
    await page.close();
  });

  it('asks for 3 files for the first kind of element and 1 for each further kind, in 2 hops', async () => {
    const { page } = await watch(browser);
    const held: HTTPRequest[] = [];
    const asked: string[] = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().startsWith(`${library.origin}/`)) return void request.continue();
      asked.push(request.url());
      // Chunks are answered only once all have been asked for: one that waited for another would never come.
      if (asked.length > 1) held.push(request);
      else void request.continue();
      if (asked.length === 3 + tags.length - 1) held.forEach((chunk) => void chunk.continue());
    });
    await page.goto(`${partner.origin}/`);
    await rendered(page);
    assert.equal(asked.length, 3 + tags.length - 1, asked.join('\n'));
    assert.equal(asked[0], `${library.origin}/alliance-elements.js`);
    await page.close();
  });

  it('has a place for every line of the Alliances’ public page', async () => {
    const { page } = await watch(browser);
    await page.goto(`${partner.origin}/`);
    await rendered(page);
    const words = await page.evaluate((names) => {
      const all = names.map((name) => {
        const text = document.querySelector(name)?.shadowRoot?.querySelector('.page')?.textContent ?? '';
        return [name, text.replace(/\s+/g, ' ')] as const;
      });
      return Object.fromEntries(all);
    }, tags);
    const promised: readonly (readonly [element: string, ...words: string[]])[] = [
      ['alliance-overview', '1 in 2', '4 in 10', 'A Cancer Alliance is', 'The aims are to', 'million'],
      ['alliance-overview', 'North and South Alliances began', '2020', 'same good care', 'care that is known to work'],
      ['prevention-guidance', '4 in 10', 'Sun', 'Smoking', 'Food', 'Weight'],
      ['symptom-guidance', 'Call 999', 'GP', 'most people'],
      ['screening-guidance', 'Bowel screening', 'Breast screening', 'Cervical screening'],
      ['care-pathway', 'aims', 'Referral and tests', 'relative or carer'],
      ['region-map', 'North Alliance', 'South Alliance', 'Norfolk and Waveney', 'Mid and South Essex'],
      ['partner-list', 'systems 6 organisations', '(CCGs) 16 organisations', 'trusts 14 organisations'],
      ['alliance-finder', 'postcode'],
      ['contact-card', 'Cancer Alliances', 'talk to a GP', 'cannot comment on one person'],
      ['support-directory', 'Macmillan', 'Relatives'],
    ];
    const missing = promised.flatMap(([element, ...parts]) =>
      parts
        .filter((part) => !words[element]?.toLowerCase().includes(part.toLowerCase()))
        .map((part) => `${element}: ${part}`),
    );
    assert.deepEqual(missing, []);
    await page.close();
  });

  it('takes a person with a postcode to alliance, hospital and support, and no request leaves the page', async () => {
    const { page, requests, violations, errors } = await watch(browser);
    await page.goto(`${partner.origin}/`, { waitUntil: 'networkidle0' });
    await rendered(page);
    const before = requests.length;
    const finder = await page.evaluateHandle(() =>
      document.querySelector('alliance-finder')?.shadowRoot?.querySelector('input'),
    );
    await finder.asElement()?.type('nr2 3tp');
    await page.keyboard.press('Enter');
    const says = (tag: string, text: string) =>
      page.waitForFunction(
        (name, part) => document.querySelector(name)?.shadowRoot?.textContent?.replace(/\s+/g, ' ').includes(part),
        { timeout: 8000 },
        tag,
        text,
      );
    await says('alliance-finder', 'in the North Alliance');
    await says('alliance-finder', 'Norfolk and Norwich University Hospital');
    await page.waitForFunction(() =>
      document.querySelector('region-map')?.shadowRoot?.querySelector('details[open][data-area="norfolk-and-waveney"]'),
    );
    await says('contact-card', 'Norfolk and Waveney Integrated Care System');
    await says('partner-list', 'Only Norfolk and Waveney');
    await says('support-directory', 'Big C');
    assert.equal(requests.length, before, requests.slice(before).join('\n'));
    assert.equal(await page.evaluate(() => location.search + location.hash + document.cookie), '');
    assert.deepEqual([...violations, ...errors], []);
    await page.close();
  });

  it('R24 leaves nothing behind: no cookie, no storage, no name on window', async () => {
    const { page } = await watch(browser);
    await page.goto(`${partner.origin}/`);
    await rendered(page);
    const left = await page.evaluate(() => {
      const clean = document.createElement('iframe');
      document.body.append(clean);
      const known = new Set(Object.getOwnPropertyNames(clean.contentWindow));
      clean.remove();
      return {
        // A page's own ids are names on its window too.
        names: Object.getOwnPropertyNames(window).filter(
          (name) => !known.has(name) && !/^\d+$/.test(name) && !document.getElementById(name),
        ),
        elements: [...document.querySelectorAll('link, script, style')].map(({ outerHTML }) => outerHTML),
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
      };
    });
    assert.deepEqual(
      left.names.filter((name) => !/^(reportViolation|.*puppeteer.*|__aria.*)$/i.test(name)),
      [],
    );
    const sent = parse(await (await fetch(`${partner.origin}/`)).text());
    assert.deepEqual(left.elements, headOf(sent), 'the page’s own icon, sheets and script');
    assert.deepEqual([left.cookie, left.local, left.session], ['', 0, 0]);
    await page.close();
  });

  it('R7 moves nothing on the page when the widgets arrive, at any width', async () => {
    for (const name of ['', 'ccg.html'])
      for (const width of [320, 768, 1280]) {
        const { page } = await watch(browser);
        await page.setViewport({ width, height: 800 });
        await page.setCacheEnabled(false);
        await page.evaluateOnNewDocument(() => {
          const shifts: number[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
          (window as unknown as { shifts: number[] }).shifts = shifts;
        });
        // Slow enough that the page is painted with its fallbacks before the widgets come.
        const session = await page.createCDPSession();
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: 60_000,
          uploadThroughput: 60_000,
        });
        await page.goto(`${partner.origin}/${name}`, { waitUntil: 'networkidle0' });
        await rendered(page);
        const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
        const score = shifts.reduce((sum, shift) => sum + shift, 0);
        assert.equal(score.toFixed(2), '0.00', `${name || 'index.html'} at ${width}: ${shifts.join()}`);
        await page.close();
      }
  });

  it('R8 is still readable where no script runs', async () => {
    const { page } = await watch(browser);
    await page.setJavaScriptEnabled(false);
    for (const name of ['', 'ccg.html']) {
      await page.goto(`${partner.origin}/${name}`);
      const fallbacks = await page.$$eval(tags.join(), (elements) =>
        elements.map((element) => ({
          words: (element as HTMLElement).innerText.trim(),
          height: element.getBoundingClientRect().height,
          // Less than a line of it, and what the page itself has around all of them, is blank.
          blank:
            element.getBoundingClientRect().bottom -
            (element.lastElementChild ?? element).getBoundingClientRect().bottom,
        })),
      );
      assert.ok(fallbacks.length >= 3);
      for (const { words, height, blank } of fallbacks) {
        assert.ok(words.length > 20 && height > 10, words);
        assert.ok(blank < 80, `${blank} pixels of room for what never comes, after: ${words}`);
      }
    }
    await page.close();
  });
});

describe('npm start, as the README tells', () => {
  it('prints addresses at the port that is asked for, which answer, and a script tag that works as it is', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port: free } = server.address() as AddressInfo;
        server.close(() => resolve(free));
      });
    });
    const started = spawn(process.execPath, ['node_modules/.bin/jiti', 'tools/start.ts'], {
      env: { ...process.env, PORT: `${port}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const said = await new Promise<string>((resolve) => {
        let text = '';
        started.stdout.on('data', (part) => {
          text += String(part);
          if (text.includes('Ctrl+C')) resolve(text);
        });
        started.on('close', () => resolve(text));
      });
      const pages = [...said.matchAll(/ (http:\S+\/\S*)$/gm)].map(([, address = '']) => address);
      assert.equal(pages.length, 4, said);
      assert.equal(new URL(pages[0] ?? '').port, `${port}`);
      for (const name of ['The embed builder', 'The doctor']) assert.ok(said.includes(name), said);
      for (const page of pages) {
        const answer = await fetch(page);
        assert.equal(answer.status, 200, page);
        assert.doesNotMatch(await answer.text(), /%LIBRARY%|integrity=""/, page);
      }
      const [tag = '', src = '', hash = ''] =
        /<script [^>]*src="([^"]*)" integrity="sha384-([^"]*)"[^>]*>/.exec(said) ?? [];
      const file = Buffer.from(await (await fetch(src)).arrayBuffer());
      assert.equal(createHash('sha384').update(file).digest('base64'), hash, tag);
    } finally {
      started.kill();
    }
  });
});
