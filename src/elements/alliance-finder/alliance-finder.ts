import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import words from '../../../content/en/alliance-finder.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { onDemand } from '../../base/on-demand.js';
import { fill, weave } from '../../base/words.js';
import { organisations, type Organisation } from '../../content/catalogue.js';
import { Follower } from '../../page/follower.js';
import { RegionSelectEvent } from '../../page/region-select-event.js';
import { selectionOf, type Area } from '../../page/selection.js';
import { link } from '../../parts/link.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { answer, elsewhere, headline } from './answer.js';
import { styles } from './alliance-finder.styles.js';
import { areaOf, narrowed, nearest, ofArea } from './found.js';
import { asksForMore, search, type State } from './search.js';
import { serviceAt } from './service.js';

/** What few readers ask for: see there. */
const whereabouts = () => onDemand('whereabouts', () => import('./whereabouts/whereabouts.js'));

/**
 * "Which alliance is mine?": a postcode, the first half of one, or a town gives the alliance, the area, who plans NHS
 * services there now and before, and the nearest hospitals. The other widgets on the page follow, if they name it in `for`.
 *
 * The answer comes from a table in the bundle. Where the first half of a postcode lies in both alliances, both are shown
 * and the reader chooses; or, if the host has set `lookup`, the whole postcode is asked for there. Nothing that is typed
 * goes into an event, an address or a store.
 *
 * @summary Which Cancer Alliance a postcode or a town is in.
 * @csspart intro - What the widget is for.
 * @csspart search - The question, with its field and button.
 * @csspart search-input - The field.
 * @csspart error - What is wrong with what was typed, beside the field.
 * @csspart submit - The button that finds.
 * @csspart where - The button that asks the device where it is.
 * @csspart private - What becomes of what is typed.
 * @csspart answer - The whole answer.
 * @csspart subheading - A heading in the answer.
 * @csspart status - The answer in a sentence, or why there is none.
 * @csspart systems - How much of the place is in which area.
 * @csspart notes - How sure the answer is.
 * @csspart choice - The areas to choose from, where there are several.
 * @csspart boards - Who plans NHS services there now, and who did before.
 * @csspart hospitals - The nearest main hospitals.
 * @csspart caveat - What the answer cannot tell.
 * @csspart attribution - The words that the licences of the table ask for.
 * @csspart copies - That facts were read in copies.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @cssproperty {<color>} [--alliance-button=#007f3b] - The button that finds.
 * @fires {RegionSelectEvent} region-select - When a reader's search gives one area, or no longer does.
 */
export class AllianceFinder extends AllianceElement {
  static override properties: PropertyDeclarations = {
    search: {},
    lookup: {},
    typed: { state: true },
    state: { state: true },
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  /** A postcode, the first half of one, or a town to look up at once, without asking `lookup`; default none. */
  declare search?: string | null;
  /** Address of a service that speaks as postcodes.io does, `https` only, asked where half a postcode is not enough; default none. */
  declare lookup?: string | null;

  /** What is in the field. */
  declare private typed?: string;
  declare private state?: State | undefined;
  /** Whether what is shown came of something the reader did here. */
  #own = true;
  #followed: Area | undefined;
  /** Ends a question to the service. */
  #stop: AbortController | undefined;

  readonly #follower = new Follower(this);

  constructor() {
    super();
    this.addController({ hostDisconnected: () => this.#forget() });
  }

  protected override update(changed: PropertyValues): void {
    if (changed.has('search')) this.#searchFor(this.search);
    const followed = this.#follower.area;
    if (followed !== this.#followed) {
      this.#followed = followed;
      // An area that follows from the answer here, and comes back from who follows it, leaves the answer as it is.
      if (followed?.id !== selectionOf(this).area?.id) {
        const found = followed && ofArea(followed);
        this.typed = '';
        this.#show(found && { type: 'found', found }, false, followed);
      }
    }
    super.update(changed);
  }

  protected override renderContent(): unknown {
    return html`${this.renderHeading(words.heading)}
      <p part="intro">${words.intro}</p>
      ${this.#renderSearch()} ${this.#renderAnswer()} ${notice()}
      <p class="small" part="caveat">${words.caveat}</p>
      <p class="small" part="attribution">
        ${weave<unknown>(words.attribution, { licence: link(words['licence-url'], words.licence) })}
      </p>
      ${words.copies ? html`<p class="small" part="copies">${words.copies}</p>` : nothing}
      ${provenance({
        ...words.reviewed,
        sources: [...words.sources, ...new Set(organisations().flatMap(({ sources }) => sources))],
      })}`;
  }

  #renderSearch(): TemplateResult {
    const { state } = this;
    const wrong = state?.type === 'wrong' && state.text;
    const service = this.#service;
    return html`<form class="screen" part="search" novalidate @submit=${this.#onSubmit} @input=${this.#onInput}>
      <label class="s" for="place">${words.label}</label>
      <p class="small" id="hint">${words.hint}</p>
      ${wrong ? html`<p class="s error" part="error" id="error">${words.error} ${wrong}</p>` : nothing}
      <div class="row">
        <input
          id="place"
          part="search-input"
          autocomplete="postal-code"
          spellcheck="false"
          enterkeyhint="search"
          aria-describedby=${wrong ? 'hint error' : 'hint'}
          aria-invalid=${wrong ? 'true' : nothing}
          .value=${this.typed ?? ''}
        />
        <button class="primary" part="submit">${words.find}</button>
      </div>
      <button type="button" part="where" @click=${this.#onWhere}>${words.where}</button>
      <p class="small" part="private">
        ${service ? fill(words['private-lookup'], { host: service.host }) : words.private}
      </p>
    </form>`;
  }

  #renderAnswer(): TemplateResult {
    const { state } = this;
    const found = state?.type === 'found' && state.found;
    const shown = found || state?.type === 'outside';
    const status = this.#status(state);
    return html`<div class=${shown ? 'card' : nothing} part="answer">
      ${found ? heading(this.rank + 1, 'small', found.place, 'part="subheading" id="found" tabindex="-1"') : nothing}
      <p class="m" role="status" aria-live=${this.#own || !status ? 'polite' : 'off'} part="status">${status}</p>
      ${found ? answer(found, this.rank + 2, this.#onChoose) : shown ? elsewhere() : nothing}
    </div>`;
  }

  #status(state: State | undefined): string {
    if (state?.type === 'found') return headline(state.found);
    return state && state.type !== 'wrong' ? state.text : '';
  }

