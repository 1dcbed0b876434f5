import { html, type TemplateResult } from 'lit';
import words from '../../content/en/interface.yaml';

/** The medical notice: emergencies first, and that personal questions go to a GP. */
export function notice(): TemplateResult {
  return html`<p class="small" part="notice">${words['medical-notice']}</p>`;
}
