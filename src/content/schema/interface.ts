import { z } from 'zod';
import { httpsUrl, review, text } from './common.js';

export const interfaceSchema = z
  .strictObject({
    review,
    website: httpsUrl,
    publisher: text,
    'not-found': text,
    'website-name': text,
    checked: text,
    awaiting: text,
    overdue: text,
    sources: text,
    'medical-notice': text,
    'relay-uk': text,
  })
  .transform(({ review: _, ...words }) => words);

export type InterfaceWords = z.output<typeof interfaceSchema>;
