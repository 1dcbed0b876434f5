import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/region-map.yaml';
import { heading } from '../../base/heading.js';
import { fill, formatDate } from '../../base/words.js';
import { boardOf, organisations } from '../../content/catalogue.js';
import { link } from '../../parts/link.js';
import { areaNamed, areasAt, type MapArea } from './areas.js';
import { hospitals } from './hospitals.js';

const names = (bodies: readonly { name: string }[]) => bodies.map(({ name }) => name).join('; ');

/** What there is to tell of an area: what it is, who runs care there today and did before, its trusts and hospitals. */
export function details(area: MapArea, rank: number): TemplateResult {
  const { kind, id, body, alliance, outline, tone } = area;
  const members = areasAt('system', alliance);
  // The systems that the area holds, is or lies in, and their boards and trusts.
  const systems = members.filter((system) => kind === 'alliance' || system.id === outline.areas.system);
  const [first = area] = systems;
  const bodies = organisations().filter(({ system }) => systems.some((each) => each.body.id === system));
  const before = bodies.filter((each) => each.kind === 'icb' && each.closed);
  const boards = new Set((kind === 'ccg' ? [area] : systems).flatMap((each) => boardOf(each.body.id)));
  const trusts = bodies.filter((each) => each.kind === 'trust');
  const here = hospitals().filter(({ areas }) => areas[kind] === id);
  const near = trusts.filter((trust) => here.some((site) => site.trust === trust.id));

  return html`<div class="about ${tone}" part="details">
    <p>
      ${fill(words.area[kind], {
        name: body.name,
        areas: names(members),
        date: formatDate(body.closed ?? ''),
        alliance: areaNamed(alliance, 'alliance')?.name ?? '',
      })}
    </p>
    <p>
      ${fill(words.board[boards.size > 1 ? 'many' : 'one'], {
        date: formatDate(before[0]?.closed ?? ''),
        boards: names([...boards]),
        before: names(before),
      })}
    </p>
    ${heading(rank, 's', words.trusts)}
    ${near.length ? nothing : html`<p>${fill(words['no-hospital'], { system: first.name })}</p>`}
    <ul class="plain" role="list" part="trusts">
      ${(near.length ? near : trusts).map(
        (trust) =>
          html`<li data-trust=${trust.id}>
            ${trust.website ? link(trust.website, trust.name) : trust.name}
            <ul class="plain small" role="list">
              ${here
                .filter((site) => site.trust === trust.id)
                .map((site) => html`<li data-hospital=${site.id}>${site.name}, ${site.town}</li>`)}
            </ul>
          </li>`,
      )}
    </ul>
  </div>`;
}
