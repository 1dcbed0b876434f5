import data from '../../content/organisations.yaml';
import { decode } from './catalogue-decode.js';
import type { Organisation } from './organisation.js';

export type { AllianceId, FormerName, Kind, Organisation, Population } from './organisation.js';

/** Day on which the catalogue was last checked against its sources, and the day by which it is to be again. */
export const { checked, due } = data;

interface Catalogue {
  readonly bodies: readonly Organisation[];
  /** By id, and by ODS code in capitals. A Map, so that no id reaches a prototype. */
  readonly byId: ReadonlyMap<string, Organisation>;
  readonly byCode: ReadonlyMap<string, Organisation>;
}

let decoded: Catalogue | undefined;

function catalogue(): Catalogue {
  if (!decoded) {
    const bodies = decode(data);
    decoded = {
      bodies,
      byId: new Map(bodies.map((body) => [body.id, body])),
      // Boards come after systems, so a code that both have leads to the board.
      byCode: new Map(bodies.map((body) => [body.odsCode ?? '', body])),
    };
  }
  return decoded;
}

/** Every body, alliances first, hospitals last. */
export const organisations = (): readonly Organisation[] => catalogue().bodies;

/** A body by its id, else by its ODS code whatever its case and spaces. */
export function organisation(idOrOdsCode: string): Organisation | undefined {
  const { byId, byCode } = catalogue();
  const asked = String(idOrOdsCode);
  return (
    byId.get(asked) ??
    (asked.length < 99 && asked.trim() ? byCode.get(asked.replace(/\s/g, '').toUpperCase()) : undefined)
  );
}

const known = (ids: readonly string[]) => ids.flatMap((id) => organisation(id) ?? []);

/** Whether a body existed on a day, YYYY-MM-DD. A body whose first day is not known counts as always there. */
export function existedOn({ opened = '', closed = '9999' }: Organisation, day: string): boolean {
  return opened <= day && day <= closed;
}

/** What lives today in a closed body's stead: the ends of its chain of successors. Of a living body, nothing. */
export function livingSuccessors(body: Organisation): readonly Organisation[] {
  const ends = known(body.successors).flatMap((next) => (next.closed ? livingSuccessors(next) : next));
  return [...new Set(ends)];
}

/** The bodies of an alliance, a system or a trust, without itself. Boards that span systems belong to no one system. */
export function membersOf(id: string): readonly Organisation[] {
  return organisations().filter(
    (body) =>
      body.id !== id && (body.system === id || body.trust === id || body.alliances.some((alliance) => alliance === id)),
  );
}

/** The boards that serve a CCG area or a system today. */
export function boardOf(areaOrSystemId: string): readonly Organisation[] {
  const areas = organisations().filter(
    ({ kind, id, system }) => kind === 'ccg' && (id === areaOrSystemId || system === areaOrSystemId),
  );
  return organisations().filter((board) => !board.closed && areas.some(({ id }) => board.areas.includes(id)));
}

/** The body that an area of the map stands for: `luton` of kind `ccg` is `luton-ccg`. */
export function areaBody(kind: 'alliance' | 'system' | 'ccg', areaId: string): Organisation | undefined {
  const found = organisation(kind === 'alliance' ? areaId : `${areaId}-${kind === 'system' ? 'ics' : 'ccg'}`);
  return found?.kind === kind ? found : undefined;
}
