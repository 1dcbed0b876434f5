import data from '../../content/outlines.json';
import { organisations } from '../content/catalogue.js';
import { decodeLines, dissolve, type Line } from './arcs.js';

export type AreaKind = 'alliance' | 'system' | 'ccg';

/** A CCG area, the smallest there is: all others are made of these. What only a drawing needs is in outlines.ts. */
export interface CcgArea {
  /** Ids of the area itself and of the larger ones that it lies in. */
  readonly areas: Readonly<Record<AreaKind, string>>;
  /** Its rings as numbers of arcs, and as lines. */
  readonly numbers: readonly (readonly number[])[];
  readonly rings: readonly Line[];
}

export const arcs = decodeLines(data.arcs);

/** The lines between areas, and between the region and its neighbours on land; not the coast. */
export const borders: readonly Line[] = arcs.slice(0, data.borders);

/** An area's id is its body's without the kind: `luton` for `luton-ccg`. */
const bare = (id: string) => id.replace(/-(ics|ccg)$/, '');

let found: readonly CcgArea[] | undefined;

/** The CCG areas, in the order of the catalogue. Worked out once a page. */
export function ccgAreas(): readonly CcgArea[] {
  // The outlines carry no ids: they stand in the order of the catalogue, which has them.
  found ??= data.rings.split('\n').map((line, index) => {
    const { id = '', system = '', alliances = [] } = organisations().filter(({ kind }) => kind === 'ccg')[index] ?? {};
    const numbers = line.split(';').map((ring) => ring.split(',').map(Number));
    const areas = { alliance: alliances[0] ?? '', system: bare(system), ccg: bare(id) };
    return { areas, numbers, rings: dissolve(numbers, arcs) };
  });
  return found;
}
