import type { Attributes } from './types.js';

/** What the previews show. */
export interface Scene {
  readonly tag: string;
  readonly attributes: Attributes;
  /** Name of a style sheet in the folder `hosts`. */
  readonly host: string;
}

/** How large they are drawn. */
export interface Size {
  /** Not made smaller to fit the screen. */
  readonly real: boolean;
  /** As tall as what is in them. */
  readonly whole: boolean;
}

/** Otherwise a preview is drawn no taller than this, in pixels; what is longer scrolls in it. */
const tallest = 2000;

/**
 * Pages of a host's, each in a frame of its own width: only there do its style sheet, its root and its width hold as they
 * do for real. They are of our own origin and have our loader; all else is put in from here. A frame that is wider than
 * the screen is drawn smaller, as a photograph would be.
 */
export class Previews {
  #scene: Scene | undefined;
  #size: Size = { real: false, whole: false };
  readonly #frames: readonly HTMLIFrameElement[];
  readonly #heights = new ResizeObserver(() => this.#fit());
  /** The room that they have: it changes with the reader's own text size too. */
  readonly #room = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  constructor(frames: readonly HTMLIFrameElement[]) {
    this.#frames = frames;
    for (const frame of frames) {
      frame.addEventListener('load', () => this.#ready(frame));
      this.#ready(frame);
    }
    addEventListener('resize', () => this.#fit());
    const place = frames[0]?.closest('.previews');
    if (place) this.#room.observe(place);
  }

  show(scene: Scene): void {
    this.#scene = scene;
    for (const frame of this.#frames) this.#draw(frame);
  }

  set size(size: Size) {
    this.#size = size;
    this.#fit();
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
    const { real, whole } = this.#size;
    for (const frame of this.#frames) {
      const across = frame.parentElement;
      const long = Math.ceil(frame.contentDocument?.documentElement?.getBoundingClientRect().height ?? 0);
      if (!across || !long) continue;
      const scale = real ? 1 : Math.min(1, across.clientWidth / frame.offsetWidth);
      const height = whole ? long : Math.min(long, Math.round(tallest / scale));
      frame.height = `${height}`;
      frame.style.transform = scale < 1 ? `scale(${scale})` : '';
      // What is drawn smaller keeps its room on the page: this gives it back.
      frame.style.marginBlockEnd = `${Math.round((scale - 1) * frame.offsetHeight)}px`;
      const sideways = real && frame.offsetWidth > across.clientWidth;
      scrollable(across, sideways ? `${frame.width} pixels wide, scrolls sideways` : undefined);
      const note = across.parentElement?.querySelector('[data-preview-note]');
      if (note)
        note.textContent = [
          scale < 1 && `Drawn at ${Math.round(scale * 100)}% of its size.`,
          height < long && 'Longer than its frame: it scrolls.',
        ]
          .filter(Boolean)
          .join(' ');
    }
  }
}

/** A place that scrolls is reached by keyboard, and says what it is. */
function scrollable(place: HTMLElement, label: string | undefined): void {
  for (const [name, value] of Object.entries({ tabindex: '0', role: 'region', 'aria-label': label ?? '' }))
    if (label) place.setAttribute(name, value);
    else place.removeAttribute(name);
}
