import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { parse } from 'yaml';
import type { Site } from '../../tools/serve.js';
import { launch, serveWidgets, watch, type Watched } from './browser.js';
import {
  broken,
  cutShort,
  found,
  foundAs,
  foundAtLength,
  invalid,
  later,
  neverEnds,
  notFound,
  redirectTo,
  said,
  serveLookup,
  silent,
  tooMany,
  unavailable,
  withdrawn,
  type LookupServer,
  type Reply,
} from './lookup-server.js';

const words = parse(readFileSync('content/en/alliance-finder.yaml', 'utf8')) as Record<string, string>;
const shared = 'CB9 is partly in the North Alliance and partly in the South Alliance.';
const notAsked = words['not-looked-up']!.replace('{outcode}', 'CB9');
/** In Suffolk and North East Essex, and in Mid and South Essex. */
const suffolk = { postcode: 'CB9 7AA', ccg_id: '07K', icb: 'E54000023' };
const essex = { postcode: 'CB9 7AA', ccg_id: '99E', icb: 'E54000026' };

/** A finder in a page, and what a reader does with it. */
class Reader {
  constructor(readonly page: Page) {}

  async type(text: string): Promise<void> {
    const field = await this.page.$('alliance-finder >>> input');
    await field!.click({ count: 3 });
    await field!.type(text);
  }

