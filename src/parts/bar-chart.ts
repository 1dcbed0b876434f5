import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { heading } from '../base/heading.js';

/** One bar: what it stands for, its length, and its value as a reader says it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly said: string;
}

/** What a chart shows; all words come from the caller. */
export interface BarChart {
  /** What is counted, of whom and when. */
  readonly caption: string;
  readonly bars: readonly Bar[];
  /** The value at which a bar fills the row, such as the whole of which the bars are parts; default: some more than the longest. */
  readonly max?: number;
  /** The words of the button that opens the table, and of the heads of its columns. */
  readonly labels: { readonly table: string; readonly label: string; readonly value: string };
}

/** What can be drawn as a length. Anything else is told in words and has no bar. */
const drawable = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);

/** Without `max`, how much of the row the longest bar takes, of 100; the rest is for its value. */
const roomy = 60;

/**
 * Horizontal bars from zero, longest first, and the same data as a table behind one button.
 *
 * Labels and values are text, so the chart is read aloud as a list; only the drawing is hidden from screen readers, and
 * the table comes second, for who opens it. One colour, because a bar's length is all that it says.
 *
 * @param level - Level of a heading that holds the caption; by default the caption is plain text.
 */
export function barChart(
  { caption, bars, max = 0, labels }: BarChart,
  level?: number,
): TemplateResult | typeof nothing {
  const sorted = [...bars].sort((a, b) => drawable(b.value) - drawable(a.value));
  const [longest] = sorted;
  if (!longest) return nothing;
  // A bar is never cut off: where one is longer than the whole, the whole was too small.
  const whole = Math.max(drawable(max), drawable(longest.value));
  const full = drawable(max) ? 100 : roomy;
  return html`<figure part="chart">
    <figcaption>${level ? heading(level, 's', caption) : caption}</figcaption>
    <ul class="plain bars" role="list">
      ${sorted.map((bar) => {
        const length = drawable(bar.value);
        return html`<li>
          <span>${bar.label}</span>
          <span class="row">
            ${
              length
                ? html`<svg width="${+((length / whole) * full).toFixed(3)}%" aria-hidden="true">
                    <rect width="100%" height="100%"></rect>
                  </svg>`
                : nothing
            }
            <b>${bar.said}</b>
          </span>
        </li>`;
      })}
    </ul>
    <details part="chart-table">
      <summary>${labels.table}</summary>
      <table aria-label=${caption}>
        <thead>
          <tr>
            <th scope="col">${labels.label}</th>
            <th scope="col">${labels.value}</th>
          </tr>
        </thead>
        <tbody>
          ${sorted.map(
            ({ label, said }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${said}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </figure>`;
}

/** Styles of the chart, for the sheet of each element that has one. */
export const barChartStyles: CSSResult = css`
  figcaption {
    font-weight: 700;
  }
  .bars {
    margin-block: 0.8421em 0.4211em;
  }
  .bars li {
    max-inline-size: none;
    margin-block-end: 0.8421em;
    break-inside: avoid;
  }
  /* The line at the start is zero. A value that has no room after its bar goes below it. */
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2105em 0.4211em;
    margin-block-start: 0.2105em;
    border-inline-start: 2px solid var(--ae-text);
  }
  .row svg {
    display: block;
    flex: none;
    block-size: 1.6842em;
    fill: var(--ae-accent);
  }
  .row b {
    padding-inline-start: 0.2105em;
  }
  /* Where text is large and room is small, neither column may take all of it and leave the other a few letters. */
  table {
    table-layout: fixed;
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    padding: 0.4211em 0;
    padding-inline-end: 0.8421em;
    border-block-end: 1px solid var(--ae-border);
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .row svg {
      fill: CanvasText;
    }
  }
`;
