import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Nearest value of an attribute on an element or above it, through the hosts of shadow roots. */
function nearest(start: Node, attribute: string): { element: Element; value: string } | undefined {
  for (let node: Node | null | undefined = start; node; node = node.parentNode ?? (node as ShadowRoot).host) {
    // Compared by number, not by class: an element moved into a frame is an instance of another window's Element.
    if (node.nodeType === 1 && (node as Element).hasAttribute(attribute)) {
      return { element: node as Element, value: (node as Element).getAttribute(attribute) ?? '' };
    }
  }
  return undefined;
}

const followers = new Set<Host>();
// One observer for the page, shared by all widgets, kept only while there are any.
let observer: MutationObserver | undefined;

function follow(host: Host): void {
  followers.add(host);
  observer ??= new MutationObserver(() => followers.forEach((follower) => follower.requestUpdate()));
  let root: Node | undefined = host.getRootNode();
  while (root) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['dir', 'lang'] });
    root = (root as ShadowRoot).host?.getRootNode();
  }
}

function unfollow(host: Host): void {
  followers.delete(host);
  if (followers.size) return;
  observer?.disconnect();
  observer = undefined;
}

/** What a widget takes from the page around it: language and direction, re-read whenever they change. */
export class Surroundings implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    follow(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    unfollow(this.#host);
  }

  /**
   * Direction of the page around the widget. Read from `dir`, not from the computed style, so that a stylesheet's
   * `direction: rtl` on `body` cannot turn the widget round by accident.
   */
  get direction(): 'ltr' | 'rtl' {
    const found = nearest(this.#host, 'dir');
    const value = found?.value.toLowerCase();
    if (value === 'auto' && found) return getComputedStyle(found.element).direction === 'rtl' ? 'rtl' : 'ltr';
    return value === 'rtl' ? 'rtl' : 'ltr';
  }

  /** Language of the page around the widget, as the host wrote it; empty if it says nothing. */
  get language(): string {
    return nearest(this.#host, 'lang')?.value ?? '';
  }
}
