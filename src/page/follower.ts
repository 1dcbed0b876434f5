import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hostOf } from '../base/surroundings.js';
import { selectionOf, type Area } from './selection.js';

type Host = ReactiveControllerHost & HTMLElement & { for?: string | null };

/** Keeps a widget with `for="ID"` in step with the selection of the element with that id, beside it or in a root around it. */
export class Follower implements ReactiveController {
  readonly #host: Host;
  #source: Element | undefined;
  #stop: (() => void) | undefined;
  #page: Document | undefined;

  /**
   * How what the widget says of its area is to be told, for `aria-live`: not at all when another widget's choice brought
   * it, since that one has told the reader already.
   */
  live: 'off' | 'polite' = 'polite';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What the followed element has selected, if anything. */
  get area(): Area | undefined {
    return this.#source && selectionOf(this.#source).area;
  }

  hostConnected(): void {
    this.#page = this.#host.ownerDocument;
    // A source may come into the page after its followers; it says so when it is ready.
    // The prototype's own: a page can name an image "addEventListener".
    EventTarget.prototype.addEventListener.call(this.#page, 'alliance-ready', this.#find, true);
    this.#find();
  }

  hostUpdate(): void {
    this.#find();
  }

  hostUpdated(): void {
    this.live = 'polite';
  }

  hostDisconnected(): void {
    if (this.#page) EventTarget.prototype.removeEventListener.call(this.#page, 'alliance-ready', this.#find, true);
    this.#page = undefined;
    this.#follow(undefined);
  }

  readonly #find = (): void => {
    const id = this.#host.for;
    let source: Element | null | undefined;
    for (let node = this.#page && (this.#host as Element | undefined); node && !source; node = hostOf(node)) {
      const root = node.getRootNode() as Partial<NonElementParentNode>;
      // Asked as a function, since a page can have an image named "getElementById".
      if (typeof root.getElementById === 'function' && typeof id === 'string') source = root.getElementById(id);
    }
    this.#follow(source ?? undefined);
  };

  readonly #move = (): void => {
    this.live = 'off';
    this.#host.requestUpdate();
  };

  #follow(source: Element | undefined): void {
    if (source === this.#source) return;
    this.#stop?.();
    this.#source = source;
    this.#stop = source && selectionOf(source).follow(this.#move);
    this.#move();
  }
}
