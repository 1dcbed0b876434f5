import { z } from 'zod';
import { review, text } from './common.js';
import { fact } from './guidance.js';

/** Words for where no script runs; only tools/prerender reads them. */
export const withoutScriptsSchema = z.strictObject({
  review,
  'alliance-finder': z.strictObject({ intro: fact, areas: fact, unsure: text, reach: text }),
  'region-map': z.strictObject({ intro: text }),
});
export type WithoutScripts = z.output<typeof withoutScriptsSchema>;
