import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

const followers = new Set<Host>();
// One observer for the page, shared by all widgets, kept only while there are any.
let observer: MutationObserver | undefined;

/** Nearest element with an attribute, on the way up and out through the hosts of shadow roots. */
function nearest(start: Element, selector: string): Element | undefined {
  for (let node: Element | undefined = start; node; node = (node.getRootNode() as Partial<ShadowRoot>).host) {
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
    for (let node: Element | undefined = this.#host; node;) {
      const root = node.getRootNode() as ShadowRoot | Document;
      observer.observe(root, { subtree: true, attributeFilter: ['dir', 'lang'] });
      node = 'host' in root ? root.host : undefined;
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
