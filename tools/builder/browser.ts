import { AddressField } from './address-field.js';
import { folderOf, originOf } from './address.js';
import { make, part } from './dom.js';
import { framedOf, lostIn } from './frames.js';
import { letterFor } from './letter.js';
import { Measure, narrowest, usual, widths } from './measure.js';
import { ended, knownAs, notesFor } from './notes.js';
import { Options } from './options.js';
import { outputsFor, type Output } from './outputs.js';
import { showTexts } from './pieces.js';
import { Previews } from './preview.js';
import type { Attributes, Choice, FrameChoice, Knowledge, Widget } from './types.js';
import { wordsOf } from './words.js';

/** Put in by the build. */
declare const KNOWLEDGE: Knowledge;

/** How long somebody's typing is waited for, in milliseconds. */
const pause = 250;

/** What a place of each width commonly is. */
const places: Readonly<Record<number, string>> = {
  320: 'A narrow column, or a phone',
  480: 'A side column',
  640: 'A column of text',
  960: 'The whole width of a page',
  1280: 'A very wide page',
};

/** Where the files are: beside this page, if it stands with them in a folder of their version; else nobody knows yet. */
function placeOfFiles(): string {
  const beside = folderOf(new URL('..', location.href).href);
  return beside?.endsWith(`/${KNOWLEDGE.version}/`)
    ? beside
    : `https://YOUR-HOST/alliance-elements/${KNOWLEDGE.version}/`;
}

/** The page of the embed builder. What is chosen stays in it: nothing is sent and nothing stored. */
class Builder {
  readonly #form = part('form', HTMLFormElement);
  readonly #tag = part('tag', HTMLSelectElement);
  readonly #summary = part('summary', HTMLElement);
  readonly #said = part('said', HTMLElement);
  readonly #host = part('host', HTMLSelectElement);
  readonly #for = part('for', HTMLSelectElement);
  readonly #intro = part('intro', HTMLElement);
  readonly #lost = part('lost', HTMLElement);
  readonly #looked = part('looked', HTMLElement);
  readonly #place = part('place', HTMLElement);
  readonly #width = part('width', HTMLSelectElement);
  readonly #texts = part('texts', HTMLElement);
  readonly #letter = part('letter', HTMLElement);
  readonly #noted = part('noted', HTMLFieldSetElement);
  readonly #notes = part('notes', HTMLElement);
  readonly #status = part('status', HTMLElement);
  readonly #size = part('size', HTMLFieldSetElement);
  readonly #real = part('real', HTMLInputElement);
  readonly #whole = part('whole', HTMLInputElement);
  readonly #results = part('results', HTMLElement);
  readonly #options = new Options(part('options', HTMLFieldSetElement), KNOWLEDGE);
  readonly #measure = new Measure(part('measure', HTMLIFrameElement));
  readonly #address = new AddressField(placeOfFiles(), () => void this.#refresh());
  readonly #previews = new Previews([...document.querySelectorAll<HTMLIFrameElement>('iframe[data-preview]')]);

  #choice: Choice | undefined;
  #outputs: readonly Output[] = [];
  #timer = 0;
  #turn = 0;
  #notedByHand = false;

