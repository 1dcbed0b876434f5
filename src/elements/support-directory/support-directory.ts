import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import words from '../../../content/en/support-directory.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { count } from '../../base/count.js';
import { heading } from '../../base/heading.js';
import { someOf } from '../../base/some-of.js';
import { fill } from '../../base/words.js';
import { areaBody, organisation, type Organisation } from '../../content/catalogue.js';
import type { Need } from '../../content/schema/support-directory.js';
import { Follower } from '../../page/follower.js';
import { columnsStyles } from '../../parts/columns.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { card } from './service.js';
import { everywhere, localTo, needs, type Service } from './services.js';
import { styles } from './support-directory.styles.js';

/** What stands above the choice, whatever a reader chooses. */
const first: Need = 'talk';

/**
 * National and local help: what for, how to call or text, hours and languages where they were verified.
 *
 * Somebody to talk to now comes first and stays. Below it a reader chooses what to get help with; local help comes before
 * what helps everywhere. The choice is kept in the widget: it goes into no event, address or store.
 *
 * With `for`, a chosen area brings its own local help first, before that of `alliance`. Where there is none to show, the
 * widget says so. Closed services, and what nobody has verified, are not in it.
 *
 * @summary National and local help, by need and area.
 * @csspart intro - The first words.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart subheading - The heading of a group.
 * @csspart picker - The question what a reader wants help with, and its choices.
 * @csspart choice - One choice.
 * @csspart status - How many services there are for it.
 * @csspart local - That there is no local help to show, or what to do before a visit.
 * @csspart services - The services of a group.
 * @csspart service - One service.
 * @csspart name - Its name.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart text - A link that starts a text message.
 */
export class SupportDirectory extends AllianceElement {
  static override properties: PropertyDeclarations = {
    need: {},
    picked: { state: true },
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, columnsStyles, styles];

  /** What help is for: any of `talk money work practical relatives children types end-of-life`, in any order; default all. */
  declare need?: string | null;

  /** What the reader wants help with. */
  declare private picked?: Need | undefined;

  readonly #follower = new Follower(this);

  protected override renderContent(): unknown {
    const asked = someOf(this.need, needs, (word, known) => this.warn('need', word, known));
    const now = asked.includes(first) ? everywhere([first]).flatMap(([, services]) => services) : [];
    const choices = asked.filter((need) => need !== first);
    const picked = choices.find((need) => need === this.picked);
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro}</p>
      ${now.length ? this.#renderGroup(words.needs[first], now, first) : nothing}
      ${choices.length > 1 ? this.#renderPicker(choices, picked) : nothing}
      ${this.#renderFound(picked ? [picked] : asked, picked ? [] : now)}
      ${words.copies ? html`<p class="small">${words.copies}</p>` : nothing}
      ${provenance({ ...words.reviewed, sources: words.sources })}`;
  }

  #renderPicker(choices: readonly Need[], picked: Need | undefined): TemplateResult {
    return html`<fieldset class="screen" part="picker" @input=${this.#onPick}>
      <legend>${words.pick}</legend>
      ${[undefined, ...choices].map(
        (need) =>
          html`<label part="choice"
            ><input type="radio" name="need" value=${need ?? ''} .checked=${need === picked} />
            ${need ? words.needs[need] : words.all}</label
          >`,
      )}
    </fieldset>`;
  }

  /**
   * Local help, then what helps everywhere.
   *
   * @param now - What stands above already.
   */
  #renderFound(wanted: readonly Need[], now: readonly Service[]): unknown {
    const place = this.#place;
    const area = place && this.#nameOf(place);
    const local = localTo(place, wanted);
    const groups = everywhere(wanted, now).filter(([, services]) => services.length);
    const found = local.length + groups.flatMap(([, services]) => services).length;
    return html`<p class="screen" role="status" aria-live=${this.#follower.live} part="status">
        ${found ? count(words.count, found) : nothing}
        ${area && local.length ? fill(count(words['local-count'], local.length), { area }) : nothing}
      </p>
      ${local.length ? this.#renderGroup(area ? fill(words['local-in'], { area }) : words.local, local) : nothing}
      ${area && !local.length ? html`<p part="local">${fill(words['local-none'], { area })}</p>` : nothing}
      ${groups.map(([need, services]) => this.#renderGroup(words.needs[need], services, need))}`;
  }

  /** @param need - What all of the group are for; without it they are local. */
  #renderGroup(title: string, services: readonly Service[], need?: Need): TemplateResult {
    return html`${heading(this.rank + 1, 'm', title)}
      ${need ? nothing : html`<p part="local">${words['local-note']}</p>`}
      <ul class="plain" role="list" part="services">
        ${services.map((service) => card(service, this.rank + 2, need))}
      </ul>`;
  }

  /** Where the reader is: what was chosen in the followed widget, else the host's alliance. */
  get #place(): Organisation | undefined {
    const { area } = this.#follower;
    const alliance = this.allianceId && organisation(this.allianceId);
    return (area && areaBody(area.kind, area.id)) ?? alliance;
  }

  #nameOf({ kind, shortName: area }: Organisation): string {
    return kind === 'alliance' ? fill(words['alliance-area'], { area }) : area;
  }

  readonly #onPick = (event: Event): void => {
    // An input event would go up into the page, and tell it that a reader chose.
    event.stopPropagation();
    this.picked = needs.find((need) => need === (event.target as HTMLInputElement).value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'support-directory': SupportDirectory;
  }
}
