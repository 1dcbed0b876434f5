import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { shown } from '../hostile/payloads.js';
import type { Site } from '../../tools/serve.js';
import { launch, serveWidgets, watch } from './browser.js';
import { everyString } from './hostile-strings.js';
import { broken, found, notFound, said, serveLookup, type LookupServer, type Reply } from './lookup-server.js';

// Each string of the big list and each of ours in each field of an answer that a postcode service gives, and in each other
// place of one: as a key, as the whole body, as its type. The 65 fields that the widget has no use for are others all at once,
// each another; what it compares with its own codes is tried alone. 1,512 strings in 87 places, 131,544 pairs: answers are
// handed to `fetch` itself, to several finders at a time. Over a network, each string is in one of the places. And random
// answers, broken off anywhere.

const count = everyString.length;
const essex = { postcode: 'CB9 7AA', ccg_id: '99E', icb: 'E54000026' };

/** All that a service says of a postcode besides what the widget asks it for. */
const names = `status:status error message
  result:quality eastings northings country nhs_ha longitude latitude european_electoral_region primary_care_trust region lsoa
  msoa incode outcode parliamentary_constituency parliamentary_constituency_2024 admin_district parish admin_county
  date_of_introduction admin_ward ced ccg nuts pfa nhs_region ttwa national_park bua icb cancer_alliance lsoa11 msoa11 lsoa21
  msoa21 oa21 ruc11 ruc21 lep1 lep2
  codes:admin_district admin_county admin_ward parish parliamentary_constituency parliamentary_constituency_2024 ccg ced nuts
  lsoa msoa lau2 pfa nhs_region ttwa national_park bua cancer_alliance lsoa11 msoa11 lsoa21 msoa21`
  .split(/\s+(?=\w+:)/)
  .map((part) => part.split(':') as [owner: string, fields: string])
  .flatMap(([owner, fields]) =>
    fields
      .trim()
      .split(/\s+/)
      .map((field) => [owner, field] as const),
  );

/** How many pairs of a place and a string there are at least. */
const leastPairs = 87 * count;

/** An answer as `fetch` gives it. */
interface Answer {
  readonly body: string;
  readonly status: number;
  readonly type: string;
}
/** Another string for each of several fields that are tried at once; over all turns each field has had each. */
const at = (turn: number, field: number) => everyString[(turn + 41 * field) % count]!;
const json = (value: unknown, status = 200): Answer => ({
  body: JSON.stringify(value),
  status,
  type: 'application/json',
});
const text = (body: string, type = 'application/json'): Answer => ({ body, status: 200, type });

function named(turn: number): Answer {
  const answer: Record<string, Record<string, unknown>> = { status: {}, result: {}, codes: {} };
  names.forEach(([owner, field], index) => {
    answer[owner]![field] = at(turn, index);
  });
  const { status, result, codes } = answer;
  return json({
    ...status,
    result: { ...result, postcode: essex.postcode, codes: { ...codes, ccg_id: essex.ccg_id, icb: essex.icb } },
  });
}

/** What a finder may show: that it lies in both alliances, or what the codes stand for. */
type Picture = 'both' | 'by its CCG' | 'by its board';
const codes = (ccg_id: unknown, icb: unknown, postcode: unknown = essex.postcode) =>
  json({ status: 200, result: { postcode, codes: { ccg_id, icb } } });

/** Where in an answer a string stands, how many places that is, and what is then shown. */
const places: Readonly<Record<string, readonly [number, answer: (turn: number) => Answer, shows: Picture]>> = {
  'the code of its CCG': [1, (turn) => codes(at(turn, 0), essex.icb), 'by its board'],
  'the code of its board': [1, (turn) => codes(essex.ccg_id, at(turn, 0)), 'by its CCG'],
  'the code of its board alone': [1, (turn) => codes(null, at(turn, 0)), 'both'],
  'both its codes': [2, (turn) => codes(at(turn, 0), at(turn, 1)), 'both'],
  'its postcode': [1, (turn) => codes(essex.ccg_id, essex.icb, at(turn, 0)), 'both'],
  'all else that it says, beside codes that are good': [names.length, named, 'by its CCG'],
  'keys beside its codes': [
    3,
    (turn) =>
      json({
        [at(turn, 0)]: 1,
        result: {
          [at(turn, 1)]: 'a',
          postcode: essex.postcode,
          codes: { [at(turn, 2)]: 'b', ccg_id: essex.ccg_id, icb: essex.icb },
        },
      }),
    'by its CCG',
  ],
  'the keys of its codes': [
    1,
    (turn) =>
      json({ result: { postcode: essex.postcode, codes: { [at(turn, 0)]: '99E', ['__proto__']: { ccg_id: '99E' } } } }),
    'both',
  ],
  'what it found': [1, (turn) => json({ status: 200, result: at(turn, 0) }), 'both'],
  'its error': [
    4,
    (turn) =>
      json({ status: at(turn, 0), error: at(turn, 1), terminated: { postcode: at(turn, 2), year: at(turn, 3) } }, 404),
    'both',
  ],
  'its whole body': [1, (turn) => text(at(turn, 0)), 'both'],
  'its whole body, as a text': [1, (turn) => json(at(turn, 0)), 'both'],
  'its codes, in lists and objects': [
    2,
    (turn) => codes([at(turn, 0), [at(turn, 0)]], { toString: at(turn, 1), valueOf: at(turn, 1) }),
    'both',
  ],
  'a page that it says is an answer': [1, (turn) => text(`<!doctype html>${at(turn, 0)}`), 'both'],
  'what follows the answer': [1, (turn) => text(`${codes(essex.ccg_id, essex.icb).body}{${at(turn, 0)}`), 'both'],
  'its type': [
    1,
    (turn) => text(codes(essex.ccg_id, essex.icb).body, `text/html; a=${at(turn, 0).replace(/[^\x20-\x7e]/g, '')}`),
    'both',
  ],
};

