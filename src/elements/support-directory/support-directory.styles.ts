import { css } from 'lit';

export const styles = css`
  .frame {
    --ae-focus: #ffeb3b;
    --ae-focused: #212b32;
  }
  .m {
    margin-block: 1.26em 0.5em;
  }
  /* Names, words and ways to call stand in line across a row of cards. */
  .plain {
    display: grid;
    gap: 0.84em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
  }
  .card {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
    row-gap: 0;
    margin: 0;
  }
  .card p {
    margin-block-end: 0.42em;
  }
  .card p:last-child {
    margin: 0;
  }
  .card a {
    padding-block: 0.2em;
  }
  /* What to call or text is large, and as tall as a button. */
  b + [part] {
    display: inline-block;
    padding-block: 0.2em;
    font-size: 1.25em;
    font-weight: 700;
  }
  [part='relay'] {
    display: block;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.42em;
    min-inline-size: 0;
    margin-block: 1.68em 0.84em;
  }
  legend {
    font-size: 1.25em;
    font-weight: 700;
    text-wrap: balance;
    margin-block-end: 0.34em;
  }
  label {
    display: flex;
    align-items: center;
    gap: 0.42em;
    min-block-size: 2.32em;
    padding-inline: 0.63em;
    border: 2px solid var(--ae-muted);
    border-radius: var(--ae-radius);
    cursor: pointer;
  }
  label:has(:checked) {
    border-color: var(--ae-link);
    background: var(--ae-shade);
    font-weight: 700;
  }
  label:has(:focus-visible) {
    color: var(--ae-focused);
    background: var(--ae-focus);
    border-color: var(--ae-focused);
    box-shadow: 0 4px var(--ae-focused);
  }
  [type='radio'] {
    flex: none;
    inline-size: 1.26em;
    block-size: 1.26em;
    min-inline-size: 0;
    min-block-size: 0;
    accent-color: var(--ae-link);
  }
  /* Its label shows the focus. */
  [type='radio']:focus-visible {
    box-shadow: none;
  }
  @media print {
    .m + p {
      break-after: avoid;
    }
    .plain {
      display: block;
    }
    .card {
      display: block;
      padding: 0.63em;
      margin-block-end: 0.84em;
    }
  }
`;
