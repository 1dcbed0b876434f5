import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/support-directory.yaml';
import { heading } from '../../base/heading.js';
import { fill } from '../../base/words.js';
import type { Need } from '../../content/schema/support-directory.js';
import { link } from '../../parts/link.js';
import { phone } from '../../parts/phone.js';
import type { Service } from './services.js';

const labels = words.labels;

/** A label and what there is to say; nothing where there is nothing. */
const row = (label: keyof typeof labels, content: unknown) =>
  content ? html`<p><b>${labels[label]}</b> ${content}</p>` : nothing;

/**
 * One service: what it is for, and how to reach it.
 *
 * @param level - Level of its heading.
 * @param under - The need that it is listed under, if any.
 */
export function card(service: Service, level: number, under?: Need): TemplateResult {
  const { name, what, text, website } = service;
  // That somebody is there now says the group at the top; what is for one thing only stands under that.
  const others = service.needs.filter((need) => need !== 'talk');
  return html`<li class="card" part="service">
    ${heading(level, 's', name, 'part="name"')}
    <p>${what}</p>
    <div>
      ${row('phone', service.phone && phone(service.phone))}
      ${row('text', text && html`<a href="sms:${text.number}?body=${text.word}" part="text">${fill(words.send, text)}</a>`)}
      ${row('hours', service.hours)} ${row('languages', service.languages)} ${row('places', service.places)}
      ${row('dated', service.dated)}
      ${row('website', website && link(website, website.replace(/^https:\/\/(www\.)?|\/.*/g, '')))}
      ${row('needs', others.join() !== under && others.map((need) => words.needs[need].toLowerCase()).join(', '))}
    </div>
  </li>`;
}
