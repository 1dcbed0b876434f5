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

/** Nearest element with an attribute, on the way up and out through the hosts of shadow roots. */
function nearest(start: Element, selector: string): Element | undefined {
  for (let node: Element | undefined = start; node; node = hostOf(node)) {
    const found = node.closest(selector);
    if (found) return found;
  }
  return undefined;
}

/** What a widget takes from the page around it: language and direction, re-read whenever they change. */
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
      observer.observe(node.getRootNode(), { subtree: true, attributeFilter: ['dir', 'lang'] });
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
    const found = nearest(this.#host, '[dir]');
    return found ? getComputedStyle(found).direction : 'ltr';
  }

  /** Language of the page around the widget, as the host wrote it; empty if it says nothing. */
  get language(): string {
    return nearest(this.#host, '[lang]')?.getAttribute('lang') ?? '';
  }
}
