import type { Cleaner } from './cleaners.js';
import type { Outcome, Survivors } from './outcome.js';
import { ways, type Way } from './snippets.js';

/** What became of the snippets in one cleaner. */
export interface Row {
  readonly cleaner: Cleaner;
  /** One for each widget. */
  readonly outcomes: Readonly<Record<Way, readonly Outcome[]>>;
  readonly left: Readonly<Record<Way, Survivors>>;
}

const said: Readonly<Record<Outcome, string>> = {
  widget: '**widget**',
  double: 'widget, and its words again',
  words: 'words',
  general: 'words, without its options',
  spoilt: 'words, spoilt',
  link: 'a link',
  lost: 'nothing',
};
const headings: Readonly<Record<Way, string>> = {
  div: 'div',
  tag: 'tag',
  iframe: 'iframe',
  words: 'words alone',
  prerendered: 'prerendered tag',
};

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const nameOf = ({ label, allowed }: Cleaner) => (allowed ? `${label}, with our lines` : label);

/** What a reader gets, for each cleaner and each way. */
export function outcomesTable(rows: readonly Row[]): string {
  return table(
    ['where', 'what cleans there', ...ways.map((way) => headings[way])],
    rows.map(({ cleaner, outcomes }) => [
      cleaner.at,
      nameOf(cleaner),
      ...ways.map((way) => [...new Set(outcomes[way].map((each) => said[each]))].join('; ')),
    ]),
  );
}

/** What is left of the markup, which says why. */
export function survivorsTable(rows: readonly Row[]): string {
  const columns: readonly (readonly [string, Way, keyof Survivors])[] = [
    ['script', 'div', 'script'],
    ['div', 'div', 'div'],
    ['its `data-` attributes', 'div', 'data'],
    ['`data-slot`', 'div', 'dataSlot'],
    ['tag', 'tag', 'tag'],
    ['its attributes', 'tag', 'attributes'],
    ['`slot`', 'tag', 'slot'],
    ['iframe', 'iframe', 'iframe'],
    ['`template`', 'prerendered', 'template'],
    ['headings', 'words', 'headings'],
    ['lists', 'words', 'lists'],
    ['telephone links', 'words', 'telephone'],
  ];
  return table(
    ['what cleans', ...columns.map(([name]) => name)],
    rows.map(({ cleaner, left }) => [
      nameOf(cleaner),
      ...columns.map(([, way, key]) => {
        if (!left[way][key]) return '–';
        return key === 'iframe' && left[way].sandbox ? 'kept, `sandbox=""`' : 'kept';
      }),
    ]),
  );
}
