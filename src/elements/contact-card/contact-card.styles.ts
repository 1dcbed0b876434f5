import { css } from 'lit';

export const styles = css`
  dt {
    font-weight: 700;
  }
  dd {
    margin-block-end: 0.5263em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4211em;
    margin-block-end: 0.8421em;
  }
  @container frame (min-inline-size: 30em) {
    dl {
      display: grid;
      grid-template-columns: minmax(5em, max-content) 1fr;
      column-gap: 1.2632em;
    }
  }
  .compact {
    padding: 0.8421em;
  }
  .compact .l {
    font-size: 1.125em;
  }
  .compact dl {
    display: block;
  }
  .compact dt {
    float: inline-start;
    margin-inline-end: 0.4211em;
  }
  /* Within a sentence it takes the sentence's type. */
  :host([layout='inline' i]),
  :has(> .inline),
  :has(> * > .inline) {
    display: inline;
    container-type: normal;
    background: none;
    font: inherit;
    color: inherit;
  }
`;
