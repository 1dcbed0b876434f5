import { css } from 'lit';

export const styles = css`
  .m {
    margin-block: 1.5em 0.25em;
  }
  .m + .small {
    break-after: avoid;
  }
  /* A box of its own keeps its words in order on pages that run from right to left, and out of the name's underline. */
  .m .small,
  .note {
    display: inline-block;
    font-weight: 400;
  }
  .m .small {
    unicode-bidi: inherit;
  }
  .plain {
    border-block-start-width: 1px;
  }
  .plain > li {
    margin: 0;
    border-block-end-width: 1px;
    break-inside: avoid;
  }
  summary,
  .plain > li {
    max-inline-size: none;
  }
  .note {
    inline-size: 100%;
  }
  :focus-visible .note {
    color: inherit;
  }
  dl {
    padding-inline-start: 1.2em;
    margin-block: 0.25em 0.84em;
  }
  dt {
    font-weight: 700;
  }
  dd {
    margin-block-end: 0.25em;
  }
  @container frame (min-inline-size: 30em) {
    dl {
      display: grid;
      grid-template-columns: 8.5em 1fr;
      column-gap: 1.25em;
    }
    dd {
      grid-column: 2;
    }
  }
  @media print {
    .plain {
      columns: 2;
    }
    dl {
      grid-template-columns: 6em 1fr;
      padding: 0;
    }
  }
`;
