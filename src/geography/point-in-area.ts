import type { Line } from './arcs.js';
import { borders, outlines, type Outline } from './outlines.js';
import { project } from './projection.js';
import { distanceToLines, pointInRings } from './rings.js';

/** Where a place lies. */
export interface Place {
  /** Whether it is in the region, or so near to it that the outlines, which are drawn to 500 m, cannot tell. */
  readonly inside: boolean;
  /** Whether a border is so near that the answer may be the neighbour's. The coast is no border. */
  readonly nearBorder: boolean;
  /** Ids of the alliance, the system and the CCG area; none of a place outside. */
  readonly areas: Outline['areas'];
}

/** Units of the grid in a kilometre. */
const kilometre = 5;
const drawnTo = 0.5 * kilometre;

const closed = (ring: Line) => [...ring, ring[0]!];

/** In which areas a place lies, in degrees. Any number will do: what is not on the map is outside. */
export function locate(latitude: number, longitude: number): Place {
  const { x, y } = project(latitude, longitude);
  const ccgs = outlines().filter(({ kind }) => kind === 'ccg');
  let area = ccgs.find(({ rings }) => pointInRings(x, y, rings));
  if (!area) {
    const near = ccgs.map((ccg) => distanceToLines(x, y, ccg.rings.map(closed)));
    const least = Math.min(...near);
    if (least < drawnTo) area = ccgs[near.indexOf(least)];
  }
  return {
    inside: !!area,
    nearBorder: distanceToLines(x, y, borders) < kilometre,
    areas: area?.areas ?? {},
  };
}
