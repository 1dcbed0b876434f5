import { css } from 'lit';

export const styles = css`
  .m {
    margin-block: 1.5em 0.25em;
  }
  /* A box of its own keeps its words in order on pages that run from right to left. */
  .m .small {
    display: inline-block;
    font-weight: 400;
    unicode-bidi: inherit;
  }
  [role='list'] {
    border-block-start-width: 1px;
  }
  [role='list'] > li {
    max-inline-size: none;
    margin: 0;
    border-block-end-width: 1px;
    break-inside: avoid;
  }
  [role='list'] [part='name'] {
    max-inline-size: none;
  }
  /* An inline block, since the underline of the name would run on into a block. */
  .note {
    display: inline-block;
    inline-size: 100%;
    font-weight: 400;
  }
  :focus-visible .note {
    color: inherit;
  }
  dl {
    padding-inline-start: 1.2em;
    margin-block: 0.26em 0.84em;
  }
  dt {
    font-weight: 700;
  }
  dd {
    margin-block-end: 0.26em;
  }
  @container frame (min-inline-size: 30em) {
    dl {
      display: grid;
      grid-template-columns: 8.5em 1fr;
      column-gap: 1.26em;
    }
    dd {
      grid-column: 2;
    }
  }
`;
