import { html, nothing, type TemplateResult } from 'lit';
import words from '../../content/en/interface.yaml';
import type { Source } from '../base/source.js';
import { fill, formatDate, today } from '../base/words.js';
import { link } from './link.js';

/** What a widget knows about the facts it shows. */
export interface Provenance {
  /** Day on which the facts were last checked, ISO. */
  readonly checked: string;
  /** Day by which they are to be checked again, ISO. */
  readonly due: string;
  readonly sources: readonly Source[];
  /** True once a clinician has approved the words; absent where there are none to approve. */
  readonly approved?: boolean;
}

/** Publisher, day of the last check, approval and sources, under every widget that states a fact. */
export function provenance({ checked, due, sources, approved }: Provenance): TemplateResult {
  const days = { checked: formatDate(checked), due: formatDate(due) };
  return html`<footer class="small" part="provenance">
    <p>
      ${words.publisher} ${fill(due < today() ? words.overdue : words.checked, days)}
      ${approved === false ? words.awaiting : nothing}
    </p>
    <p><slot name="footer">${link(words.website, words['website-name'])}</slot></p>
    <details>
      <summary>${words.sources}</summary>
      <ul>
        ${sources.map(({ title, publisher, url }) => html`<li>${publisher}: ${url ? link(url, title) : title}</li>`)}
      </ul>
    </details>
  </footer>`;
}
