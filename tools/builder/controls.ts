import { make } from './dom.js';
import type { Control, Group, Knowledge, Option } from './types.js';

/** A control for one option of a widget. */
export interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  /** The attribute's value; `undefined` for no attribute. */
  read(): string | undefined;
}

/** `next-steps` as words. */
const spelled = (name: string) => {
  const said = name.replaceAll('-', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

const titles: Readonly<Record<string, string>> = {
  for: 'Follow the map or finder on the page',
  'aria-label': 'Name for screen readers',
  'as-of': 'As of',
  id: 'Its own name (id), for others to follow',
};
const titleOf = (name: string) => titles[name] ?? spelled(name);

/** As it is written in code. */
const coded = (description: string): (Node | string)[] =>
  description.split('`').map((text, index) => (index % 2 ? make('code', {}, text) : text));

const ours = 'As it comes';

const choices = (values: readonly string[], label = spelled) => [
  make('option', { value: '' }, ours),
  ...values.map((value) => make('option', { value }, label(value))),
];

const grouped = (groups: readonly Group[]) => [
  make('option', { value: '' }, ours),
  ...groups.map(({ title, entries }) =>
    make('optgroup', { label: title }, ...entries.map(({ id, label }) => make('option', { value: id }, label))),
  ),
];

/** Builds the control for an option. Each has a label, and the manifest's own description as its hint. */
export function fieldFor(option: Option, knowledge: Knowledge, tag: string): Field {
  const { name, description, control } = option;
  const id = `option-${name}`;
  const hint = make('span', { class: 'hint', id: `${id}-hint` }, make('code', {}, name), ': ', ...coded(description));
  const own = { id, 'data-option': name, 'aria-describedby': hint.id };
  const label = make('label', { for: id }, titleOf(name));
  const box = (...children: HTMLElement[]) => make('div', { class: 'field' }, ...children, hint);

  switch (control.kind) {
    case 'choice': {
      const select = make('select', own, ...choices(control.values));
      return { name, element: box(label, select), read: () => select.value || undefined };
    }
    case 'area': {
      const select = make('select', own, ...grouped(knowledge.areas));
      return { name, element: box(label, select), read: () => select.value || undefined };
    }
    case 'several':
      return several(name, control.values, hint);
    case 'switch': {
      const input = make('input', { ...own, type: 'checkbox' });
      return { name, element: box(make('label', { class: 'check' }, input, titleOf(name))), read: read(input) };
    }
    case 'words':
      return words(option, own, label, box);
    case 'organisation':
      return organisation(option, knowledge, own, label, box);
    case 'follow':
      return follow(option, tag, own, box);
    default:
      return text(name, control, own, label, box);
  }
}

const read = (input: HTMLInputElement) => () => (input.checked ? '' : undefined);

type Own = Readonly<Record<string, string>>;
type Box = (...children: HTMLElement[]) => HTMLElement;

function text(name: string, control: Control, own: Own, label: HTMLElement, box: Box): Field {
  const type = control.kind === 'text' ? control.input : 'text';
  // The day's own limits are the widget's to tell.
  const input = make('input', { ...own, type, autocomplete: 'off', spellcheck: 'false' });
  return { name, element: box(label, input), read: () => input.value.trim() || undefined };
}

/** Any of a list; all or none ticked is as it comes. */
function several(name: string, values: readonly string[], hint: HTMLElement): Field {
  const inputs = values.map((value) => make('input', { type: 'checkbox', value, 'data-option': name }));
  const boxes = inputs.map((input) => make('label', { class: 'check' }, input, spelled(input.value)));
  const legend = make('legend', {}, titleOf(name));
  return {
    name,
    element: make(
      'fieldset',
      { class: 'field', 'aria-describedby': hint.id },
      legend,
      make('div', { class: 'checks' }, ...boxes),
      hint,
    ),
    read: () =>
      inputs
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(' ') || undefined,
  };
}

/** A search box that may be there, left out, or hold words from the start. */
function words({ name }: Option, own: Own, label: HTMLElement, box: Box): Field {
  const select = make(
    'select',
    own,
    make('option', { value: '' }, ours),
    make('option', { value: 'shown' }, 'Shown'),
    make('option', { value: 'false' }, 'Left out'),
  );
  const id = `${own['id'] ?? ''}-words`;
  const input = make('input', { id, 'data-option': name, type: 'text', autocomplete: 'off' });
  return {
    name,
    element: box(label, select, make('label', { for: id }, 'Words in it from the start'), input),
    read: () => {
      if (select.value === 'false') return 'false';
      return input.value.trim() || (select.value === 'shown' ? '' : undefined);
    },
  };
}

/** All organisations by kind, and a box that leaves those that fit what is typed. */
function organisation({ name }: Option, { organisations }: Knowledge, own: Own, label: HTMLElement, box: Box): Field {
  const select = make('select', own, ...grouped(organisations));
  const id = `${own['id'] ?? ''}-search`;
  const count = make('span', { class: 'hint', role: 'status' });
  const search = make('input', { id, type: 'search', autocomplete: 'off', spellcheck: 'false' });
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
    select.replaceChildren(...grouped(fitting));
    select.value = value;
    const found = organisations.flatMap(({ entries }) => entries).filter(fits).length;
    count.textContent = asked.length ? `${found} ${found === 1 ? 'organisation fits' : 'organisations fit'}.` : '';
  });
  return {
    name,
    element: box(
      make('label', { for: id }, 'Find an organisation by name, place or ODS code'),
      search,
      count,
      label,
      select,
    ),
    read: () => select.value || undefined,
  };
}

/** Whether it follows, and whom. */
function follow({ name }: Option, tag: string, own: Own, box: Box): Field {
  const input = make('input', { ...own, type: 'checkbox' });
  const id = `${own['id'] ?? ''}-id`;
  const source = tag === 'region-map' ? 'finder' : 'map';
  const named = make('input', { id, 'data-option': name, type: 'text', value: source, spellcheck: 'false' });
  return {
    name,
    element: box(
      make('label', { class: 'check' }, input, titleOf(name)),
      make('label', { for: id }, 'Its id on your page'),
      named,
    ),
    read: () => (input.checked ? named.value.trim() || source : undefined),
  };
}
