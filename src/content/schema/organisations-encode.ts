import type { Source } from '../../base/source.js';
import { shorten, slug, type CompactOrganisations, type Patterns } from '../catalogue-decode.js';
import type { Kind } from '../organisation.js';
import { lists, type Entry, type List, type Organisations } from './organisations.js';

/** How names, short names and ids of a kind are made; bodies that follow the pattern carry only the part for `*`. */
const PATTERNS: Readonly<Record<Kind, Patterns>> = {
  alliance: ['East of England Cancer Alliance, *', '* Alliance', '*'],
  system: ['* Integrated Care System', '*', '*-ics'],
  ccg: ['NHS * CCG', '*', '*-ccg'],
  icb: ['NHS * Integrated Care Board', '*', '*-icb'],
  trust: ['* NHS Foundation Trust', '*', '*'],
  hospital: ['*', '*', '*'],
};

/** Fields whose source a reader is not shown: the link proves itself. */
const SELF_EVIDENT = ['website', 'page'];

/** Fields that a reader would take for settled. */
const TOLD = ['opened', 'closed', 'successors', 'areas', 'former-names'];

/** Turns the checked file into the form that travels to readers. Notes, levels and further sources stay behind. */
export function encodeOrganisations(file: Organisations, sources: ReadonlyMap<string, Source>): CompactOrganisations {
  const kinds = Object.entries(lists) as [List, Kind][];
  const entries = kinds.flatMap(([list]) => file[list] as Entry[]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const refs = (ids: readonly string[] = []) =>
    ids.map((id) => entries.findIndex((entry) => entry.id === id)).join(' ');
  const shown: string[] = [];
  const cite = (ids: Iterable<string>) =>
    Array.from(ids, (id) => (shown.includes(id) ? shown.indexOf(id) : shown.push(id) - 1)).join(' ');

  const line = (kind: Kind, entry: Entry): string => {
    const [namePattern, shortPattern, idPattern] = PATTERNS[kind];
    const base = baseOf(entry.name, namePattern);
    const usualShort = shortPattern.replace('*', shorten(base));
    const short = entry['short-name'] ?? entry.name;
    const usualId = idPattern.replace('*', slug(shorten(base)));

    const trust = entry.trust ? byId.get(entry.trust) : undefined;
    const atSeat = trust && JSON.stringify(trust.place) === JSON.stringify(entry.place);
    const place = atSeat ? undefined : entry.place;
    const sameLine = trust?.telephone !== undefined && trust.telephone === entry.telephone;
    const proofs = entry.evidence.filter(({ for: fields }) => fields.some((field) => !SELF_EVIDENT.includes(field)));
    const awaiting = proofs.some(
      ({ level, for: fields }) => level === 'secondary' && fields.some((field) => TOLD.includes(field)),
    );

    // The order is that of the decoder.
    return [
      base,
      entry.abbreviations?.join(' '),
      entry.closed,
      (entry.main ? 'm' : '') + (entry['outside-area'] ? 'o' : '') + (sameLine ? 't' : '') + (awaiting ? 'a' : ''),
      entry.opened,
      cite(
        new Set([...proofs.map((proof) => proof.sources[0]!), ...(entry.population ? file.population.sources : [])]),
      ),
      refs(entry.successors),
      entry['ods-code'],
      refs(entry.areas ?? [entry.alliance ?? entry.system ?? entry.trust ?? []].flat()),
      entry.population,
      place?.town,
      place?.postcode,
      place?.longitude,
      entry['former-names']?.map(({ name, until }) => until + name).join(';'),
      place?.latitude,
      entry.website?.replace(/^https:\/\/|\/$/g, ''),
      sameLine ? '' : entry.telephone,
      entry.id === usualId ? '' : entry.id,
      entry.page,
      short === usualShort ? '' : short,
    ]
      .join('|')
      .replace(/\|+$/, '');
  };

  const bodies = Object.fromEntries(
    kinds.map(([list, kind]) => [
      kind,
      [...PATTERNS[kind], (file[list] as Entry[]).map((entry) => line(kind, entry)).join('\n')],
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
  // With "NHS" within, or with a comma at its end, it would not be put back together.
  return base.includes('NHS') || base.endsWith(',') ? name : base;
}

function sourceLine(source: Source | undefined): string {
  return source ? [source.title, source.publisher, ...(source.url ? [source.url] : [])].join('|') : '';
}