/** Lets finders ask, each in its turn, and be answered; gives each different picture once, with the answers it came of. */
const answerAll = `async (answers) => {
  const finders = [...document.querySelectorAll('alliance-finder')];
  const current = new Map();
  globalThis.fetch = async (url) => {
    const { body, status, type } = current.get(new URL(url).pathname.split('/')[1]);
    return new Response(body, { status, headers: { 'Content-Type': type } });
  };
  const pictures = new Map();
  let next = 0;
  await Promise.all(finders.map(async (finder, index) => {
    finder.lookup = location.origin + '/' + index;
    await finder.updateComplete;
    const root = finder.shadowRoot;
    const status = root.querySelector('[role=status]');
    const input = root.querySelector('input');
    while (next < answers.length) {
      const turn = next++;
      current.set(String(index), answers[turn]);
      input.value = 'CB9 7AA';
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      root.querySelector('form').requestSubmit();
      await finder.updateComplete;
      const waiting = status.textContent;
      await new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (status.textContent === waiting) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { subtree: true, childList: true, characterData: true });
      });
      await finder.updateComplete;
      const picture = root.innerHTML.replaceAll(finder.lookup, '');
      pictures.set(picture, [...(pictures.get(picture) ?? []), turn]);
    }
  }));
  return [...pictures];
}`;

/** Asks once more, so often, over the network, and tells what the finder then shows. */
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

type Seen = [picture: string, turns: number[]][];
const overNetwork = ({ body, status, type }: Answer): Reply => said(status, body, type);

