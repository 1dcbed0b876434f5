import { z } from 'zod';
import type { Source } from '../../base/source.js';
import { confidence, review, sourceIds, text } from './common.js';

/** What every fact carries for editors; readers get its words alone. */
const evidence = { sources: sourceIds, confidence };

/** A fact of some shape, with what it rests on. */
export const factual = <S extends z.core.$ZodLooseShape>(shape: S) => z.strictObject({ ...shape, ...evidence });

/** A fact in words. */
export const fact = factual({ text });

/** A few facts that rest on the same sources. */
export const facts = factual({ text: z.array(text).min(1, 'expected at least one line') });

/** A part of a file without what only an editor reads; a fact that is words alone becomes them. */
export type Lean<T> = T extends readonly (infer Item)[]
  ? readonly Lean<Item>[]
  : T extends { confidence: unknown }
    ? Exclude<keyof T, keyof typeof evidence> extends 'text'
      ? T extends { text: infer Words }
        ? Words
        : never
      : { readonly [K in Exclude<keyof T, keyof typeof evidence>]: Lean<T[K]> }
    : T extends object
      ? { readonly [K in keyof T]: Lean<T[K]> }
      : T;

function lean(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(lean);
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([key]) => !('confidence' in part && key in evidence));
  const [[only] = [], ...more] = kept;
  if ('confidence' in part && only === 'text' && !more.length) return kept[0]?.[1];
  return Object.fromEntries(kept.map(([key, value]) => [key, lean(value)]));
}

/** Ids of all sources that rest under a part of a file, in order of appearance. */
export function idsUnder(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' ? (inner as string[]) : key === 'source' ? [inner as string] : idsUnder(inner),
  );
}

/** Whether any fact under a part of a file was not read at its source. */
export function isSecondary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => (key === 'confidence' && inner === 'secondary') || isSecondary(inner),
  );
}

/** What readers are told of a review. */
export const reviewed = ({ checked, due, status }: z.output<typeof review>) => ({
  checked,
  due,
  approved: status === 'approved',
});

/** What a guidance element needs of its file. */
type Words<S extends z.core.$ZodLooseShape> = Lean<z.output<z.ZodObject<S>>> & {
  readonly heading: string;
  readonly copies?: string;
  readonly reviewed: ReturnType<typeof reviewed>;
  /** Ids of all that the file rests on, in order of appearance. */
  readonly sources: readonly string[];
};

/** The words of a guidance element: its own parts beside what all have. */
export function guidance<S extends z.core.$ZodLooseShape>(shape: S): z.ZodType<Words<S>> {
  return z
    .strictObject({
      review,
      heading: text,
      /** That facts were read in copies: readers are told while any fact is secondary. */
      copies: text.optional(),
      ...shape,
    })
    .refine((file) => 'copies' in file || !isSecondary(file), {
      path: ['copies'],
      message: 'expected words that tell readers so, while any fact is secondary',
    })
    .transform((file) => {
      const { review: read, ...words } = file as { readonly review: z.output<typeof review> };
      const sources = [...new Set(idsUnder(words))];
      return { ...(lean(words) as object), reviewed: reviewed(read), sources } as Words<S>;
    });
}

/** What the content plugin makes of such a file: each source in the place of its id. */
export type Guidance<S extends z.ZodType> = Omit<z.output<S>, 'sources'> & { readonly sources: readonly Source[] };
