const earth = 6371.009;
const kilometresPerMile = 1.609344;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two places, in degrees, the shortest way over a round earth (within 0.5% of the true one). */
export function kilometres(latitude: number, longitude: number, toLatitude: number, toLongitude: number): number {
  const across = Math.sin(radians(toLatitude - latitude) / 2) ** 2;
  const along = Math.sin(radians(toLongitude - longitude) / 2) ** 2;
  const half = across + Math.cos(radians(latitude)) * Math.cos(radians(toLatitude)) * along;
  return 2 * earth * Math.asin(Math.sqrt(Math.min(1, half)));
}

export const miles = (...places: Parameters<typeof kilometres>) => kilometres(...places) / kilometresPerMile;
