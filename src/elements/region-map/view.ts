/** Edges of something on the map's grid. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The part of the grid that is in sight, always of the map's own proportions, so that zooming moves nothing else. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// Share of a view that is left free around what it shows, on each side.
const margin = 0.1;

/** The view of a box with some room around it, no narrower than `least`, so that a small town keeps its neighbours. */
export function viewOf([left, top, right, bottom]: Box, whole: View, least = 0): View {
  const room = 1 + 2 * margin;
  const ratio = whole.width / whole.height;
  const width = Math.max((right - left) * room, (bottom - top) * room * ratio, least);
  const height = width / ratio;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

/** A view on the way from one to another; `share` runs from 0 to 1. */
export function between(from: View, to: View, share: number): View {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}
