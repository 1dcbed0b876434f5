import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

const followers = new Set<Host>();
// One observer for the page, shared by all widgets, kept only while there are any.
let observer: MutationObserver | undefined;

/**
 * The element whose shadow root a node stands in. A root is known by number: a page can have an image named "host", which
 * `document.host` then is, and a frame has classes of its own.
 */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root.nodeType === 11 ? (root as ShadowRoot).host : undefined;
}

/** What a widget takes from the page around it: its direction, re-read whenever it changes. */
export class Surroundings implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    followers.add(this.#host);
    observer ??= new MutationObserver(() => followers.forEach((follower) => follower.requestUpdate()));
    for (let node: Element | undefined = this.#host; node; node = hostOf(node)) {
      observer.observe(node.getRootNode(), { subtree: true, attributeFilter: ['dir'] });
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    followers.delete(this.#host);
    if (followers.size) return;
    observer?.disconnect();
    observer = undefined;
  }

  /**
   * Direction of the page around the widget. Read where `dir` is set, so that a stylesheet's `direction: rtl` on `body`
   * cannot turn the widget round by accident.
   */
  get direction(): string {
    for (let node: Element | undefined = this.#host; node; node = hostOf(node)) {
      const found = node.closest('[dir]');
      if (found) return getComputedStyle(found).direction;
    }
    return 'ltr';
  }
}
