import { css } from 'lit';

export const styles = css`
  dt {
    font-weight: 700;
    padding-block-start: 0.42em;
  }
  /* Each link is a touch target of 44 pixels. */
  dd a {
    display: inline-block;
    padding-block: 0.42em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.42em;
    margin-block-end: 0.84em;
  }
  @container frame (min-inline-size: 30em) {
    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      align-items: baseline;
      column-gap: 1.25em;
    }
  }
  .compact {
    font-size: 0.84em;
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
