import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import words from '../../../content/en/region-map.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { fill, weave } from '../../base/words.js';
import { checked, due, organisations } from '../../content/catalogue.js';
import { frame } from '../../geography/projection.js';
import { Follower } from '../../page/follower.js';
import { selectionOf, type Area } from '../../page/selection.js';
import { link } from '../../parts/link.js';
import { provenance } from '../../parts/provenance.js';
import { answer } from './answer.js';
import { areaNamed, areasAt, type Level, type MapArea } from './areas.js';
import { details } from './details.js';
import { hospitals } from './hospitals.js';
import type { Answer } from '../../geography/ask-device.js';
import { Locator } from '../../geography/locator.js';
import { picture } from './picture.js';
import { styles } from './region-map.styles.js';
import { RegionSelectEvent } from '../../page/region-select-event.js';
import { viewOf } from './view.js';
import { Zoom } from './zoom.js';

const levels = ['system', 'alliance', 'ccg'] as const satisfies readonly Level[];
const whole = [0, 0, frame.width, frame.height] as const;

// Width of the narrowest view, on the grid: about 40 km.
const closest = 220;

/** The data of the nearest element around an event that has one of some kinds. */
function dataOf({ target }: Event, ...kinds: readonly string[]): DOMStringMap | undefined {
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
  declare private said?: { readonly area: MapArea | undefined; readonly text: string } | undefined;
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
    const { selected } = this;
    this.#level = this.oneOf('level', this.level, levels);
    this.#area = selectionOf(this).area = this.#named(selected);
    // What brings the same area back later is not the reader's choice here.
    if (this.said?.area !== this.#area) this.said = undefined;
    if (selected && !this.#area && selected !== followed?.id) {
      const known = areasAt(this.#level, this.allianceId).map(({ id }) => id);
      this.warn('selected', selected, `${known.join(', ')}, or an area of another level`);
    }
    super.update(changed);
  }

  protected override renderContent(): TemplateResult {
    const level = this.#level;
    const chosen = this.#area;
    const { allianceId, pointed } = this;
    // Frameworks write a boolean as a word.
    const marked = !['false', false, null, undefined].includes(this.hospitals);
    const areas = areasAt(level, allianceId);
    const limits = areaNamed(allianceId, 'alliance');
    const view = this.#zoom.toward(viewOf((chosen ?? limits)?.outline.box ?? whole, whole, closest));
    const sources = new Set(organisations().flatMap((body) => body.sources));
    // An area of another level stands before the others of its alliance.
    const listed = chosen && !areas.includes(chosen) ? [chosen, ...areas] : areas;
    return html`${this.renderHeading(limits ? fill(words['heading-alliance'], { name: limits.name }) : words.heading)}
      <p>${words.intro}</p>
      <div
        class="both"
        @click=${this.#onClick}
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onPoint}
        @focusin=${this.#onPoint}
        @focusout=${this.#onPoint}
        @keydown=${this.#onKey}
      >
        <div>
          ${picture({
            level,
            alliance: allianceId,
            areas,
            view,
            chosen,
            pointed: this.#named(pointed?.['area']),
            markers: marked ? hospitals(allianceId) : [],
            named: ({ id, trust }) => pointed?.['hospital'] === id || pointed?.['trust'] === trust,
          })}
          <div class="tools screen" part="tools">
            <button type="button" @click=${this.#onWhere}>${words.where}</button>
            ${chosen ? html`<button type="button" @click=${this.#onWhole}>${words.whole}</button>` : nothing}
          </div>
          <p class="small screen">${words['where-note']}</p>
          <p class="screen" role="status" part="status">
            ${answer(this.#locator.state, level) ?? this.said?.text ?? nothing}
          </p>
        </div>
        <div class="areas">
          ${areasAt('alliance', allianceId).map((alliance) =>
            this.#renderList(
              alliance,
              listed.filter((area) => area.alliance === alliance.id),
            ),
          )}
        </div>
        <div>
          <p class="small" part="attribution">
            ${marked ? words.marker : nothing}
            ${weave<unknown>(words.attribution, { licence: link(words['licence-url'], words.licence) })}
            ${marked ? words['attribution-hospitals'] : nothing}
          </p>
          <p class="small" part="caveat">${words.caveat}</p>
        </div>
      </div>
      ${provenance({ checked, due, sources: [...words.sources, ...sources] })}`;
  }

  #renderList({ name }: MapArea, areas: readonly MapArea[]): TemplateResult {
    const named = this.#level !== 'alliance';
    const level = this.rank + (named ? 1 : 0);
    return html`${named ? heading(level, 's', name) : nothing}
      <ul class="plain" role="list" part="list">
        ${areas.map(
          (area) =>
            html`<li>
              <details data-area=${area.id} ?open=${area === this.#area} @toggle=${this.#onToggle}>
                <summary class=${this.pointed?.['area'] === area.id ? 'pointed' : ''}>
                  <span
                    >${area.kind === this.#level ? html`<b class="chip ${area.tone}">${area.number}</b>` : nothing}
                    <span>${area.name}</span></span
                  >
                </summary>
                ${details(area, level + 1)}
              </details>
            </li>`,
        )}
      </ul>`;
  }

  /** The area of this map that an id names. */
  #named(id: unknown): MapArea | undefined {
    return areaNamed(id, this.#level, this.allianceId);
  }

  /** A reader's choice: an area, or the whole map. */
  #choose(area: MapArea | undefined, text = ''): void {
    this.said = { area, text };
    this.selected = area?.id;
    this.#area = selectionOf(this).area = area;
    this.dispatchEvent(new RegionSelectEvent(area));
  }

  /** Takes the choice from the list and from the map alike, and opens the entry by it, so that the two always agree. */
  readonly #onClick = (event: Event): void => {
    const area = this.#named(dataOf(event, 'area')?.['area']);
    if (!area || !(event.target as Element).closest('summary, svg')) return;
    event.preventDefault();
    if (area === this.#area) {
      this.#onWhole();
      return;
    }
    this.#locator.reset();
    this.#choose(area, fill(words.chosen, { name: area.name }));
  };

  readonly #onWhole = (): void => {
    const old = this.renderRoot.querySelector('details[open]');
    const focus = this.shadowRoot?.activeElement;
    this.#locator.reset();
    this.#choose(undefined, words.cleared);
    // What had the focus is about to go: a detail of the area, or the button itself.
    if (focus && (old?.contains(focus) || focus.closest('.tools')))
      old?.querySelector('summary')?.focus({ preventScroll: true });
  };

  /** The browser opens a closed entry by itself when a reader searches the page for words in it. */
  readonly #onToggle = (event: Event): void => {
    const { open, dataset } = event.target as HTMLDetailsElement;
    const area = this.#named(dataset['area']);
    if (open && area !== this.#area) this.#choose(area);
  };

  readonly #onPoint = (event: Event): void => {
    this.pointed = /over|in$/.test(event.type) ? dataOf(event, 'hospital', 'trust', 'area') : undefined;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#area) return;
    // Used here, so that a dialog around the map stays open.
    event.preventDefault();
    this.#onWhole();
  };

  readonly #onWhere = (): void => {
    void this.#locator.ask();
  };

  #onLocated(state: Answer): void {
    const area = state.type === 'found' && this.#named(state.place.areas[this.#level]);
    if (area && area !== this.#area) this.#choose(area);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'region-map': RegionMap;
  }
}
