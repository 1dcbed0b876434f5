import { css } from 'lit';

export const styles = css`
  .m {
    margin-block: 1.5em 0.25em;
  }
  .m .small {
    font-weight: 400;
    display: inline-block;
  }
  [role='list'] {
    border-block-start: 1px solid var(--border);
  }
  [role='list'] > li {
    margin: 0;
    border-block-end: 1px solid var(--border);
    break-inside: avoid;
  }
  /* Lines after the first stand under the name, past the marker. */
  [role='list'] summary {
    max-inline-size: none;
    padding-inline-start: 1.0526em;
    text-indent: -1.0526em;
  }
  /* An inline block, since the underline of the name would run on into a block. */
  .note {
    display: inline-block;
    inline-size: 100%;
    text-indent: 0;
  }
  dl {
    padding-inline-start: 1.0526em;
    margin-block: 0.2632em 0.8421em;
  }
  details > p {
    padding-inline-start: 1.25em;
  }
  dt {
    font-weight: 700;
  }
  dd {
    margin-block-end: 0.4211em;
  }
  dd ul,
  dd li {
    margin: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4211em;
    margin-block: 1.2632em 0.4211em;
  }
  @container frame (min-inline-size: 30em) {
    dl {
      display: grid;
      grid-template-columns: 8.5em 1fr;
      column-gap: 1.2632em;
    }
  }
  @container frame (min-inline-size: 60em) {
    [role='list'] {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 2.5263em;
    }
  }
`;
