import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/partner-list.yaml';
import { fill, formatDate } from '../../base/words.js';
import { organisation, type Organisation } from '../../content/catalogue.js';
import { pastOf } from '../../content/past.js';
import { link } from '../../parts/link.js';
import { phone } from '../../parts/phone.js';
import { closedLine, formerNames, joined, namesOf, placeOf } from './details.js';
import { hospitalsOf, steps } from './listing.js';

interface Handlers {
  readonly click: (event: Event) => void;
  readonly toggle: (event: Event) => void;
}

/** One organisation: its name and whether it closed, opening to how to reach it and what replaced it. */
export function entry(body: Organisation, open: boolean, on: Handlers): TemplateResult {
  const notes = [closedLine(body), formerNames(body)].filter(Boolean);
  return html`<li>
    <details part="organisation" ?open=${open} @toggle=${on.toggle}>
      <summary part="name" @click=${on.click}>
        ${body.name}${notes.map((note) => html` <span class="small note">${note}</span>`)}
      </summary>
      <dl part="details">${rows(body)}</dl>
      ${
        body.closed || body.telephone || body.website || body.postcode
          ? nothing
          : html`<p class="small">${words['no-details']}</p>`
      }
    </details>
  </li>`;
}

function rows(body: Organisation): unknown {
  const trust = body.trust ? organisation(body.trust) : undefined;
  const hospitals = hospitalsOf(body);
  const { website } = body;
  const { opened } = pastOf(body);
  return [
    row(words.phone, body.telephone && phone(body.telephone)),
    row(
      fill(words['trust-phone'], { trust: trust?.shortName ?? '' }),
      !body.telephone && trust?.telephone && phone(trust.telephone),
    ),
    row(words.place, placeOf(body)),
    row(words.website, website && link(website, website.replace(/^https:\/\/|\/$/g, ''))),
    row(words.replaced, body.closed && replacement(body)),
    row(words.trust, trust?.name),
    row(
      words.hospitals,
      hospitals.length && list(hospitals.map((hospital) => `${hospital.name}, ${placeOf(hospital)}`)),
    ),
    row(words.system, joined(namesOf([body.system]))),
    row(words.areas, body.areas.length && list(namesOf(body.areas))),
    row(words.alliance, joined(namesOf(body.alliances))),
    row(words.opened, opened && formatDate(opened)),
    row(words.code, body.odsCode),
  ];
}

function row(term: string, content: unknown): unknown {
  return content
    ? html`<dt>${term}</dt>
        <dd>${content}</dd>`
    : nothing;
}

const list = (items: readonly unknown[]) =>
  html`<ul class="plain">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

function replacement(body: Organisation): TemplateResult {
  return list(
    steps(body).map(({ day, bodies }) => {
      const names = joined(bodies.map(({ name }) => name));
      const split = bodies.length > 1 ? `, ${words.split}` : '';
      return `${fill(words.step, { date: formatDate(day) })} ${names}${split}`;
    }),
  );
}
