import { css } from 'lit';

export const styles = css`
  .frame {
    --ae-error: light-dark(#d5281b, #ff8a80);
    --ae-button: var(--alliance-button, #007f3b);
  }
  form p {
    margin-block: 0.42em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.42em;
    max-inline-size: 34em;
    margin-block-end: 0.84em;
  }
  .row input {
    flex: 1 1 6em;
    inline-size: 6em;
  }
  .primary {
    color: #fff;
    background: var(--ae-button);
    border-color: var(--ae-button);
    font-weight: 700;
  }
  .error {
    color: var(--ae-error);
  }
  [aria-invalid] {
    border-color: var(--ae-error);
  }
  [part='answer'] {
    margin-block: 0.84em;
  }
  /* Of more lines than one, also where the page runs from right to left. */
  .card button {
    text-align: center;
  }
  [part='hospitals'] li {
    margin-block-end: 0.63em;
  }
  [part='hospitals'] .small {
    display: block;
  }
  [part='hospitals'] a {
    padding-block: 0.2em;
  }
`;
