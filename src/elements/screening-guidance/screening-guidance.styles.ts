import { css } from 'lit';

export const styles = css`
  .frame {
    --ae-emergency: light-dark(#d5281b, #ff8a80);
    --ae-notice: #ffb81c;
    --ae-button: var(--alliance-button, #007f3b);
  }
  .primary {
    color: #fff;
    background: var(--ae-button);
    border-color: var(--ae-button);
    font-weight: 700;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .callout,
  .programmes,
  form {
    max-inline-size: 50em;
  }
  .callout {
    padding: 0.8421em min(1.25em, 6cqi);
    margin-block-end: 1.2632em;
    background: var(--ae-shade);
    border-inline-start: 0.4211em solid var(--ae-notice);
  }
  .callout > :last-child,
  .card > :last-child {
    margin-block-end: 0;
  }
  .programmes {
    margin-block: 1.2632em 2.1053em;
    border-block-start: 1px solid var(--ae-border);
  }
  .programme {
    border-block-end: 1px solid var(--ae-border);
  }
  summary > * {
    display: inline;
    font-size: 1.125em;
  }
  .programme[open] {
    padding-block-end: 0.8421em;
  }
  [part='section'] {
    margin-block: 1.2632em;
  }
  .pair {
    display: grid;
    gap: 0.8421em 1.2632em;
    margin-block: 1.2632em;
  }
  .pair > * {
    padding: 0.8421em min(1.25em, 6cqi);
    border: 1px solid var(--ae-border);
    border-block-start: 4px solid var(--ae-accent);
  }
  form {
    margin-block-end: 2.1053em;
  }
  .question {
    margin-block-end: 1.2632em;
  }
  .ask {
    display: block;
    padding: 0;
    font-weight: 700;
  }
  .hint {
    display: block;
    color: var(--ae-muted);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.6842em;
  }
  .options label {
    display: flex;
    align-items: center;
    gap: 0.6316em;
    min-block-size: 2.3158em;
    cursor: pointer;
  }
  [type='radio'] {
    flex: none;
    inline-size: 1.4737em;
    block-size: 1.4737em;
    min-inline-size: 0;
    min-block-size: 0;
    accent-color: var(--ae-link);
  }
  /* A round control has no background to turn yellow. */
  [type='radio']:focus-visible {
    border-radius: 50%;
    box-shadow: 0 0 0 3px var(--ae-text);
    outline: 3px solid var(--ae-notice);
    outline-offset: 3px;
  }
  #age {
    inline-size: 5em;
    margin-block-start: 0.2105em;
  }
  .wrong {
    padding-inline-start: 0.8421em;
    border-inline-start: 0.2105em solid var(--ae-emergency);
  }
  .wrong .error {
    margin: 0;
    font-weight: 700;
    color: var(--ae-emergency);
  }
  .wrong #age {
    border-color: var(--ae-emergency);
  }
  .answers {
    display: grid;
    gap: 0.8421em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
  }
  .answers .card {
    margin: 0;
  }
  .answers ul {
    list-style: disc;
  }
  .outcome {
    font-size: 1.25em;
    line-height: 1.25;
    font-weight: 700;
  }
  .symptoms {
    font-weight: 700;
  }
  /* Where the focus goes by itself, what belongs to it comes into sight too: the error above, the answer below. */
  #age {
    scroll-margin-block-start: 9em;
  }
  #answer {
    inline-size: fit-content;
    scroll-margin-block-end: 50vh;
  }
  @container frame (min-inline-size: 38em) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    .pair {
      grid-template-columns: none;
    }
    [part='section'],
    .pair {
      break-inside: avoid;
    }
    #answer {
      background: none;
      box-shadow: none;
    }
    .answers {
      display: block;
    }
    .answers .card {
      margin-block-end: 0.84em;
    }
  }
`;
