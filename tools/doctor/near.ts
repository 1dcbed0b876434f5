/** A name without what people write differently: capitals, hyphens, spaces, quotation marks. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');

/** Longer names than any of ours are nobody's slip. */
const longest = 90;

/** How many letters are to be changed, added, left out or swapped with the next, to make one name of another. */
export function slips(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? kept) + 1 : kept;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, kept, swapped);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** As many slips as still leave a name to be known: none in three letters, one in five, two in ten, then more. */
export const most = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : Math.max(2, Math.floor(length / 6)));

/** The one of some names that was probably meant, however it was written; none if nothing is near. */
export function nearest(asked: string, names: readonly string[]): string | undefined {
  const wanted = bare(asked.slice(0, longest));
  if (!wanted) return undefined;
  const same = names.find((name) => [bare(name), `${bare(name)}s`].includes(wanted));
  if (same) return same;
  // A beginning is a short form, such as `org`, if it is that of one name alone.
  const begun = wanted.length > 2 ? names.filter((name) => bare(name).startsWith(wanted)) : [];
  if (begun.length === 1) return begun[0];
  const [best] = names
    .map((name) => ({ name, far: slips(wanted, bare(name)) }))
    .filter(({ name, far }) => far <= Math.min(most(wanted.length), most(bare(name).length)))
    .sort((a, b) => a.far - b.far);
  return best?.name;
}
