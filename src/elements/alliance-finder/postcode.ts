/** What somebody typed, read as a postcode or the beginning of one. */
export interface Reading {
  /** The first half, such as `NR2`. */
  readonly outcode: string;
  /** As much of the second half as was typed: nothing, `3`, `3A` or `3AB`. */
  readonly inward: string;
}

// Letters that British postcodes have in each place. No 0 or 1 can stand for a letter of the second half, or for the
// last letter of the first: O and I are never there.
const first = '[A-PR-UWYZ]';
const second = '[A-HK-Y]';
const district = '(?:0|[1-9]\\d?)';
const outward = [
  // NR2, E14 and, in London, W1A and SW1A. Only two letters go with a 0.
  new RegExp(`^${first}${second}${district}$`),
  new RegExp(`^${first}[1-9]\\d?$`),
  new RegExp(`^${first}\\d[A-HJKPSTUW]$`),
  new RegExp(`^${first}${second}\\d[ABEHMNPRVWXY]$`),
];
const inward = /^\d[ABD-HJLNP-UW-Z]{0,2}$/;

/** Letters and figures alone, in capitals. Letters of other widths or with accents are taken for the plain ones. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

const asLetter = (sign: string) => sign.replace('0', 'O').replace('1', 'I');
const asFigure = (sign: string) => sign.replace('O', '0').replace('I', '1');

/** All that a first half can be, with O for 0, 1 for I and the other way round, as typed first. */
function outcodesIn(signs: string): string[] {
  const mixed = Array.from(signs).reduce<string[]>(
    (found, sign) =>
      found.flatMap((start) => [...new Set([sign, asLetter(sign), asFigure(sign)])].map((end) => start + end)),
    [''],
  );
  return mixed.filter((text) => outward.some((pattern) => pattern.test(text)));
}

/**
 * Reads a postcode, or the beginning of one from its first half on. Forgives case, spaces anywhere, punctuation, and O for
 * 0 or I for 1. A space that was typed tells the halves apart; without one the first half is the longest that can be.
 *
 * @param known - Whether an outward code is one of ours: where several readings are possible, such a one is meant.
 */
export function readPostcode(text: string, known: (outcode: string) => boolean): Reading | undefined {
  const signs = bare(text);
  if (signs.length < 2 || signs.length > 7 || !/^[A-Z\d]+$/.test(signs)) return undefined;
  // Where spaces stand, counted in letters and figures.
  const pieces = text
    .trim()
    .split(/\s+/)
    .map((piece) => bare(piece).length);
  const gaps = pieces.map((_, index) => pieces.slice(0, index).reduce((sum, length) => sum + length, 0));

  const readings = [4, 3, 2].flatMap((length) => {
    const rest = asFigure(signs.charAt(length)) + signs.slice(length + 1);
    if (length > signs.length || (rest && !inward.test(rest))) return [];
    return outcodesIn(signs.slice(0, length)).map((outcode) => ({ outcode, inward: rest }));
  });
  const best = (list: readonly Reading[]) => list.find(({ outcode }) => known(outcode)) ?? list[0];
  const split = best(readings.filter((reading) => reading.inward && gaps.includes(reading.outcode.length)));
  const [longest] = readings;
  const whole = best(readings.filter(({ outcode }) => outcode.length === longest?.outcode.length));
  const reading = split ?? whole;
  // "Oil" is no postcode: without a figure only one of ours is meant.
  return reading && (/\d/.test(signs) || known(reading.outcode)) ? reading : undefined;
}

/** The letters that a postcode begins with, if that is all there is. */
export function lettersOnly(text: string): string | undefined {
  const letters = bare(text).replaceAll('0', 'O').replaceAll('1', 'I');
  return /^[A-Z]{1,2}$/.test(letters) ? letters : undefined;
}
