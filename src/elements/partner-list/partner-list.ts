import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import words from '../../../content/en/partner-list.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { count } from '../../base/count.js';
import { someOf } from '../../base/some-of.js';
import { fill, formatDate, today } from '../../base/words.js';
import { areaBody, checked, due, organisation, organisations, type Organisation } from '../../content/catalogue.js';
import { matches } from '../../content/search-text.js';
import { own } from '../../lit/own.js';
import { Follower } from '../../page/follower.js';
import type { Area } from '../../page/selection.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { searchField, searchFieldStyles, searchWords } from '../../parts/search-field.js';
import { asCsv, asText, headingOf } from './details.js';
import { entry } from './entry.js';
import { grouped, kinds, listed, published, searchText, type Group, type GroupBy, type ListKind } from './listing.js';
import { PartnerOpenEvent } from './partner-open-event.js';
import { styles } from './partner-list.styles.js';

const groupings = ['kind', 'system', 'alliance'] as const;
const firstDay = '2020-01-01';
/** Two trusts were made on this day out of earlier ones, and one CCG; the catalogue has no body that closed before. */
const heldFrom = '2020-04-01';

/**
 * The organisations that work with the Alliances: systems, CCGs, boards, trusts and hospitals.
 *
 * By default it shows what the Alliances publish, six systems, sixteen CCGs and fourteen trusts, as they were at the
 * end of 2020. Every body that has since closed says what replaced it and when, up to who does its work today; every
 * renamed one says what it was called. Each opens to its contact details. A board that spans both alliances, or more
 * than one system, stands once, in a group of its own, so that the counts add up.
 *
 * @summary The organisations, to browse, search, copy and download.
 * @csspart basis - What the list rests on.
 * @csspart area - Says which area of a map the list follows.
 * @csspart show - The button that shows all areas again, or only the chosen one.
 * @csspart search - The search box with its label, hint, button and count.
 * @csspart search-input - The box to type in.
 * @csspart search-clear - The button that empties the box.
 * @csspart search-status - How many organisations match.
 * @csspart subheading - The heading of a group.
 * @csspart group - The organisations of a group.
 * @csspart organisation - One organisation, folded or open.
 * @csspart name - Its name, and whether it closed.
 * @csspart details - Its details.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart empty - Says that there is nothing to list.
 * @csspart actions - The buttons for the whole list.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @fires {PartnerOpenEvent} partner-open - When a reader opens an organisation.
 */
export class PartnerList extends AllianceElement {
  static override properties: PropertyDeclarations = {
    kind: {},
    groupBy: { attribute: 'group-by' },
    filter: {},
    asOf: { attribute: 'as-of' },
    query: { state: true },
    passed: { state: true },
    status: { state: true },
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, searchFieldStyles, styles];

  /** One or several of `system`, `ccg`, `icb`, `trust` and `hospital`, in the order to show; default what the Alliances publish. */
  declare kind?: string | null;
  /** What the groups are: `kind` (default), `system` or `alliance`. */
  declare groupBy?: string | null;
  /** Shows a search box; words given here stand in it from the start. `false` is as good as absent. */
  declare filter?: string | boolean | null;
  /** Shows the bodies that existed on this day, from `2020-01-01` to today; default the list of 2020. */
  declare asOf?: string | null;

  /** What is in the search box. */
  declare private query?: string;
  /** The chosen area that the reader has asked to look past. */
  declare private passed?: Area | undefined;
  /** What the last button did, told politely. */
  declare private status?: string;

