import { today } from '../../base/words.js';
import {
  areaBody,
  boardOf,
  livingSuccessors,
  organisation,
  organisations,
  type AllianceId,
  type Organisation,
} from '../../content/catalogue.js';
import { membersOf } from '../../content/members.js';
import { existedOn, pastOf } from '../../content/past.js';
import type { Area } from '../../page/selection.js';

export const kinds = ['system', 'ccg', 'icb', 'trust', 'hospital'] as const;
export type ListKind = (typeof kinds)[number];

/** The kinds that the Alliances publish, and the day that their list is true of. */
export const published: readonly ListKind[] = ['system', 'ccg', 'trust'];
export const publishedDay = '2020-12-31';

export interface Asked {
  readonly kinds: readonly ListKind[];
  readonly alliance?: AllianceId | undefined;
  /** Only bodies that existed on this day; by default what the Alliances publish, and the boards of today. */
  readonly day?: string | undefined;
  readonly area?: Area | undefined;
}

/** The bodies asked for, kind by kind. */
export function listed({ kinds, alliance, day, area }: Asked): readonly Organisation[] {
  return kinds.flatMap((kind) => {
    const on = day ?? (kind === 'icb' ? today() : publishedDay);
    return organisations().filter(
      (body) =>
        body.kind === kind &&
        existedOn(body, on) &&
        (!alliance || body.alliances.includes(alliance)) &&
        (!area || serves(body, area)),
    );
  });
}

/** Whether a body is, or works for, an area of the map. A CCG's area has the trusts and hospitals of its system. */
export function serves(body: Organisation, { kind, id }: Area): boolean {
  const own = areaBody(kind, id);
  if (!own) return true;
  if (kind === 'alliance') return body.alliances.some((alliance) => alliance === id);
  if (body === own || own.successors.includes(body.id) || boardOf(own.id).includes(body)) return true;
  const system = kind === 'ccg' && body.kind !== 'ccg' ? own.system : own.id;
  return body.id === system || body.system === system;
}

export type GroupBy = 'kind' | 'system' | 'alliance';

export interface Group {
  /** A kind, or the id of a system or an alliance; `several` for bodies that span more than one. */
  readonly id: string;
  readonly bodies: readonly Organisation[];
}

/** The bodies in groups, each body in one only, so that counts add up. Groups without bodies are left out. */
export function grouped(bodies: readonly Organisation[], by: GroupBy): readonly Group[] {
  // Systems and alliances keep the catalogue's order, whichever body comes first; what spans several comes last.
  const ids = organisations().flatMap(({ id, kind }) => (kind === by ? id : []));
  return [...new Set([...ids, ...bodies.map((body) => groupOf(body, by))])]
    .map((id) => ({ id, bodies: bodies.filter((body) => groupOf(body, by) === id) }))
    .filter((group) => group.bodies.length);
}

function groupOf({ id, kind, system = 'several', alliances }: Organisation, by: GroupBy): string {
  if (by === 'kind') return kind;
  if (by === 'system') return kind === by ? id : system;
  return alliances.length > 1 ? 'several' : alliances.join();
}

/** Who does a closed body's work today. Of a CCG's area only the board that took it over, where a system was divided. */
export function now(body: Organisation): readonly Organisation[] {
  const boards = body.closed && body.kind === 'ccg' ? boardOf(body.id) : [];
  return boards.length ? boards : livingSuccessors(body);
}

export interface Step {
  /** The day from which these bodies did the work. */
  readonly day: string;
  readonly bodies: readonly Organisation[];
}

/** What followed a closed body, one step for each time its work changed hands, up to who does it today. */
export function steps(body: Organisation): readonly Step[] {
  const found: Step[] = [];
  const living = now(body);
  let { closed, successors } = body;
  while (closed) {
    const next = successors.flatMap((id) => organisation(id) ?? []);
    const day = new Date(Date.parse(closed) + 864e5).toISOString().slice(0, 10);
    const open = next.find((follower) => follower.closed);
    found.push({ day, bodies: open ? next : living });
    closed = open?.closed;
    successors = open?.successors ?? [];
  }
  return found;
}

/** The hospitals of a trust. */
export const hospitalsOf = (trust: Organisation) =>
  trust.kind === 'trust' ? membersOf(trust.id).filter(({ kind }) => kind === 'hospital') : [];

/** What a search looks through: names old and new, short forms, place, system, code and, of a trust, its hospitals. */
export function searchText(body: Organisation): string {
  const { name, odsCode, town, postcode, system = '' } = body;
  const { abbreviations, formerNames } = pastOf(body);
  const own = [
    name,
    ...abbreviations,
    ...formerNames.map((was) => was.name),
    odsCode,
    town,
    postcode,
    organisation(system)?.name,
  ];
  return [...own, ...hospitalsOf(body).map(searchText)].filter(Boolean).join('\n');
}
