import type { Attributes } from './types.js';

/** What the previews show. */
export interface Scene {
  readonly tag: string;
  readonly attributes: Attributes;
  /** Name of a style sheet in the folder `hosts`. */
  readonly host: string;
}

/** A preview is no taller than this; what is longer scrolls in it. */
const tallest = 900;

/**
 * Pages of a host's, each in a frame of its own width: only there do its style sheet, its root and its width hold as they
 * do for real. They are of our own origin and have our loader; all else is put in from here.
 */
export class Previews {
  #scene: Scene | undefined;
  readonly #frames: readonly HTMLIFrameElement[];
  readonly #heights = new ResizeObserver(() => this.#fit());

  constructor(frames: readonly HTMLIFrameElement[]) {
    this.#frames = frames;
    for (const frame of frames) {
      frame.addEventListener('load', () => this.#ready(frame));
      this.#ready(frame);
    }
  }

  show(scene: Scene): void {
    this.#scene = scene;
    for (const frame of this.#frames) this.#draw(frame);
  }

  #ready(frame: HTMLIFrameElement): void {
    const root = frame.contentDocument?.querySelector('[data-place]') && frame.contentDocument.documentElement;
    if (!root) return;
    this.#heights.observe(root);
    this.#draw(frame);
  }

  #draw({ contentDocument: page }: HTMLIFrameElement): void {
    const place = page?.querySelector('[data-place]');
    const sheet = page?.querySelector('link[data-host]');
    if (!this.#scene || !page || !place || !sheet) return;
    const { tag, attributes, host } = this.#scene;
    const address = `hosts/${host}.css`;
    if (sheet.getAttribute('href') !== address) sheet.setAttribute('href', address);
    const element = page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const followed = attributes['for'];
    if (!followed) {
      place.replaceChildren(element);
      return;
    }
    // So that there is something to follow.
    const source = page.createElement(tag === 'region-map' ? 'alliance-finder' : 'region-map');
    source.id = followed;
    place.replaceChildren(source, element);
  }

  #fit(): void {
    for (const frame of this.#frames) {
      const height = frame.contentDocument?.documentElement?.getBoundingClientRect().height ?? 0;
      if (height) frame.height = `${Math.min(tallest, Math.ceil(height))}`;
    }
  }
}
