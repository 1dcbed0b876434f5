import { z } from 'zod';
import { review, text } from './common.js';

export const contactCardSchema = z
  .strictObject({
    review,
    region: text,
    purpose: z.strictObject({
      alliance: text,
      icb: text,
      trust: text,
      hospital: text,
    }),
    'through-website': text,
    'no-details': text,
    details: z.strictObject({ name: text, telephone: text, email: text, address: text, website: text }),
    map: text,
    visit: text,
    yours: text,
    closed: text,
    successor: text,
    now: text,
    and: text,
    successors: text,
    save: text,
    copy: text,
    copied: text,
    'not-copied': text,
    print: text,
  })
  .transform(({ review: _, ...words }) => words);

export type ContactCardWords = z.output<typeof contactCardSchema>;
