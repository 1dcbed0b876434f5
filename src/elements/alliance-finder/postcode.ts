/** What somebody typed, read as a postcode or the beginning of one. */
export interface Reading {
  /** The first half, such as `NR2`. */
  readonly outcode: string;
  /** As much of the second half as was typed: nothing, `3`, `3A` or `3AB`. */
  readonly inward: string;
}

// NR2, E14 and, in London, W1A and SW1A, with the letters that British postcodes have in each place. Only two letters go
// with a 0. No 0 or 1 can stand for the last letter, nor for a letter of the second half: O and I are never there.
const outward = /^[A-PR-UWYZ](?:[1-9]\d?|\d[A-HJKPSTUW]|[A-HK-Y](?:0|[1-9]\d?|\d[ABEHMNPRVWXY]))$/;
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
  return mixed.filter((text) => outward.test(text));
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
  const gaps = Array.from(text.matchAll(/\s/g), ({ index }) => bare(text.slice(0, index)).length);

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
