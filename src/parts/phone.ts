import { html, type TemplateResult } from 'lit';
import words from '../../content/en/interface.yaml';

// Its own direction, or a page that reads from right to left would swap the groups of figures.
const telephone = (number: string) =>
  html`<a href="tel:${number.replaceAll(' ', '')}" part="telephone" dir="ltr">${number}</a>`;

/** A telephone number, and the same through Relay UK: who cannot hear or speak dials 18001 before it. */
export function phone(number: string): TemplateResult {
  return html`${telephone(number)}
    <span class="small" part="relay">(${words['relay-uk']} ${telephone(`18001 ${number.replace('+44', '0')}`)})</span>`;
}
