import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/care-pathway.yaml';
import { heading } from '../../base/heading.js';
import type { Stage, StageId } from '../../content/schema/care-pathway.js';
import { phone } from '../../parts/phone.js';

const labels = words.labels;

/** All steps, those that may come last included, by id and in order. */
export const stages: Readonly<Record<StageId, Stage>> = { ...words.steps, ...words.next.steps };

/** Whom the words are for; empty is everyone. */
export type Audience = '' | 'patient' | 'relative';

const list = (lines: readonly string[]) =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
const paragraphs = (lines: readonly string[] = []) => lines.map((line) => html`<p>${line}</p>`);

/** What the person finds and what a relative finds, in the order for this reader. */
export function forReader(audience: Audience, own: unknown, relatives: unknown): unknown[] {
  return audience === 'relative' ? [relatives, own] : [own, audience ? nothing : relatives];
}

/** One step, which opens and closes: what happens, how long it may take, what to ask, and what relatives could do. */
export function renderStage(id: StageId, open: boolean, level: number, audience: Audience): TemplateResult {
  const { name, what, call, tips, waits, ask, relatives } = stages[id];
  const own = html`${paragraphs(tips)} ${paragraphs(what)}
    ${call ? html`<p class="call" part="call"><b>${labels.call}</b> ${phone(call.phone)}</p>` : nothing}
    ${
      waits
        ? html`<div class="shade waits" part="waits">
            ${heading(level + 1, 's', labels.waits)} ${paragraphs(waits)}
            <p>${words.caveat}</p>
          </div>`
        : nothing
    }
    <div part="questions">${heading(level + 1, 's', labels.ask)} ${list(ask)}</div>`;
  return html`<li class="step" part="step">
    <details class="stage" part="stage" ?open=${open}>
      <summary>${heading(level, 'm', name)}</summary>
      ${forReader(
        audience,
        own,
        html`<div class="shade" part="relatives">
          ${heading(level + 1, 's', labels.relatives)} ${paragraphs(relatives.tips)}
          <p>${labels['relatives-ask']}</p>
          ${list(relatives.ask)}
        </div>`,
      )}
    </details>
  </li>`;
}
