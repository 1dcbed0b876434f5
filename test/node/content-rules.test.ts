import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { screeningSchema } from '../../src/content/schema/screening-guidance.js';
import { hardTexts, longSentences, sentencesOf } from '../readability.js';

// What the house asks of every word that readers see, on top of what the schemas ask of each field. Each rule looks at
// one file and says what is wrong with it; each is shown a mistake as well, so that none can pass by looking away.

interface File {
  readonly name: string;
  /** As it is on disk, comments included. */
  readonly raw: string;
  readonly content: Readonly<Record<string, unknown>>;
}

interface Rule {
  readonly says: string;
  /** What is wrong with the file: nothing, if it keeps the rule. */
  readonly find: (file: File) => readonly string[];
  /** Files that break it, each in one way. */
  readonly broken: readonly Readonly<Record<string, unknown>>[];
}

const fileOf = (name: string, raw: string): File => ({ name, raw, content: parse(raw) as File['content'] });
const read = (folder: string): File[] =>
  readdirSync(folder).map((name) => fileOf(name, readFileSync(`${folder}/${name}`, 'utf8')));

const files = read('content/en');
const sources = read('content/sources').flatMap(
  ({ content }) => Object.values(content) as { readonly id: string; readonly publisher: string }[],
);
const knownSources = new Set(sources.map(({ id }) => id));

/** Names of bodies, which nobody can put in other words. */
const names = [
  ...readFileSync('content/organisations.yaml', 'utf8').matchAll(/^ +name: '?(.+?)'?$/gm),
  ...sources.map(({ publisher }) => ['', publisher]),
].flatMap(([, name]) => (name ? [name] : []));
/** Titles that have no shorter name. Readers meet each with its meaning or its short form beside it. */
const titles = [
  'Organisation Data Service',
  'integrated care systems',
  'clinical commissioning groups',
  'human papillomavirus',
  'National Smokefree Helpline',
];

type Place = readonly [at: string, value: unknown];

/** Every part of a file, and where it stands. */
function placesIn(value: unknown, at = ''): readonly Place[] {
  if (!value || typeof value !== 'object') return [[at, value]];
  const inner = Object.entries(value).flatMap(([key, child]) => placesIn(child, at ? `${at}.${key}` : key));
  return [[at, value], ...inner];
}

/** Not for readers: how a file is kept, and addresses. */
const unseen = /(^|\.)(review|sources|source|confidence|checked|id|unit|date|file)(\.|$)|-url$|^website$/;

/** Every text that a reader can see, and where it stands. */
const textsIn = (file: File): readonly (readonly [at: string, text: string])[] =>
  placesIn(file.content).flatMap(([at, value]) => (typeof value === 'string' && !unseen.test(at) ? [[at, value]] : []));

const wordsOf = (text: string) => text.split(/\s+/).length;

