import { html, type TemplateResult } from 'lit';

/** A link to another site: it learns nothing of the page it is on, and gets no hold of it. Never opens a new window. */
export function link(href: string, words: unknown): TemplateResult {
  return html`<a href=${href} rel="noopener" referrerpolicy="no-referrer">${words}</a>`;
}
