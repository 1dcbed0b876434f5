import { css } from 'lit';

export const styles = css`
  .finder,
  .areas {
    max-inline-size: 50em;
    margin-block: 1.26em;
  }
  [part='results'] {
    margin-block-start: 1.26em;
  }
  .areas {
    border-block-start: 1px solid var(--ae-border);
  }
  .areas details {
    border-block-end: 1px solid var(--ae-border);
  }
  summary > * {
    display: inline;
    font-size: 1.125em;
  }
  @media print {
    .page > .care {
      column-span: all;
    }
    .care {
      margin-block: 0.84em;
    }
    .care > ul,
    .care > p {
      margin-block: 0.42em;
    }
  }
`;
