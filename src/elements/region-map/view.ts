/** Edges of something on the map's grid. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The part of the grid that is in sight, always of the map's own proportions, so that zooming moves nothing else. */
export type View = readonly [x: number, y: number, width: number, height: number];

/**
 * The view of a box with some room around it, within the whole, which is all there is to see. No narrower than `least`,
 * so that a small town keeps its neighbours.
 */
export function viewOf([left, top, right, bottom]: Box, [, , wide, high]: View, least = 0): View {
  const share = Math.min(1, Math.max(((right - left) * 1.2) / wide, ((bottom - top) * 1.2) / high, least / wide));
  const within = (middle: number, length: number) =>
    Math.min(Math.max(middle - (length * share) / 2, 0), length * (1 - share));
  return [within((left + right) / 2, wide), within((top + bottom) / 2, high), wide * share, high * share];
}
