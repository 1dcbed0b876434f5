import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/alliance-finder.yaml';
import { heading } from '../../base/heading.js';
import { fill, formatDate, weave } from '../../base/words.js';
import { organisation, organisations, type Organisation } from '../../content/catalogue.js';
import { link } from '../../parts/link.js';
import { alliancesOf, isOpen, systemsOf, type Found, type Near } from './found.js';

const names = (bodies: readonly Organisation[]) => bodies.map(({ name }) => name).join('; ');
const allianceOf = (systems: readonly Organisation[]) => organisation(alliancesOf(systems)[0])?.shortName ?? '';

/** The answer in one sentence. */
export function headline(found: Found): string {
  const { place, whole } = found;
  const systems = systemsOf(found);
  if (whole) return fill(words['alliance-areas'], { areas: systems.map(({ shortName }) => shortName).join('; ') });
  if (alliancesOf(systems).length > 1) return fill(words.shared, { place });
  if (isOpen(found)) return fill(words['mostly-outside'], { place });
  return fill(words.in, { place, alliance: allianceOf(systems) });
}

/** That there is no answer here, and who has one. */
export const elsewhere = (): TemplateResult =>
  html`<p>${weave<unknown>(words.elsewhere, { list: link(words['list-url'], words.list) })}</p>`;

/** What more there is to tell of a place: its systems, its boards now and before, and hospitals. */
export function answer(found: Found, rank: number, onChoose: (system: Organisation) => void): TemplateResult {
  const { parts, place, whole, notes } = found;
  const systems = systemsOf(found);
  // "Luton and so on is in Luton and so on" tells nothing.
  const itself = whole ?? systems.find(({ shortName }) => shortName === place);
  const [now, ...before] = history(found);
  const choice = !whole && (systems.length > 1 || isOpen(found));
  return html`${
      itself
        ? nothing
        : html`<p part="systems">
            ${parts
              .map(({ system, share }) =>
                // The headline has said which alliance, where there is one.
                fill(!system ? words['part-outside'] : isOpen(found) ? words['part-alliance'] : words.part, {
                  share: words.share[share] ?? '',
                  system: system?.shortName ?? '',
                  alliance: system ? allianceOf([system]) : '',
                }),
              )
              .join(' ')}
          </p>`
    }
    ${isOpen(found) && parts.some(({ system }) => !system) ? elsewhere() : nothing}
    ${notes.length ? html`<p part="notes">${notes.join(' ')}</p>` : nothing}
    ${
      choice
        ? html`<div class="screen" part="choice">
            <p>${words.choose}</p>
            <div class="row">
              ${systems.map(
                (system) =>
                  html`<button type="button" @click=${() => onChoose(system)}>
                    ${fill(words.live, { system: system.shortName })}
                  </button>`,
              )}
            </div>
          </div>`
        : nothing
    }
    ${heading(rank, 's', words.boards.heading)}
    <div part="boards">
      <p>${now}</p>
      ${
        before.length
          ? html`<details>
              <summary>${words.boards.before}</summary>
              ${before.map((line) => html`<p>${line}</p>`)}
            </details>`
          : nothing
      }
    </div>
    ${hospitals(found, rank)}`;
}

/** Who plans services there now, and who did before, one line for each time the work changed hands. */
function history(found: Found): readonly string[] {
  const systems = systemsOf(found).map(({ id }) => id);
  const others = organisations().filter((each) => each.kind === 'icb' && !each.closed && !found.boards.includes(each));
  const before = organisations().filter(
    ({ id, kind, system = '', closed }) =>
      closed &&
      (kind === 'icb' || kind === 'ccg') &&
      systems.includes(system) &&
      // Of a divided system, the CCGs that today's boards took over.
      !others.some(({ areas }) => areas.includes(id)),
  );
  const days = [...new Set(before.map(({ closed = '' }) => closed))].sort().reverse();
  const list = (bodies: readonly Organisation[]) =>
    bodies.length > 1 ? fill(words.boards.several, { boards: names(bodies) }) : names(bodies);
  return [
    fill(words.boards.now, { boards: list(found.boards) }),
    ...days.map((day) =>
      fill(words.boards.until, { date: formatDate(day), boards: list(before.filter(({ closed }) => closed === day)) }),
    ),
  ];
}

/** The hospitals, with how far they are where that was measured. */
function hospitals(found: Found, rank: number): TemplateResult {
  const { nearest, all, miles, note } = words.hospitals;
  const systems = systemsOf(found)
    .map(({ shortName }) => shortName)
    .join('; ');
  const away = (n: number) => fill(miles[n === 0 ? 'none' : n === 1 ? 'one' : 'many'], { n });
  const item = ({ hospital, miles: n }: Near) => {
    const trust = organisation(hospital.trust);
    return html`<li>
      ${hospital.name}, ${hospital.town}${n === undefined ? nothing : `: ${away(n)}`}
      <span class="small">${trust?.website ? link(trust.website, trust.name) : trust?.name}</span>
    </li>`;
  };
  return html`${heading(rank, 's', found.measured ? nearest : fill(all, { systems }))}
    <ul class="plain" role="list" part="hospitals">
      ${found.hospitals.map(item)}
    </ul>
    <p>${found.measured} ${note}</p>`;
}
