/**
 * What our elements ask of a page, for where there is none: nothing is around them, and nothing moves. Imported before
 * them. Lit brings the rest for Node itself.
 */
import { HTMLElement } from '@lit-labs/ssr-dom-shim';

/** Which way the page reads for which an element is rendered. */
export const surroundings: { dir: 'ltr' | 'rtl' } = { dir: 'ltr' };

Object.assign(HTMLElement.prototype, {
  closest(this: HTMLElement, selector: string) {
    return selector === '[dir]' && surroundings.dir === 'rtl' ? this : null;
  },
  getRootNode(this: HTMLElement) {
    return this;
  },
  querySelector: () => null,
});
Object.assign(globalThis, {
  getComputedStyle: () => ({ direction: surroundings.dir }),
  cancelAnimationFrame: () => undefined,
});
