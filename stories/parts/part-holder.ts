import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { AllianceElement } from '../../src/base/alliance-element.js';
import { define } from '../../src/base/define.js';
import { careCardStyles } from '../../src/parts/care-card.js';
import { barChartStyles } from '../../src/parts/bar-chart.js';
import { searchFieldStyles } from '../../src/parts/search-field.js';

/** A widget that shows whatever part it is given, among the styles that widgets have. For stories and tests. */
export class PartHolder extends AllianceElement {
  static override properties: PropertyDeclarations = { content: { attribute: false } };

  static override styles: CSSResultGroup = [AllianceElement.styles, searchFieldStyles, careCardStyles, barChartStyles];

  declare content?: TemplateResult;

  protected override renderContent(): unknown {
    return html`${this.renderHeading('A part')}${this.content}`;
  }
}
define('part-holder', PartHolder);

declare global {
  interface HTMLElementTagNameMap {
    'part-holder': PartHolder;
  }
}
