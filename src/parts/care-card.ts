import { css, html, nothing, type TemplateResult } from 'lit';
import words from '../../content/en/care-card.yaml';
import { heading as drawHeading } from '../base/heading.js';
import type { CareLevel } from '../content/schema/care-card.js';

/** Where to get help, how soon, and with what. Content is held to the pattern by src/content/schema/care-card.ts. */
export interface CareCard {
  readonly level: CareLevel;
  /** A call to action that ends in "if:". */
  readonly heading: string;
  readonly items: readonly string[];
  /** What stands below the list; never in an emergency card. */
  readonly after?: unknown;
}

/**
 * A care card after the pattern of the NHS. How urgent it is, is in its heading for who hears it, in colour and shape
 * for who sees it, and in words wherever colour is not to be had.
 *
 * @param level - Level of its heading.
 */
export function careCard({ level, heading, items, after = nothing }: CareCard, rank: number): TemplateResult {
  const called = html`<span class="urgency">${words.levels[level]} </span>${heading}`;
  return html`<div class="care ${level}" part="care-card">
    ${drawHeading(rank, 's', called)}
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
    ${after}
  </div>`;
}

export const careCardStyles = css`
  .care {
    --ae-care: #005eb8;
    margin-block: 1.26em;
    max-inline-size: 50em;
    border: 1px solid var(--ae-care);
  }
  .care > * {
    margin: 0.84em min(1.25em, 6cqi);
  }
  .care .s {
    margin: 0;
    padding: 0.63em min(1.25em, 6cqi);
    max-inline-size: none;
    color: #fff;
    background: var(--ae-care);
  }
  .urgent,
  .emergency {
    --ae-care: #d5281b;
  }
  .emergency {
    color: #fff;
    background: #212b32;
  }
  .urgency {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Without colour the words say it, and the edge: a line, a thick line, a thicker double one. */
  @media print, (forced-colors: active) {
    .urgency {
      position: static;
      clip-path: none;
      white-space: normal;
    }
    .care,
    .care .s {
      color: inherit;
      background: none;
      break-inside: avoid;
    }
    .urgent {
      border-width: 0.21em;
    }
    .emergency {
      border-width: 0.42em;
      border-style: double;
    }
  }
`;
