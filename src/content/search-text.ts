/**
 * Text without what people leave out or write differently: case, accents, apostrophes, punctuation, spare spaces;
 * "&" is "and". Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// Only while comparing: "St" must still find Stevenage while somebody types it.
const spelledOut = (word: string) => (word === 'st' ? 'saint' : word);

/** Whether every word of the query begins some word of the text. An empty query matches all. */
export function matches(text: string, query: string): boolean {
  const words = fold(text).split(' ');
  return fold(query)
    .split(' ')
    .every((asked) => words.some((word) => word.startsWith(asked) || spelledOut(word).startsWith(spelledOut(asked))));
}
