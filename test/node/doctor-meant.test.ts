import fc from 'fast-check';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../tools/doctor/finding.js';
import { bare, most, nearest, slips } from '../../tools/doctor/near.js';
import { knowledge, look, script, told, words } from './doctor-look.js';

/** What stands on one line of a page, how grave it is, and what was probably meant. */
type Slip = readonly [html: string, level: Finding['level'], meant: string];

const card = (attributes: string): string => `<contact-card ${attributes}>${words}</contact-card>`;
const map = (attributes: string): string => `<region-map ${attributes}>${words}</region-map>`;
const frame = (query: string) =>
  `<iframe title="Card" src="https://w.example/frame/contact-card.html?${query}"></iframe>`;

const slipsOfThePen: Readonly<Record<string, readonly Slip[]>> = {
  tags: [
    [`<contactcard>${words}</contactcard>`, 'error', '<contact-card>'],
    [`<contact_card>${words}</contact_card>`, 'error', '<contact-card>'],
    [`<contactCard>${words}</contactCard>`, 'error', '<contact-card>'],
    [`<contact card>${words}</contact card>`, 'error', '<contact-card>'],
    [`<contatc-crad>${words}</contatc-crad>`, 'error', '<contact-card>'],
    [`<partners-list>${words}</partners-list>`, 'error', '<partner-list>'],
    [`<eoe-contact-card>${words}</eoe-contact-card>`, 'warning', 'data-prefix="eoe-"'],
  ],
  places: [
    [`<div data-alliance-element="contact card">${words}</div>`, 'error', 'contact-card'],
    [`<div data-alliance-element="ContactCard">${words}</div>`, 'error', 'contact-card'],
    [`<div data-alliance-elements="contact-card">${words}</div>`, 'error', 'data-alliance-element="contact-card"'],
    [`<div data-alliance-widget="contact-card">${words}</div>`, 'error', 'data-alliance-element="contact-card"'],
    [`<form data-alliance-element="contact-card">${words}</form>`, 'error', 'on a div'],
  ],
  attributes: [
    [card('organization="RGT"'), 'warning', 'organisation?'],
    [card('org="RGT"'), 'warning', 'organisation?'],
    [card('ods-code="RGT"'), 'warning', 'organisation?'],
    [card('phone="01603 286286"'), 'warning', 'telephone?'],
    [card('headingLevel="3"'), 'warning', 'heading-level?'],
    [card('data-organisation="RGT"'), 'warning', 'organisation="RGT"'],
    [
      `<div data-alliance-element="contact-card" data-organization="RGT">${words}</div>`,
      'warning',
      'data-organisation?',
    ],
    [frame('organization=RGT'), 'warning', 'organisation='],
    [frame('telephone=01603'), 'warning', 'Use the tag or the div'],
  ],
  values: [
    [card('organisation="RGT" layout="compat"'), 'warning', 'layout="compact"'],
    [card('organisation="RGT" heading-level="h3"'), 'warning', 'Write one of those'],
    [map('alliance="nroth"'), 'warning', 'alliance="north"'],
    [map('level="ccgs"'), 'warning', 'level="ccg"'],
    [`<partner-list kind="hospitals icb">${words}</partner-list>`, 'warning', 'kind="hospital"'],
    [`<screening-guidance programme="bowl">${words}</screening-guidance>`, 'warning', 'programme="bowel"'],
    [`<div data-alliance-element="support-directory" data-need="mony">${words}</div>`, 'warning', 'data-need="money"'],
    [frame('layout=inlin'), 'warning', 'layout=inline'],
    [card('organisation="RGT" telephone="call &quot;us&quot;"'), 'warning', 'Write it so'],
    [
      `<region-map id="north-map">${words}</region-map><partner-list for="northmap">${words}</partner-list>`,
      'warning',
      'for="north-map"',
    ],
  ],
  organisations: [
    [card('organisation="addenbrokes"'), 'error', 'organisation="addenbrookes-hospital"'],
    [card('organisation="Addenbrooke’s Hospital"'), 'error', 'organisation="addenbrookes-hospital"'],
    [card('organisation="norfolk &amp; norwich"'), 'error', 'norfolk-and-norwich-university-hospital'],
    [card('organisation="NNUH"'), 'error', 'norfolk-and-norwich-university-hospital'],
    [card('organisation="RMI02"'), 'error', 'organisation="norfolk-and-norwich-university-hospital"'],
    [
      `<div data-alliance-element="contact-card" data-organisation="west-sufolk-hospital">${words}</div>`,
      'error',
      'data-organisation="west-suffolk-hospital"',
    ],
    [card('organisation="the moon"'), 'error', 'docs/organisations.md'],
  ],
  areas: [
    [map('selected="norfolk-waveny"'), 'warning', 'selected="norfolk-and-waveney"'],
    [map('selected="norfolk-and-waveney-ics"'), 'warning', 'selected="norfolk-and-waveney"'],
    [map('selected="Luton CCG"'), 'warning', 'selected="luton"'],
  ],
  'quotation marks of a word processor': [
    ['<contact-card organisation=“RM102”>' + words + '</contact-card>', 'error', 'organisation="RM102"'],
    ['<div data-alliance-element=”region-map”>' + words + '</div>', 'error', 'data-alliance-element="region-map"'],
  ],
  'code among the words': [['<p>&lt;contact-card organisation="RM102"&gt;</p>', 'error', 'Custom HTML']],
  'organisations that are no more': [
    [card('organisation="luton-ccg"'), 'warning', 'organisation="central-east-icb"'],
    [card('organisation="06p"'), 'warning', 'organisation="central-east-icb"'],
    [
      `<div data-alliance-element="contact-card" data-organisation="norfolk-and-waveney-ics">${words}</div>`,
      'warning',
      'data-organisation="norfolk-and-suffolk-icb"',
    ],
    [frame('organisation=luton-ccg'), 'warning', 'organisation=central-east-icb'],
  ],
};

