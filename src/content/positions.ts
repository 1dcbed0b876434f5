import data from '../../content/organisations.yaml?positions';
import type { Organisation } from './organisation.js';

/** Where a hospital stands: the centre of its postcode, in degrees, to 4 decimals. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  /** One of the main hospitals, which the map draws. */
  readonly main: boolean;
}

/** The positions as they travel: by id of the hospital, ten-thousandths of a degree, and 1 for a main one. */
export type CompactPositions = Readonly<Record<string, readonly [latitude: number, longitude: number, main?: 1]>>;

const byId = new Map(Object.entries(data));

/** The position of a hospital; of any other body, nothing. */
export function positionOf({ id }: Pick<Organisation, 'id'>): Position | undefined {
  const found = byId.get(id);
  return found && { latitude: found[0] / 1e4, longitude: found[1] / 1e4, main: !!found[2] };
}
