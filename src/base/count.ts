import { fill } from './words.js';

/** Picks the sentence for one or for several things, and fills in `{n}`. */
export function count(sentences: { readonly one: string; readonly many: string }, n: number): string {
  return fill(n === 1 ? sentences.one : sentences.many, { n: n.toLocaleString('en-GB') });
}
