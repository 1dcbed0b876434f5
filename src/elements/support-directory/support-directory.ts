import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import words from '../../../content/en/support-directory.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './support-directory.styles.js';

/**
 * Help and support.
 *
 * @summary Help and support.
 * @csspart intro - The first words.
 * @csspart notice - The medical notice.
 */
export class SupportDirectory extends AllianceElement {
  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  protected override renderContent(): TemplateResult {
    return html`${this.renderHeading(words.heading)} ${notice()}
      <p part="intro">${words.intro}</p>
      ${provenance(words)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'support-directory': SupportDirectory;
  }
}
