import { z } from 'zod';
import { httpsUrl, text } from './common.js';
import { fact, guidance, type Guidance } from './guidance.js';

/** Words that are filled in. */
const filled = (...names: readonly string[]) =>
  text.refine(
    (words) => names.every((name) => words.includes(`{${name}}`)),
    `expected ${names.map((name) => `{${name}}`).join(' and ')}`,
  );

/** Words of a licence, which must be shown as they are. */
const attribution = text.refine(
  (words) => words.includes('copyright and database right'),
  'expected the words of the licence',
);

/** Sources that readers are shown with the catalogue, which the widget lists after its own; a test holds them to it. */
export const ofCatalogue = [
  'canceralliance-public',
  'ons-ccg-stp-2020',
  'ccg-close',
  'rcpch-icb-history',
  'ods-etr-2025',
  'rcpch-orgs-2024',
];

export const allianceFinderSchema = guidance({
  intro: fact,
  label: text,
  hint: text,
  find: text,
  private: text,
  'private-lookup': filled('host'),
  where: text,
  error: text,
  wrong: z.strictObject({ empty: text, short: filled('example'), long: text, unknown: text }),
  asking: text,
  'looking-up': text,
  denied: text,
  unavailable: text,
  here: text,
  in: fact,
  shared: fact,
  'mostly-outside': filled('place'),
  outside: filled('place'),
  'outside-here': text,
  elsewhere: fact,
  list: text,
  'list-url': httpsUrl,
  share: z.array(text).length(6, 'expected words for all, nearly all, most, half, some and a few'),
  part: filled('share', 'system'),
  'part-alliance': filled('share', 'system', 'alliance'),
  'part-outside': filled('share'),
  'alliance-areas': filled('areas'),
  choose: text,
  live: filled('system'),
  town: filled('outcode'),
  surer: text,
  'measured-here': text,
  near: text,
  rough: text,
  'not-looked-up': filled('outcode'),
  boards: z.strictObject({ heading: text, now: fact, until: fact, several: filled('boards'), before: text }),
  hospitals: z.strictObject({
    nearest: text,
    all: fact,
    miles: z.strictObject({ none: text, one: text, many: filled('n') }),
    middle: filled('outcode'),
    note: text,
  }),
  caveat: fact,
  attribution: attribution.refine((words) => words.includes('{licence}'), 'expected the place of the link: {licence}'),
  licence: text,
  'licence-url': httpsUrl,
}).transform(({ sources, ...words }) => ({ ...words, sources: sources.filter((id) => !ofCatalogue.includes(id)) }));

export type AllianceFinderWords = Guidance<typeof allianceFinderSchema>;
