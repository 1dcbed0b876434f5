import { z } from 'zod';
import { decodeLines, dissolve, encodeLines, type Line } from '../../geography/arcs.js';
import { labelPoint } from '../../geography/label-point.js';
import { frame } from '../../geography/projection.js';
import { pastDay, sourceIds, text } from './common.js';

/** The shape of `content/outlines.json`. What each field means stands in its `about`. */

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'expected an id of small letters and hyphens');

/** First point, then steps. */
const line = z
  .array(z.int('expected a whole number'))
  .min(6, 'expected at least 3 points')
  .refine((numbers) => numbers.length % 2 === 0, 'expected pairs of numbers')
  .refine(
    (numbers) => points(numbers).every(([x, y]) => x >= 0 && x <= frame.width && y >= 0 && y <= frame.height),
    `expected points within ${frame.width} by ${frame.height}`,
  );
const arc = z
  .array(z.int('expected a whole number'))
  .min(4, 'expected at least 2 points')
  .refine((numbers) => numbers.length % 2 === 0, 'expected pairs of numbers');

export interface CompactOutlines {
  /** One line a CCG area, in the order of the catalogue: its rings as numbers of arcs. */
  readonly rings: string;
  /** How many arcs, from the first, are borders and not coast. */
  readonly borders: number;
  /** Lines in letters, see src/geography/arcs.ts: the arcs, the land, and one line of label points. */
  readonly arcs: string;
  readonly land: string;
  readonly labels: string;
}

interface Area {
  readonly id: string;
  readonly system: string;
  readonly rings: readonly (readonly number[])[];
}

export const outlinesSchema = z
  .strictObject({
    about: z.array(text),
    attribution: text,
    sources: sourceIds,
    checked: pastDay,
    grid: z.strictObject({ width: z.literal(frame.width), height: z.literal(frame.height) }),
    systems: z.array(z.strictObject({ id, alliance: z.enum(['north', 'south'], 'expected north or south') })).length(6),
    areas: z
      .array(z.strictObject({ id, system: id, rings: z.array(z.array(z.int()).min(1)).min(1) }))
      .length(16, 'expected the 16 CCG areas'),
    borders: z.int().positive(),
    arcs: z.array(arc).min(1),
    land: z.array(line).min(1),
  })
  .check(({ value, issues }) => {
    const report = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', input: value, path, message });
    const arcs = value.arcs.map(points);
    const uses = new Map<number, number>();
    arcs.forEach((each, index) => {
      if (each.some(([x, y]) => x < 0 || x > frame.width || y < 0 || y > frame.height))
        report(['arcs', index], `expected points within ${frame.width} by ${frame.height}`);
    });
    for (const list of ['systems', 'areas'] as const) {
      value[list].forEach((entry, index) => {
        if (value[list].findIndex((other) => other.id === entry.id) < index)
          report([list, index, 'id'], 'expected an id that no other has');
      });
    }
    value.areas.forEach((area, index) => {
      if (!value.systems.some((system) => system.id === area.system))
        report(['areas', index, 'system'], 'expected the id of a system in this file');
      area.rings.forEach((ring, position) => {
        const path = ['areas', index, 'rings', position];
        const parts = ring.map((number) => (number < 0 ? [...(arcs[~number] ?? [])].reverse() : (arcs[number] ?? [])));
        if (parts.some((part) => !part.length)) return report(path, 'expected numbers of arcs in this file');
        ring.forEach((number) => uses.set(number, (uses.get(number) ?? 0) + 1));
        if (parts.some((part, at) => String(part.at(-1)) !== String(parts[(at + 1) % parts.length]?.[0])))
          report(path, 'expected a ring that closes, each arc beginning where the one before ends');
      });
    });
    arcs.forEach((_, index) => {
      const [forwards, backwards] = [uses.get(index) ?? 0, uses.get(~index) ?? 0];
      if (forwards > 1 || backwards > 1 || forwards + backwards === 0)
        report(['arcs', index], 'expected each arc in one ring, or in two that run opposite ways');
      if (index >= value.borders && forwards + backwards === 2)
        report(['borders'], 'expected arcs between two areas to stand before the coast');
    });
  })
  .transform(({ systems, areas, borders, arcs, land }): CompactOutlines => {
    const compactArcs = encodeLines(arcs.map(points));
    const decoded = decodeLines(compactArcs);
    const allianceOf = (system: string) => systems.find((each) => each.id === system)?.alliance ?? '';
    // Label points stand in the order in which outlines.ts makes the areas.
    const kinds = [(area: Area) => allianceOf(area.system), (area: Area) => area.system, (area: Area) => area.id];
    const labels = kinds.flatMap((kindOf) =>
      [...new Set(areas.map(kindOf))].map((name) => {
        const rings = areas.filter((area) => kindOf(area) === name).flatMap((area) => area.rings);
        return encodeLines([[labelPoint(dissolve(rings, decoded))]]);
      }),
    );
    return {
      rings: areas.map(({ rings }) => rings.map((ring) => ring.join()).join(';')).join('\n'),
      borders,
      arcs: compactArcs,
      land: encodeLines(land.map(points)),
      labels: labels.join(' '),
    };
  });

/** The points of a line from its first point and its steps. */
function points(numbers: readonly number[]): Line {
  let [x, y] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    x += numbers[2 * index] ?? 0;
    y += numbers[2 * index + 1] ?? 0;
    return [x, y] as const;
  });
}
