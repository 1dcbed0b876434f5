import { css } from 'lit';

/** Type, links and controls, the same in every widget. */
export const content = css`
  p,
  ul,
  ol,
  dl {
    margin-block-end: 0.84em;
  }
  p,
  li,
  summary,
  .l,
  .m,
  .s {
    max-inline-size: 66ch;
    text-wrap: pretty;
  }
  /* English words on a page that runs from right to left: the layout turns, "1 in 2" must not become "in 2 1". */
  [dir='rtl'] * {
    unicode-bidi: plaintext;
    text-align: right;
  }
  ul,
  ol {
    padding-inline-start: 1.25em;
  }
  li {
    margin-block-end: 0.21em;
  }
  .plain {
    list-style: none;
    padding: 0;
  }
  .l,
  .m,
  .s {
    font-weight: 700;
    font-size: 1em;
    line-height: 1.25;
    text-wrap: balance;
    margin-block-end: 0.5em;
    break-after: avoid;
  }
  .l {
    font-size: 1.5em;
  }
  .m {
    font-size: 1.25em;
  }
  /* Large text in a narrow place needs the room more than the card does. */
  .card {
    padding: min(1.25em, 6cqi);
    border-width: 4px 1px 1px;
    border-block-start-color: var(--ae-accent);
    border-radius: var(--ae-radius);
  }
  .small {
    font-size: 0.84em;
    color: var(--ae-muted);
  }
  a,
  summary,
  button {
    color: var(--ae-link);
    cursor: pointer;
    text-underline-offset: 0.16em;
  }
  /* A link that stands alone is as tall as a button. */
  footer slot a {
    display: inline-block;
    padding-block: 0.63em;
  }
  /* A number goes to the next line whole, and breaks only where it is wider than that. */
  [href^='tel'],
  [part='relay'] {
    display: inline-block;
  }
  a:visited {
    color: var(--ae-visited);
  }
  :is(a, summary, button):hover {
    color: var(--ae-hover);
  }
  button,
  input {
    font: inherit;
    min-block-size: 2.32em;
    min-inline-size: 2.32em;
    background: var(--ae-surface);
    border: 2px solid;
    border-radius: var(--ae-radius);
    padding: 0.21em 0.63em;
  }
  input {
    color: var(--ae-text);
    border-color: var(--ae-muted);
  }
  /* The marker hangs before the words, also where they take two lines or the page runs from right to left. */
  summary {
    padding-block: 0.63em;
    list-style-position: outside;
    margin-inline-start: 1.2em;
    text-decoration: underline;
  }
  /* Outside the yellow of the focus, so not in its dark either. */
  summary::marker {
    color: var(--ae-link);
  }
  /* NHS focus: dark text on yellow over a dark line. The outline shows where colours are forced. */
  :focus-visible:focus-visible {
    color: #212b32;
    background: #ffeb3b;
    border-color: #212b32;
    outline: 4px solid transparent;
    box-shadow: 0 4px #212b32;
    text-decoration: none;
  }
  @media print {
    /* 12 points where the reader's own default is 16 pixels. */
    .page {
      font-size: var(--alliance-text-size, 1em);
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
    button,
    .screen {
      display: none;
    }
    ::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    summary {
      list-style: none;
      margin: 0;
      text-decoration: none;
      font-weight: 700;
      break-after: avoid;
    }
    .card {
      break-inside: avoid;
    }
  }
`;
