import { fieldFor, type Field } from './controls.js';
import { make } from './dom.js';
import type { Attributes, Knowledge, Option, Widget } from './types.js';
import { groups } from './wording.js';

/** What others can follow, and so may have an id. */
const followed = ['region-map', 'alliance-finder'];
const id: Option = {
  name: 'id',
  description: 'A name such as `map`, without spaces. Others on the page give it in `for`.',
  control: { kind: 'text', input: 'text' },
  framed: false,
};

interface Folded {
  readonly title: string;
  readonly element: HTMLDetailsElement;
  readonly summary: HTMLElement;
  readonly fields: readonly Field[];
}

/** The options of the chosen widget. What few people need is folded away. */
export class Options {
  readonly #place: HTMLFieldSetElement;
  readonly #knowledge: Knowledge;
  #fields: readonly Field[] = [];
  #folded: readonly Folded[] = [];

  constructor(place: HTMLFieldSetElement, knowledge: Knowledge) {
    this.#place = place;
    this.#knowledge = knowledge;
  }

  offer({ tag, options }: Widget): void {
    const all = followed.includes(tag) ? [...options, id] : options;
    this.#fields = all.map((option) => fieldFor(option, this.#knowledge, tag));
    const open = new Set(this.#folded.filter(({ element }) => element.open).map(({ title }) => title));
    this.#folded = Object.entries(groups).flatMap(([name, { title, hint }]) => {
      const fields = this.#fields.filter(({ group }) => group === name);
      if (!fields.length) return [];
      const summary = make('summary', {}, title);
      const inner = make('div', { class: 'options' }, ...fields.map(({ element }) => element));
      const said = make('p', { class: 'hint' }, hint);
      return [{ title, summary, fields, element: make('details', { open: open.has(title) }, summary, said, inner) }];
    });
    const legend = this.#place.querySelector('legend');
    this.#place.replaceChildren(
      ...(legend ? [legend] : []),
      ...this.#fields.filter(({ group }) => !group).map(({ element }) => element),
      ...this.#folded.map(({ element }) => element),
    );
  }

  get attributes(): Attributes {
    return Object.fromEntries(
      this.#fields.flatMap((field) => {
        const value = field.read();
        return value === undefined ? [] : [[field.name, value]];
      }),
    );
  }

  /**
   * Says beside each option what the widget has said of it, and how many are set where they are folded away.
   *
   * @returns what was said of none of them, and the names of those that the widget does not take.
   */
  answer(said: readonly string[]): { readonly rest: readonly string[]; readonly refused: readonly string[] } {
    const complaints = new Map<string, string>();
    const rest = said.filter((message) => {
      const [, name, accepted] = /^<[\w-]+ ([\w-]+)=".*"> is not known; accepted: (.*)\.$/s.exec(message) ?? [];
      const known = name && accepted && this.#fields.some((field) => field.name === name);
      if (known) complaints.set(name, accepted);
      return !known;
    });
    for (const field of this.#fields) field.complain(complaints.get(field.name));
    for (const { title, element, summary, fields } of this.#folded) {
      const set = fields.filter((field) => field.read() !== undefined).length;
      summary.textContent = set ? `${title} (${set} set)` : title;
      if (fields.some(({ name }) => complaints.has(name))) element.open = true;
    }
    return { rest, refused: [...complaints.keys()] };
  }
}
