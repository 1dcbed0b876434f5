import { html, type TemplateResult } from 'lit';
import words from '../../content/en/interface.yaml';
import { weave } from '../base/words.js';

// Relay UK: a person who cannot hear or speak dials this before a number.
const relayPrefix = '18001';

function telephoneLink(number: string): TemplateResult {
  // Its own direction, or a page that reads from right to left would swap the groups of figures.
  return html`<a href="tel:${number.replaceAll(' ', '')}" part="telephone" dir="ltr">${number}</a>`;
}

/** A telephone number, and the same through Relay UK. */
export function phone(number: string): TemplateResult {
  return html`${telephoneLink(number)}
    <span class="small" part="relay"
      >${weave(words['relay-uk'], { link: telephoneLink(`${relayPrefix} ${number}`) })}</span
    >`;
}
