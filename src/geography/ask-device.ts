import { locate, type Place } from './point-in-area.js';

/**
 * What a device says of where it is. Only ids of areas are kept, and what the widget itself has made of the position,
 * never the position.
 */
export type Answer<Note = undefined> =
  | { readonly type: 'found'; readonly place: Place; readonly rough: boolean; readonly note: Note }
  | { readonly type: 'outside' }
  | { readonly type: 'failed'; readonly reason: 'denied' | 'unavailable' };

// Code of GeolocationPositionError for a reader, a policy or a page without https that does not allow it.
const denied = 1;
// A device that is surer than this, in metres, tells which side of a border it is on.
const sure = 1000;

/**
 * Asks the device where it is, and finds the area on the device. Nothing is kept or sent. Never throws.
 *
 * @param note - What more to keep of a position, in degrees, such as what is near it.
 */
export function askDevice<Note>(note: (latitude: number, longitude: number) => Note): Promise<Answer<Note>> {
  return new Promise((resolve) => {
    const fail = (code?: number) => {
      resolve({ type: 'failed', reason: code === denied ? 'denied' : 'unavailable' });
    };
    try {
      navigator.geolocation.getCurrentPosition(
        ({ coords: { latitude, longitude, accuracy } }) => {
          const place = locate(latitude, longitude);
          resolve(
            place.inside
              ? { type: 'found', place, rough: accuracy > sure, note: note(latitude, longitude) }
              : { type: 'outside' },
          );
        },
        ({ code }) => {
          fail(code);
        },
        { timeout: 15_000, maximumAge: 60_000 },
      );
    } catch {
      // No geolocation in this browser, or one that a host has replaced by something else.
      fail();
    }
  });
}
