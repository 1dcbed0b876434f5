import synonyms from '../../../content/synonyms.yaml';
import { fold } from '../../content/search-text.js';
import type { CareCard } from '../../parts/care-card.js';

/** A care card, and the part of the body that it belongs to. */
export interface AreaCard extends CareCard {
  readonly area: string;
}

const ignored = new Set(synonyms.ignore.split(' '));
const sameAs = synonyms.words.split('\n').map((line) => line.split(' '));

/** The words of a text that say something. */
const wordsIn = (text: string) => [
  ...new Set(
    fold(text)
      .split(' ')
      .filter((word) => word.length > 2 && !ignored.has(word)),
  ),
];

const stem = (word: string) => word.replace(/^(.{3,}?)(ing|ed|e?s|y)$/, '$1');

/** Whether one letter is wrong, missing or too many, or two are swapped, in words long enough to tell by the rest. */
function near(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [x, y] = [a.slice(at), b.slice(at)];
  const swapped = x.charAt(1) + x.charAt(0) + x.slice(2);
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || swapped === y;
}

/** Whether a reader who types one word, or begins to, may mean another. */
const like = (typed: string, word: string) =>
  word.startsWith(stem(typed)) ||
  (word.length > 3 && typed.startsWith(word)) ||
  near(typed, word) ||
  near(stem(typed), word);

/** A word that was typed, and what else it may be called. */
const meanings = (typed: string) => [
  typed,
  ...sameAs.flatMap(([meant = '', ...others]) => (others.some((other) => like(typed, other)) ? [meant] : [])),
];

/**
 * The signs that share most words with what was typed, on cards of their own: one for each heading, in the order of the
 * cards given. Words that no sign knows do no harm, so that people can write as they speak.
 *
 * @returns Undefined where nothing was typed to look for yet; no cards where nothing matches.
 */
export function search(query: string, cards: readonly AreaCard[]): readonly CareCard[] | undefined {
  const asked = wordsIn(query).map(meanings);
  if (!asked.length) return undefined;
  const signs = cards.flatMap(({ area, items, ...card }) =>
    items.map((item) => {
      const known = wordsIn(`${item} ${area}`);
      const hits = asked.filter((words) => words.some((word) => known.some((other) => like(word, other))));
      return { ...card, item, hits: hits.length };
    }),
  );
  const most = Math.max(1, ...signs.map(({ hits }) => hits));
  const found = new Map<string, CareCard & { readonly items: string[] }>();
  for (const { level, heading, item, hits } of signs) {
    if (hits < most) continue;
    const card = found.get(heading) ?? { level, heading, items: [] };
    if (!card.items.includes(item)) card.items.push(item);
    found.set(heading, card);
  }
  return [...found.values()];
}
