import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/region-map.yaml';
import { heading } from '../../base/heading.js';
import { fill, formatDate } from '../../base/words.js';
import { boardOf, organisations, type Organisation } from '../../content/catalogue.js';
import { link } from '../../parts/link.js';
import { areasAt, type MapArea } from './areas.js';
import { hospitalsIn } from './hospitals.js';

const names = (bodies: readonly { name: string }[]) => bodies.map(({ name }) => name).join('; ');

/** Ids of the systems that an area is, holds or lies in. */
function systemsOf(area: MapArea): readonly string[] {
  const { kind, body } = area;
  if (kind === 'alliance') return areasAt('system', area.alliance).map((system) => system.body.id);
  return [kind === 'system' ? body.id : (body.system ?? '')];
}

/** What an area is. */
function nature(area: MapArea): string {
  const { name, closed = '' } = area.body;
  const areas = names(areasAt('system', area.alliance));
  return fill(words.area[area.kind], {
    name,
    areas,
    date: formatDate(closed),
    alliance: areasAt('alliance', area.alliance)[0]?.name ?? '',
  });
}

/** Who plans care there today, and who did before. */
function boards(area: MapArea, systems: readonly string[]): string {
  const today = new Set((area.kind === 'ccg' ? [area.body.id] : systems).flatMap(boardOf));
  const before = organisations().filter(
    ({ kind, closed, system = '' }) => kind === 'icb' && closed && systems.includes(system),
  );
  return fill(words.board[today.size > 1 ? 'many' : 'one'], {
    date: formatDate(before[0]?.closed ?? ''),
    boards: names([...today]),
    before: names(before),
  });
}

function trusts(area: MapArea, systems: readonly string[], level: number): TemplateResult {
  const serving = organisations().filter(({ kind, system = '' }) => kind === 'trust' && systems.includes(system));
  const here = hospitalsIn(area);
  const near = serving.filter(({ id }) => here.some(({ trust }) => trust === id));
  const system = areasAt('system').find(({ body }) => body.id === systems[0])?.name ?? '';
  const row = ({ id, name, website }: Organisation) =>
    html`<li data-trust=${id}>
      ${website ? link(website, name) : name}
      <ul class="plain small">
        ${here.filter(({ trust }) => trust === id).map((site) => html`<li data-hospital=${site.id}>${site.name}, ${site.town}</li>`)}
      </ul>
    </li>`;
  return html`${heading(level, 's', words.trusts)}
    ${near.length ? nothing : html`<p>${fill(words['no-hospital'], { system })}</p>`}
    <ul class="plain" part="trusts">
      ${(near.length ? near : serving).map(row)}
    </ul>`;
}

/** What there is to tell of an area: what it is, who runs care there, and its trusts and hospitals. */
export function details(area: MapArea, level: number): TemplateResult {
  const { body, kind, name } = area;
  const { website } = body;
  const systems = systemsOf(area);
  return html`<div class="about ${area.tone}" part="details">
    <p>${nature(area)}</p>
    <p>${boards(area, systems)}</p>
    ${trusts(area, systems, level)}
    ${kind === 'alliance' && website ? html`<p>${link(website, fill(words.website, { name }))}</p>` : nothing}
  </div>`;
}