/** Words that NHS content style, or the house, avoids; and what to write, or why. */
const avoided: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bfaec(es|al)(?! immunochemical test)/i, 'poo; the name of the test may stand once, after "poo test"'],
  [/\bstools?\b|\bbowel movements?\b/i, 'poo'],
  [/\bwee\b/i, 'pee'],
  [/\buter(us|ine)\b/i, 'womb'],
  [/\babdom(en|inal)\b/i, 'tummy'],
  [/\boesophagus\b/i, 'food pipe'],
  [/\bdrugs?\b|\bmedications?\b/i, 'medicine'],
  [/\bfever(ish)?\b/i, 'high temperature'],
  [/\bchronic\b|\bacute\b/i, 'say how long, or how sudden'],
  [/\bclinicians?\b/i, 'a doctor or nurse, or who it is'],
  [/\bdiseases?\b|\bdisorders?\b/i, 'name it'],
  [/(?<!used to be called a )\bsmear\b/i, 'cervical screening; smear test once, as its old name'],
  [/\bpatients?\b|\bsufferers?\b/i, 'people, people with cancer'],
  [/\bsuffer\w*|\bvictims?\b/i, 'have'],
  [/\bbattl\w*|\bfight\w*|\bbrave\w*|\bsurvivors?\b|\bbeat(en|ing)? cancer\b/i, 'cancer is not a war'],
  [/\bterminal(ly)?\b/i, 'needs care: ask a clinician for the words'],
  [/\bBAME\b/, 'name the group'],
  [/\bchemists?\b/i, 'pharmacy'],
  [/\b(GP|medical|doctor's) practices?\b|\bdoctor's surgery\b/i, 'GP surgery'],
  [/\byour GP\b(?! surgery)/i, 'a GP: not everyone has one'],
  [/\betc\b|\be\.?g\b\.?|\bi\.?e\b\.?|\bvia\b|\bpros and cons\b|\bper (annum|cent)\b/i, 'no Latin'],
  [/\d ?%/, '"1 in 2", not "50%"'],
  [/\bplease note\b/i, 'say it'],
  [/\bshould\b|\bmust\b/i, 'say what to do, or that it is a choice'],
  [/\btelephone\b/i, 'phone, or call'],
  [/\bclick\b/i, 'not everyone has a mouse'],
  [/\b(two|three|four|five|six|seven|eight|nine|ten)\b/i, 'numerals, 1 and 2 included'],
  [/\bnot need\b|\bn't need\b|\bno need\b|\bneed no\b/i, 'never that somebody does not need something'],
  [/\ball[ -]clear\b|\bpassed\b|\bnormal result/i, 'no further tests needed now'],
  [/\byou (have|do not have) cancer\b(?<!mean you have cancer)/i, 'never a diagnosis'],
  [/\btwo-week wait\b|\b2-week wait\b/i, 'urgent suspected cancer referral'],
  [/\border (a|your|one)\b/i, 'home tests are offered; nobody can order one'],
  [
    /\bsex change\b|\btranssexual|\bbiological(ly)?\b|\bidentif(y|ies) as\b/i,
    'say how people are registered, and what they have',
  ],
  [/\bhospital trusts?\b/i, 'NHS trust, in every widget'],
  [/\bIntegrated Care (Board|System)|\bClinical Commissioning/, 'small letters, except in a name'],
];

/** Sentences over 20 words that stay, and why. None today. */
const longAllowed: Readonly<Record<string, string>> = {};

/** Texts that set off the alarm for reading age and stay, and why. */
const hardAllowed: Readonly<Record<string, string>> = {
  'region-map.yaml attribution-hospitals': 'the exact words of the licence',
  'symptom-guidance.yaml signs.poo-change.text': 'diarrhoea and constipation have no shorter names that say as much',
};

const hardIn = ({ content }: File) => hardTexts(content, { names: [...names, ...titles], age: 11 });

/** Facts of the collection of November 2026 that nobody has read at any source. Comments may say that they are left out. */
const unverified =
  /\b(scr-(gp-registration|trans-prostate|formats|adjust)|bre-recall|cer-(results-time|65plus)|lun-risks|sym-(999-treatment|cordcomp|tell-gp)|wait-choice|paf-(uv|occupation|infections|alcohol|fibre|radiation|procmeat|airpoll|breastfeeding|inactivity)|prev-(smoke-app|alcohol-help|skin-tones|activity|diet|weight-help|radon)|stat-eoe-data|sup-(bcuk|target|roycastle|ylvc|111mh|pals|travel|benefits|work|cns|carers)|loc-flag|sty-disclaimer|lang-(eoe-2021|set|rtl|ais))\b|\bunverified\b|\bnot-verified\b|\bgeneral[ -]knowledge\b/i;

const day = (value: unknown) => Date.parse(String(value));

const rules: readonly Rule[] = [
  {
    says: 'uses none of the words to avoid',
    find: (file) =>
      textsIn(file).flatMap(([at, text]) =>
        avoided.flatMap(([word, instead]) => (word.test(text) ? [`${at}: "${text}" (${instead})`] : [])),
      ),
    broken: [
      { a: 'Ask your GP.' },
      { a: { b: ['Cancer patients'] } },
      { a: 'About 50% of people.' },
      { a: 'You do not need screening.' },
      { a: 'You have cancer.' },
      { a: 'Book a smear test.' },
      { a: 'The two Alliances.' },
    ],
  },
  {
    says: 'keeps to 20 words a sentence, and never passes 25',
    find: (file) =>
      longSentences(file.content, 20)
        .filter(({ at, text }) => wordsOf(text) > 25 || !longAllowed[`${file.name} ${at}`])
        .map(({ at, text }) => `${at}: ${wordsOf(text)} words: "${text}"`),
    broken: [{ a: `${'word '.repeat(21)}end.` }],
  },
  {
    says: 'can be read at 11, wanted 9 to 11',
    find: (file) =>
      hardIn(file)
        .filter(({ at }) => !hardAllowed[`${file.name} ${at}`])
        .map(({ at, text, age }) => `${at}: reading age ${age.toFixed(1)}: "${text}"`),
    broken: [
      {
        a: 'Multidisciplinary organisations collaboratively facilitate individualised rehabilitation initiatives nationally.',
      },
    ],
  },
  {
    says: 'names known sources and the confidence of every fact',
    find: (file) =>
      placesIn(file.content).flatMap(([at, value]) => {
        if (!value || typeof value !== 'object' || Array.isArray(value)) return [];
        const fact = value as Readonly<Record<string, unknown>>;
        // At the top of a file, `sources` are what the whole widget rests on.
        if (at === '' || (!('sources' in fact) && !('confidence' in fact))) return [];
        const ids = Array.isArray(fact['sources']) ? (fact['sources'] as string[]) : [];
        return [
          ...(ids.length ? [] : [`${at}: no source`]),
          ...ids.filter((id) => !knownSources.has(id)).map((id) => `${at}: no such source: ${id}`),
          ...(/^(verified|secondary)$/.test(String(fact['confidence'])) ? [] : [`${at}: no confidence`]),
        ];
      }),
    broken: [
      { a: { text: 'A.', confidence: 'verified' } },
      { a: { text: 'A.', sources: ['nhs-psa'] } },
      { a: { text: 'A.', sources: ['nobody'], confidence: 'verified' } },
      { a: { text: 'A.', sources: ['nhs-psa'], confidence: 'unverified' } },
    ],
  },
  {
    says: 'awaits approval, or names who approved it, and is due again within 3 months',
    find: ({ content }) => {
      const { status, approver, checked, due } = (content['review'] ?? {}) as Readonly<Record<string, unknown>>;
      const days = (day(due) - day(checked)) / 86_400_000;
      return [
        ...(status === 'awaiting-approval' || (status === 'approved' && approver)
          ? []
          : [`review.status: ${String(status)}`]),
        ...(days > 0 && days <= 92 ? [] : [`review.due: ${days} days after the check`]),
      ];
    },
    broken: [
      {},
      { review: { status: 'approved', checked: '2026-11-22', due: '2027-02-22' } },
      { review: { status: 'awaiting-approval', checked: '2026-11-22', due: '2027-11-22' } },
    ],
  },
  {
    says: 'leads only to https addresses',
    find: ({ raw }) => raw.match(/javascript:|\bdata:text|\bhttp:\/\/\S*/gi) ?? [],
    broken: [{ a: 'javascript:alert(1)' }, { a: 'http://nhs.uk/' }],
  },
  {
    says: 'has single spaces, and none at the ends',
    find: (file) =>
      textsIn(file).flatMap(([at, text]) => (/\s\s|^\s|\s$|\t|\u00a0/.test(text) ? [`${at}: "${text}"`] : [])),
    broken: [{ a: 'Two  spaces.' }, { a: 'One at the end. ' }],
  },
  {
    says: "has straight quotation marks, as the bodies' official names have",
    find: (file) => textsIn(file).flatMap(([at, text]) => (/[‘’“”]/.test(text) ? [`${at}: "${text}"`] : [])),
    broken: [{ a: 'The Alliances’ website' }],
  },
  {
    says: 'ends what has more than one sentence with a full stop',
    find: (file) =>
      textsIn(file).flatMap(([at, text]) =>
        /[.?!] [A-Z0-9]/.test(text) && !/[.?!:]$/.test(text) ? [`${at}: "${text}"`] : [],
      ),
    broken: [{ a: 'One. And another' }],
  },
  {
    says: 'rests on nothing that was not verified',
    find: ({ content }) =>
      placesIn(content).flatMap(([at, value]) => (unverified.test(String(value)) ? [`${at}: ${String(value)}`] : [])),
    broken: [{ a: { sources: ['bre-recall'] } }, { a: { confidence: 'general-knowledge' } }],
  },
  {
    says: 'never lets a result stand alone that asks for no further tests: it does not rule out cancer',
    find: (file) =>
      textsIn(file).flatMap(([at, text]) =>
        /^(?!.*:).*no further tests( are)? needed now/i.test(text) && !text.includes('rule out cancer')
          ? [`${at}: "${text}"`]
          : [],
      ),
    broken: [{ a: 'Not raised. No further tests needed now.' }],
  },
];

describe('the words for readers', () => {
  it('are those of every widget, and many', () => {
    assert.ok(files.length >= 6, files.map(({ name }) => name).join());
    assert.ok(files.flatMap((file) => sentencesOf(file.content)).length > 250);
  });

  for (const { says, find, broken } of rules) {
    describe(says, () => {
      for (const file of files) it(file.name, () => assert.deepEqual(find(file), []));

      it('and a file that does not is found', () => {
        for (const content of broken) {
          const file = { name: 'broken.yaml', raw: JSON.stringify(content), content };
          assert.ok(find(file).length, JSON.stringify(content));
        }
      });
    });
  }

  it('need every exception that is made for them', () => {
    const long = files.flatMap((file) => longSentences(file.content, 20).map(({ at }) => `${file.name} ${at}`));
    const hard = files.flatMap((file) => hardIn(file).map(({ at }) => `${file.name} ${at}`));
    assert.deepEqual(
      Object.keys(longAllowed).filter((at) => !long.includes(at)),
      [],
    );
    assert.deepEqual(
      Object.keys(hardAllowed).filter((at) => !hard.includes(at)),
      [],
    );
  });

  it('put emergencies first, then urgent help, then a GP', () => {
    const notice = String(files.find(({ name }) => name === 'interface.yaml')?.content['medical-notice']);
    assert.match(notice, /^In an emergency, call 999\..*NHS 111 online or call 111\..*talk to a GP/);
  });

  it('of screening say that facts were read in copies, while any was', () => {
    const words = files.find(({ name }) => name === 'screening-guidance.yaml')?.content;
    assert.ok(screeningSchema.safeParse(words).success);
    const issues = screeningSchema.safeParse({ ...words, copies: undefined }).error?.issues ?? [];
    assert.deepEqual(
      issues.map(({ path }) => path.join('.')),
      ['copies'],
    );
  });
});
