import { decodeLines } from '../geography/arcs.js';
import { unproject } from '../geography/projection.js';

/** How much of an outward code: 0 is all of it, 5 a few addresses, each less than the one before. */
export type Share = number;
export const all: Share = 0;
/** The most that does not count as much of it. */
export const some: Share = 4;

/** Where an outward code lies, and who serves it. */
export interface Outcode {
  readonly outcode: string;
  /** The middle of its postcodes, in degrees, to about half a mile. */
  readonly latitude: number;
  readonly longitude: number;
  /** Ids of the systems it lies in, that of most postcodes first; nothing is what lies outside all of them. */
  readonly parts: readonly { readonly system: string | undefined; readonly share: Share }[];
  /** Ids of the boards that cover it today. */
  readonly boards: readonly string[];
}

/**
 * The table as it travels. Why so: docs/decisions/0012-outward-codes.md. The encoder is schema/outcodes-encode.ts; systems
 * and boards are told by their place in the catalogue.
 */
export interface CompactOutcodes {
  /** Letters and districts: `AL1-10 CB1-11,21-25`. */
  readonly places: string;
  /** One letter for each outward code: which of the looks it has. */
  readonly kinds: string;
  /** `4135 0`: a figure for a system (6 is outside) and one for its share, for each part; then figures for the boards. */
  readonly looks: string;
  /** One line for the outward codes with the same letters, in units of 1.2 km. */
  readonly points: string;
}

/** Codes of the boards of 2022, as postcode services give them, in the order of the systems. */
export type BoardCodes = readonly string[];

/** Units of the map's grid in a unit of the table. */
export const coarse = 6;
export const firstLetter = 35;

/** The outward codes, in order. */
export function decodeOutcodes(
  { places, kinds, looks, points }: CompactOutcodes,
  systems: readonly string[],
  boards: readonly string[],
): readonly Outcode[] {
  const known = looks.split(',').map((look) => {
    const [parts = '', served = ''] = look.split(' ');
    return {
      parts: [...parts.matchAll(/../g)].map(([[system = '', share = '']]) => ({
        system: systems[+system],
        share: +share,
      })),
      boards: Array.from(served).flatMap((board) => boards[+board] ?? []),
    };
  });
  const middles = decodeLines(points).flat();
  const outcodes = places.split(' ').flatMap((group) => {
    const [, letters = '', districts = ''] = /(\D+)(.+)/.exec(group) ?? [];
    return districts.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => `${letters}${from + index}`);
    });
  });
  return outcodes.flatMap((outcode, index) => {
    const [x, y] = middles[index] ?? [0, 0];
    const look = known[kinds.charCodeAt(index) - firstLetter];
    return look ? { outcode, ...unproject(x * coarse, y * coarse), ...look } : [];
  });
}
