import words from '../../../content/en/partner-list.yaml';
import { fill, formatDate } from '../../base/words.js';
import { checked, organisation, type Organisation } from '../../content/catalogue.js';
import { pastOf } from '../../content/past.js';
import { csv } from './csv.js';
import { now, type Group, type ListKind } from './listing.js';

/** Names of bodies by their ids. */
export const namesOf = (ids: readonly (string | undefined)[]) =>
  ids.flatMap((id) => (id && organisation(id)) || []).map(({ shortName }) => shortName);

/** "A", or "A and B". */
export const joined = (names: readonly string[]) => names.join(` ${words.and} `);

export const placeOf = ({ town, postcode }: Organisation) => [town, postcode].filter(Boolean).join(', ');

/** When a body closed and who does its work now, in one line; empty for one that lives. */
export function closedLine(body: Organisation): string {
  if (!body.closed) return '';
  return fill(words.closed, { date: formatDate(body.closed), names: joined(now(body).map(({ name }) => name)) });
}

/** Earlier names of the same body. */
export const formerNames = (body: Organisation) =>
  pastOf(body)
    // A month is the end of a date's words: "1 December 2021" without its day.
    .formerNames.map(({ name, until }) => fill(words.formerly, { name, month: formatDate(`${until}-01`).slice(2) }))
    .join(' ');

export function headingOf({ id }: Group, by: 'kind' | 'system' | 'alliance'): string {
  if (by === 'kind') return words.kinds[id as ListKind].many;
  return id === 'several' ? words.several[by] : namesOf([id]).join();
}

type Column = keyof typeof words.columns;

/** What is shown, as a table. */
export function asCsv(bodies: readonly Organisation[]): string {
  const columns = Object.entries(words.columns) as [Column, string][];
  const rows = bodies.map((body) => {
    const cells: Record<Column, string | undefined> = {
      name: body.name,
      kind: words.kinds[body.kind as ListKind].one,
      alliance: joined(namesOf(body.alliances)),
      system: joined(namesOf([body.system])),
      trust: joined(namesOf([body.trust])),
      former: formerNames(body),
      code: body.odsCode,
      phone: body.telephone,
      town: body.town,
      postcode: body.postcode,
      website: body.website,
      opened: pastOf(body).opened,
      closed: body.closed,
      now: joined(now(body).map(({ name }) => name)),
      checked,
    };
    return columns.map(([column]) => cells[column] ?? '');
  });
  return csv([columns.map(([, heading]) => heading), ...rows]);
}

/** What is shown, as lines of text to paste. */
export function asText(groups: readonly Group[], by: 'kind' | 'system' | 'alliance'): string {
  const line = (body: Organisation) =>
    [body.name, closedLine(body), formerNames(body), body.telephone, placeOf(body), body.website]
      .filter(Boolean)
      .join('; ');
  return groups.map((group) => [headingOf(group, by), ...group.bodies.map(line)].join('\n')).join('\n\n');
}
