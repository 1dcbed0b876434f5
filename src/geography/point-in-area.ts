import { borders, ccgAreas, type CcgArea } from './areas.js';
import { project } from './projection.js';
import { closed, distanceToLines, pointInRings } from './rings.js';

/** Where a place lies. */
export interface Place {
  /** Whether it is in the region, or off its coast by less than the 500 m to which the outlines are drawn. */
  readonly inside: boolean;
  /** Whether a border is within 1 km, inside or outside, so that the answer may be wrong. The coast is no border. */
  readonly nearBorder: boolean;
  /** Ids of the alliance, the system and the CCG area; none of a place outside. */
  readonly areas: Partial<CcgArea['areas']>;
}

/** Units of the grid in a kilometre. */
const kilometre = 5;
const drawnTo = 0.5 * kilometre;

/** In which areas a place lies, in degrees. Any number will do: what is not on the map is outside. */
export function locate(latitude: number, longitude: number): Place {
  const { x, y } = project(latitude, longitude);
  const ccgs = ccgAreas();
  const toBorder = distanceToLines(x, y, borders);
  let area = ccgs.find(({ rings }) => pointInRings(x, y, rings));
  if (!area) {
    // A pier, a quay or a marsh: off the coast as it is drawn, and nearer to it than to a neighbour on land.
    const away = ccgs.map(({ rings }) => distanceToLines(x, y, rings.map(closed)));
    const least = Math.min(...away);
    if (least < drawnTo && least < toBorder) area = ccgs[away.indexOf(least)];
  }
  return { inside: !!area, nearBorder: toBorder < kilometre, areas: area?.areas ?? {} };
}