describe('Hostile answers of a postcode service', () => {
  let browser: Browser;
  let service: LookupServer;
  let host: Site;
  before(async () => {
    browser = await launch();
    service = await serveLookup();
    host = await serveWidgets({
      '/': `<alliance-finder lookup="${service.origin}"></alliance-finder>`,
      '/many': '<alliance-finder></alliance-finder>'.repeat(8),
    });
  });
  after(async () => {
    await browser.close();
    await Promise.all([service.close(), host.close()]);
  });

  /** What the finders show for answers that are right, or none. */
  async function picturesOn(page: Page): Promise<Readonly<Record<Picture, string>>> {
    const pictures: Partial<Record<Picture, string>> = {};
    const good: Readonly<Record<Picture, Answer>> = {
      both: json({ status: 404, error: 'Postcode not found' }, 404),
      'by its CCG': codes(essex.ccg_id, essex.icb),
      'by its board': codes(null, essex.icb),
    };
    for (const [name, answer] of Object.entries(good) as [Picture, Answer][]) {
      const [[picture], ...others] = (await page.evaluate(`(${answerAll})([${JSON.stringify(answer)}])`)) as [Seen[0]];
      assert.deepEqual(others, []);
      pictures[name] = picture;
    }
    assert.match(pictures.both ?? '', /CB9 is partly in the North Alliance and partly in the South Alliance/);
    assert.match(pictures['by its CCG'] ?? '', /CB9 7AA is in the South Alliance/);
    return pictures as Record<Picture, string>;
  }

  /** Nothing of ours, of the page's, or of the browser's is other than it was. */
  async function isAsItWas(page: Page, path: string): Promise<void> {
    assert.equal(await page.evaluate('Object.keys(Object.prototype).length + Number("hostile" in {})'), 0);
    assert.equal(await page.evaluate('location.href'), `${host.origin}${path}`);
    assert.equal(await page.evaluate('document.body.querySelectorAll(":not(alliance-finder)").length'), 0);
  }

  it(`each of ${count} strings anywhere in them: what the codes stand for, and nothing of the answer`, async () => {
    const { page, errors, warnings } = await watch(browser);
    await page.goto(`${host.origin}/many`);
    const pictures = await picturesOn(page);
    let pairs = 0;
    for (const [name, [fields, answer, shows]] of Object.entries(places)) {
      const answers = Array.from({ length: count }, (_, turn) => answer(turn));
      const seen = (await page.evaluate(`(${answerAll})(${JSON.stringify(answers)})`)) as Seen;
      const good = pictures[shows];
      for (const [picture, turns] of seen) {
        // An answer of such a length is none.
        const odd = turns.filter((turn) => picture !== (answers[turn]!.body.length > 20_000 ? pictures.both : good));
        assert.deepEqual(
          odd.slice(0, 5).map((turn) => shown(at(turn, 0))),
          [],
          `${name}: is seen in ${picture.replace(/<.*?>/g, ' ')}`,
        );
      }
      pairs += fields * seen.reduce((sum, [, turns]) => sum + turns.length, 0);
    }
    assert.ok(pairs >= leastPairs, `${pairs} pairs of a place and a string`);
    await isAsItWas(page, '/many');
    assert.deepEqual([...errors, ...warnings], []);
  });

  it('random answers, whole or broken off: one of the pictures that there are', async () => {
    const { page, errors } = await watch(browser);
    await page.goto(`${host.origin}/many`);
    const pictures = new Set(Object.values(await picturesOn(page)));
    const words = fc.oneof(fc.constantFrom(...everyString), fc.string({ unit: 'binary' }));
    const code = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(essex.ccg_id, essex.icb, essex.postcode, 'CB97AA') },
      words,
      fc.jsonValue(),
    );
    const key = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('ccg_id', 'icb', 'postcode', 'codes', 'result', 'status') },
      fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf', 'toJSON', 'then', 'length'),
      words,
    );
    const tree: fc.Arbitrary<unknown> = fc.letrec<{ tree: unknown; object: unknown }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, code, tie('object'), fc.array(tie('tree'), { maxLength: 3 })),
      object: fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
    })).object;
    const body = fc.oneof(
      tree.map((value) => JSON.stringify(value)),
      fc
        .record({ postcode: code, codes: fc.oneof(tree, fc.record({ ccg_id: code, icb: code })) })
        .map((result) => JSON.stringify({ status: 200, result })),
      fc.json(),
      words,
    );
    const answer = fc
      .tuple(body, fc.constantFrom(200, 200, 200, 201, 400, 404, 418, 429), fc.nat(400), fc.boolean())
      .chain(([whole, status, end, isWhole]) =>
        fc.record({
          body: fc.constant(isWhole ? whole : whole.slice(0, end)),
          status: fc.constant(status),
          type: fc.constantFrom('application/json', 'application/json', 'application/json; charset=x', 'text/html', ''),
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 30, maxLength: 60 }), async (answers) => {
        const seen = (await page.evaluate(`(${answerAll})(${JSON.stringify(answers)})`)) as Seen;
        const odd = seen.filter(([picture]) => !pictures.has(picture));
        assert.deepEqual(
          odd.map(([picture, turns]) => [picture.replace(/<.*?>/g, ' '), answers[turns[0]!]]),
          [],
        );
      }),
      { numRuns: 40 },
    );
    await isAsItWas(page, '/many');
    assert.deepEqual(errors, []);
  });

  it('the same over a network, each string in one of the places: no request but for these', async () => {
    const { page, errors, warnings, requests } = await watch(browser);
    await page.goto(`${host.origin}/`);
    const asked = async (...replies: Reply[]) => {
      service.clear();
      service.reply(...replies);
      const seen = (await page.evaluate(`(${ask})(${replies.length})`)) as Seen;
      assert.equal(service.asked.length, replies.length, 'one question for each answer');
      return seen;
    };
    const pictures: Readonly<Record<Picture, string>> = {
      both: (await asked(notFound))[0]![0],
      'by its CCG': (await asked(found(essex)))[0]![0],
      'by its board': (await asked(found({ postcode: essex.postcode, icb: essex.icb })))[0]![0],
    };
    const ways = Object.values(places);
    const turns = Array.from({ length: count }, (_, turn) => ({ turn, way: ways[turn % ways.length]! }));
    const answers = turns.map(({ turn, way: [, answer] }) => answer(turn));
    for (const [picture, own] of await asked(...answers.map(overNetwork)))
      for (const each of own) {
        const [, , shows] = turns[each]!.way;
        assert.equal(picture, pictures[answers[each]!.body.length > 20_000 ? 'both' : shows], shown(at(each, 0)));
      }
    await isAsItWas(page, '/');
    // The browser's own word about an answer that is an error.
    assert.deepEqual(
      [...errors, ...warnings].filter((each) => !each.startsWith('Failed to load resource')),
      [],
    );
    const others = requests.filter(
      (url) =>
        !/\/(favicon\.ico|alliance-elements[\w.-]*\.js)$/.test(url) && url !== `${service.origin}/postcodes/CB97AA`,
    );
    assert.deepEqual(others, [`${host.origin}/`]);
  });

  it('the same with a service that breaks: it is asked once more, and then no more', async () => {
    const { page, errors } = await watch(browser);
    await page.goto(`${host.origin}/`);
    const own = everyString.filter((_, index) => index % 8 === 0);
    service.clear();
    service.reply(...[notFound, ...own.flatMap((each) => [said(500, each, 'application/json'), broken])]);
    const seen = (await page.evaluate(`(${ask})(${own.length + 1})`)) as unknown[];
    assert.equal(seen.length, 1, 'the same as where it found nothing');
    assert.equal(service.asked.length, own.length * 2 + 1);
    assert.deepEqual(
      errors.filter((each) => !each.startsWith('Failed to load resource')),
      [],
    );
  });
});
