import type { Line, Point } from './arcs.js';

/** Whether a point is within rings, by counting how many lines lie to its left. Holes and islands count by themselves. */
export function pointInRings(x: number, y: number, rings: readonly Line[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      if (fromY > y !== toY > y && x > fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside;
      [fromX, fromY] = [toX, toY];
    }
  }
  return inside;
}

/** How far a point is from the nearest of some lines. */
export function distanceToLines(x: number, y: number, lines: readonly Line[]): number {
  let least = Infinity;
  for (const line of lines) {
    let from = line[0];
    for (const to of line) {
      if (from) least = Math.min(least, distanceToStep(x, y, from, to));
      from = to;
    }
  }
  return least;
}

/** A ring as a line that comes back to where it began. */
export const closed = (ring: Line): Line => [...ring.slice(-1), ...ring];

function distanceToStep(x: number, y: number, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY;
  const share = length && Math.min(1, Math.max(0, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
  return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
}
