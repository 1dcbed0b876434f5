/**
 * The grid that the outlines are drawn on: x to the east, y to the south, one unit is 200 m.
 *
 * It is the sinusoidal projection: each parallel keeps its true length, so areas are true, and within the region no
 * angle is off by more than 1.3 degrees. The two constants are the lengths of a degree at 52.2° north on the WGS 84
 * ellipsoid (111.54 km of longitude at the equator of that curvature, 111.28 km of latitude), in units.
 */
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}

/** Size of the picture, in units. */
export const frame = { width: 980, height: 960 } as const;

const unitsPerLongitude = 557.7;
const unitsPerLatitude = 556.4;
/** The grid's point 480, 0 on the earth. */
const origin = { latitude: 53.08, longitude: 0.4, x: 480 };

const narrowing = (latitude: number) => unitsPerLongitude * Math.cos((latitude * Math.PI) / 180);

/** Where a place, in degrees, lies on the grid. */
export function project(latitude: number, longitude: number): GridPoint {
  return {
    x: origin.x + (longitude - origin.longitude) * narrowing(latitude),
    y: (origin.latitude - latitude) * unitsPerLatitude,
  };
}

/** Which place, in degrees, a point of the grid shows. */
export function unproject(x: number, y: number): { latitude: number; longitude: number } {
  const latitude = origin.latitude - y / unitsPerLatitude;
  return { latitude, longitude: origin.longitude + (x - origin.x) / narrowing(latitude) };
}