/** Slips that another line would hide, since elements say each thing once a page; so each is of its own. */
const all = Object.values(slipsOfThePen).flat();

describe('the doctor knows what was meant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-doctor-'));
  const found = new Map<number, Finding[]>();
  before(async () => {
    const { run } = (await import(
      pathToFileURL('dist/npm/tools/doctor.js').href
    )) as typeof import('../../tools/doctor/command.js');
    const page = join(folder, 'page.html');
    writeFileSync(page, [script, ...all.map(([html]) => html)].join('\n'));
    let out = '';
    assert.equal(await run([page, '--json', '--offline'], (text) => (out += text)), 1);
    for (const finding of JSON.parse(out) as Finding[])
      found.set(finding.line ?? 0, [...(found.get(finding.line ?? 0) ?? []), finding]);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [kind, cases] of Object.entries(slipsOfThePen))
    for (const [html, level, meant] of cases)
      it(`${kind}: ${html.replace(words, '…')}`, () => {
        const said = found.get(all.findIndex(([each]) => each === html) + 2) ?? [];
        assert.equal(said.length, 1, JSON.stringify(said, undefined, 1));
        assert.equal(said[0]?.level, level);
        assert.ok(said[0].mend?.includes(meant), said[0].mend);
      });

  it('and says when an organisation closed, kindly, and who does its work', () => {
    const [finding] = found.get(all.findIndex(([html]) => html.includes('"luton-ccg"')) + 2) ?? [];
    assert.equal(
      `${finding?.what ?? ''} ${finding?.mend ?? ''}`,
      'NHS Luton CCG closed on 31 March 2021. The card says so, and shows who does its work now. To show them straight away, write organisation="central-east-icb" (NHS Central East Integrated Care Board). If you mean the body of that time, leave it as it is.',
    );
  });

  it('and of each that closed it names all that live in its stead; of one that lives it says nothing', async () => {
    for (const { id, closed, heirs } of knowledge.bodies) {
      const findings = await look(script + card(`organisation="${id}"`));
      const [finding] = findings.filter(({ level }) => level !== 'good');
      assert.equal(finding?.what.includes('closed on'), closed ? true : undefined, id);
      for (const heir of heirs) {
        assert.ok(finding?.mend?.includes(`organisation="${heir}"`), `${id}: ${heir}`);
        assert.equal(knowledge.bodies.find((body) => body.id === heir)?.closed, undefined, heir);
      }
      assert.equal(heirs.length > 0, !!closed, id);
    }
  });

  it('and makes nothing of what is others’, and of what is near nothing', async () => {
    for (const html of [
      '<user-list></user-list>',
      '<map name="x"></map>',
      '<contact></contact>',
      '<div data-element="x"></div>',
      '<pre>&lt;contact-card&gt;</pre>',
      '<iframe src="https://w.example/frame/video.html"></iframe>',
    ])
      assert.deepEqual(told(await look(script + card('organisation="RGT"') + html)), [], html);
  });
});

describe('what is near', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abc-'), maxLength: 9 });

  it('is as far from one name as from the other, and nothing only from itself', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        assert.equal(slips(a, b), slips(b, a));
        assert.equal(slips(a, b) === 0, a === b);
        assert.ok(slips(a, b) <= Math.max(a.length, b.length));
      }),
    );
  });

  it('is found through one slip in any of our names, wherever it is', () => {
    const names = Object.keys(knowledge.tags);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(99), fc.constantFrom('', 'x', 'xy'), (tag, place, letters) => {
        const at = place % tag.length;
        assert.equal(nearest(tag.slice(0, at) + letters + tag.slice(at + 1), names), tag);
      }),
    );
  });

  it('is nothing where there is little to go by', () => {
    assert.equal(most(3), 0);
    assert.equal(nearest('', ['map']), undefined);
    assert.equal(nearest('–', ['map']), undefined);
    assert.equal(nearest('foo', ['talk', 'work']), undefined);
    assert.equal(bare('“Contact_Card”'), 'contactcard');
  });
});
