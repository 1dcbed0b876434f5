import type { Source } from '../../base/source.js';
import { shorten, slug, type Column, type Columns, type CompactOrganisations } from '../catalogue-decode.js';
import type { Kind } from '../organisation.js';
import { lists, type Entry, type List, type Organisations } from './organisations.js';

/** How names and ids of a kind are made; bodies that follow the pattern carry only the part for `*`. */
const PATTERNS: Readonly<Record<Kind, readonly [name: string, id: string]>> = {
  alliance: ['East of England Cancer Alliance, *', '*'],
  system: ['* Integrated Care System', '*-ics'],
  ccg: ['NHS * CCG', '*-ccg'],
  icb: ['NHS * Integrated Care Board', '*-icb'],
  trust: ['* NHS Foundation Trust', '*'],
  hospital: ['*', '*'],
};

/** Fields whose source a reader is not shown: the link proves itself. */
const SELF_EVIDENT = ['website', 'page'];

/** What the fields that may await a check are called in the catalogue. */
const CATALOGUE_NAMES: Readonly<Record<string, string>> = { 'ods-code': 'odsCode', 'former-names': 'formerNames' };

type Row = Partial<Record<Column, string>>;

/** Turns the checked file into the form that travels to readers. Notes, levels and further sources stay behind. */
export function encodeOrganisations(file: Organisations, sources: ReadonlyMap<string, Source>): CompactOrganisations {
  const kinds = Object.entries(lists) as [List, Kind][];
  const entries = kinds.flatMap(([list]) => file[list] as Entry[]);
  const index = new Map(entries.map(({ id }, position) => [id, String(position)]));
  const refs = (ids: readonly string[] = []) => ids.map((id) => index.get(id)).join(' ');
  const shown: string[] = [];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  const toRow = (kind: Kind, entry: Entry): Row => {
    const [namePattern, idPattern] = PATTERNS[kind];
    const base = baseOf(entry.name, namePattern);
    const short = entry['short-name'] ?? (kind === 'hospital' ? entry.name : undefined);
    const shortName = short === shorten(base) ? '' : short;
    const trust = entry.trust ? byId.get(entry.trust) : undefined;
    const atSeat = trust && JSON.stringify(trust.place) === JSON.stringify(entry.place);
    const sameLine = atSeat && trust.telephone && trust.telephone === entry.telephone;
    const place = atSeat ? undefined : entry.place;
    const proofs = entry.evidence.filter(({ for: fields }) => fields.some((field) => !SELF_EVIDENT.includes(field)));
    const cited = new Set([
      ...proofs.map((proof) => proof.sources[0]!),
      ...(entry.population ? file.population.sources : []),
    ]);
    return {
      name: base,
      id: entry.id === idPattern.replace('*', slug(shortName || shorten(base))) ? '' : entry.id,
      shortName: shortName ?? '',
      abbreviations: entry.abbreviations?.join(' ') ?? '',
      formerNames: entry['former-names']?.map(({ name, until }) => until + name).join('|') ?? '',
      odsCode: entry['ods-code'] ?? '',
      within: refs(entry.areas ?? [entry.alliance ?? entry.system ?? entry.trust ?? []].flat()),
      opened: entry.opened ?? '',
      closed: entry.closed ?? '',
      successors: refs(entry.successors),
      population: entry.population ? String(entry.population) : '',
      town: place?.town ?? '',
      postcode: place?.postcode ?? '',
      latitude: place ? String(Math.round(place.latitude * 1e4)) : '',
      longitude: place ? String(Math.round(place.longitude * 1e4)) : '',
      telephone: sameLine ? '' : (entry.telephone?.replace(/^0(\d{4}) (\d{6})$/, '$1$2') ?? ''),
      website: entry.website ? bareWebsite(entry.website) : '',
      page: entry.page ?? '',
      flags: (entry.main ? 'm' : '') + (entry['outside-area'] ? 'o' : '') + (sameLine ? 't' : ''),
      awaiting: entry.evidence
        .filter(({ level }) => level === 'secondary')
        .flatMap(({ for: fields }) => fields.map((field) => CATALOGUE_NAMES[field] ?? field))
        .join(' '),
      sources: [...cited].map((id) => sourceIndex(id)).join(' '),
    };
  };
  const sourceIndex = (id: string) => {
    if (!shown.includes(id)) shown.push(id);
    return shown.indexOf(id);
  };

  const bodies = Object.fromEntries(
    kinds.map(([list, kind]) => [
      kind,
      [...PATTERNS[kind], columns((file[list] as Entry[]).map((entry) => toRow(kind, entry)))],
    ]),
  ) as unknown as CompactOrganisations['bodies'];
  return {
    checked: file.checked,
    due: file.due,
    year: file.population.year,
    sources: shown.map((id) => sourceLine(sources.get(id))).join('\n'),
    bodies,
  };
}

/** The part of a name that stands for `*`, or the whole name where it follows another pattern. */
function baseOf(name: string, pattern: string): string {
  const [before = '', after = ''] = pattern.split('*');
  if (!name.startsWith(before) || !name.endsWith(after)) return name;
  const base = name.slice(before.length, name.length - after.length);
  // A base with a comma at its end or "NHS" within would not be put back together.
  return base.includes('NHS') || base.endsWith(',') ? name : base;
}

function bareWebsite(url: string): string {
  const host = url.replace(/^https:\/\/|\/$/g, '');
  return /^www\.([^./]+)\.nhs\.uk$/.exec(host)?.[1] ?? host;
}

/** Rows as columns; a column that is empty for the whole kind is left out. */
function columns(rows: readonly Row[]): Columns {
  const names = Object.keys(rows[0] ?? {}) as Column[];
  const filled = names.filter((name) => rows.some((row) => row[name]));
  return Object.fromEntries(
    filled.map((name) => [
      name,
      rows
        .map((row) => row[name])
        .join('\n')
        .replace(/\n+$/, ''),
    ]),
  ) as Columns;
}

function sourceLine(source: Source | undefined): string {
  return source ? [source.title, source.publisher, ...(source.url ? [source.url] : [])].join('\t') : '';
}
