/**
 * Several of a closed list, separated by spaces or commas, in the host's order; none known means all.
 *
 * @param warn - Told of each word that is not known, and of those that are.
 */
export function someOf<T extends string>(
  value: unknown,
  accepted: readonly T[],
  warn: (word: unknown, accepted: string) => void,
): readonly T[] {
  const words = typeof value === 'string' ? value.toLowerCase().split(/[\s,]+/) : [value];
  const found = new Set<T>();
  for (const word of words.slice(0, 100)) {
    const known = accepted.find((name) => name === word);
    if (known) found.add(known);
    else if (word) warn(word, accepted.join(', '));
  }
  return found.size ? [...found] : accepted;
}
