import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import words from '../../../content/en/care-pathway.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './care-pathway.styles.js';

/**
 * From first signs to care.
 *
 * @summary From first signs to care.
 * @csspart intro - The first words.
 * @csspart notice - The medical notice.
 */
export class CarePathway extends AllianceElement {
  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  protected override renderContent(): TemplateResult {
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro}</p>
      ${provenance(words)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-pathway': CarePathway;
  }
}
