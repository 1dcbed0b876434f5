import type { Problem } from './common.js';
import type { Entry, List, Organisations } from './organisations.js';
import { facts, lists } from './organisations.js';

interface Placed {
  readonly list: List;
  readonly at: (string | number)[];
  readonly entry: Entry;
}

/** How many of each the Alliances publish, as they were at the end of 2020. */
const COUNTED_ON = '2020-12-31';
const COUNTS: Partial<Record<List, number>> = { alliances: 2, systems: 6, ccgs: 16, trusts: 14 };

/** Everything a schema of shapes cannot see: references, successions, counts, and that each fact has evidence. */
export function checkOrganisations(file: Organisations, sources: Pick<ReadonlyMap<string, unknown>, 'has'>): Problem[] {
  const problems: Problem[] = [];
  const report = (path: (string | number)[], message: string) => problems.push({ path, message });
  const all = (Object.keys(lists) as List[]).flatMap((list) =>
    file[list].map((entry, index): Placed => ({ list, at: [list, index], entry })),
  );

  const byId = new Map<string, Placed>();
  for (const body of all) {
    if (byId.has(body.entry.id)) report([...body.at, 'id'], 'expected an id that no other body has');
    else byId.set(body.entry.id, body);
  }

  const refer = (body: Placed, field: string, ids: readonly string[], allowed: readonly List[]) => {
    ids.forEach((id, index) => {
      const path = [...body.at, field, ...(Array.isArray(body.entry[field as keyof Entry]) ? [index] : [])];
      const found = byId.get(id);
      if (!found) report(path, 'expected the id of a body in this file');
      else if (!allowed.includes(found.list)) report(path, `expected the id of one of the ${allowed.join(' or ')}`);
    });
  };
  for (const body of all) {
    const { entry } = body;
    const places = ['trusts', 'hospitals'] as const;
    refer(body, 'system', entry.system ? [entry.system] : [], ['systems']);
    refer(body, 'trust', entry.trust ? [entry.trust] : [], ['trusts']);
    refer(body, 'areas', entry.areas ?? [], ['ccgs']);
    refer(
      body,
      'successors',
      entry.successors ?? [],
      body.list === 'systems' ? ['icbs'] : [body.list, 'icbs', ...places],
    );
    const trustCode = entry.trust ? byId.get(entry.trust)?.entry['ods-code'] : undefined;
    if (trustCode && entry['ods-code'] && !entry['ods-code'].startsWith(trustCode))
      report([...body.at, 'ods-code'], `expected a code that begins with its trust's, ${trustCode}`);
    checkDates(body, file, report);
    checkContact(body, report);
    checkEvidence(body, report);
  }

  for (const body of all) {
    const message = chainFault(body, byId);
    if (message) report([...body.at, body.entry.successors ? 'successors' : 'closed'], message);
  }
  for (const [list, ids] of Object.entries(file.shown))
    ids.forEach((id, index) => {
      if (!sources.has(id)) report(['shown', list, index], 'expected the id of a source in content/sources/');
    });
  checkBoards(file, report);
  checkCounts(file, report);
  return problems;
}

type Report = (path: (string | number)[], message: string) => void;

function checkDates({ at, entry }: Placed, file: Organisations, report: Report) {
  const { opened, closed } = entry;
  if (opened && closed && closed < opened) report([...at, 'closed'], 'expected a last day after the first');
  if (entry.successors && !closed)
    report([...at, 'successors'], 'expected `closed` too: a living body has no successor');
  if (entry.checked && entry.checked === file.checked)
    report([...at, 'checked'], 'expected a day that differs from that of the file, or nothing');
}

function checkContact({ at, entry }: Placed, report: Report) {
  if (!!entry.telephone !== !!entry['telephone-kind'])
    report([...at, entry.telephone ? 'telephone' : 'telephone-kind'], 'expected telephone and telephone-kind together');
  if (entry.closed && (entry.website ?? entry.page ?? entry.telephone))
    report([...at, 'closed'], 'expected no telephone or website of a closed body');
}

function checkEvidence({ at, entry }: Placed, report: Report) {
  const proved = new Map<string, number>();
  entry.evidence.forEach(({ for: fields, level }, index) => {
    const here = [...at, 'evidence', index];
    fields.forEach((field, position) => {
      if (proved.has(field)) report([...here, 'for', position], 'expected each field once in the evidence');
      if (entry[field as keyof Entry] === undefined)
        report([...here, 'for', position], 'expected a field that this body has');
      proved.set(field, index);
      if (level !== 'verified' && ['place', 'telephone', 'website', 'page'].includes(field))
        report([...here, 'level'], `expected verified: a ${field} that is not verified is left out`);
    });
  });
  for (const field of facts) {
    if (entry[field as keyof Entry] !== undefined && !proved.has(field))
      report([...at, field], 'expected evidence for this field');
  }
}

/** Follows a closed body to what lives today: each way must end there, and none may run in a circle. */
function chainFault(
  start: Placed,
  byId: ReadonlyMap<string, Placed>,
  seen: readonly string[] = [],
): string | undefined {
  const { id, closed, successors } = start.entry;
  if (seen.includes(id)) return `expected successors that end; ${[...seen, id].join(' → ')} runs in a circle`;
  if (!closed) return undefined;
  if (!successors)
    return seen.length
      ? `expected ${id}, which is closed, to have a successor`
      : 'expected successors of a closed body';
  for (const successor of successors) {
    const next = byId.get(successor);
    const fault = next && chainFault(next, byId, [...seen, id]);
    if (fault) return fault;
  }
  return undefined;
}

/** A board has one system or a list of areas; together the boards of 2026 take each CCG area of 2020 once. */
function checkBoards(file: Organisations, report: Report) {
  const taken = new Set<string>();
  file.icbs.forEach((board, index) => {
    if (!!board.system === !!board.areas) report(['icbs', index], 'expected either a system or areas');
    board.areas?.forEach((area, position) => {
      if (taken.has(area)) report(['icbs', index, 'areas', position], 'expected an area that no other board took over');
      taken.add(area);
    });
  });
  file.ccgs.forEach((ccg, index) => {
    if (existed(ccg, COUNTED_ON) && !taken.has(ccg.id))
      report(['ccgs', index, 'id'], 'expected a board of 2026 that took over this area');
  });
}

function checkCounts(file: Organisations, report: Report) {
  for (const [list, count] of Object.entries(COUNTS) as [List, number][]) {
    const found = file[list].filter((entry) => existed(entry, COUNTED_ON)).length;
    if (found !== count) report([list], `expected ${count} that existed on ${COUNTED_ON}, found ${found}`);
  }
  file.systems.forEach(({ id }, index) => {
    if (!file.ccgs.some((ccg) => ccg.system === id))
      report(['systems', index, 'id'], 'expected at least one CCG in this system');
  });
}

function existed(
  { opened = '', closed = '9999' }: { opened?: string | undefined; closed?: string | undefined },
  on: string,
): boolean {
  return opened <= on && on <= closed;
}
