import type { Attributes } from './types.js';

/** The place that a frame is measured for, if nobody says otherwise; and the narrowest that people have. */
export const usual = 640;
export const narrowest = 320;
/** Widths in pixels that a place on a page commonly has. */
export const widths = [narrowest, 480, usual, 960, 1280] as const;

/** What a widget's frame page shows with its options. */
export interface Measured {
  /** Height in pixels that it needs, by width. */
  readonly heights: ReadonlyMap<number, number>;
  /** What its heading says. */
  readonly title: string | undefined;
}

/** A widget that has not come by then does not come. */
const patience = 8000;

/** The page has been drawn; or it is out of sight and nothing is. */
const drawn = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, 500);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });

/**
 * A page of ours like the one in dist/frame, out of sight, in which a widget is measured at any width. That one itself
 * comes from another host, which tells nobody of its insides.
 */
export class Measure {
  readonly #frame: HTMLIFrameElement;
  #turn = 0;

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  /** What a widget needs at these widths; nothing if it does not come, or others have asked since. */
  async of(tag: string, attributes: Attributes, at: readonly number[]): Promise<Measured | undefined> {
    const turn = ++this.#turn;
    const page = await this.#page();
    const place = page?.querySelector('[data-place]');
    if (!page || !place || turn !== this.#turn) return undefined;
    const element = page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const came = new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), patience);
      element.addEventListener('alliance-ready', () => {
        clearTimeout(late);
        resolve(true);
      });
    });
    place.replaceChildren(element);
    if (!(await came)) return undefined;
    const heights = new Map<number, number>();
    for (const width of new Set(at)) {
      if (turn !== this.#turn) return undefined;
      this.#frame.width = `${width}`;
      await drawn();
      heights.set(width, Math.ceil(page.documentElement.getBoundingClientRect().height));
    }
    const title = element.shadowRoot?.querySelector('#heading')?.textContent.replace(/\s+/g, ' ').trim();
    return turn === this.#turn ? { heights, title } : undefined;
  }

  /** The page in the frame, once it is there. */
  #page(): Promise<Document | null> {
    const there = () => this.#frame.contentDocument?.querySelector('[data-place]');
    return new Promise((resolve) => {
      if (there()) resolve(this.#frame.contentDocument);
      else this.#frame.addEventListener('load', () => resolve(this.#frame.contentDocument), { once: true });
    });
  }
}
