import type { Attributes } from './types.js';

/** What the previews show. */
export interface Scene {
  readonly tag: string;
  readonly attributes: Attributes;
  /** Name of a style sheet in the folder `hosts`. */
  readonly host: string;
  /** Of an iframe: its title, and its height in pixels if it does not grow with what is in it. */
  readonly frame?: { readonly title: string; readonly height?: number | undefined } | undefined;
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
  /** What is in an iframe of such a page. */
  readonly #insides = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const height = this.#scene?.frame?.height ?? Math.ceil(target.getBoundingClientRect().height);
      target.ownerDocument.defaultView?.frameElement?.setAttribute('height', `${height}`);
    }
  });
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
    // What is there already stays, with what somebody has opened in it.
    if (JSON.stringify(scene) === JSON.stringify(this.#scene)) return;
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

  #draw(preview: HTMLIFrameElement): void {
    const { contentDocument: page } = preview;
    const place = page?.querySelector('[data-place]');
    const sheet = page?.querySelector('link[data-host]');
    if (!this.#scene || !page || !place || !sheet) return;
    const { tag, attributes, host } = this.#scene;
    const address = `hosts/${host}.css`;
    if (sheet.getAttribute('href') !== address) sheet.setAttribute('href', address);
    const inside = this.#scene.frame ? this.#insideOf(preview, place, this.#scene.frame) : place;
    if (!inside) return;
    const element = inside.ownerDocument.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const followed = attributes['for'];
    if (!followed) {
      inside.replaceChildren(element);
      return;
    }
    // So that there is something to follow.
    const source = page.createElement(tag === 'region-map' ? 'alliance-finder' : 'region-map');
    source.id = followed;
    inside.replaceChildren(source, element);
  }

  /** The place in an iframe on the page, as dist/frame has it; nothing until that has come. */
  #insideOf(preview: HTMLIFrameElement, place: Element, frame: NonNullable<Scene['frame']>): Element | undefined {
    if (!place.querySelector('iframe')) {
      const template = place.ownerDocument.querySelector<HTMLTemplateElement>('template[data-frame]');
      if (template) place.replaceChildren(place.ownerDocument.importNode(template.content, true));
      place.querySelector('iframe')?.addEventListener('load', () => this.#draw(preview));
    }
    const iframe = place.querySelector('iframe');
    const page = iframe?.contentDocument;
    const inside = page?.querySelector('[data-place]');
    if (!iframe || !page || !inside) return undefined;
    iframe.title = frame.title;
    page.documentElement.toggleAttribute('data-fixed', frame.height !== undefined);
    // Told at once, and whenever its height is another.
    this.#insides.unobserve(page.documentElement);
    this.#insides.observe(page.documentElement);
    return inside;
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