  /** Ids of the bodies that are open, so that each stays so wherever a search or an attribute moves it. */
  readonly #open = new Set<string>();
  readonly #follower = new Follower(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('filter')) this.query = this.filter === 'true' ? '' : searchWords(this.filter);
  }

  protected override renderContent(): unknown {
    const day = this.#day;
    const kinds = this.#kinds(day);
    const by = this.oneOf('group-by', this.groupBy, groupings);
    const chosen = this.#follower.area;
    const area = chosen === this.passed ? undefined : chosen;
    const bodies = listed({ kinds, alliance: this.allianceId, day, area });
    const searching = this.#hasFilter && this.query?.trim();
    const shown = searching ? bodies.filter((body) => matches(searchText(body), searching)) : bodies;
    const groups = grouped(shown, by);
    const alliance = this.allianceId && organisation(this.allianceId);
    return html`${this.renderHeading(
        alliance ? fill(words['heading-alliance'], { alliance: alliance.shortName }) : words.heading,
      )}
      <p part="basis">${this.#basis(day, kinds, by, bodies)}</p>
      ${this.for ? this.#renderArea(chosen, area, bodies.length) : nothing}
      ${this.#hasFilter && bodies.length ? this.#renderSearch(area ? '' : count(words.count, bodies.length), searching ? shown.length : undefined) : nothing}
      ${bodies.length ? nothing : html`<p part="empty">${words.empty}</p>`}
      ${groups.map((group) => this.#renderGroup(group, by))}
      ${shown.length ? this.#renderActions(shown, groups, by) : nothing} ${notice()}
      ${provenance({ checked, due, sources: [...new Set(bodies.flatMap(({ sources }) => sources))] })}`;
  }

  #renderArea(chosen: Area | undefined, area: Area | undefined, n: number): unknown {
    const body = chosen && areaBody(chosen.kind, chosen.id);
    const named = { area: body?.shortName ?? '', count: count(words.count, n) };
    return html`<p role="status" aria-live=${this.#follower.live} part="area">
        ${body && area ? fill(words.area, named) : nothing}
        ${body && area?.kind === 'ccg' ? words['area-trusts'] : nothing}
      </p>
      ${
        body
          ? html`<p>
              <button type="button" part="show" @click=${() => (this.passed = area)}>
                ${area ? words['show-all'] : fill(words['show-area'], named)}
              </button>
            </p>`
          : nothing
      }`;
  }

  /** @param all - How many there are without a search; nothing where the line on the chosen area has said so. */
  #renderSearch(all: string, found: number | undefined): unknown {
    const status = found === 0 ? words.none : found ? count(words.found, found) : all;
    const onSearch = (query: string) => {
      this.query = query;
      this.status = '';
    };
    return searchField({
      label: words.search,
      hint: words.hint,
      clear: words.clear,
      value: this.query ?? '',
      status,
      live: this.#follower.live,
      onSearch,
    });
  }

  #renderGroup(group: Group, by: GroupBy): unknown {
    const { id, bodies } = group;
    const n = count(words.count, bodies.length);
    const does = by === 'kind' && words.kinds[id as ListKind].does;
    return html`${heading(this.rank + 1, 'm', html`${headingOf(group, by)} <span class="small">${n}</span>`)}
      ${does ? html`<p class="small">${does}</p>` : nothing}
      <ul class="plain" role="list" part="group">
        ${bodies.map((body) =>
          entry(body, this.#open.has(body.id), {
            click: (event) => this.#onOpen(event, body),
            toggle: (event) => this.#onToggle(event, body),
          }),
        )}
      </ul>`;
  }

  #renderActions(shown: readonly Organisation[], groups: readonly Group[], by: GroupBy): unknown {
    return html`<div class="row" part="actions">
        <button type="button" @click=${() => this.#copy(asText(groups, by))}>${words.copy}</button>
        <button type="button" @click=${() => this.#download(asCsv(shown))}>${words.download}</button>
      </div>
      <p class="small" role="status">${this.status}</p>`;
  }

  /** What the list rests on, sentence by sentence. */
  #basis(day: string | undefined, kinds: readonly ListKind[], by: GroupBy, bodies: readonly Organisation[]): string {
    const basis = words.basis;
    return [
      day && fill(basis.day, { date: formatDate(day) }),
      day && day < heldFrom && fill(basis.early, { date: formatDate(heldFrom) }),
      ...(day ? [] : new Set(kinds.map((kind) => words.kinds[kind].basis ?? basis.published))),
      by === 'system' &&
        day &&
        organisations().some(({ kind, closed }) => kind === by && closed && closed < day) &&
        basis.systems,
      basis.changes,
      bodies.some(({ closed }) => closed) && words['has-closed'],
    ]
      .filter(Boolean)
      .join(' ');
  }

  get #hasFilter(): boolean {
    return !['false', false, null, undefined].includes(this.filter);
  }

  #kinds(day: string | undefined): readonly ListKind[] {
    const asked = someOf(this.kind, kinds, (word, known) => this.warn('kind', word, known));
    // All kinds stand for "none named": the default, with the boards if the list is of a day that may have had them.
    return asked === kinds ? (day ? kinds.filter((kind) => kind !== 'hospital') : published) : asked;
  }

  get #day(): string | undefined {
    const value = this.asOf;
    if (value === undefined || value === null || value === '') return undefined;
    const day = typeof value === 'string' ? value.trim() : '';
    const real = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(day).toJSON()?.startsWith(day);
    if (real && day >= firstDay && day <= today()) return day;
    this.warn('as-of', value, `a day from ${firstDay} to today`);
    return undefined;
  }

  #onOpen(event: Event, { id, kind }: Organisation): void {
    // The click comes before the entry opens.
    const opening = !(event.currentTarget as Element).parentElement?.hasAttribute('open');
    if (opening) this.dispatchEvent(new PartnerOpenEvent(id, kind as ListKind));
  }

  #onToggle(event: Event, { id }: Organisation): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open) this.#open.add(id);
    else this.#open.delete(id);
    this.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    this.status = '';
    try {
      await navigator.clipboard.writeText(text);
      this.status = words.copied;
    } catch {
      this.status = words['not-copied'];
    }
  }

  #download(text: string): void {
    const file = own('createElement', 'a') as HTMLAnchorElement;
    file.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    file.download = words.file;
    file.click();
    // The download has its own reference by the next task; keeping ours would keep the file in memory.
    setTimeout(() => URL.revokeObjectURL(file.href));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'partner-list': PartnerList;
  }
}
