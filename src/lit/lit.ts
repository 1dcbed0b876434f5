/** Stands in for `lit`: all that our sources import from them. */
export { css } from './css-tag.js';
export { LitElement } from './lit-element.js';
export { html, nothing, render, svg } from './lit-html.js';
