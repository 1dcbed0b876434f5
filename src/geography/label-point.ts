import type { Line, Point } from './arcs.js';
import { closed, distanceToLines, pointInRings } from './rings.js';

/**
 * The point of an area that is farthest from its edge, on the grid's whole numbers: where a label has most room. Used
 * when the outlines are built, not in the reader's browser.
 */
export function labelPoint(rings: readonly Line[]): Point {
  const edges = rings.map(closed);
  const points = rings.flat();
  let [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  let [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  let best: Point = [left, top];
  let room = -1;
  // Ever finer looks around the best point so far.
  for (let step = Math.max(right - left, bottom - top) / 24; ; step /= 4) {
    const each = Math.max(1, Math.round(step));
    for (let x = left; x <= right; x += each) {
      for (let y = top; y <= bottom; y += each) {
        const distance = pointInRings(x, y, rings) ? distanceToLines(x, y, edges) : -1;
        if (distance > room) [best, room] = [[x, y], distance];
      }
    }
    if (each === 1) return best;
    [left, right] = [best[0] - each, best[0] + each];
    [top, bottom] = [best[1] - each, best[1] + each];
  }
}
