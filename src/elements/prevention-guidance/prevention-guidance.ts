import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import words from '../../../content/en/prevention-guidance.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { someOf } from '../../base/some-of.js';
import type { Topic } from '../../content/schema/prevention-guidance.js';
import { barChart, barChartStyles } from '../../parts/bar-chart.js';
import { columnsStyles } from '../../parts/columns.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './prevention-guidance.styles.js';
import { said, topic } from './topic.js';

const all = Object.keys(words.topics) as Topic[];

/**
 * What can lower the risk of cancer: a chart of the shares that are known, and for each topic what to do, why, and where
 * to find help. It begins with what nobody can change, because a cancer is nobody's fault.
 *
 * The advice is the same in both alliances, so `alliance` and `for` change nothing here.
 *
 * @summary What can lower the risk of cancer, and where to find help.
 * @slot - Shown until the widget is ready, and for ever if the script never arrives.
 * @slot heading - The host's own words in place of the heading.
 * @slot footer - The host's own words above the line on sources.
 * @csspart frame - The whole widget.
 * @csspart page - The widget's type area inside the frame.
 * @csspart heading - The widget's heading.
 * @csspart subheading - A heading inside the widget.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart intro - How many cancers are linked to things that can change.
 * @csspart blame - That cancer is nobody's fault.
 * @csspart chart - The chart with its table.
 * @csspart chart-table - The table of the same figures, which opens and closes.
 * @csspart overlap - That the figures overlap and are not to be added up.
 * @csspart topics - The topics.
 * @csspart topic - One topic, which opens and closes.
 * @csspart steps - What to do, and whom to ask.
 * @csspart why - Why it matters.
 * @csspart help - Where to find help.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart provenance - Publisher, day of the last check and sources.
 * @cssproperty {<color>} [--alliance-accent=light-dark(#005eb8, #5aa9f5)] - The bars of the chart.
 * @fires {AllianceReadyEvent} alliance-ready - Once, when the widget is on the page.
 * @fires {AllianceLinkEvent} alliance-link - When a reader follows a link.
 */
export class PreventionGuidance extends AllianceElement {
  static override properties: PropertyDeclarations = {
    topics: {},
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, columnsStyles, barChartStyles, styles];

  /**
   * Which topics, in which order: any of `smoking weight sun alcohol diet activity vaccination`, separated by spaces;
   * default all.
   */
  declare topics?: string | null;

  protected override renderContent(): TemplateResult {
    const shown = someOf(this.topics, all, (word, known) => this.warn('topics', word, known));
    const cited = new Set([words.cites, ...shown.map((id) => words.topics[id].cites)].flat());
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro}</p>
      <div class="callout" part="blame">
        ${heading(this.rank + 1, 's', words.blame.heading)}
        <p>${words.blame.text}</p>
      </div>
      ${this.#renderChart(shown)}
      <div class="topics" part="topics">
        ${shown.map((id) => keyed(id, topic(id, shown.length === 1, this.rank + 1)))}
      </div>
      ${words.copies ? html`<p class="small">${words.copies}</p>` : nothing}
      ${provenance({ ...words.reviewed, sources: words.sources.filter((_, index) => cited.has(index)) })}`;
  }

  /** The bars of the topics shown, beside that of all together; none without a topic that has one. */
  #renderChart(shown: readonly Topic[]): unknown {
    const { bars, overlap, ...chart } = words.chart;
    const drawn = bars.filter((bar) => !bar.topic || shown.includes(bar.topic));
    if (!drawn.some((bar) => bar.topic)) return nothing;
    const told = drawn.map(({ label, value }) => ({ label, value, said: said(value) }));
    return html`${barChart({ ...chart, bars: told, max: 100 }, this.rank + 1)}
      <p part="overlap">${overlap}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prevention-guidance': PreventionGuidance;
  }
}
