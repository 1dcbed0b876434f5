import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import words from '../../../content/en/alliance-finder.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './alliance-finder.styles.js';

/**
 * Which Cancer Alliance is mine?.
 *
 * @summary Which Cancer Alliance is mine?.
 * @csspart intro - The first words.
 * @csspart notice - The medical notice.
 */
export class AllianceFinder extends AllianceElement {
  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  protected override renderContent(): TemplateResult {
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro}</p>
      ${provenance(words)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alliance-finder': AllianceFinder;
  }
}
