import { z } from 'zod';

/** One word as a search compares it: small letters, no accents. */
const word = z.string().regex(/^[a-z]{3,}$/, 'expected one word of at least 3 small letters, without accents');

const each = z
  .array(word)
  .min(1, 'expected at least one word')
  .refine((list) => new Set(list).size === list.length, 'expected no word twice');

/** Words that readers type for the words that the symptoms are written in. They travel as text, one line for each word. */
export const synonymsSchema = z
  .strictObject({
    /** Words that say nothing about a symptom. */
    ignore: each,
    /** By a word of the symptoms (or how it begins): what readers type instead. */
    words: z.record(word, each),
  })
  .superRefine(({ words }, context) => {
    for (const [meant, typed] of Object.entries(words))
      if (typed.includes(meant))
        context.addIssue({
          code: 'custom',
          path: ['words', meant],
          message: 'expected words other than the one they stand for',
        });
  })
  .transform(({ ignore, words }) => ({
    ignore: ignore.join(' '),
    /** Lines of words: the one that is meant, then those that are typed. */
    words: Object.entries(words)
      .map(([meant, typed]) => [meant, ...typed].join(' '))
      .join('\n'),
  }));

export type Synonyms = z.output<typeof synonymsSchema>;
