import words from '../../../content/en/partner-list.yaml';
import { fill, formatDate } from '../../base/words.js';
import { checked, organisation, type Organisation } from '../../content/catalogue.js';
import { pastOf } from '../../content/past.js';
import { csv } from './csv.js';
import { now, type Group, type ListKind, type Step } from './listing.js';

/** Names of bodies by their ids. */
export const namesOf = (ids: readonly (string | undefined)[]) =>
  ids.flatMap((id) => (id && organisation(id)) || []).map(({ shortName }) => shortName);

/** "A", or "A and B". */
const joined = (names: readonly string[]) => names.join(` ${words.and} `);

/** Full names of bodies. */
const namesFull = (bodies: readonly Organisation[]) => joined(bodies.map(({ name }) => name));

export const placeOf = ({ town, postcode }: Organisation) => [town, postcode].filter(Boolean).join(', ');

/** When a body closed and who does its work now, in one line; empty for one that lives. */
export function closedLine(body: Organisation): string {
  if (!body.closed) return '';
  return fill(words.closed, { date: formatDate(body.closed), names: namesFull(now(body)) });
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

/** A change of hands, in one line. */
export function stepLine({ day, bodies }: Step): string {
  const line = fill(words.step, { date: formatDate(day), names: namesFull(bodies) });
  return bodies.length > 1 ? `${line}, ${words.split}` : line;
}

type Column = keyof typeof words.columns;

/** A body as a row of the table. */
export function factsOf(body: Organisation): Readonly<Record<Column, string | undefined>> {
  const { name, kind, telephone, town, postcode, website, closed, odsCode } = body;
  return {
    name,
    kind: words.kinds[kind as ListKind].one,
    phone: telephone,
    town,
    postcode,
    website,
    trust: joined(namesOf([body.trust])),
    system: joined(namesOf([body.system])),
    alliance: joined(namesOf(body.alliances)),
    former: formerNames(body),
    opened: pastOf(body).opened,
    closed,
    now: namesFull(now(body)),
    code: odsCode,
    checked,
  };
}

/** What is shown, as a table, its headings first. */
export function asCsv(bodies: readonly Organisation[]): string {
  const columns = Object.keys(words.columns) as Column[];
  return csv([words.columns, ...bodies.map(factsOf)].map((row) => columns.map((column) => row[column] ?? '')));
}

/** What is shown, as lines of text to paste. */
export function asText(groups: readonly Group[], by: 'kind' | 'system' | 'alliance'): string {
  const line = (body: Organisation) =>
    [body.name, closedLine(body), formerNames(body), body.telephone, placeOf(body), body.website]
      .filter(Boolean)
      .join('; ');
  return groups.map((group) => [headingOf(group, by), ...group.bodies.map(line)].join('\n')).join('\n\n');
}
