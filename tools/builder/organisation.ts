import type { Made, Own } from './controls.js';
import { make } from './dom.js';
import type { Group } from './types.js';

/** As many lines of a list are seen at once. */
const lines = 8;

/**
 * All organisations by kind, and a box that leaves those that fit what is typed: these are then seen without opening
 * the list.
 */
export function organisation(
  { id, attributes, label }: Own,
  organisations: readonly Group[],
  offer: (groups: readonly Group[]) => readonly HTMLElement[],
): Made {
  const select = make('select', attributes, ...offer(organisations));
  const count = make('span', { class: 'hint', role: 'status' });
  const search = make('input', { id: `${id}-search`, type: 'search', autocomplete: 'off', spellcheck: 'false' });
  search.addEventListener('input', (event) => {
    // What is looked for is no option of the widget.
    event.stopPropagation();
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const { value } = select;
    const fits = ({ id: one, label: said }: Group['entries'][number]) =>
      asked.every((word) => `${said} ${one}`.toLowerCase().includes(word));
    const fitting = organisations.flatMap(({ title, entries }) => {
      // The chosen one stays, so that looking around changes nothing.
      const left = entries.filter((entry) => fits(entry) || entry.id === value);
      return left.length ? [{ title, entries: left }] : [];
    });
    select.replaceChildren(...offer(fitting));
    select.value = value;
    select.size = asked.length ? Math.min(lines, select.options.length + fitting.length) : 0;
    const found = organisations.flatMap(({ entries }) => entries).filter(fits).length;
    count.textContent = asked.length
      ? `${found} ${found === 1 ? 'organisation fits' : 'organisations fit'}.${found ? ' Choose below.' : ''}`
      : '';
  });
  return {
    pieces: [
      make('label', { for: search.id }, 'Find an organisation by name, place or ODS code'),
      search,
      count,
      label,
      select,
    ],
    read: () => select.value || undefined,
  };
}
