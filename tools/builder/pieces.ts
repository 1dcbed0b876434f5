import { make } from './dom.js';

/** A text to copy. */
export interface Text {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

const longest = 16;
let count = 0;

/** Shows texts to copy in a place. Where the same ones stand there already, only their words change, and focus stays. */
export function showTexts(
  place: HTMLElement,
  kind: string,
  texts: readonly Text[],
  tell: (said: string) => void,
): void {
  const names = [kind, ...texts.map(({ name, label }) => `${name} ${label}`)].join('\n');
  if (place.dataset['shown'] !== names) {
    place.dataset['shown'] = names;
    place.replaceChildren(...texts.map(({ name, label }) => block(name, label, tell)));
  }
  texts.forEach(({ text, hint }, index) => {
    const area = place.querySelectorAll('textarea')[index];
    const note = place.querySelectorAll<HTMLElement>('[data-hint]')[index];
    if (!area || !note) return;
    const done = place.querySelectorAll('[data-done]')[index];
    if (done && area.value !== text) done.textContent = '';
    area.value = text;
    area.rows = Math.min(longest, text.split('\n').length + 1);
    note.textContent = hint ?? '';
    note.hidden = !hint;
  });
}

function block(name: string, label: string, tell: (said: string) => void): HTMLElement {
  const id = `text-${++count}`;
  const hint = make('p', { class: 'hint', id: `${id}-hint`, 'data-hint': true });
  const area = make('textarea', {
    id,
    readonly: true,
    dir: 'ltr',
    spellcheck: 'false',
    'data-text': name,
    'aria-describedby': hint.id,
  });
  const button = make('button', { type: 'button', 'aria-label': `Copy: ${label}` }, 'Copy');
  // The status says the same to those who do not see this.
  const done = make('span', { class: 'done', 'data-done': true, 'aria-hidden': 'true' });
  button.addEventListener('click', () => void copy(area, done, label, tell));
  return make(
    'div',
    { class: 'text' },
    make('label', { for: id }, label),
    area,
    hint,
    make('p', {}, button, ' ', done),
  );
}

async function copy(
  area: HTMLTextAreaElement,
  done: HTMLElement,
  label: string,
  tell: (said: string) => void,
): Promise<void> {
  for (const other of document.querySelectorAll('[data-done]')) other.textContent = '';
  try {
    await navigator.clipboard.writeText(area.value);
    done.textContent = 'Copied.';
    tell(`Copied: ${label}.`);
  } catch {
    // No clipboard here, or it is not allowed: the reader's own key does it.
    area.focus();
    area.select();
    done.textContent = 'Selected. Press Ctrl+C, or Command+C on a Mac.';
    tell(`${label} is selected. Press Ctrl+C, or Command+C on a Mac, to copy it.`);
  }
}
