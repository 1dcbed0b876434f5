/** Stands in for `lit` and `lit/directives/keyed.js`: all that our sources import from them. */
export { css } from './css-tag.js';
export { LitElement } from './lit-element.js';
export { html, keyed, nothing, render, svg } from './lit-html.js';
