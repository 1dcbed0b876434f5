import { folderOf, originOf } from './address.js';
import { fieldFor, type Field } from './controls.js';
import { make, part } from './dom.js';
import { ended, notesFor } from './notes.js';
import { outputsFor, type Output } from './outputs.js';
import { showTexts } from './pieces.js';
import { Previews } from './preview.js';
import type { Attributes, Choice, Knowledge, Widget } from './types.js';
import { wordsOf } from './words.js';

/** Put in by the build. */
declare const KNOWLEDGE: Knowledge;

/** What others can follow, and so may have an id. */
const followed = ['region-map', 'alliance-finder'];
const idOption = {
  name: 'id',
  description: 'A name such as `map`, without spaces. Others on the page give it in `for`.',
  control: { kind: 'text', input: 'text' },
  framed: false,
} as const;

/** How long somebody's typing is waited for, in milliseconds. */
const pause = 250;

/** The page of the embed builder. What is chosen stays in it: nothing is sent and nothing stored. */
class Builder {
  readonly #form = part('form', HTMLFormElement);
  readonly #tag = part('tag', HTMLSelectElement);
  readonly #summary = part('summary', HTMLElement);
  readonly #options = part('options', HTMLFieldSetElement);
  readonly #said = part('said', HTMLElement);
  readonly #base = part('base', HTMLInputElement);
  readonly #baseError = part('base-error', HTMLElement);
  readonly #host = part('host', HTMLSelectElement);
  readonly #for = part('for', HTMLSelectElement);
  readonly #intro = part('intro', HTMLElement);
  readonly #texts = part('texts', HTMLElement);
  readonly #noted = part('noted', HTMLFieldSetElement);
  readonly #notes = part('notes', HTMLElement);
  readonly #status = part('status', HTMLElement);
  readonly #size = part('size', HTMLFieldSetElement);
  readonly #real = part('real', HTMLInputElement);
  readonly #whole = part('whole', HTMLInputElement);
  readonly #results = part('results', HTMLElement);
  readonly #previews = new Previews([...document.querySelectorAll<HTMLIFrameElement>('iframe[data-preview]')]);

  #fields: readonly Field[] = [];
  #outputs: readonly Output[] = [];
  #address = `https://YOUR-HOST/alliance-elements/${KNOWLEDGE.version}/`;
  #timer = 0;
  #turn = 0;
  #notedByHand = false;

  constructor() {
    this.#tag.append(
      ...KNOWLEDGE.widgets.map(({ tag, summary }) =>
        make('option', { value: tag }, `${summary.replace(/\.$/, '')} (${tag})`),
      ),
    );
    this.#noted.append(
      ...KNOWLEDGE.widgets.map(({ tag }) =>
        make('label', { class: 'check' }, make('input', { type: 'checkbox', value: tag }), tag),
      ),
    );
    this.#base.value = this.#address;
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#tag.addEventListener('change', () => this.#offer());
    this.#form.addEventListener('input', (event) => this.#onInput(event));
    this.#size.addEventListener('change', () => {
      this.#previews.size = { real: this.#real.checked, whole: this.#whole.checked };
    });
    this.#for.addEventListener('change', () => this.#showOutput());
    this.#noted.addEventListener('change', () => {
      this.#notedByHand = true;
      this.#showNotes();
    });
    this.#offer();
    void this.#refresh();
  }

  get #widget(): Widget {
    const [first] = KNOWLEDGE.widgets;
    const found = KNOWLEDGE.widgets.find(({ tag }) => tag === this.#tag.value) ?? first;
    if (!found) throw new Error('There is no widget.');
    return found;
  }

  get #attributes(): Attributes {
    return Object.fromEntries(
      this.#fields.flatMap((field) => {
        const value = field.read();
        return value === undefined ? [] : [[field.name, value]];
      }),
    );
  }

  /** The options of the chosen widget. */
  #offer(): void {
    const { tag, title, options } = this.#widget;
    this.#summary.textContent = `Its heading: ${ended(title)}`;
    const offered = followed.includes(tag) ? [...options, idOption] : options;
    this.#fields = offered.map((option) => fieldFor(option, KNOWLEDGE, tag));
    const legend = this.#options.querySelector('legend');
    this.#options.replaceChildren(...(legend ? [legend] : []), ...this.#fields.map(({ element }) => element));
    if (!this.#notedByHand)
      for (const input of this.#noted.querySelectorAll('input')) input.checked = input.value === tag;
  }

  #onInput({ target }: Event): void {
    const others = [this.#size, this.#results, this.#noted];
    if (target instanceof Node && others.some((place) => place.contains(target))) return;
    this.#results.ariaBusy = 'true';
    clearTimeout(this.#timer);
    const typing = target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
    this.#timer = window.setTimeout(() => void this.#refresh(), typing ? pause : 0);
  }

  /** Previews, snippets and texts for what is chosen now. */
  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    this.#results.ariaBusy = 'true';
    this.#readAddress();
    const widget = this.#widget;
    const attributes = this.#attributes;
    const { tag } = widget;
    this.#previews.show({ tag, attributes, host: this.#host.value });
    const { shown, said } = await wordsOf(tag, attributes);
    const { words, title } = shown ?? (await wordsOf(tag, {})).shown ?? { words: '', title: widget.title };
    if (turn !== this.#turn) return;
    const choice: Choice = { widget, attributes, base: this.#address, words, title };
    this.#outputs = outputsFor(KNOWLEDGE, choice);
    this.#offerOutputs();
    this.#showNotes();
    this.#said.textContent = said.join(' ');
    this.#results.ariaBusy = 'false';
    this.#tell(shown ? `Ready: ${ended(title)}` : 'The widget cannot show what these options ask for.');
  }

  #readAddress(): void {
    const address = folderOf(this.#base.value);
    this.#address = address ?? this.#address;
    this.#base.ariaInvalid = address ? null : 'true';
    this.#baseError.textContent = address
      ? ''
      : `This is none of the three kinds of address, or it has a ? or #. Below stands ${this.#address} as before.`;
  }

  #offerOutputs(): void {
    const { value } = this.#for;
    if (!this.#for.options.length)
      this.#for.append(...this.#outputs.map(({ name, title }) => make('option', { value: name }, title)));
    if (value) this.#for.value = value;
    this.#showOutput();
  }

  #showOutput(): void {
    const output = this.#outputs.find(({ name }) => name === this.#for.value);
    if (!output) return;
    this.#intro.textContent = output.hint;
    showTexts(this.#texts, output.name, output.pieces, (said) => this.#tell(said));
  }

  #showNotes(): void {
    const chosen = [...this.#noted.querySelectorAll('input')].filter(({ checked }) => checked);
    const widgets = KNOWLEDGE.widgets.filter(({ tag }) => chosen.some(({ value }) => value === tag));
    const lookup = this.#widget.tag === 'alliance-finder' ? this.#attributes['lookup'] : undefined;
    const finder = widgets.some(({ tag }) => tag === 'alliance-finder');
    const notes = notesFor(KNOWLEDGE, widgets, this.#address, finder && lookup ? originOf(lookup) : undefined);
    showTexts(
      this.#notes,
      'notes',
      notes.map(({ name, title, text }) => ({ name, label: title, text })),
      (said) => this.#tell(said),
    );
  }

  #tell(said: string): void {
    this.#status.textContent = said;
  }
}

new Builder();
