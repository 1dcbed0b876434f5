import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import words from '../../../content/en/alliance-overview.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { someOf } from '../../base/some-of.js';
import { fill, weave } from '../../base/words.js';
import { membersOf } from '../../content/members.js';
import { Follower } from '../../page/follower.js';
import { link } from '../../parts/link.js';
import { notice } from '../../parts/notice.js';
import { phone } from '../../parts/phone.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './alliance-overview.styles.js';

const texts = {
  about: words.about,
  aims: words.aims,
  figures: words.figures,
  history: words.history,
  'next-steps': words['next-steps'],
};
type Section = keyof typeof texts;
const sections = Object.keys(texts) as Section[];

/** Whom the overview speaks of. */
type Subject = 'region' | 'north' | 'south';

/** A fact that awaits a second source keeps the position of its first. */
interface Awaiting {
  readonly source?: number | undefined;
}
interface Figure extends Awaiting {
  readonly text: string;
  readonly basis: string;
  readonly published?: string | undefined;
}

const inFull = (n: number) => n.toLocaleString('en-GB');
const inMillions = (n: number) => (n / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 });

/**
 * What a Cancer Alliance is, whom it brings together, what it aims for, how it began, and its key figures.
 *
 * Speaks for the whole region, for the alliance that the host names, or for that of the area a reader selects on a map
 * (`for`). Each figure states its year and where it comes from.
 *
 * @summary The Alliances in brief, with key figures.
 * @slot - Shown until the overview is ready, and for ever if the script never arrives.
 * @slot heading - The host's own words in place of the heading.
 * @slot footer - The host's own words in place of the link to the Alliances' website.
 * @csspart frame - The whole widget.
 * @csspart page - The widget's type area inside the frame.
 * @csspart heading - The widget's heading.
 * @csspart subheading - The heading of a section, and of what stands within one.
 * @csspart about - What a Cancer Alliance is.
 * @csspart areas - The areas that an alliance covers.
 * @csspart aims - What the Alliances aim for.
 * @csspart figures - Key figures.
 * @csspart figure - The card of one figure.
 * @csspart number - The big number in a card.
 * @csspart basis - What a figure rests on: source and year.
 * @csspart why - Why two numbers of people differ.
 * @csspart history - How the Alliances began and what has changed.
 * @csspart step - One change, with its date.
 * @csspart next-steps - What a reader can do next.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart provenance - Publisher, day of the last check and sources.
 * @cssproperty {<color>} [--alliance-accent=light-dark(#005eb8, #5aa9f5)] - The rule above each card.
 * @fires {AllianceReadyEvent} alliance-ready - Once, when the overview is on the page.
 * @fires {AllianceLinkEvent} alliance-link - When a reader follows a link.
 */
export class AllianceOverview extends AllianceElement {
  static override properties: PropertyDeclarations = {
    sections: {},
    compact: {},
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  /** Which sections, in which order, of `about aims figures history next-steps`; default all, in that order. */
  declare sections?: string | null;
  /** Fewer words and small figures, for a sidebar; default false. */
  declare compact?: boolean | string | null;

  readonly #follower = new Follower(this);

  protected override renderContent(): unknown {
    const subject = this.#follower.area?.alliance ?? this.allianceId ?? 'region';
    const chosen = someOf(this.sections, sections, (word, known) => this.warn('sections', word, known));
    // Frameworks that know no properties write false as a word.
    const compact = !['false', false, null, undefined].includes(this.compact);
    const sources = new Set(chosen.flatMap((name) => texts[name].sources));
    return html`<div class=${compact ? 'compact' : nothing}>
      ${this.renderHeading(words.heading[subject])}
      ${chosen.map(
        (name) =>
          html`<div class="section" part=${name}>
            ${heading(this.rank + 1, 'm', texts[name].heading)} ${this.#renderSection(name, subject, compact)}
          </div>`,
      )}
      ${provenance({ ...words.reviewed, sources: words.sources.filter((_, index) => sources.has(index)) })}
    </div>`;
  }

  #renderSection(name: Section, subject: Subject, compact: boolean): unknown {
    switch (name) {
      case 'about':
        return this.#renderAbout(subject, compact);
      case 'aims':
        return compact ? html`<p>${words.aims.short}</p>` : this.#renderAims();
      case 'figures':
        return this.#renderFigures(subject);
      case 'history':
        return this.#renderHistory();
      case 'next-steps':
        return this.#renderNextSteps(compact);
    }
  }

  #renderAbout(subject: Subject, compact: boolean): unknown {
    const { short, text, alliances } = words.about;
    if (compact) return html`<p>${short}</p>`;
    const shown = subject === 'region' ? (['north', 'south'] as const) : [subject];
    return html`<p>${text}</p>
      <p>${alliances}</p>
      <div class="areas" part="areas">
        ${shown.map(
          (alliance) =>
            html`<div>
              ${heading(this.rank + 2, 's', words.about[alliance])}
              <ul>
                ${membersOf(alliance)
                  .filter(({ kind }) => kind === 'system')
                  .map(({ shortName }) => html`<li>${shortName}</li>`)}
              </ul>
            </div>`,
        )}
      </div>`;
  }

