import { css } from 'lit';

/** The wall: immune inside, obedient outside. What each line keeps out is told in docs/decisions/0002-host-rule.md. */
export const frame = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    all: initial;
    display: block;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    container: frame / inline-size;
    font: 400 medium/1.5 var(--alliance-font, 'Frutiger W01', Arial, sans-serif);
    overflow-wrap: anywhere;
    color: var(--ae-text);
    background: var(--ae-surface);
  }
  .page {
    /* 19 pixels where the reader's own default is 16. */
    font-size: var(--alliance-text-size, 1.1875em);
    padding: var(--alliance-padding, 0);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border: 0 solid var(--ae-border);
  }
`;