  async find(text: string): Promise<void> {
    await this.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Once the status says this. */
  async hears(text: string): Promise<void> {
    await this.page.waitForFunction(
      (expected) =>
        document.querySelector('alliance-finder')?.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ===
        expected,
      { timeout: 20_000 },
      text,
    );
  }

  read(part: string): Promise<string> {
    return this.page.$eval(
      'alliance-finder',
      (finder, name) =>
        finder.shadowRoot?.querySelector(`[part=${name}]`)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      part,
    );
  }
}

describe('alliance-finder with a postcode service', () => {
  let browser: Browser;
  let service: LookupServer;
  let host: Site;
  let watched: Watched;
  let reader: Reader;

  before(async () => {
    browser = await launch();
    service = await serveLookup();
    host = await serveWidgets({
      '/': `<alliance-finder lookup="${service.origin}"></alliance-finder>`,
      '/slash': `<alliance-finder lookup="${service.origin}/"></alliance-finder>`,
      '/none': '<alliance-finder></alliance-finder>',
      '/searched': `<alliance-finder search="CB9 7AA" lookup="${service.origin}"></alliance-finder>`,
      '/closed': '<alliance-finder lookup="http://127.0.0.1:9"></alliance-finder>',
    });
  });
  after(async () => {
    await browser.close();
    await Promise.all([service.close(), host.close()]);
  });
  beforeEach(async () => {
    service.clear();
    watched = await watch(browser);
    reader = new Reader(watched.page);
    await watched.page.goto(`${host.origin}/`);
  });
  afterEach(() => watched.page.close());

  it('asks it for the whole postcode, once, and gives what it says', async () => {
    service.reply(found(essex));
    await reader.find('cb9 7aa');
    await reader.hears('CB9 7AA is in the South Alliance.');
    assert.equal(await reader.read('systems'), 'It is in Mid and South Essex.');
    assert.match(await reader.read('boards'), /Now: NHS Essex Integrated Care Board\s?Before that/);
    assert.equal(await reader.read('notes'), '');
    assert.deepEqual(
      service.asked.map(({ method, url }) => `${method} ${url}`),
      ['GET /postcodes/CB97AA'],
    );
    assert.deepEqual(watched.errors, []);
  });

  it('sends the postcode and nothing else: no cookie, no address of the page', async () => {
    await browser.setCookie({ name: 'session', value: 'secret', domain: '127.0.0.1', path: '/' });
    service.reply(found(essex));
    await reader.find('CB9 7AA');
    await reader.hears('CB9 7AA is in the South Alliance.');
    const [{ headers }] = service.asked as [(typeof service.asked)[number]];
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    assert.equal(headers.authorization, undefined);
    // The page's name, which browsers always give to another origin; nothing of its address.
    assert.equal(headers.origin, host.origin);
  });

  it('tells the other widgets, whose event holds nothing of the postcode', async () => {
    await watched.page.evaluate(() => {
      document.addEventListener('region-select', (event) => {
        const { id, kind, alliance } = event as unknown as Record<string, string>;
        document.title = [id, kind, alliance, ...Object.keys(event)].join(' ');
      });
    });
    service.reply(found(suffolk));
    await reader.find('CB9 7AA');
    await reader.hears('CB9 7AA is in the North Alliance.');
    assert.equal(await watched.page.title(), 'suffolk-and-north-east-essex system north isTrusted id kind alliance');
    assert.match(await reader.read('boards'), /Now: NHS Norfolk and Suffolk Integrated Care Board\s?Before that/);
  });

  for (const [what, codes, answer] of [
    ['the code of the sub-ICB location alone', { ...essex, icb: null }, 'CB9 7AA is in the South Alliance.'],
    ['the code of the board of 2022 alone', { ...suffolk, ccg_id: null }, 'CB9 7AA is in the North Alliance.'],
    ['a code of 2026 for the board', { ...essex, icb: 'E54000066' }, 'CB9 7AA is in the South Alliance.'],
    [
      'a sub-ICB location of 2021',
      { postcode: 'CB9 7AA', ccg_id: 'M1J4Y', icb: 'E54000024' },
      'CB9 7AA is in the South Alliance.',
    ],
  ] as const)
    it(`takes ${what}`, async () => {
      service.reply(found(codes));
      await reader.find('CB9 7AA');
      await reader.hears(answer);
    });

  it('once more where the service fails, and takes the second answer', async () => {
    for (const first of [broken, unavailable, cutShort]) {
      service.clear();
      service.reply(first, found(essex));
      await reader.find('CB9 7AA');
      await reader.hears('CB9 7AA is in the South Alliance.');
      assert.equal(service.asked.length, 2);
      await reader.find('NR2');
      await reader.hears('NR2 is in the North Alliance.');
    }
  });

  const bad: Readonly<Record<string, readonly [requests: number, ...replies: Reply[]]>> = {
    'a postcode that it does not know': [1, notFound],
    'a postcode that it calls invalid': [1, invalid],
    'a postcode that was withdrawn': [1, withdrawn],
    'a service that has had enough': [1, tooMany],
    'a service that is broken twice': [2, broken, broken],
    'a service that is away twice': [2, unavailable, unavailable],
    'answers that break off twice': [2, cutShort, cutShort],
    'words that are no JSON': [1, said(200, 'It works!', 'application/json')],
    'JSON of another shape': [1, said(200, '{"status":200,"result":null}', 'application/json')],
    'JSON that is a list': [1, said(200, '[1,2,3]', 'application/json')],
    'JSON that is nothing': [1, said(200, 'null', 'application/json')],
    'an answer that is empty': [1, said(200, '', 'application/json')],
    'codes that are objects': [
      1,
      said(200, '{"result":{"postcode":"CB9 7AA","codes":{"ccg_id":{},"icb":["E5"]}}}', 'application/json'),
    ],
    'another postcode than was asked for': [1, found({ ...essex, postcode: 'NR2 3AB' })],
    'codes that are not of the region': [1, found({ postcode: 'CB9 7AA', ccg_id: '93C', icb: 'E54000028' })],
    'no codes': [1, found({ postcode: 'CB9 7AA' })],
    'boards of 2026 alone': [1, found({ postcode: 'CB9 7AA', icb: 'E54000065' })],
    'a page instead of JSON': [1, foundAs('text/html', essex)],
    'a script instead of JSON': [1, foundAs('text/javascript', essex)],
    'an answer of 100,000 letters': [1, foundAtLength(essex)],
    'an answer that never comes': [1, silent],
    'an answer that never ends': [1, neverEnds],
  };
  for (const [what, [requests, ...replies]] of Object.entries(bad))
    it(`falls back to both alliances, and says so, on ${what}`, async () => {
      service.reply(...replies);
      await reader.find('CB9 7AA');
      await reader.hears(shared);
      assert.equal(await reader.read('notes'), notAsked);
      assert.match(await reader.read('choice'), /My NHS area is Mid and South Essex/);
      assert.equal(service.asked.length, requests);
    });

  it('never follows it elsewhere', async () => {
    service.reply(redirectTo('/elsewhere'), redirectTo(`${host.origin}/elsewhere`));
    await reader.find('CB9 7AA');
    await reader.hears(shared);
    assert.deepEqual(
      service.asked.map(({ url }) => url),
      ['/postcodes/CB97AA', '/postcodes/CB97AA'],
    );
    assert.ok(!watched.requests.some((url) => url.includes('elsewhere')));
  });

  it('falls back where nobody listens', async () => {
    await watched.page.goto(`${host.origin}/closed`);
    await reader.find('CB9 7AA');
    await reader.hears(shared);
    assert.equal(await reader.read('notes'), notAsked);
  });

  it('falls back where the reader is offline', async () => {
    await watched.page.setOfflineMode(true);
    await reader.find('CB9 7AA');
    await reader.hears(shared);
    assert.equal(service.asked.length, 0);
  });

  it('waits for a slow one, and says that it does', async () => {
    const slow = later(found(essex));
    service.reply(slow.reply);
    const asked = service.next();
    await reader.find('CB9 7AA');
    await asked;
    await reader.hears(words['looking-up']!);
    slow.now();
    await reader.hears('CB9 7AA is in the South Alliance.');
    assert.equal(service.asked.length, 1);
  });

  it('lets go of the question when the reader types on', async () => {
    const slow = later(found(essex));
    service.reply(slow.reply);
    const asked = service.next();
    await reader.find('CB9 7AA');
    const { dropped } = await asked;
    await reader.hears(words['looking-up']!);
    await reader.type('NR2');
    await dropped;
    await reader.hears('');
    slow.now();
    await watched.page.keyboard.press('Enter');
    await reader.hears('NR2 is in the North Alliance.');
    assert.equal(service.asked.length, 1, 'a question that was dropped is not asked again');
  });

  it('lets go of it when the reader finds something else, asks where they are, or the widget goes', async () => {
    const ways: readonly (() => Promise<unknown>)[] = [
      () => watched.page.$eval('alliance-finder', (finder) => finder.setAttribute('search', 'LU1')),
      () =>
        watched.page.$eval('alliance-finder', (finder) => {
          finder.shadowRoot?.querySelector<HTMLElement>('[part=where]')?.click();
        }),
      () => watched.page.$eval('alliance-finder', (finder) => finder.remove()),
    ];
    for (const way of ways) {
      service.reply(silent);
      const asked = service.next();
      await reader.find('CB9 7AA');
      const { dropped } = await asked;
      await way();
      await dropped;
    }
    assert.deepEqual(watched.errors, []);
  });

  it('keeps to itself what the first half tells, what is no whole postcode, and what the host asks for', async () => {
    for (const [typed, answer] of [
      ['NR2 3AB', 'NR2 is in the North Alliance.'],
      ['CB9', shared],
      ['CB9 7A', shared],
      ['SW1A 1AA', words['outside']!.replace('{place}', 'SW1A')],
      ['Norwich', 'Norwich is in the North Alliance.'],
    ] as const) {
      await reader.find(typed);
      await reader.hears(answer);
    }
    await watched.page.goto(`${host.origin}/searched`);
    await reader.hears(shared);
    await watched.page.goto(`${host.origin}/none`);
    await reader.find('CB9 7AA');
    await reader.hears(shared);
    assert.equal(service.asked.length, 0);
  });

  it('asks the same address with or without a stroke at its end', async () => {
    await watched.page.goto(`${host.origin}/slash`);
    service.reply(found(essex));
    await reader.find('CB9 7AA');
    await reader.hears('CB9 7AA is in the South Alliance.');
    assert.equal(service.asked[0]?.url, '/postcodes/CB97AA');
  });
});
