import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/screening-guidance.yaml';
import { heading } from '../../base/heading.js';
import type { Programme } from '../../content/schema/screening-guidance.js';
import { link } from '../../parts/link.js';
import { phone } from '../../parts/phone.js';

const labels = words.labels;

/** One line is a paragraph, several are a list. */
export function lines([first, ...more]: readonly string[]): TemplateResult {
  return more.length
    ? html`<ul>
        ${[first, ...more].map((line) => html`<li>${line}</li>`)}
      </ul>`
    : html`<p>${first}</p>`;
}

/** The programme's own telephone line, if it has one. */
export function helpline(name: Programme): unknown {
  const { phone: line } = words.programmes[name];
  return line ? html`<p>${line.name}: ${phone(line.number)}</p>` : nothing;
}

/**
 * One programme, which opens and closes.
 *
 * @param open - Whether it starts open, as it does when it is the only one.
 * @param level - Level of its heading.
 */
export function programme(name: Programme, open: boolean, level: number): TemplateResult {
  const about = words.programmes[name];
  const more = words.sources[about.link.source]?.url;
  const sub = (label: keyof typeof labels) => heading(level + 1, 's', labels[label]);
  const section = (label: 'who' | 'often' | 'ask' | 'result') =>
    html`<div part="section">${sub(label)}${lines(about[label])}</div>`;
  return html`<details class="programme" part="programme" ?open=${open}>
    <summary>${heading(level, 'm', about.name)}</summary>
    ${section('who')} ${section('often')}
    <div part="section">
      ${sub('steps')}
      <ol>
        ${about.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
    </div>
    <div class="pair">
      <div part="benefits">${sub('benefits')}${lines(about.benefits)}</div>
      <div part="harms">${sub('harms')}${lines(about.harms)}</div>
    </div>
    ${section('ask')} ${helpline(name)} ${more ? html`<p>${link(more, about.link.text)}</p>` : nothing}
    ${section('result')}
    <p><strong>${words.symptoms.heading}.</strong> ${words.symptoms.text}</p>
  </details>`;
}
