import { html, type TemplateResult } from 'lit';
import words from '../../content/en/interface.yaml';

/** The medical notice: emergencies first, and that personal questions go to a GP. Never in the small type. */
export function notice(): TemplateResult {
  return html`<p part="notice">${words['medical-notice']}</p>`;
}
