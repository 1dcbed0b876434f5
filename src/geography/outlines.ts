import data from '../../content/outlines.json';
import { arcs, ccgAreas, type AreaKind } from './areas.js';
import { decodeLines, dissolve, pathOf, type Line, type Point } from './arcs.js';

export type { Line, Point } from './arcs.js';
export { borders, type AreaKind } from './areas.js';

/** An area of the map. All lengths are in units of the grid, see projection.ts. */
export interface Outline {
  readonly kind: AreaKind;
  readonly id: string;
  /** Ids of the area itself and of the larger ones that it lies in. */
  readonly areas: Readonly<Partial<Record<AreaKind, string>>>;
  readonly rings: readonly Line[];
  /** For the `d` of an SVG path. */
  readonly path: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** Where a label has most room. */
  readonly label: Point;
}

/** Neighbouring land, for the `d` of an SVG path. It runs on beneath the region, so that no gap shows. */
export const land = pathOf(decodeLines(data.land));

let drawn: readonly Outline[] | undefined;

/** All areas: alliances, then systems, then CCGs. Worked out once a page. */
export function outlines(): readonly Outline[] {
  if (drawn) return drawn;
  const ccgs = ccgAreas();
  const labels = decodeLines(data.labels).flat();
  const kinds = ['alliance', 'system', 'ccg'] as const;
  const areas = kinds.flatMap((kind, depth) =>
    [...new Set(ccgs.map((ccg) => ccg.areas[kind]))].map((id) => {
      const members = ccgs.filter((ccg) => ccg.areas[kind] === id);
      const larger = kinds.slice(0, depth + 1).map((name) => [name, members[0]?.areas[name]]);
      const rings = dissolve(
        members.flatMap((member) => member.numbers),
        arcs,
      );
      return { kind, id, areas: Object.fromEntries(larger) as Outline['areas'], rings };
    }),
  );
  return (drawn = areas.map((area, index) => {
    const xs = area.rings.flatMap((ring) => ring.map(([x]) => x));
    const ys = area.rings.flatMap((ring) => ring.map(([, y]) => y));
    return {
      ...area,
      path: pathOf(area.rings),
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      label: labels[index] ?? [0, 0],
    };
  }));
}

/** The area of a kind with an id, such as `system` and `norfolk-and-waveney`. */
export function outline(kind: AreaKind, id: string): Outline | undefined {
  return outlines().find((area) => area.kind === kind && area.id === id);
}
