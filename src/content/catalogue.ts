import data from '../../content/organisations.yaml';
import { decode } from './catalogue-decode.js';
import type { Organisation } from './organisation.js';

export type { AllianceId, Kind, Organisation } from './organisation.js';

/** Day on which the catalogue was last checked against its sources, and the day by which it is to be again. */
export const { checked, due } = data;

let bodies: readonly Organisation[] | undefined;

/** Every body, alliances first, hospitals last. */
export const organisations = (): readonly Organisation[] => (bodies ??= decode(data));

/** A body by its id, else by its ODS code whatever its case and spaces. Of a code that two share, a board's. */
export function organisation(idOrOdsCode: unknown): Organisation | undefined {
  const asked = typeof idOrOdsCode === 'string' ? idOrOdsCode.slice(0, 99).trim() : '';
  const code = asked.replace(/\s/g, '').toUpperCase();
  // Boards come after systems.
  return (
    organisations().find(({ id }) => id === asked) ??
    organisations().findLast(({ odsCode }) => code && odsCode === code)
  );
}

/** What lives today in a closed body's stead: the ends of its chain of successors. Of a living body, nothing. */
export function livingSuccessors(body: Organisation): readonly Organisation[] {
  const ends = body.successors.flatMap((id) => {
    const next = organisation(id);
    return next?.closed ? livingSuccessors(next) : (next ?? []);
  });
  return [...new Set(ends)];
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
