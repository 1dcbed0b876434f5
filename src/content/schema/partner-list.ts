import { z } from 'zod';
import { confidence, plural, review, sourceIds, text } from './common.js';

/** A sentence that states a fact; what it rests on stays behind in the file. */
const fact = z.strictObject({ text, sources: sourceIds, confidence }).transform(({ text: said }) => said);

const kind = z
  .strictObject({ one: text, many: text, text, sources: sourceIds, confidence })
  .transform(({ sources: _, confidence: __, ...words }) => words);

export const partnerListSchema = z
  .strictObject({
    review,
    heading: text,
    'heading-alliance': text,
    basis: z.strictObject({
      published: fact,
      icb: fact,
      hospital: fact,
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
    area: plural,
    'area-trusts': text,
    'area-off': text,
    'show-all': text,
    'show-area': text,
    empty: text,
    'empty-why': text,
    closed: text,
    and: text,
    formerly: text,
    replaced: text,
    step: text,
    split: text,
    phone: text,
    'trust-phone': text,
    place: text,
    website: text,
    hospitals: text,
    trust: text,
    system: text,
    areas: text,
    alliance: text,
    opened: text,
    code: text,
    'no-details': text,
    copy: text,
    copied: text,
    'not-copied': text,
    download: text,
    file: z.string().regex(/^[\w-]+\.csv$/, 'expected a file name that ends in .csv'),
    // In the order of the columns.
    columns: z.strictObject({
      name: text,
      kind: text,
      alliance: text,
      system: text,
      trust: text,
      former: text,
      code: text,
      phone: text,
      town: text,
      postcode: text,
      website: text,
      opened: text,
      closed: text,
      now: text,
      checked: text,
    }),
  })
  .transform(({ review: _, ...words }) => words);

export type PartnerListWords = z.output<typeof partnerListSchema>;
