import type { Browser } from 'puppeteer-core';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.js';
import { card, integrity, knowledge, lookWhere, scriptAt, serve, told, type Reply } from './doctor-look.js';

const file = '/alliance-elements.js';
const classic = '/alliance-elements.all.classic.js';
const frame = '/frame/contact-card.html';
const chunk = `/${knowledge.chunks['contact-card']?.[0] ?? ''}`;
const type = { 'content-type': 'text/javascript' };
const cors = { 'access-control-allow-origin': '*' };
const html = { 'content-type': 'text/html' };
const body = readFileSync(`dist${file}`);
const framed = readFileSync(`dist${frame}`);

/** A page that partners may write, and how it and what it names are sent. */
interface Case {
  /** By default our script with a card. `LIBRARY` is where our files are, on another origin than the page. */
  readonly page?: string;
  readonly policy?: string;
  readonly replies?: Readonly<Record<string, Reply>>;
  /** Whether a reader gets the widget, by a browser and by the doctor alike. */
  readonly works: boolean;
}

const script = scriptAt(`LIBRARY${file}`);
const prefixed = script.replace('<script', '<script data-prefix="eoe-"');
const cases: Readonly<Record<string, Case>> = {
  'all as it is to be': { works: true },
  'no such file': { replies: { [file]: { status: 404 } }, works: false },
  'no CORS': { replies: { [file]: { headers: type, body } }, works: false },
  'CORS for another': {
    replies: { [file]: { headers: { ...type, 'access-control-allow-origin': 'https://other.example' }, body } },
    works: false,
  },
  'CORS twice': {
    replies: { [file]: { headers: { ...type, 'access-control-allow-origin': '*, *' }, body } },
    works: false,
  },
  'a module as text': {
    replies: { [file]: { headers: { ...cors, 'content-type': 'text/plain' }, body } },
    works: false,
  },
  'a module as nothing': { replies: { [file]: { headers: cors, body } }, works: false },
  'a changed script': {
    replies: { [file]: { headers: { ...type, ...cors }, body: `${body.toString()} ` } },
    works: false,
  },
  'a chunk left behind': { replies: { [chunk]: { status: 404 } }, works: false },
  'a changed chunk': { replies: { [chunk]: { headers: { ...type, ...cors }, body: '0' } }, works: false },
  'sent on': {
    page: scriptAt(`LIBRARY/old${file}`) + card,
    replies: { [`/old${file}`]: { status: 302, headers: { ...cors, location: file } } },
    works: true,
  },
  'sent on without CORS': {
    page: scriptAt(`LIBRARY/old${file}`) + card,
    replies: { [`/old${file}`]: { status: 302, headers: { location: file } } },
    works: false,
  },
  'a classic script as text': {
    page: `<script src="LIBRARY${classic}"></script>${card}`,
    replies: { [classic]: { headers: { 'content-type': 'text/plain' }, body: readFileSync(`dist${classic}`) } },
    works: true,
  },
  'a classic script as text, with nosniff': {
    page: `<script src="LIBRARY${classic}"></script>${card}`,
    replies: {
      [classic]: {
        headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
        body: readFileSync(`dist${classic}`),
      },
    },
    works: false,
  },
  'a classic script for its own site': {
    page: `<script src="LIBRARY${classic}"></script>${card}`,
    replies: {
      [classic]: {
        headers: { ...type, 'cross-origin-resource-policy': 'same-origin' },
        body: readFileSync(`dist${classic}`),
      },
    },
    works: false,
  },
  'an integrity of nothing': { page: scriptAt(`LIBRARY${file}`, 'nonsense') + card, works: true },
  'a weak hash that is wrong beside a strong one': {
    page: scriptAt(`LIBRARY${file}`, `sha256-AAAA ${integrity}`) + card,
    works: true,
  },
  'nomodule on a module': { page: script.replace('<script', '<script nomodule') + card, works: true },
  'a type of nothing': { page: script.replace('"module"', '"text/babel"') + card, works: false },
  'a policy that names us': { policy: "default-src 'none'; script-src LIBRARY", works: true },
  'a policy that names its own site': { policy: "script-src 'self'", works: false },
  'a policy by scheme': { policy: 'script-src http:', works: true },
  'a policy that knows the hash': { policy: `script-src '${integrity}' 'strict-dynamic'`, works: true },
  'a policy that knows the hash alone': { policy: `script-src '${integrity}'`, works: false },
  'a policy by nonce': {
    page: script.replace('<script', '<script nonce="abc"') + card,
    policy: "script-src 'nonce-abc' 'strict-dynamic'",
    works: true,
  },
  'a policy by another nonce': { policy: "script-src 'nonce-abc' 'strict-dynamic'", works: false },
  'a policy without our name': { policy: "require-trusted-types-for 'script'; trusted-types lit-html", works: false },
  'a policy with our name': {
    policy: "require-trusted-types-for 'script'; trusted-types alliance-elements",
    works: true,
  },
  'a policy that is a sandbox': { policy: 'sandbox allow-forms', works: false },
  'a prefix on a second loader, after one that ran at once': {
    page: `<script src="LIBRARY${file}"></script>${prefixed}<eoe-contact-card></eoe-contact-card>`,
    works: false,
  },
  'a prefix on a second loader, after one that waits': {
    page: `${script}${prefixed}<eoe-contact-card></eoe-contact-card>`,
    works: true,
  },
  'a prefix on a single file, after a loader that ran at once': {
    page: `<script src="LIBRARY${file}"></script><script src="LIBRARY${classic}" data-prefix="eoe-"></script><eoe-contact-card></eoe-contact-card>`,
    works: true,
  },
  'another prefix on a second script': {
    page: `${script.replace('<script', '<script data-prefix="x-"')}${prefixed}<eoe-contact-card></eoe-contact-card>`,
    works: false,
  },
  'a misspelt tag': { page: `${script}<contactcard></contactcard>`, works: false },
  'the quotation marks of a word processor': {
    page: `${script}<div data-alliance-element=“contact-card”>x</div>`,
    works: false,
  },
};

