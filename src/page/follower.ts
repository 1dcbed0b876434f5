import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { selectionOf, type Area } from './selection.js';

type Host = ReactiveControllerHost & HTMLElement & { for?: string | null };

/** Keeps a widget with `for="ID"` in step with the selection of the element with that id in the same document or root. */
export class Follower implements ReactiveController {
  readonly #host: Host;
  #source: Element | undefined;
  #stop: (() => void) | undefined;
  #root: Node | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** What the followed element has selected, if anything. */
  get area(): Area | undefined {
    return this.#source && selectionOf(this.#source).area;
  }

  hostConnected(): void {
    this.#root = this.#host.getRootNode();
    // A source may come into the page after its followers; it says so when it is ready.
    this.#root.addEventListener('alliance-ready', this.#find);
    this.#find();
  }

  hostUpdate(): void {
    this.#find();
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener('alliance-ready', this.#find);
    this.#root = undefined;
    this.#follow(undefined);
  }

  readonly #find = (): void => {
    const id = this.#host.for;
    const root = this.#root as Partial<NonElementParentNode> | undefined;
    // Asked as a function, since a page can have an image named "getElementById".
    const find = typeof root?.getElementById === 'function' && typeof id === 'string' && id;
    this.#follow((find && root?.getElementById?.(id)) || undefined);
  };

  #follow(source: Element | undefined): void {
    if (source === this.#source) return;
    this.#stop?.();
    this.#source = source;
    this.#stop = source && selectionOf(source).follow(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
