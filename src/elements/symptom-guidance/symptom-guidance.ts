import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import words from '../../../content/en/symptom-guidance.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { count } from '../../base/count.js';
import { heading } from '../../base/heading.js';
import { someOf } from '../../base/some-of.js';
import type { BodyArea } from '../../content/schema/symptom-guidance.js';
import { careCard, careCardStyles } from '../../parts/care-card.js';
import { columnsStyles } from '../../parts/columns.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { searchField, searchFieldStyles, searchWords } from '../../parts/search-field.js';
import { search } from './sign-search.js';
import { styles } from './symptom-guidance.styles.js';

const areas = Object.keys(words.areas) as BodyArea[];
/** Every card of every area, the most urgent first. */
const cards = (['emergency', 'urgent', 'non-urgent'] as const).flatMap((level) =>
  Object.values(words.areas).flatMap(({ name, cards }) =>
    cards.filter((card) => card.level === level).map((card) => ({ ...card, area: name })),
  ),
);

/**
 * Signs to tell a GP about: what is an emergency first, then by the words that a reader types and by part of the body, on
 * care cards that say how soon to get help and where. It never says what somebody has, or that they are well.
 *
 * Symptoms are the same in both alliances, so `alliance` and `for` change nothing here. What is typed is matched on the
 * reader's device and goes into no event, address or store.
 *
 * @summary Symptoms to tell a GP about, emergencies first.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart care-card - One care card: how soon to get help, where, and with what.
 * @csspart subheading - A heading inside the widget.
 * @csspart intro - That most people with these symptoms do not have cancer, and when not to wait.
 * @csspart search - The search box with its label, hint, button and count.
 * @csspart search-input - The box to type in.
 * @csspart search-clear - The button that empties the box.
 * @csspart search-status - How many symptoms match, or what to do when none does.
 * @csspart results - The symptoms that match.
 * @csspart areas - The parts of the body.
 * @csspart area - One part of the body, which opens and closes.
 * @csspart again - To go back to a GP.
 */
export class SymptomGuidance extends AllianceElement {
  static override properties: PropertyDeclarations = {
    area: {},
    search: {},
    query: { state: true },
  };

  static override styles: CSSResultGroup = [
    AllianceElement.styles,
    columnsStyles,
    searchFieldStyles,
    careCardStyles,
    styles,
  ];

  /** Which parts of the body, in which order: any of `general mouth chest breast tummy bowel bladder prostate testicle womb skin blood brain`, separated by spaces; these are open. Default all, closed. */
  declare area?: string | null;
  /** Words that stand in the search box from the start; `false` leaves the box out. The search finds the symptoms of all areas. */
  declare search?: string | boolean | null;

  /** What is in the search box. */
  declare private query?: string;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('search')) this.query = this.search === 'true' ? '' : searchWords(this.search);
  }

  protected override renderContent(): unknown {
    const shown = someOf(this.area, areas, (word, known) => this.warn('area', word, known));
    return html`${this.renderHeading(words.heading)} ${notice()} ${careCard(words.emergency, this.rank + 1)}
      <div part="intro">
        <p>${words.reassure}</p>
        <p>${words.wait}</p>
      </div>
      ${['false', false].includes(this.search ?? '') ? nothing : this.#renderSearch()}
      <div class="areas" part="areas">${shown.map((area) => keyed(area, this.#renderArea(area, shown !== areas)))}</div>
      <p part="again">${words.again}</p>
      ${words.copies ? html`<p class="small">${words.copies}</p>` : nothing}
      ${provenance({ ...words.reviewed, sources: words.sources })}`;
  }

  #renderSearch(): unknown {
    const found = search(this.query ?? '', cards);
    const n = found?.flatMap(({ items }) => items).length;
    const status = n === undefined ? '' : n ? count(words.found, n) : words.none;
    const onSearch = (query: string) => (this.query = query);
    // Events of typing carry the letters: they stay inside.
    return html`<div class="finder screen" @input=${stay} @beforeinput=${stay}>
      ${searchField({ label: words.search, hint: words.hint, clear: words.clear, value: this.query ?? '', status, onSearch })}
      ${n ? html`<div part="results">${this.#renderResults(found)}</div>` : nothing}
    </div>`;
  }

  #renderResults(found: ReturnType<typeof search>): unknown {
    // The card for emergencies may have scrolled away.
    return html`${heading(this.rank + 1, 'm', words.results)} ${notice()}
    ${found?.map((card) => careCard(card, this.rank + 2))}`;
  }

  #renderArea(area: BodyArea, open: boolean): unknown {
    const { name, cards } = words.areas[area];
    return html`<details part="area" ?open=${open}>
      <summary>${heading(this.rank + 1, 'm', name)}</summary>
      ${cards.map(({ more, ...card }) => careCard({ ...card, after: more && html`<p>${more}</p>` }, this.rank + 2))}
    </details>`;
  }
}

function stay(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'symptom-guidance': SymptomGuidance;
  }
}
