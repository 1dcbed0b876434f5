import { css, html, nothing, type TemplateResult } from 'lit';

/** Longest search that a box takes; nobody types more, and a paste of a whole page would only be slow. */
const longest = 100;

/** The words a host may put in a search box, made to fit it. */
export const searchWords = (value: unknown): string => (typeof value === 'string' ? value.slice(0, longest) : '');

export interface SearchField {
  readonly label: string;
  readonly hint: string;
  /** Words of the button that empties the box. */
  readonly clear: string;
  /** What is in the box now. The words stay in the widget: they go into no event, address or store. */
  readonly value: string;
  /** How many things match, or what to try when none does; told politely whenever it changes. */
  readonly status: string;
  /** `off` while the status changed without the reader's doing; default polite. */
  readonly live?: 'off' | 'polite';
  /** Called at each change with what is in the box. */
  readonly onSearch: (words: string) => void;
}

/** A search box that works as the reader types. Escape or its button empties it; the reader stays in the box. */
export function searchField({ label, hint, clear, value, status, live, onSearch }: SearchField): TemplateResult {
  const onInput = (event: Event) => onSearch((event.target as HTMLInputElement).value);
  const onClear = (event: Event) => {
    onSearch('');
    (event.currentTarget as Element).parentElement?.querySelector('input')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // An empty box leaves Escape to the page, which may want to close a dialog with it.
    if (event.key !== 'Escape' || event.isComposing || !value) return;
    event.preventDefault();
    event.stopPropagation();
    onSearch('');
  };
  return html`<div class="search" part="search">
    <div class="screen">
      <label for="search">${label}</label>
      <p id="hint" class="small">${hint}</p>
      <div class="row">
        <input
          id="search"
          part="search-input"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength=${longest}
          aria-describedby="hint"
          .value=${value}
          @input=${onInput}
          @keydown=${onKey}
        />
        <button type="button" part="search-clear" class=${value ? nothing : 'off'} @click=${onClear}>${clear}</button>
      </div>
    </div>
    <p role="status" aria-live=${live ?? nothing} part="search-status">${status}</p>
  </div>`;
}

export const searchFieldStyles = css`
  .search label {
    font-weight: 700;
  }
  .search p {
    margin-block-end: 0.42em;
  }
  /* A row of controls. */
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.42em;
    max-inline-size: 34em;
    margin-block-end: 0.42em;
  }
  .row input {
    flex: 1 1 6em;
    inline-size: 6em;
  }
  /* One way to clear, with words; kept in its place so that nothing moves as the reader types. */
  ::-webkit-search-cancel-button {
    display: none;
  }
  .off {
    visibility: hidden;
  }
  .search [role] {
    min-block-size: 1.5em;
  }
  /* The button lies over the end of the box, or an empty box would be half as wide as its place. Where text is so large
     that little of the box were left, the button stands beside it or below. */
  @container frame (min-inline-size: 16em) {
    .search .row {
      display: grid;
    }
    .search .row > * {
      grid-area: 1 / 1;
    }
    .search input {
      inline-size: 100%;
      padding-inline-end: 4.6em;
    }
    .search button {
      justify-self: end;
    }
  }
`;
