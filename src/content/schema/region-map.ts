import { z } from 'zod';
import type { Source } from '../../base/source.js';
import { confidence, httpsUrl, review, sourceIds, text } from './common.js';

const fact = z.strictObject({ text, sources: sourceIds, confidence });

/** Words of a licence, which must be shown as they are. */
const attribution = text.refine((words) => words.includes('Crown copyright'), 'expected the words of the licence');

const file = z.strictObject({
  review,
  sources: sourceIds,
  heading: text,
  'heading-alliance': text,
  intro: text,
  picture: text,
  area: z.strictObject({ alliance: fact, system: fact, ccg: fact }),
  board: z.strictObject({ one: fact, many: fact }),
  trusts: fact,
  'no-hospital': fact,
  chosen: text,
  cleared: text,
  whole: text,
  marker: text,
  where: text,
  'where-note': text,
  asking: text,
  found: text,
  near: text,
  rough: text,
  outside: fact,
  list: text,
  'list-url': httpsUrl,
  failed: z.strictObject({ denied: text, unavailable: text }),
  caveat: fact,
  attribution: attribution.refine((words) => words.includes('{licence}'), 'expected the place of the link: {licence}'),
  'attribution-hospitals': attribution,
  licence: text,
  'licence-url': httpsUrl,
});

type File = z.output<typeof file>;
/** Facts become their text. */
type Said<T> = T extends { text: string; sources: string[] }
  ? string
  : T extends string[]
    ? T
    : T extends object
      ? { [K in keyof T]: Said<T[K]> }
      : T;

function said(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('text' in value) return value.text;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, said(child)]));
}

export const regionMapSchema = file.transform(({ review: _, sources, ...rest }) => ({
  ...(said(rest) as Said<Omit<File, 'review' | 'sources'>>),
  // Ids here; the content plugin puts in their place what a reader sees of each source.
  sources: sources as unknown as readonly Source[],
}));

export type RegionMapWords = z.output<typeof regionMapSchema>;
