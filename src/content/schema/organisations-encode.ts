import type { Source } from '../../base/source.js';
import { shorten, slug, type CompactOrganisations, type Patterns } from '../catalogue-decode.js';
import type { Kind } from '../organisation.js';
import type { CompactPast } from '../past.js';
import type { CompactPositions } from '../positions.js';
import { lists, type Entry, type List, type Organisations } from './organisations.js';

/** How names and ids of a kind are made; bodies that follow the pattern carry only the part for `*`. */
const PATTERNS: Readonly<Record<Kind, Patterns>> = {
  alliance: ['East of England Cancer Alliance, *', '*'],
  system: ['* Integrated Care System', '*-ics'],
  ccg: ['NHS * CCG', '*-ccg'],
  icb: ['NHS * Integrated Care Board', '*-icb'],
  trust: ['* NHS Foundation Trust', '*'],
  hospital: ['*', '*'],
};

const kinds = Object.entries(lists) as [List, Kind][];
const entriesOf = (file: Organisations) => kinds.flatMap(([list]) => file[list] as Entry[]);

/** Turns the checked file into the form that travels to readers. Evidence, notes and levels stay behind. */
export function encodeOrganisations(file: Organisations, sources: ReadonlyMap<string, Source>): CompactOrganisations {
  const entries = entriesOf(file);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const refs = (ids: readonly string[] = []) =>
    ids.map((id) => entries.findIndex((entry) => entry.id === id)).join(' ');
  const shown = [...new Set(Object.values(file.shown).flat())];

  const line = (kind: Kind, entry: Entry): string => {
    const [namePattern, idPattern] = PATTERNS[kind];
    const base = baseOf(entry.name, namePattern);
    const trust = entry.trust ? byId.get(entry.trust) : undefined;
    const place = trust && JSON.stringify(trust.place) === JSON.stringify(entry.place) ? undefined : entry.place;
    const website = entry.page ?? entry.website;
    // The order is that of the decoder.
    return [
      base,
      entry.closed,
      refs(entry.successors),
      trust?.['ods-code'] ? entry['ods-code']?.replace(trust['ods-code'], '') : entry['ods-code'],
      refs(entry.areas ?? [entry.alliance ?? entry.system ?? entry.trust ?? []].flat()),
      place?.town,
      place?.postcode,
      trust?.telephone && trust.telephone === entry.telephone ? '=' : entry.telephone,
      website?.slice('https://'.length),
      entry.id === idPattern.replace('*', slug(shorten(base))) ? '' : entry.id,
    ]
      .join('|')
      .replace(/\|+$/, '');
  };

  const bodies = Object.fromEntries(
    kinds.map(([list, kind]) => [
      kind,
      [
        ...PATTERNS[kind],
        file.shown[list].map((id) => shown.indexOf(id)),
        (file[list] as Entry[]).map((entry) => line(kind, entry)).join('\n'),
      ],
    ]),
  ) as unknown as CompactOrganisations['bodies'];
  return {
    checked: file.checked,
    due: file.due,
    sources: shown.flatMap((id) => {
      const { title = '', publisher = '', url } = sources.get(id) ?? {};
      return title ? { title, publisher, ...(url && { url }) } : [];
    }),
    bodies,
  };
}

/** First days, former names and short forms, for the list. */
export function encodePast(file: Organisations): CompactPast {
  return entriesOf(file)
    .map(({ opened, abbreviations = [], 'former-names': former = [] }) =>
      [opened, abbreviations.join(' '), ...former.flatMap(({ name, until }) => [until, name])].join('|'),
    )
    .map((line) => line.replace(/\|+$/, ''))
    .join('\n');
}

/** Positions of the hospitals, for the map. */
export function encodePositions(file: Organisations): CompactPositions {
  const letters = (degrees: number, from: number) =>
    Math.round(degrees * 1e4 - from)
      .toString(36)
      .padStart(3, '0');
  return file.hospitals
    .map(({ place: { latitude, longitude }, main }) =>
      [letters(latitude, 510_000), letters(longitude, -10_000), main ? 'm' : '-'].join(''),
    )
    .join('');
}

/** The part of a name that stands for `*`, or the whole name where it follows another pattern. */
function baseOf(name: string, pattern: string): string {
  const [before = '', after = ''] = pattern.split('*');
  if (!name.startsWith(before) || !name.endsWith(after)) return name;
  const base = name.slice(before.length, name.length - after.length);
  // With "NHS" within, or with a comma at its end, it would not be put back together.
  return base.includes('NHS') || base.endsWith(',') ? name : base;
}
