import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/partner-list.yaml';
import { formatDate } from '../../base/words.js';
import { organisation, type Organisation } from '../../content/catalogue.js';
import { link } from '../../parts/link.js';
import { phone } from '../../parts/phone.js';
import { closedLine, factsOf, formerNames, namesOf, placeOf, stepLine } from './details.js';
import { hospitalsOf, steps } from './listing.js';

interface Handlers {
  readonly click: (event: Event) => void;
  readonly toggle: (event: Event) => void;
}

/** One organisation: its name and whether it closed, opening to how to reach it and what replaced it. */
export function entry(body: Organisation, open: boolean, on: Handlers): TemplateResult {
  return html`<li>
    <details part="organisation" ?open=${open} @toggle=${on.toggle}>
      <summary part="name" @click=${on.click}>
        ${body.name}${[closedLine(body), formerNames(body)].map((note) => note && html` <span class="small note">${note}</span>`)}
      </summary>
      <dl part="details">${rows(body)}</dl>
    </details>
  </li>`;
}

function rows(body: Organisation): unknown {
  const columns = words.columns;
  const trust = body.trust ? organisation(body.trust) : undefined;
  const { website, opened, ...facts } = factsOf(body);
  return [
    row(columns.phone, body.telephone ? phone(body.telephone) : !body.closed && !body.postcode && words['no-details']),
    row(words['trust-phone'], !body.telephone && trust?.telephone && phone(trust.telephone)),
    row(columns.town, placeOf(body)),
    row(columns.website, website && link(website, website.replace(/^https:\/\/|\/$/g, ''))),
    row(words.replaced, ...steps(body).map(stepLine)),
    row(words.hospitals, ...hospitalsOf(body).map((hospital) => `${hospital.name}, ${placeOf(hospital)}`)),
    row(words.areas, ...namesOf(body.areas)),
    (['trust', 'system', 'alliance'] as const).map((column) => row(columns[column], facts[column])),
    row(columns.opened, opened && formatDate(opened)),
    row(columns.code, facts.code),
  ];
}

/** A term and what there is to say of it; nothing where there is nothing. */
function row(term: string, ...contents: readonly unknown[]): unknown {
  const said = contents.filter(Boolean);
  return said.length
    ? html`<dt>${term}</dt>
        ${said.map((content) => html`<dd>${content}</dd>`)}`
    : nothing;
}
