import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { between, type View } from './view.js';

const duration = 250;

/** Moves a map's view to where it should be, in 250 ms or, for readers who prefer no motion, at once. */
export class Zoom implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #view: View | undefined;
  #target: View | undefined;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#arrive();
  }

  /** The view to draw now, on the way to the one asked for. To be called at each render. */
  toward(target: View): View {
    const from = this.#view;
    const old = this.#target;
    if (!from || !old) return (this.#view = this.#target = target);
    if (old.x !== target.x || old.y !== target.y || old.width !== target.width) {
      this.#target = target;
      cancelAnimationFrame(this.#frame);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.#arrive();
      else this.#move(from, target);
    }
    return this.#view ?? target;
  }

  #move(from: View, to: View): void {
    let start: number | undefined;
    const step = (now: number) => {
      start ??= now;
      const share = Math.min(1, (now - start) / duration);
      // Slow, fast, slow.
      this.#view = between(from, to, share * share * (3 - 2 * share));
      if (share < 1) this.#frame = requestAnimationFrame(step);
      this.#host.requestUpdate();
    };
    this.#frame = requestAnimationFrame(step);
  }

  #arrive(): void {
    cancelAnimationFrame(this.#frame);
    this.#view = this.#target;
  }
}
