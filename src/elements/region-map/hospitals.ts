import { positions } from '../../content/positions.js';
import type { Point } from '../../geography/outlines.js';
import { locate, type Place } from '../../geography/point-in-area.js';
import { project } from '../../geography/projection.js';
import { pointInRings } from '../../geography/rings.js';
import type { MapArea } from './areas.js';

/** A main hospital and its place on the map. */
export interface MapHospital {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly trust: string;
  readonly x: number;
  readonly y: number;
  /** How far its marker moves to a side, in em, where another hospital stands beside it. */
  readonly aside: number;
  /** The areas it stands in, by kind. */
  readonly areas: Place['areas'];
}

// Hospitals nearer than this, in units of the grid, have markers that would hide each other at any size.
const beside = 8;
// In em.
const markerWidth = 1.1;

let found: readonly MapHospital[] | undefined;

/** The hospitals that the map shows, of the region or of one alliance. */
export function hospitals(alliance?: string): readonly MapHospital[] {
  // Worked out once a page.
  found ??= [...positions()]
    .flatMap(([{ id, name, town = '', trust = '' }, { latitude, longitude, main }]) => {
      if (!main) return [];
      return { id, name, town, trust, ...project(latitude, longitude), areas: locate(latitude, longitude).areas };
    })
    .map((site, _, all) => {
      const close = all.filter(({ x, y }) => Math.hypot(x - site.x, y - site.y) < beside);
      return { ...site, aside: (close.indexOf(site) - (close.length - 1) / 2) * markerWidth };
    });
  return found.filter(({ areas }) => !alliance || areas.alliance === alliance);
}

// How far a number stays from a marker where it can, and how far it may go for that, in units of the grid.
const clear = 45;
const astray = 75;

/** Where an area's number has room beside its hospitals: near the place of its label, within the area. */
export function besideHospitals({ outline: { rings, label } }: MapArea): Point {
  const room = (x: number, y: number) =>
    hospitals().reduce((least, site) => Math.min(least, Math.hypot(site.x - x, site.y - y)), clear);
  const [atX, atY] = label;
  let best = label;
  let most = room(atX, atY);
  for (let x = atX - astray; most < clear && x <= atX + astray; x += 15)
    for (let y = atY - astray; y <= atY + astray; y += 15) {
      const worth = room(x, y) - Math.hypot(x - atX, y - atY) / 5;
      if (worth > most && pointInRings(x, y, rings)) [best, most] = [[x, y], worth];
    }
  return best;
}
