import { html, type TemplateResult } from 'lit';
import words from '../../content/en/interface.yaml';
import { weave } from '../base/words.js';
import { link } from './link.js';

/** What a reader sees when an input cannot be honoured: the host's fallback or, without one, the way to the website. */
export function fallback(): TemplateResult {
  const website = link(words.website, words['website-name']);
  return html`<div part="fallback">
    <slot><p>${weave<unknown>(words['not-found'], { website })}</p></slot>
  </div>`;
}
