import { make } from './dom.js';
import { organisation } from './organisation.js';
import type { Control, Group, Knowledge, Option } from './types.js';
import { valueIn, wordingOf, type Wording } from './wording.js';

/** A control for one option of a widget. */
export interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  /** Where it is folded away; by default it is not. */
  readonly group: Wording['group'];
  /** The attribute's value; `undefined` for no attribute. */
  read(): string | undefined;
  /** Says beside the control that the widget does not take what is in it; nothing once it does. */
  complain(accepted: string | undefined): void;
}

/** What each kind of control is made with. */
export interface Own {
  readonly option: Option;
  readonly wording: Wording;
  readonly id: string;
  /** Attributes of what the label is for. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly label: HTMLElement;
}

/** The pieces of a control, in their order, and how it is read. */
export interface Made {
  readonly pieces: readonly HTMLElement[];
  read(): string | undefined;
}

const ours = 'As it comes';

/** Builds the control for an option. Each has a label and a hint in plain words. */
export function fieldFor(option: Option, knowledge: Knowledge, tag: string): Field {
  const { name, control } = option;
  const wording = wordingOf(tag, option);
  const id = `option-${name}`;
  const hint = make('span', { class: 'hint', id: `${id}-hint` }, wording.hint ?? '');
  const error = make('span', { class: 'wrong', id: `${id}-error` });
  const described = `${error.id} ${hint.id}`;
  const own: Own = {
    option,
    wording,
    id,
    attributes: { id, 'data-option': name, 'aria-describedby': described },
    label: make('label', { for: id }, wording.title),
  };
  const made = madeFor(own, knowledge, tag);
  const element =
    control.kind === 'several'
      ? make('fieldset', { class: 'field', 'aria-describedby': described }, ...made.pieces, error, hint)
      : make('div', { class: control.kind === 'organisation' ? 'field whole' : 'field' }, ...made.pieces, error, hint);
  const complain = (accepted: string | undefined) => {
    error.textContent = accepted
      ? `This is left out, because the widget cannot show it. What it can: ${wording.takes ?? accepted}.`
      : '';
    for (const input of element.querySelectorAll('[data-option]')) input.ariaInvalid = accepted ? 'true' : null;
  };
  return { name, element, group: wording.group, read: () => made.read(), complain };
}

function madeFor(own: Own, knowledge: Knowledge, tag: string): Made {
  const { control } = own.option;
  switch (control.kind) {
    case 'choice':
      return select(
        own,
        control.values.map((value) => make('option', { value }, valueIn(own.wording, value, own.option.names))),
      );
    case 'area':
      return select(own, grouped(knowledge.areas));
    case 'several':
      return several(own, control.values);
    case 'switch': {
      const input = make('input', { ...own.attributes, type: 'checkbox' });
      const label = make('label', { class: 'check' }, input, own.wording.title);
      return { pieces: [label], read: () => (input.checked ? '' : undefined) };
    }
    case 'words':
      return words(own);
    case 'organisation':
      return organisation(own, knowledge.organisations, (groups) => [unset(own.wording), ...grouped(groups)]);
    case 'follow':
      return follow(own, tag);
    default:
      return text(own, control);
  }
}

/** What stands in a list for an option that is left alone. */
const unset = ({ unset: said }: Wording) => make('option', { value: '' }, said ? `${ours}: ${said}` : ours);

const grouped = (groups: readonly Group[]) =>
  groups.map(({ title, entries }) =>
    make('optgroup', { label: title }, ...entries.map(({ id, label }) => make('option', { value: id }, label))),
  );

function select(own: Own, entries: readonly HTMLElement[]): Made {
  const list = make('select', own.attributes, unset(own.wording), ...entries);
  return { pieces: [own.label, list], read: () => list.value || undefined };
}

function text({ attributes, label }: Own, control: Control): Made {
  const type = control.kind === 'text' ? control.input : 'text';
  // The day's own limits are the widget's to tell.
  const input = make('input', { ...attributes, type, autocomplete: 'off', spellcheck: 'false' });
  return { pieces: [label, input], read: () => input.value.trim() || undefined };
}

/** Any of a list; all or none ticked is as it comes. */
function several({ option: { name, names }, wording }: Own, values: readonly string[]): Made {
  const inputs = values.map((value) => make('input', { type: 'checkbox', value, 'data-option': name }));
  const boxes = inputs.map((input) => make('label', { class: 'check' }, input, valueIn(wording, input.value, names)));
  return {
    pieces: [make('legend', {}, wording.title), make('div', { class: 'checks' }, ...boxes)],
    read: () =>
      inputs
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(' ') || undefined,
  };
}

/** A search box that may be there, left out, or hold words from the start. */
function words({ option: { name }, wording, id, attributes, label }: Own): Made {
  const list = make(
    'select',
    attributes,
    unset(wording),
    make('option', { value: 'shown' }, 'Shown'),
    make('option', { value: 'false' }, 'Left out'),
  );
  const input = make('input', { id: `${id}-words`, 'data-option': name, type: 'text', autocomplete: 'off' });
  return {
    pieces: [label, list, make('label', { for: input.id }, 'Words in it from the start'), input],
    read: () => {
      if (list.value === 'false') return 'false';
      return input.value.trim() || (list.value === 'shown' ? '' : undefined);
    },
  };
}

/** Whether it follows, and whom. */
function follow({ option: { name }, wording, id, attributes }: Own, tag: string): Made {
  const input = make('input', { ...attributes, type: 'checkbox' });
  const source = tag === 'region-map' ? 'finder' : 'map';
  const named = make('input', {
    id: `${id}-id`,
    'data-option': name,
    type: 'text',
    value: source,
    spellcheck: 'false',
  });
  return {
    pieces: [
      make('label', { class: 'check' }, input, wording.title),
      make('label', { for: named.id }, 'The id that it has there'),
      named,
    ],
    read: () => (input.checked ? named.value.trim() || source : undefined),
  };
}
