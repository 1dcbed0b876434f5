import { css } from 'lit';

export const styles = css`
  .way {
    list-style: none;
    padding: 0;
    max-inline-size: 50em;
  }
  .step {
    position: relative;
    max-inline-size: none;
    margin: 0;
    padding: 0 0 0.42em;
    padding-inline-start: 2.32em;
  }
  /* The way is a line down the side, with the number of each step in a ring. What may come after it is on no line. */
  .step::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.42em;
    inline-size: 1.9em;
    block-size: 1.9em;
    border: 2px solid var(--ae-accent);
    border-radius: 50%;
    font-weight: 700;
    line-height: 1.75;
    text-align: center;
  }
  ol .step::before {
    content: counter(list-item);
  }
  ol .step::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.95em - 1px);
    inset-block: 2.32em -0.42em;
    border-inline-start: 2px solid var(--ae-accent);
  }
  ol .step:last-child::after {
    display: none;
  }
  ul.way .step::before {
    inset-inline-start: 0.6em;
    inset-block-start: 1.1em;
    inline-size: 0.7em;
    block-size: 0.7em;
    background: var(--ae-accent);
  }
  .stage ul {
    list-style: disc;
  }
  /* What to call is large, and as tall as a button. */
  .call > a {
    padding-block: 0.2em;
    font-size: 1.25em;
    font-weight: 700;
  }
  [part='next'] {
    margin-block-start: 1.26em;
  }
  summary > * {
    display: inline;
    font-size: 1.125em;
  }
  .shade {
    margin-block: 0.84em;
    padding: 0.84em min(1.25em, 6cqi) 0.1px;
    background: var(--ae-shade);
  }
  .waits {
    border-inline-start: 0.42em solid var(--ae-accent);
  }
  [part='print'] {
    margin-block: 1.68em;
  }
  [part='print'] p {
    margin-block-start: 0.42em;
  }
  .paper {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    visibility: hidden;
  }
  .room + * {
    margin-block-start: 1em;
  }
  .room li {
    max-inline-size: none;
    padding-block: 0.42em;
    break-inside: avoid;
  }
  .room li::after {
    content: '';
    display: block;
    block-size: 2em;
    margin-block-start: 1.7em;
    border-block: 1px solid;
  }
  @media print {
    .shade {
      padding-inline: 0;
      break-inside: avoid;
    }
    .waits {
      padding-inline-start: 0.84em;
    }
  }
`;