  get #service(): URL | undefined {
    const { lookup } = this;
    const service = serviceAt(lookup);
    if (!service && (lookup ?? '') !== '') this.warn('lookup', lookup, 'an https address without user name or query');
    return service;
  }

  /** What the host asks for: no event, and no request. */
  #searchFor(text: unknown): void {
    this.typed = '';
    const asked = (text ?? '') !== '';
    const state = typeof text === 'string' && asked ? search(text) : undefined;
    const known = state?.type === 'found' || state?.type === 'outside';
    if (known) this.typed = text as string;
    else if (asked) this.warn('search', text, 'a postcode, the first half of one, or a town of the region');
    this.#show(known ? state : undefined, false);
  }

  /** Shows an answer, or none, and lets the other widgets know of the area. */
  #show(
    state: State | undefined,
    own: boolean,
    area = state?.type === 'found' ? areaOf(state.found) : undefined,
  ): void {
    this.#forget();
    this.state = state;
    this.#own = own;
    const selection = selectionOf(this);
    const before = selection.area;
    selection.area = area;
    if (own && (area || before)) this.dispatchEvent(new RegionSelectEvent(area));
  }

  /** Nobody waits for an answer any more. */
  #forget(): void {
    this.#stop?.abort();
    if (this.state?.type === 'waiting') this.state = undefined;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const state = search(this.typed ?? '');
    const service = this.#service;
    if (state.type === 'found' && state.reading?.inward.length === 3 && service && asksForMore(state.found))
      void this.#ask(service, state);
    else this.#show(state, true);
    if (state.type === 'wrong') void this.#focus('#place');
  };

  async #focus(place: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }

  async #ask(service: URL, { found, reading }: State & { type: 'found' }): Promise<void> {
    if (!reading) return;
    this.#forget();
    const stop = (this.#stop = new AbortController());
    this.#own = true;
    this.state = { type: 'waiting', text: words['looking-up'] };
    const { outcode, inward } = reading;
    const served = await whereabouts()
      .then(({ lookUp }) => lookUp(service, outcode + inward, stop.signal))
      .catch(() => undefined);
    if (stop.signal.aborted) return;
    const exact = served && { ...narrowed(found, served.system, `${outcode} ${inward}`), boards: served.boards };
    const note = fill(words['not-looked-up'], { outcode });
    this.#show({ type: 'found', found: exact ?? { ...found, notes: [note] } }, true);
  }

  /** Keeps what is typed here, and lets go of a question that it makes old. */
  readonly #onInput = (event: Event): void => {
    event.stopPropagation();
    this.typed = (event.target as HTMLInputElement).value;
    if (this.state?.type === 'waiting') this.#forget();
  };

  readonly #onChoose = (system: Organisation): void => {
    if (this.state?.type !== 'found') return;
    this.#show({ type: 'found', found: narrowed(this.state.found, system, system.shortName) }, true);
    // The button that had the focus is gone.
    void this.#focus('#found');
  };

  readonly #onWhere = async (): Promise<void> => {
    this.#forget();
    this.#own = true;
    const asking = (this.state = { type: 'waiting', text: words.asking });
    const state = await whereabouts()
      .then(({ here }) => here(nearest))
      .catch((): State => ({ type: 'failed', text: words.unavailable }));
    // Something else has been asked since.
    if (this.state !== asking) return;
    this.typed = '';
    this.#show(state, true);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'alliance-finder': AllianceFinder;
  }
}
