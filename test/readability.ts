/**
 * A smoke alarm for long words and long sentences, after Flesch and Kincaid (1975). It cannot say that a text is easy to
 * read: only people can. It says where to look first.
 */

/** Words that readers know better than their syllables suggest, or that have no shorter name. Counted as one syllable. */
const familiar =
  /^(cancer|alliances?|hospitals?|symptoms?|screening|invitations?|area|areas|appointments?|emergency)$/i;

/** One text that is hard to read. */
export interface Hard {
  /** Where it is, such as `about.text`. */
  readonly at: string;
  readonly text: string;
  readonly age: number;
}

export interface Reading {
  /** Names of bodies and titles, which nobody can put in other words; each counts as one short word. */
  readonly names?: readonly string[];
  /** Readers of this age and above understand; older is an alarm. Default 12. */
  readonly age?: number;
  /** Texts with fewer words say too little to measure. Default 8. */
  readonly words?: number;
}

/** Every string of a content file that is a sentence for readers, and where it stands. Addresses and lone words are not. */
export function sentencesOf(content: unknown, at = ''): readonly (readonly [at: string, text: string])[] {
  if (typeof content === 'string') return /\s/.test(content) && !/^https?:/.test(content) ? [[at, content]] : [];
  if (!content || typeof content !== 'object') return [];
  return Object.entries(content).flatMap(([key, value]) => sentencesOf(value, at ? `${at}.${key}` : key));
}

const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function simplify(text: string, names: readonly string[]): string {
  // The longest name first, so that "Norfolk and Suffolk" is not read as two.
  const known = [...names].sort((a, b) => b.length - a.length).map(escape);
  return (known.length ? text.replace(new RegExp(`\\b(${known.join('|')})`, 'g'), 'Name') : text).replace(
    /\{\w+\}/g,
    'Name',
  );
}

const splitSentences = (text: string) => text.split(/[.!?:](?:\s+|$)/).filter((sentence) => /[a-z]/i.test(sentence));
const splitWords = (text: string) => text.match(/[a-z0-9][a-z0-9'’-]*/gi) ?? [];

/** Syllables, about: groups of vowels, without a silent last `e`. Numerals and short forms count as one. */
export function syllables(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '');
  if (!bare || familiar.test(bare) || /^[A-Z]{2,}s?$/.test(word)) return 1;
  const spoken = bare.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

/** The age at which a pupil in England would read this with ease. */
export function readingAge(text: string, names: readonly string[] = []): number {
  const plain = simplify(text, names);
  const words = splitWords(plain);
  const sentences = splitSentences(plain).length || 1;
  if (!words.length) return 5;
  const grade =
    0.39 * (words.length / sentences) +
    (11.8 * words.reduce((sum, word) => sum + syllables(word), 0)) / words.length -
    15.59;
  return Math.max(5, grade + 5);
}

/** The texts of a content file that set off the alarm. */
export function hardTexts(content: unknown, { names = [], age = 12, words = 8 }: Reading = {}): readonly Hard[] {
  return sentencesOf(content)
    .filter(([, text]) => splitWords(simplify(text, names)).length >= words)
    .map(([at, text]) => ({ at, text, age: readingAge(text, names) }))
    .filter((hard) => hard.age > age);
}

/** Sentences with more words than a reader keeps in mind. */
export function longSentences(content: unknown, most = 20): readonly Hard[] {
  return sentencesOf(content).flatMap(([at, text]) =>
    splitSentences(text)
      .filter((sentence) => splitWords(sentence).length > most)
      .map((sentence) => ({ at, text: sentence, age: readingAge(sentence) })),
  );
}
