import { own } from './lit/own.js';

/**
 * Calls back for each element of some selector, in the document now and later, and in each shadow root that it is told of
 * by an `alliance-observe` event, bubbling and composed, from something inside.
 */
export function findAll(selector: string, found: (element: Element) => void): void {
  // What is there already: of the document, of a root, or of an element that came with all that is in it.
  const find = (root: Node): void => {
    const walker = own('createTreeWalker', root, NodeFilter.SHOW_ELEMENT);
    const all: Element[] = [];
    for (let node: Node | null = root; node; node = walker.nextNode()) if (node instanceof Element) all.push(node);
    // Only then: whoever is called may take it away, and from there a walker finds nothing more.
    // The prototype's own: a form can have a field named "matches".
    for (const element of all) if (Element.prototype.matches.call(element, selector)) found(element);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) find(node);
  });
  const observe = (root: Node): void => {
    observer.observe(root, { childList: true, subtree: true });
    find(root);
  };
  own('addEventListener', 'alliance-observe', (event) => {
    const root = (event.composedPath()[0] as Node).getRootNode();
    if (root instanceof ShadowRoot) observe(root);
  });
  observe(document);
}
