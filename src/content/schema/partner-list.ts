import { z } from 'zod';
import { confidence, plural, review, sourceIds, text } from './common.js';

/** A sentence that states a fact; what it rests on stays behind in the file. */
const fact = z.strictObject({ text, sources: sourceIds, confidence }).transform(({ text: said }) => said);

const kind = z.strictObject({ one: text, many: text, does: fact.optional(), basis: fact.optional() });

export const partnerListSchema = z
  .strictObject({
    review,
    heading: text,
    'heading-alliance': text,
    basis: z.strictObject({
      published: fact,
      day: fact,
      early: fact,
      changes: fact,
      systems: fact,
    }),
    'has-closed': text,
    kinds: z.strictObject({ system: kind, ccg: kind, icb: kind, trust: kind, hospital: kind }),
    several: z.strictObject({ system: text, alliance: text }),
    count: plural,
    search: text,
    hint: text,
    found: plural,
    clear: text,
    none: text,
    area: text,
    'area-trusts': text,
    'show-all': text,
    'show-area': text,
    empty: text,
    closed: text,
    and: text,
    formerly: text,
    replaced: text,
    step: text,
    split: text,
    'trust-phone': text,
    hospitals: text,
    areas: text,
    'no-details': text,
    // In the order of the columns.
    columns: z.strictObject({
      name: text,
      kind: text,
      phone: text,
      town: text,
      postcode: text,
      website: text,
      trust: text,
      system: text,
      alliance: text,
      former: text,
      opened: text,
      closed: text,
      now: text,
      code: text,
      checked: text,
    }),
    copy: text,
    copied: text,
    'not-copied': text,
    download: text,
    file: z.string().regex(/^[\w-]+\.csv$/, 'expected a file name that ends in .csv'),
  })
  .transform(({ review: _, ...words }) => words);

export type PartnerListWords = z.output<typeof partnerListSchema>;
