import { z } from 'zod';

/** Plain text for a reader: not empty, and without markup, which no template would render. */
export const text = z
  .string()
  .trim()
  // Signs that nobody can see are no words.
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'expected some words, found none')
  .refine((value) => !/[<>]/.test(value), 'expected plain words, found markup')
  // Every object has these, so a reader would be shown the browser's own code.
  .refine(
    (value) => [...value.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => !(name in Object.prototype)),
    'expected a placeholder that is filled, found the name of something that every object has',
  );

/** A day that exists, written YYYY-MM-DD. */
export const day = z.iso.date('expected a day that exists, written YYYY-MM-DD');

/** A day on which somebody did something: it cannot lie ahead. */
export const pastDay = day.refine(
  (value) => value <= new Date().toISOString().slice(0, 10),
  'expected a day that has come, found one in the future',
);

/** A link for a reader: https, no user name, no port. */
export const httpsUrl = z.string().refine((value) => {
  // Without its slashes an address is read from the page that it stands on.
  if (!/^https:\/\/[\w.-]+([/?#]|$)/.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.protocol === 'https:' && !url.username && !url.port && !/\s/.test(value);
}, 'expected an https address');

/** A UK telephone number as people write it, with spaces. */
export const telephone = z
  .string()
  .regex(/^0\d{2,4} \d{3,4}( ?\d{3,4})?$/, 'expected a UK telephone number with spaces');

/** `verified` was read in a source of good standing; `secondary` was read elsewhere and awaits a check. Nothing else is published. */
export const confidence = z.enum(
  ['verified', 'secondary'],
  'expected verified or secondary; nothing else may be published',
);

/** Ids of entries in content/sources/. That they exist is checked where all files are known. */
export const sourceIds = z.array(z.string()).min(1, 'expected at least one source');

/** Who has checked a file, and when. */
export const review = z.strictObject({
  status: z.enum(['awaiting-approval', 'approved']),
  approver: text.optional(),
  checked: pastDay,
  due: day,
});

/** A sentence for one and a sentence for several; `{n}` is the number. */
export const plural = z.strictObject({ one: text, many: text });

/** One page or dataset that facts rest on. */
export const sourceEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'expected an id of small letters, figures and hyphens'),
  title: text,
  publisher: text,
  url: httpsUrl.optional(),
  read: z.string().optional(),
  dated: z.union([z.string(), z.number()]).optional(),
  checked: pastDay,
});
export type SourceEntry = z.output<typeof sourceEntry>;

export const sourceFile = z.array(sourceEntry).min(1);

/** Something wrong in a file, and where. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
