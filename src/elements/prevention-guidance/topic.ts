import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/prevention-guidance.yaml';
import { heading } from '../../base/heading.js';
import { fill } from '../../base/words.js';
import type { Topic } from '../../content/schema/prevention-guidance.js';
import { link } from '../../parts/link.js';
import { phone } from '../../parts/phone.js';

const chart = words.chart;
const labels = words.labels;
const topics = words.topics;

/** A value out of 100 as readers are told it: a round number, since the figures are no finer than that. */
export const said = (value: number): string => fill(chart.said, { n: Math.round(value) });

/**
 * One topic, which opens and closes: what to do, then why, then where to find help.
 *
 * @param open - Whether it starts open, as it does when it is the only one.
 * @param level - Level of its heading.
 */
export function topic(id: Topic, open: boolean, level: number): TemplateResult {
  const { name, do: steps, why, phone: line, ask, page } = topics[id];
  const bar = chart.bars.find((each) => each.topic === id);
  const sub = (label: keyof typeof labels) => heading(level + 1, 's', labels[label]);
  return html`<details class="topic" part="topic" ?open=${open}>
    <summary>${heading(level, 'm', name)}</summary>
    ${sub('do')}
    <div part="steps">
      ${
        steps
          ? html`<ul>
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ul>`
          : nothing
      }
      <p>${ask}</p>
    </div>
    ${sub('why')}
    <p part="why">${bar ? fill(why, { share: said(bar.value) }) : why}</p>
    ${sub('help')}
    <div part="help">
      ${line ? html`<p>${line.name}: ${phone(line.number)}</p>` : nothing}
      <p>${link(page['page-url'], page.text)}</p>
    </div>
  </details>`;
}
