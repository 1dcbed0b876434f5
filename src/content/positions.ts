import data from '../../content/organisations.yaml?positions';
import { organisations } from './catalogue.js';
import type { Organisation } from './organisation.js';

/** Where a hospital stands: the centre of its postcode, in degrees, to 4 decimals. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  /** One of the main hospitals, which the map draws. */
  readonly main: boolean;
}

/**
 * The positions as they travel: 7 letters for each hospital, in the catalogue's order. 3 for each of latitude and
 * longitude, ten-thousandths of a degree from the origin in base 36, then `m` for a main one.
 */
export type CompactPositions = string;

/** In ten-thousandths of a degree, south-west of all hospitals. */
const origin = { latitude: 510_000, longitude: -10_000 };

/** Every hospital with its position, in the catalogue's order. */
export const positions = (): ReadonlyMap<Organisation, Position> =>
  new Map(
    organisations()
      .filter(({ kind }) => kind === 'hospital')
      .map((hospital, index) => {
        const letters = data.slice(index * 7, index * 7 + 7);
        const degrees = (from: number, start: number) => (from + parseInt(letters.slice(start, start + 3), 36)) / 1e4;
        const latitude = degrees(origin.latitude, 0);
        return [hospital, { latitude, longitude: degrees(origin.longitude, 3), main: letters.endsWith('m') }];
      }),
  );
