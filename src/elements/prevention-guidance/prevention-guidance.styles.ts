import { css } from 'lit';

export const styles = css`
  .callout,
  [part='chart'],
  .topics {
    max-inline-size: 50em;
  }
  .callout {
    padding: 0.8421em min(1.25em, 6cqi);
    margin-block-end: 1.2632em;
    background: var(--shade);
    border-inline-start: 0.4211em solid var(--accent);
  }
  .callout > :last-child {
    margin-block-end: 0;
  }
  .topics {
    margin-block: 1.2632em;
    border-block-start: 1px solid var(--border);
  }
  .topic {
    border-block-end: 1px solid var(--border);
  }
  summary > * {
    display: inline;
    font-size: 1.125em;
  }
`;
