import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import words from '../../../content/en/prevention-guidance.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './prevention-guidance.styles.js';

/**
 * Lower your risk of cancer.
 *
 * @summary Lower your risk of cancer.
 * @csspart intro - The first words.
 * @csspart notice - The medical notice.
 */
export class PreventionGuidance extends AllianceElement {
  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  protected override renderContent(): TemplateResult {
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro}</p>
      ${provenance(words)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prevention-guidance': PreventionGuidance;
  }
}