  constructor() {
    this.#tag.append(
      ...KNOWLEDGE.widgets.map(({ tag, summary }) =>
        make('option', { value: tag }, `${summary.replace(/\.$/, '')} (${tag})`),
      ),
    );
    this.#width.append(
      ...widths.map((width) => make('option', { value: width }, `${places[width] ?? ''} (${width} pixels)`)),
    );
    this.#width.value = `${usual}`;
    this.#noted.append(
      ...KNOWLEDGE.widgets.map((widget) =>
        make(
          'label',
          { class: 'check' },
          make('input', { type: 'checkbox', value: widget.tag }),
          `${knownAs(widget)} (${widget.tag})`,
        ),
      ),
    );
    this.#listen();
    this.#offer();
    void this.#refresh();
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#tag.addEventListener('change', () => this.#offer());
    this.#form.addEventListener('input', (event) => this.#onInput(event));
    this.#size.addEventListener('change', () => {
      this.#previews.size = { real: this.#real.checked, whole: this.#whole.checked };
    });
    this.#for.addEventListener('change', () => {
      this.#showOutput();
      this.#tell([this.#lost.textContent]);
    });
    this.#width.addEventListener('change', () => void this.#refresh());
    this.#noted.addEventListener('change', () => {
      this.#notedByHand = true;
      this.#showNotes();
    });
  }

  get #widget(): Widget {
    const [first] = KNOWLEDGE.widgets;
    const found = KNOWLEDGE.widgets.find(({ tag }) => tag === this.#tag.value) ?? first;
    if (!found) throw new Error('There is no widget.');
    return found;
  }

  /** The options of the chosen widget. */
  #offer(): void {
    const widget = this.#widget;
    this.#summary.textContent = `Its heading: ${ended(widget.title)}`;
    this.#options.offer(widget);
    if (!this.#notedByHand)
      for (const input of this.#noted.querySelectorAll('input')) input.checked = input.value === widget.tag;
  }

  #onInput({ target }: Event): void {
    const others = [this.#size, this.#results, this.#noted];
    if (target instanceof Node && others.some((place) => place.contains(target))) return;
    this.#results.ariaBusy = 'true';
    // What is under way answers to what is no longer there.
    this.#turn++;
    clearTimeout(this.#timer);
    const typing = target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
    this.#timer = window.setTimeout(() => void this.#refresh(), typing ? pause : 0);
  }

  /** Previews, snippets and texts for what is chosen now. */
  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    this.#results.ariaBusy = 'true';
    // Emptied, so that each change is heard, also where the same is said again.
    this.#tell([]);
    this.#address.read();
    const widget = this.#widget;
    const { attributes: asked } = this.#options;
    const { tag } = widget;
    this.#look(asked);
    const [{ shown, said }, frame] = await Promise.all([wordsOf(tag, asked), this.#framed(widget, asked)]);
    const { words, title } = shown ?? (await wordsOf(tag, {})).shown ?? { words: '', title: widget.title };
    if (turn !== this.#turn) return;
    const { rest, refused } = this.#options.answer(said);
    const attributes = Object.fromEntries(Object.entries(asked).filter(([name]) => !refused.includes(name)));
    this.#choice = { widget, attributes, base: this.#address.folder, words, title, frame };
    this.#outputs = outputsFor(KNOWLEDGE, this.#choice);
    this.#offerOutputs();
    this.#showNotes();
    this.#said.textContent = rest.join(' ');
    this.#results.ariaBusy = 'false';
    this.#tell([
      this.#address.wrong && `The address cannot be used: ${this.#address.wrong}`,
      refused.length && `${refused.length === 1 ? '1 option is' : `${refused.length} options are`} left out.`,
      shown ? `Ready: ${ended(title)}` : 'The widget cannot show what these options ask for.',
      shown && setOf(attributes),
      this.#lost.textContent,
    ]);
  }

  get #output(): Output | undefined {
    return this.#outputs.find(({ name }) => name === this.#for.value);
  }

  /** The previews, as the way in that is chosen will show it. */
  #look(asked: Attributes): void {
    const framed = this.#output?.framed;
    const { title, height } = this.#choice?.frame ?? this.#widget;
    this.#previews.show({
      tag: this.#widget.tag,
      attributes: framed ? framedOf(this.#widget, asked) : asked,
      host: this.#host.value,
      frame: framed && { title, height: framed.grows ? undefined : height },
    });
    const lost = framed ? lostIn(this.#widget, asked) : [];
    this.#looked.hidden = !framed;
    this.#looked.textContent = framed
      ? `As an iframe, which is chosen under “3. Copy”${lost.length ? `, and so without: ${lost.join('; ')}` : ''}.`
      : '';
  }

  /** What the widget's frame page needs. */
  async #framed(widget: Widget, attributes: Attributes): Promise<FrameChoice> {
    const width = Number(this.#width.value);
    const found = await this.#measure.of(widget.tag, framedOf(widget, attributes), [width, narrowest]);
    return {
      width,
      height: found?.heights.get(width),
      narrow: found?.heights.get(narrowest),
      title: found?.title ?? widget.title,
    };
  }

  #offerOutputs(): void {
    const { value } = this.#for;
    if (!this.#for.options.length)
      this.#for.append(...this.#outputs.map(({ name, title }) => make('option', { value: name }, title)));
    if (value) this.#for.value = value;
    this.#showOutput();
  }

  #showOutput(): void {
    const output = this.#output;
    if (!output) return;
    this.#intro.textContent = output.hint;
    const lost = output.framed?.lost ?? [];
    this.#lost.textContent = lost.length
      ? `An iframe leaves out what you have set here: ${lost.join('; ')}. Anybody could write that into its address, and it would stand on our page. If readers need it, choose the tag or the div.`
      : '';
    this.#look(this.#options.attributes);
    this.#place.hidden = !output.framed;
    const tell = (said: string) => this.#tell([said]);
    showTexts(this.#texts, output.name, output.pieces, tell);
    showTexts(this.#letter, 'letter', [letterFor(KNOWLEDGE.version, this.#widget, output)], tell);
  }

  #showNotes(): void {
    const chosen = [...this.#noted.querySelectorAll('input')].filter(({ checked }) => checked);
    const widgets = KNOWLEDGE.widgets.filter(({ tag }) => chosen.some(({ value }) => value === tag));
    const lookup = this.#choice?.attributes['lookup'];
    const finder = widgets.some(({ tag }) => tag === 'alliance-finder');
    const notes = notesFor(KNOWLEDGE, widgets, this.#address.folder, finder && lookup ? originOf(lookup) : undefined);
    showTexts(
      this.#notes,
      'notes',
      notes.map(({ name, title, text }) => ({ name, label: title, text })),
      (said) => this.#tell([said]),
    );
  }

  #tell(said: readonly (string | number | false | undefined)[]): void {
    this.#status.textContent = said.filter(Boolean).join(' ');
  }
}

function setOf(attributes: Attributes): string {
  const count = Object.keys(attributes).length;
  return count ? `${count} ${count === 1 ? 'option is' : 'options are'} set.` : 'No options are set.';
}

new Builder();
