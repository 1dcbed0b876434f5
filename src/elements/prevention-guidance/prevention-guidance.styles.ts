import { css } from 'lit';

export const styles = css`
  .callout,
  figure,
  .topics {
    max-inline-size: 50em;
    margin-block-end: 1.2632em;
  }
  .callout {
    padding: 0.8421em min(1.25em, 6cqi);
    background: var(--ae-shade);
    border-inline-start: 0.4211em solid var(--ae-accent);
  }
  .callout > :last-child {
    margin-block-end: 0;
  }
  .topics {
    border-block-start: 1px solid var(--ae-border);
  }
  .topic {
    border-block-end: 1px solid var(--ae-border);
  }
  .topic > summary > * {
    display: inline;
    font-size: 1.125em;
  }
`;
