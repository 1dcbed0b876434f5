import type { Source } from '../base/source.js';
import type { Kind, Organisation } from './organisation.js';

/**
 * The catalogue as it travels: for each kind of body a table, column by column, one line a body. Why so: see
 * docs/decisions/0004-catalogue-encoding.md. The encoder is schema/organisations-encode.ts.
 */
export interface CompactOrganisations {
  readonly checked: string;
  readonly due: string;
  /** Year of all population figures. */
  readonly year: number;
  /** One line a source: title, publisher and perhaps an address, between tabs. */
  readonly sources: string;
  /** For each kind, in order: pattern of names, pattern of ids, and the columns. */
  readonly bodies: Readonly<Record<Kind, readonly [name: string, id: string, columns: Columns]>>;
}

export type Column =
  | 'name'
  | 'id'
  | 'shortName'
  | 'abbreviations'
  | 'formerNames'
  | 'odsCode'
  | 'within'
  | 'opened'
  | 'closed'
  | 'successors'
  | 'population'
  | 'town'
  | 'postcode'
  | 'latitude'
  | 'longitude'
  | 'telephone'
  | 'website'
  | 'page'
  | 'flags'
  | 'awaiting'
  | 'sources';

export type Columns = Readonly<Partial<Record<Column, string>> & Record<'name', string>>;
type Row = Record<Column, string | undefined> & { kind: Kind; name: string; id: string };
type Draft = { -readonly [K in keyof Organisation]: Organisation[K] };

/** What a name is without the words that only the law needs. */
export const shorten = (name: string) => name.replace(/^The |,?( Teaching.*)? NHS .*/g, '');

/** A name as part of an id. */
export const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^a-z]+/g, '-');

/** The catalogue's bodies, in order, with all that follows from their rows. Parents stand before their members. */
export function decode({ year, sources, bodies }: CompactOrganisations): readonly Organisation[] {
  const rows = Object.entries(bodies).flatMap(([kind, [namePattern, idPattern, columns]]) => {
    const table = Object.entries(columns).map(([column, cells]) => [column, cells.split('\n')] as const);
    return columns.name.split('\n').map((base, line) => {
      const row = Object.fromEntries(table.map(([column, cells]) => [column, cells[line]])) as Row;
      row.kind = kind as Kind;
      row.name = base.includes('NHS') ? base : namePattern.replace('*', base);
      row.shortName ||= shorten(base);
      row.id ||= idPattern.replace('*', slug(row.shortName));
      return row;
    });
  });
  const shown = sources.split('\n').map((line) => {
    const [title, publisher, url] = line.split('\t');
    return Object.freeze({ title, publisher, ...(url && { url }) }) as Source;
  });

  const built: Draft[] = [];
  for (const row of rows) {
    const { kind, id, name, shortName } = row;
    const parents = list(row.within, (index) => built[+index]!);
    const [parent] = parents;
    const hospital = kind === 'hospital';
    // A hospital without a place of its own is its trust's seat.
    const seat = hospital && !row.postcode ? rows[+row.within!]! : row;
    const flags = row.flags ?? '';
    const telephone = flags.includes('t') ? seat.telephone : row.telephone;
    const body = {
      id,
      kind,
      name,
      shortName: shortName === name ? undefined : shortName,
      abbreviations: list(row.abbreviations, String),
      formerNames: list(row.formerNames, (was) => ({ until: was.slice(0, 7), name: was.slice(7) }), '|'),
      odsCode: row.odsCode || undefined,
      alliances: Object.freeze(parent ? [...new Set(parents.flatMap(({ alliances }) => alliances))].sort() : [id]),
      system: hospital ? parent?.system : parent?.kind === 'system' ? parent.id : undefined,
      areas: parent?.kind === 'ccg' ? Object.freeze(parents.map((area) => area.id)) : list('', String),
      trust: hospital ? parent?.id : undefined,
      opened: row.opened || undefined,
      closed: row.closed || undefined,
      successors: list(row.successors, (index) => rows[+index]!.id),
      town: seat.town,
      postcode: seat.postcode,
      latitude: seat.latitude ? +seat.latitude / 1e4 : undefined,
      longitude: seat.longitude ? +seat.longitude / 1e4 : undefined,
      // Eleven figures in two groups lose their first nought and their space.
      telephone: telephone?.replace(/^(\d{4})(\d{6})$/, '0$1 $2') || undefined,
      website: row.website && `https://${row.website.includes('.') ? row.website : `www.${row.website}.nhs.uk`}/`,
      page: row.page || undefined,
      mainHospital: flags.includes('m'),
      outsideArea: flags.includes('o'),
      awaiting: list(row.awaiting, String),
      sources: list(row.sources, (index) => shown[+index]!),
    } as Draft;
    built.push(body);
    if (row.population) {
      for (const area of [body, parent!, built.find((other) => other.id === body.alliances[0])!])
        area.population = Object.freeze({ value: (area.population?.value ?? 0) + +row.population, year });
    }
  }
  return Object.freeze(built.map((body) => Object.freeze(body)));
}

function list<T>(cell: string | undefined, each: (item: string) => T, separator = ' '): readonly T[] {
  return Object.freeze(cell ? cell.split(separator).map(each) : []);
}