  #renderAims(): TemplateResult {
    const { intro, list } = words.aims;
    return html`<p>${intro}</p>
      <ul>
        ${list.map((aim) => html`<li>${aim}</li>`)}
      </ul>`;
  }

  #renderFigures(subject: Subject): TemplateResult {
    const { counts, why, uk, shares } = words.figures;
    const exact = inFull(counts[0]?.region ?? 0);
    return html`<ul class="plain cards four" role="list">
        ${counts.map((count) => {
          const { [subject]: n, unit } = count;
          const figure = unit ? html`${inMillions(n)}<span class="unit"> ${unit}</span>` : inFull(n);
          return this.#renderFigure(figure, { ...count, basis: fill(count.basis, { exact: inFull(n) }) });
        })}
      </ul>
      <details part="why">
        <summary>${why.heading}</summary>
        <ul>
          ${why.text.map((reason) => html`<li>${fill(reason, { exact })}</li>`)}
        </ul>
      </details>
      ${heading(this.rank + 2, 's', uk)}
      <ul class="plain cards" role="list">
        ${shares.map((share) => this.#renderFigure(share.figure, share))}
      </ul>`;
  }

  #renderFigure(figure: unknown, { text, basis, published, ...fact }: Figure): TemplateResult {
    // Number and words are one sentence, so that they are read aloud as one.
    return html`<li class="card" part="figure">
      <p>${weave<unknown>(text, { figure: html`<b class="number" part="number">${figure}</b>` })}</p>
      <p class="small" part="basis">${basis} ${published} ${this.#awaiting(fact)}</p>
    </li>`;
  }

  #renderHistory(): TemplateResult {
    return html`<ol class="plain steps" role="list">
      ${words.history.steps.map((step) => {
        const awaiting = this.#awaiting(step);
        return html`<li part="step">
          <strong>${step.when}</strong>
          <div>
            <p>${step.text}</p>
            ${step.note || awaiting ? html`<p class="small">${step.note} ${awaiting}</p>` : nothing}
          </div>
        </li>`;
      })}
    </ol>`;
  }

  #renderNextSteps(compact: boolean): TemplateResult {
    return html`${notice()}
      <ul>
        ${words['next-steps'].steps.map((step) => {
          const url = step.link && words.sources[step.source]?.url;
          return html`<li>
            ${compact ? step.short : step.text} ${url ? link(url, step.link) : nothing}
            ${step.telephone ? phone(step.telephone) : nothing}
          </li>`;
        })}
      </ul>`;
  }

  /** Whose word a fact is that awaits a second source. */
  #awaiting({ source = -1 }: Awaiting): string {
    const publisher = words.sources[source]?.publisher;
    return publisher ? fill(words.awaiting, { source: publisher }) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alliance-overview': AllianceOverview;
  }
}
