/** Languages of the words in a build: English, or the one that `CONTENT_LANGUAGE` names (tools/content/plugin.ts). */
const packs = ['en-GB'] as const;

/** The pack to show to a page in the given language: the first whose language matches, else English. */
export function packFor(language: string): (typeof packs)[number] {
  const wanted = language.slice(0, 2).toLowerCase();
  return packs.find((pack) => pack.startsWith(wanted)) ?? packs[0];
}
