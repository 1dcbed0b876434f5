import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { locate, type Place } from './point-in-area.js';

/**
 * Where the reader is, as far as a widget knows. Only ids of areas are kept, and what the widget itself has made of the
 * position, never the position.
 */
export type Whereabouts<Note = undefined> =
  | { readonly type: 'idle' }
  | { readonly type: 'asking' }
  | { readonly type: 'found'; readonly place: Place; readonly rough: boolean; readonly note: Note }
  | { readonly type: 'outside' }
  | { readonly type: 'failed'; readonly reason: 'denied' | 'unavailable' };

const idle = { type: 'idle' } as const;
// Code of GeolocationPositionError for a reader, a policy or a page without https that does not allow it.
const denied = 1;
// A device that is surer than this, in metres, tells which side of a border it is on.
const sure = 1000;

/** Asks the device where it is, when the reader presses, and finds the area on the device. Nothing is kept or sent. */
export class Locator<Note = undefined> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #answer: (state: Whereabouts<Note>) => void;
  readonly #note: ((latitude: number, longitude: number) => Note) | undefined;
  state: Whereabouts<Note> = idle;

  /**
   * @param answer - Called when a question ends, before the host renders.
   * @param note - What more to keep of a position in the region, such as what is near it.
   */
  constructor(
    host: ReactiveControllerHost,
    answer: (state: Whereabouts<Note>) => void,
    note?: (latitude: number, longitude: number) => Note,
  ) {
    this.#host = host;
    this.#answer = answer;
    this.#note = note;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets the question and the answer. */
  reset(): void {
    this.state = idle;
  }

  ask(): void {
    if (this.state.type === 'asking') return;
    const asking = (this.state = { type: 'asking' });
    this.#host.requestUpdate();
    const end = (state: Whereabouts<Note>) => {
      // Another state has come since: the answer is to a question that is no longer asked.
      if (this.state !== asking) return;
      this.state = state;
      this.#answer(state);
      this.#host.requestUpdate();
    };
    try {
      navigator.geolocation.getCurrentPosition(
        ({ coords: { latitude, longitude, accuracy } }) => {
          const place = locate(latitude, longitude);
          const note = this.#note?.(latitude, longitude) as Note;
          end(place.inside ? { type: 'found', place, rough: accuracy > sure, note } : { type: 'outside' });
        },
        ({ code }) => end({ type: 'failed', reason: code === denied ? 'denied' : 'unavailable' }),
        { timeout: 15_000, maximumAge: 60_000 },
      );
    } catch {
      // No geolocation in this browser, or one that a host has replaced by something else.
      end({ type: 'failed', reason: 'unavailable' });
    }
  }
}