const frames: Readonly<Record<string, Omit<Case, 'page'>>> = {
  'all as it is to be': { works: true },
  'X-Frame-Options: DENY': {
    replies: { [frame]: { headers: { ...html, 'x-frame-options': 'DENY' }, body: framed } },
    works: false,
  },
  'X-Frame-Options: SAMEORIGIN': {
    replies: { [frame]: { headers: { ...html, 'x-frame-options': 'SAMEORIGIN' }, body: framed } },
    works: false,
  },
  'X-Frame-Options: ALLOW-FROM': {
    replies: { [frame]: { headers: { ...html, 'x-frame-options': 'ALLOW-FROM https://other.example' }, body: framed } },
    works: true,
  },
  'frame-ancestors of its own': {
    replies: { [frame]: { headers: { ...html, 'content-security-policy': "frame-ancestors 'self'" }, body: framed } },
    works: false,
  },
  'frame-ancestors before X-Frame-Options': {
    replies: {
      [frame]: {
        headers: { ...html, 'content-security-policy': 'frame-ancestors http:', 'x-frame-options': 'DENY' },
        body: framed,
      },
    },
    works: true,
  },
  'another page': { replies: { [frame]: { headers: html, body: '<!doctype html><p>Not found' } }, works: false },
  'no page': { replies: { [frame]: { headers: { 'content-type': 'text/plain' }, body: framed } }, works: false },
  'a policy for frames': { policy: "frame-src 'self'", works: false },
};

// Most of the time a browser waits for what does not come.
describe('the doctor says of a page what a browser does with it', { concurrency: 4 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  /** A partner's page and our files on two sites; both asked by the doctor and by a browser. */
  async function agree({ page: written = script + card, policy, replies, works }: Case, selector: string) {
    const library = await serve(
      (path) =>
        replies?.[path] ??
        (existsSync(join('dist', path))
          ? {
              headers: { ...(path.endsWith('.html') ? html : type), ...cors },
              body: readFileSync(join('dist', path)),
            }
          : undefined),
    );
    const filled = (text: string) => text.replaceAll('LIBRARY', library.origin);
    const headers = policy ? { ...html, 'content-security-policy': filled(policy) } : html;
    const sent = `<!doctype html><meta charset="utf-8"><title>Partner</title>${filled(written)}`;
    const partner = await serve({ '/': { headers, body: sent }, '/favicon.ico': { status: 204 } });
    const address = `${partner.origin}/`;
    const findings = await lookWhere(sent, { address, policies: policy ? [filled(policy)] : [], online: true });
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'networkidle0' });
    const shown = await Promise.all(
      page.frames().map(async (each) => each.$$eval(selector, (all) => all.length).catch(() => 0)),
    );
    await page.close();
    await Promise.all([library.close(), partner.close()]);
    assert.equal(shown.some(Boolean), works, 'the browser');
    assert.equal(!told(findings).length, works, `the doctor: ${JSON.stringify(findings, undefined, 1)}`);
  }

  for (const [name, each] of Object.entries(cases))
    it(`${each.works ? 'works' : 'does not work'}: ${name}`, () =>
      agree(each, ':is(contact-card, eoe-contact-card):defined'));

  for (const [name, each] of Object.entries(frames))
    it(`${each.works ? 'is shown' : 'is not shown'} in a frame: ${name}`, () =>
      agree({ ...each, page: `<iframe title="Card" src="LIBRARY${frame}"></iframe>` }, 'contact-card'));
});
