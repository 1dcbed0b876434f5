/** Languages that the words in `content/` exist in. A new folder beside `content/en` is a new entry here. */
const packs = ['en-GB'] as const;

/** The pack to show to a page in the given language: the first whose language matches, else English. */
export function packFor(language: string): (typeof packs)[number] {
  const wanted = language.slice(0, 2).toLowerCase();
  return packs.find((pack) => pack.startsWith(wanted)) ?? packs[0];
}
