import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import shared from '../../../content/en/interface.yaml';
import words from '../../../content/en/region-map.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { fill, weave } from '../../base/words.js';
import { frame } from '../../geography/projection.js';
import { Follower } from '../../page/follower.js';
import { selectionOf, type Area } from '../../page/selection.js';
import { link } from '../../parts/link.js';
import { provenance } from '../../parts/provenance.js';
import { areaNamed, areasAt, type Level, type MapArea } from './areas.js';
import { details } from './details.js';
import { hospitals } from './hospitals.js';
import { Locator, type Whereabouts } from './locator.js';
import { picture } from './picture.js';
import { styles } from './region-map.styles.js';
import { RegionSelectEvent } from './region-select-event.js';
import { viewOf } from './view.js';
import { Zoom } from './zoom.js';

const levels = ['system', 'alliance', 'ccg'] as const satisfies readonly Level[];
const whole = [0, 0, frame.width, frame.height] as const;

// Width of the narrowest view, on the grid: about 40 km.
const closest = 220;

/** The data of the nearest element around an event that has one of some kinds. */
function dataAt({ target }: Event, ...kinds: readonly string[]): DOMStringMap | undefined {
  const selector = kinds.map((kind) => `[data-${kind}]`).join();
  return (target as Element).closest<HTMLElement>(selector)?.dataset;
}

/**
 * The region as a map and as a list, which are one control: the alliances, their systems, or the areas of the former
 * CCGs, and the main hospitals. A reader chooses an area in either and learns who runs care there.
 *
 * Where the reader is, if they ask, is worked out on their device and goes nowhere.
 *
 * @summary Map of the two alliances, their areas and hospitals.
 * @csspart map - The drawing.
 * @csspart tools - The buttons under the drawing.
 * @csspart status - What the last choice did, or where the reader is.
 * @csspart attribution - The words that the licences of the map's data ask for.
 * @csspart subheading - The name of an alliance above its areas, or the heading of an area's trusts.
 * @csspart list - The areas of one alliance.
 * @csspart details - What there is to tell of one area.
 * @csspart trusts - The trusts of one area, with their hospitals.
 * @csspart caveat - What the map cannot tell.
 * @fires {RegionSelectEvent} region-select - When a reader chooses an area, or goes back to the whole map.
 */
export class RegionMap extends AllianceElement {
  static override properties: PropertyDeclarations = {
    level: {},
    hospitals: {},
    selected: {},
    pointed: { state: true },
    said: { state: true },
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  /** What to draw and list: `system` (default), `alliance` or `ccg`. */
  declare level?: string | null;
  /** Whether to draw the trusts' main hospitals; default no. */
  declare hospitals?: string | boolean | null;
  /** Id of the chosen area, such as `norfolk-and-waveney`; changes with the reader's choice. Default none. */
  declare selected?: string | null | undefined;

  /** Data of the area, trust or hospital that the pointer or the focus is on. */
  declare private pointed?: DOMStringMap | undefined;
  /** What the reader's last choice did; told until the host chooses something else. */
  declare private said?: { readonly area: MapArea | undefined; readonly text: string };
  #level: Level = 'system';
  #area: MapArea | undefined;
  #followed: Area | undefined;

  readonly #follower = new Follower(this);
  readonly #zoom = new Zoom(this);
  readonly #locator = new Locator(this, (state) => this.#onLocated(state));

  protected override update(changed: PropertyValues): void {
    const followed = this.#follower.area;
    if (followed !== this.#followed) {
      this.#followed = followed;
      this.selected = followed?.id;
    }
    const { selected, allianceId } = this;
    this.#level = this.oneOf('level', this.level, levels);
    this.#area = areaNamed(selected, this.#level, allianceId);
    if (selected && !this.#area && selected !== followed?.id) {
      const known = areasAt(this.#level, allianceId).map(({ id }) => id);
      this.warn('selected', selected, `${known.join(', ')}, or an area of another level`);
    }
    this.#publish();
    super.update(changed);
  }

  protected override renderContent(): TemplateResult {
    const level = this.#level;
    const chosen = this.#area;
    const { allianceId, pointed } = this;
    const areas = areasAt(level, allianceId);
    const alliances = areasAt('alliance', allianceId);
    const [first] = alliances;
    const markers = this.#hasHospitals
      ? hospitals().filter((site) => !allianceId || site.areas.alliance === allianceId)
      : [];
    const home = allianceId && first ? viewOf(first.outline.box, whole) : whole;
    const view = this.#zoom.toward(chosen ? viewOf(chosen.outline.box, whole, closest) : home);
    // An area of another level stands before the others of its alliance.
    const listed = chosen && !areas.includes(chosen) ? [chosen, ...areas] : areas;
    return html`${this.renderHeading(allianceId && first ? fill(words['heading-alliance'], { name: first.name }) : words.heading)}
      <p>${words.intro}</p>
      <div
        class="both"
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onPoint}
        @focusin=${this.#onPoint}
        @focusout=${this.#onPoint}
        @keydown=${this.#onKey}
      >
        <div @click=${this.#onMap}>
          ${picture({
            level,
            alliance: allianceId,
            areas,
            view,
            chosen,
            pointed: areaNamed(pointed?.['area'], level, allianceId),
            markers,
            named: ({ id, trust }) => pointed?.['hospital'] === id || pointed?.['trust'] === trust,
          })}
          ${this.#renderTools()}
        </div>
        <div class="areas">
          ${alliances.map((alliance) =>
            this.#renderList(
              alliance,
              listed.filter((area) => area.alliance === alliance.id),
            ),
          )}
        </div>
        <div>${this.#renderNotes()}</div>
      </div>
      ${provenance(words)}`;
  }

  #renderTools(): TemplateResult {
    return html`<div class="tools screen" part="tools">
        <button type="button" @click=${this.#onWhere}>${words.where}</button>
        ${this.#area ? html`<button type="button" @click=${this.#onWhole}>${words.whole}</button>` : nothing}
      </div>
      <p class="small screen">${words['where-note']}</p>
      <p class="screen" role="status" part="status">${this.#renderStatus(this.#locator.state)}</p>`;
  }

  #renderStatus(state: Whereabouts): unknown {
    switch (state.type) {
      case 'idle':
        return this.said?.area === this.#area ? this.said?.text : '';
      case 'asking':
        return words.asking;
      case 'found':
        return this.#renderPlace(state);
      case 'outside':
        return weave<unknown>(words.outside, { website: link(shared.website, shared['website-name']) });
      case 'failed':
        return words.failed[state.reason];
    }
  }

  #renderPlace({ place: { areas, nearBorder }, rough }: Whereabouts & { type: 'found' }): string {
    const level = this.#level;
    const alliance = areaNamed(areas.alliance, 'alliance');
    const near = level === 'ccg' ? areaNamed(areas.ccg, level) : areaNamed(areas.system, 'system');
    return [
      fill(words.found, { area: near?.name ?? '', alliance: alliance?.name ?? '' }),
      this.allianceId && this.allianceId !== alliance?.id ? words.elsewhere : '',
      nearBorder ? words.near : '',
      rough ? words.rough : '',
    ].join(' ');
  }

  #renderNotes(): TemplateResult {
    const marked = this.#hasHospitals;
    return html`<p class="small" part="attribution">
        ${marked ? words.marker : nothing}
        ${weave<unknown>(words.attribution, { licence: link(words['licence-url'], words.licence) })}
        ${marked ? words['attribution-hospitals'] : nothing}
      </p>
      <p class="small" part="caveat">${words.caveat}</p>`;
  }

