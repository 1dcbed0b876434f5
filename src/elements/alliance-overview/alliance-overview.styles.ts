import { css } from 'lit';

export const styles = css`
  .section {
    margin-block-start: 1.6842em;
  }
  .section .s {
    margin-block-start: 1.0526em;
  }
  /* One column or two, as the text has room, whatever size the host or the reader has made it. */
  .cards,
  .areas {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(12em, 40%)), 1fr));
    gap: 0.8421em 1.2632em;
  }
  /* The gaps of the grid are enough. */
  .section .areas * {
    margin-block-start: 0;
  }
  .cards {
    margin-block-end: 0.8421em;
  }
  /* Two rows of the list's own grid for each card, so that what stands under the numbers lines up across a row. */
  .cards > li {
    display: grid;
    grid-row: span 2;
    grid-template-rows: subgrid;
    row-gap: 0.4211em;
    margin: 0;
    max-inline-size: none;
  }
  .cards p {
    margin: 0;
  }
  .number {
    display: block;
    direction: ltr;
    font-size: 2.5em;
    font-weight: 700;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .unit {
    font-size: 0.5em;
  }
  .steps > li {
    margin: 0;
    padding-block: 0.6316em;
    border-block-start: 1px solid var(--ae-border);
  }
  .steps p {
    margin: 0 0 0.2105em;
  }
  @container frame (min-inline-size: 36em) {
    .steps > li {
      display: grid;
      grid-template-columns: 8em minmax(0, 1fr);
      column-gap: 1.2632em;
    }
  }
  @container frame (min-inline-size: 62em) {
    .four {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(10em, 22%)), 1fr));
    }
  }
  .compact .l {
    font-size: 1.25em;
  }
  .compact .m {
    font-size: 1.125em;
  }
  .compact .section {
    margin-block-start: 1.2632em;
  }
  .compact .card {
    padding: 0.6316em 0 0;
    border-width: 1px 0 0;
    border-radius: 0;
  }
  .compact .number {
    display: inline-block;
    font-size: 1.25em;
  }
  .compact .unit {
    font-size: 1em;
  }
  @media print {
    footer ul {
      columns: 18em 2;
    }
    .steps > li {
      break-inside: avoid;
    }
  }
`;
