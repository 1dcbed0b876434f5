/**
 * Calls back for each element of some selector, in the document now and later, and in each shadow root that it is told of
 * by an `alliance-observe` event, bubbling and composed, from something inside.
 */
export function findAll(selector: string, found: (element: Element) => void): void {
  const find = (root: ParentNode): void => {
    if (root instanceof Element && root.matches(selector)) found(root);
    root.querySelectorAll(selector).forEach(found);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) find(node);
  });
  const observe = (root: Node & ParentNode): void => {
    observer.observe(root, { childList: true, subtree: true });
    find(root);
  };
  document.addEventListener('alliance-observe', (event) => {
    const root = (event.composedPath()[0] as Node).getRootNode();
    if (root instanceof ShadowRoot) observe(root);
  });
  observe(document);
}