  #renderList({ name }: MapArea, areas: readonly MapArea[]): TemplateResult {
    const named = this.#level !== 'alliance';
    const level = this.rank + (named ? 1 : 0);
    return html`${named ? heading(level, 's', name) : nothing}
      <ul class="plain" part="list">
        ${areas.map(
          (area) =>
            html`<li>
              <details
                data-area=${area.id}
                ?open=${area === this.#area}
                @toggle=${(event: Event) => this.#onToggle(event, area)}
              >
                <summary
                  class=${this.pointed?.['area'] === area.id ? 'pointed' : ''}
                  @click=${(event: Event) => this.#onSummary(event, area)}
                >
                  <span><b class="chip ${area.tone}">${area.number}</b> <span>${area.name}</span></span>
                </summary>
                ${details(area, level + 1)}
              </details>
            </li>`,
        )}
      </ul>`;
  }

  get #hasHospitals(): boolean {
    // Frameworks write a boolean as a word.
    return !['false', false, null, undefined].includes(this.hospitals);
  }

  /** Tells followers what is chosen now. */
  #publish(): void {
    const area = this.#area;
    selectionOf(this).area = area && { id: area.id, kind: area.kind, alliance: area.alliance };
  }

  /** A reader's choice: an area, or the whole map. */
  #choose(area: MapArea | undefined, said = ''): void {
    this.said = { area, text: said };
    this.selected = area?.id;
    this.#area = area;
    this.#publish();
    this.dispatchEvent(new RegionSelectEvent(selectionOf(this).area));
  }

  #onChoice(area: MapArea): void {
    this.#locator.reset();
    if (area === this.#area) {
      this.#onWhole();
      return;
    }
    this.#choose(area, fill(words.chosen, { name: area.name }));
  }

  readonly #onWhole = (): void => {
    const old = this.renderRoot.querySelector('details[open]');
    const focus = this.shadowRoot?.activeElement;
    this.#locator.reset();
    this.#choose(undefined, words.cleared);
    // What had the focus is about to go: a detail of the area, or the button itself.
    if (focus && (old?.contains(focus) || focus.closest('.tools')))
      old?.querySelector('summary')?.focus({ preventScroll: true });
  };

  readonly #onMap = (event: Event): void => {
    const area = areaNamed(dataAt(event, 'area')?.['area'], this.#level, this.allianceId);
    if (area) this.#onChoice(area);
  };

  #onSummary(event: Event, area: MapArea): void {
    // The choice opens it, so that the list and the map never disagree.
    event.preventDefault();
    this.#onChoice(area);
  }

  /** The browser opens a closed entry by itself when a reader searches the page for words in it. */
  #onToggle(event: Event, area: MapArea): void {
    if ((event.target as HTMLDetailsElement).open && area !== this.#area) this.#choose(area);
  }

  readonly #onPoint = (event: Event): void => {
    this.pointed = /over|in$/.test(event.type) ? dataAt(event, 'hospital', 'trust', 'area') : undefined;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#area) return;
    // Used here, so that a dialog around the map stays open.
    event.preventDefault();
    this.#onWhole();
  };

  readonly #onWhere = (): void => {
    this.#locator.ask();
  };

  #onLocated(state: Whereabouts): void {
    const id = state.type === 'found' ? state.place.areas[this.#level] : undefined;
    const area = areaNamed(id, this.#level, this.allianceId);
    if (area && area !== this.#area) this.#choose(area);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'region-map': RegionMap;
  }
}
