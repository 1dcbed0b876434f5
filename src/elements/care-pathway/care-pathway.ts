import {
  html,
  nothing,
  type CSSResult,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import words from '../../../content/en/care-pathway.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import type { StageId } from '../../content/schema/care-pathway.js';
import { columnsStyles } from '../../parts/columns.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './care-pathway.styles.js';
import { printSheet } from './sheet.js';
import { renderStage, stages, type Audience } from './stage.js';

const labels = words.labels;
const next = words.next;
const all = Object.keys(stages) as StageId[];
// A page that was read in two copies is one page to a reader.
const sources = words.sources.filter(({ url }, at, every) => !url || every.findIndex((one) => one.url === url) === at);

/**
 * The way from noticing something, through a GP, tests, results, decisions and treatment, to what may come after it: at
 * each step what happens, what to ask, how long it may take, and what relatives and carers could do.
 *
 * The steps are the same in both alliances, so `alliance` and `for` change nothing here. Which step a reader opens is
 * told to nobody: it says something about their health.
 *
 * @summary From first signs to care, step by step, with questions to ask.
 * @slot - Shown until the widget is ready, and for ever if the script never arrives.
 * @slot heading - The host's own words in place of the heading.
 * @slot footer - The host's own words above the line on sources.
 * @csspart frame - The whole widget.
 * @csspart page - The widget's type area inside the frame.
 * @csspart heading - The widget's heading.
 * @csspart subheading - A heading inside the widget.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart intro - The first words.
 * @csspart steps - The steps that follow on each other, with their numbers.
 * @csspart next - What may come after them.
 * @csspart step - One step with its ring and its part of the line.
 * @csspart stage - What opens and closes in a step.
 * @csspart call - The number of a support line that the step names.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart waits - How long a step may take, told as aims.
 * @csspart questions - Questions to ask.
 * @csspart relatives - What relatives and carers could do and ask.
 * @csspart print - The button that prints the questions, and what it does.
 * @csspart provenance - Publisher, day of the last check and sources.
 * @cssproperty [--alliance-accent=#005eb8] - The line and the rings along the way.
 * @fires {AllianceReadyEvent} alliance-ready - Once, when the widget is on the page.
 * @fires {AllianceLinkEvent} alliance-link - When a reader follows a link.
 */
export class CarePathway extends AllianceElement {
  static override properties: PropertyDeclarations = {
    stage: {},
    audience: {},
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, columnsStyles, styles];

  /** Which step is open: `noticing`, `gp`, `tests`, `results`, `decisions`, `treatment`, `after`, `living` or `not-cured`; default none. */
  declare stage?: string | null;
  /** Whom it speaks to: `patient` leaves out the parts for relatives, `relative` puts them first; default both. */
  declare audience?: string | null;

  protected override renderContent(): TemplateResult {
    const audience = this.#audience;
    const open = this.oneOf('stage', this.stage, ['', ...all]);
    const step = (level: number) => (id: string) => renderStage(id as StageId, id === open, level, audience);
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro} ${audience === 'relative' ? words.relative : nothing}</p>
      <ol class="way" part="steps" role="list">
        ${Object.keys(words.steps).map(step(this.rank + 1))}
      </ol>
      <div part="next">
        ${heading(this.rank + 1, 'm', next.heading)}
        <p>${next.text}</p>
        <ul class="way" role="list">
          ${Object.keys(next.steps).map(step(this.rank + 2))}
        </ul>
      </div>
      <div class="screen" part="print">
        <button type="button" aria-describedby="hint" @click=${this.#onPrint}>${labels.print}</button>
        <p id="hint" class="small">${labels.hint}</p>
      </div>
      ${words.copies ? html`<p class="small">${words.copies}</p>` : nothing}
      ${provenance({ ...words.reviewed, sources })}`;
  }

  get #audience(): Audience {
    return this.oneOf('audience', this.audience, ['', 'patient', 'relative']);
  }

  readonly #onPrint = (): void => {
    const places = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('.stage')];
    const opened = all.filter((_, index) => places[index]?.open);
    const { elementStyles } = this.constructor as typeof CarePathway;
    printSheet(this.renderRoot, elementStyles as CSSResult[], opened.length ? opened : all, this.#audience);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'care-pathway': CarePathway;
  }
}
