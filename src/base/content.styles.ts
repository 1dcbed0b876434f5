import { css } from 'lit';

/** Type, links and controls, the same in every widget. */
export const content = css`
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    padding: 0;
    border: 0;
    max-inline-size: 66ch;
  }
  p,
  ul,
  ol,
  dl {
    margin-block-end: 0.8421em;
  }
  /* English words on a page that runs from right to left: the layout turns, "1 in 2" must not become "in 2 1". */
  .frame:lang(en)[dir='rtl'] :is(p, li, dt, dd, td, th, summary, legend, label, strong, b, .l, .m, .s) {
    unicode-bidi: plaintext;
    text-align: end;
  }
  ul,
  ol {
    padding-inline-start: 1.25em;
  }
  li {
    margin-block-end: 0.2105em;
  }
  .plain {
    list-style: none;
    padding: 0;
    max-inline-size: none;
  }
  .l,
  .m,
  .s {
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
    margin-block: 0 0.5em;
  }
  .l {
    font-size: 1.5em;
  }
  .m {
    font-size: 1.25em;
  }
  .s {
    font-size: 1em;
  }
  .card {
    padding: 1.2632em;
    border: 1px solid var(--border);
    border-block-start: 4px solid var(--accent);
    border-radius: var(--alliance-radius, 0.2105em);
  }
  .card > :last-child {
    margin-block-end: 0;
  }
  .small {
    font-size: 0.8421em;
    color: var(--muted);
  }
  a {
    color: var(--link);
    text-underline-offset: 0.1578em;
  }
  a:visited {
    color: var(--visited);
  }
  a:hover {
    color: var(--hover);
  }
  button,
  input,
  select {
    font: inherit;
    min-block-size: 2.3158em;
    min-inline-size: 2.3158em;
    margin: 0;
    color: var(--text);
    background: var(--surface);
    border: 2px solid var(--control);
    border-radius: var(--alliance-radius, 0.2105em);
    padding: 0.2632em 0.6316em;
  }
  button {
    cursor: pointer;
    color: var(--link);
    border-color: var(--link);
  }
  button:hover {
    color: var(--hover);
    border-color: var(--hover);
  }
  button.primary {
    color: #fff;
    background: var(--button);
    border-color: var(--button);
    font-weight: 700;
  }
  summary {
    cursor: pointer;
    color: var(--link);
    padding-block: 0.3684em;
    min-block-size: 2.3158em;
    max-inline-size: 66ch;
    text-decoration: underline;
    text-underline-offset: 0.1578em;
  }
  summary:hover {
    color: var(--hover);
  }
  /* NHS focus: yellow behind dark text for what is read, a yellow ring inside a dark one for what is pressed. */
  a:focus-visible,
  summary:focus-visible,
  [tabindex]:focus-visible {
    color: #212b32;
    background: #ffeb3b;
    outline: 4px solid transparent;
    box-shadow: 0 4px #212b32;
    text-decoration: none;
  }
  button:focus-visible,
  input:focus-visible,
  select:focus-visible {
    outline: 4px solid #ffeb3b;
    outline-offset: 0;
    box-shadow: inset 0 0 0 2px #212b32;
    border-color: #212b32;
  }
  button:focus-visible {
    color: #212b32;
    background: #ffeb3b;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
    button,
    .screen {
      display: none;
    }
    .l,
    .m,
    .s {
      break-after: avoid;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    summary {
      list-style: none;
      color: #000;
      text-decoration: none;
      font-weight: 700;
    }
  }
`;
