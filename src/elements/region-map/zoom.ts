import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { View } from './view.js';

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
    cancelAnimationFrame(this.#frame);
    this.#view = this.#target;
  }

  /** The view to draw now, on the way to the one asked for. To be called at each render. */
  toward(target: View): View {
    const from = this.#view;
    if (String(this.#target) !== String(target)) {
      this.#target = target;
      cancelAnimationFrame(this.#frame);
      if (!from || matchMedia('(prefers-reduced-motion: reduce)').matches) this.#view = target;
      else this.#move(from, target);
    }
    return this.#view ?? target;
  }

  #move(from: View, to: View): void {
    const start = performance.now();
    const step = (now: number) => {
      // The first frame after a long pause may be told an hour from before it.
      const share = Math.min(1, Math.max(0, now - start) / duration);
      // Slow, fast, slow.
      const mix = share * share * (3 - 2 * share);
      const between = (index: 0 | 1 | 2 | 3) => from[index] + (to[index] - from[index]) * mix;
      this.#view = share < 1 ? [between(0), between(1), between(2), between(3)] : to;
      if (share < 1) this.#frame = requestAnimationFrame(step);
      this.#host.requestUpdate();
    };
    this.#frame = requestAnimationFrame(step);
  }
}
