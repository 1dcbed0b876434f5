import type { Source } from '../base/source.js';
import type { Kind, Organisation } from './organisation.js';

/**
 * The catalogue as it travels: one line a body, its cells between bars. Why so: docs/decisions/0004-catalogue-encoding.md.
 * The encoder is schema/organisations-encode.ts.
 */
export interface CompactOrganisations {
  readonly checked: string;
  readonly due: string;
  /** Year of all population figures. */
  readonly year: number;
  /** One line a source: title, publisher and perhaps an address, between bars. */
  readonly sources: string;
  /** For each kind, in order: how names, short names and ids are made, and the lines. */
  readonly bodies: Readonly<Record<Kind, readonly [...patterns: Patterns, lines: string]>>;
}

export type Patterns = readonly [name: string, shortName: string, id: string];

type Draft = { -readonly [K in keyof Organisation]: Organisation[K] };

/** What a name is without the words that only the law needs. */
export const shorten = (name: string) => name.replace(/^The |,?( Teaching.*)? NHS .*/g, '');

/** A name as part of an id. */
export const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^a-z]+/g, '-');

/** The catalogue's bodies, in order, with all that follows from their lines. Parents stand before their members. */
export function decode({ year, sources, bodies }: CompactOrganisations): readonly Organisation[] {
  const shown = sources.split('\n').map((line) => {
    const [title, publisher, url] = line.split('|');
    return Object.freeze({ title, publisher, url }) as Source;
  });
  const built: Draft[] = [];
  const body = (index: string) => built[+index]!;

  for (const [kind, [namePattern, shortPattern, idPattern, lines]] of Object.entries(bodies)) {
    for (const line of lines.split('\n')) {
      // The order of the cells is the one that compresses best; the encoder has the same.
      const [
        base = '',
        abbreviations,
        closed,
        flags = '',
        opened,
        sourceCell,
        successors,
        odsCode,
        within,
        population,
        town,
        postcode,
        longitude,
        formerNames,
        latitude,
        website,
        telephone,
        ownId,
        page,
        ownShortName,
      ] = line.split('|').map((cell) => cell || undefined);
      const parents = list(within, body);
      const [parent] = parents;
      const trust = kind === 'hospital' ? parent : undefined;
      const name = base.includes('NHS') ? base : namePattern.replace('*', base);
      const shortName = ownShortName ?? shortPattern.replace('*', shorten(base));
      const id = ownId ?? idPattern.replace('*', slug(shorten(base)));
      const draft = {
        // A hospital without a place of its own is its trust's seat.
        ...(trust && !postcode
          ? { town: trust.town, postcode: trust.postcode, latitude: trust.latitude, longitude: trust.longitude }
          : { town, postcode, latitude: latitude && +latitude, longitude: longitude && +longitude }),
        id,
        kind,
        name,
        shortName: shortName === name ? undefined : shortName,
        abbreviations: list(abbreviations, String),
        formerNames: list(formerNames, (was) => ({ until: was.slice(0, 7), name: was.slice(7) }), ';'),
        odsCode,
        alliances: parent ? [...new Set(parents.flatMap(({ alliances }) => alliances))].sort() : [id],
        system: trust?.system ?? (parent?.kind === 'system' ? parent.id : undefined),
        areas: parents.flatMap((area) => (area.kind === 'ccg' ? area.id : [])),
        trust: trust?.id,
        opened,
        closed,
        successors: list(successors, String),
        telephone: flags.includes('t') ? trust?.telephone : telephone,
        website: website && `https://${website}/`,
        page,
        mainHospital: flags.includes('m'),
        outsideArea: flags.includes('o'),
        awaiting: flags.includes('a'),
        sources: list(sourceCell, (index) => shown[+index]!),
      } as Draft;
      built.push(draft);
      if (population) {
        for (const area of [draft, parent!, built.find((other) => other.id === draft.alliances[0])!])
          area.population = { value: (area.population?.value ?? 0) + +population, year };
      }
    }
  }
  for (const draft of built) {
    draft.successors = draft.successors.map((index) => body(index).id);
    Object.values(draft).forEach(Object.freeze);
    Object.freeze(draft);
  }
  return built;
}

function list<T>(cell: string | undefined, each: (item: string) => T, separator = ' '): readonly T[] {
  return cell ? cell.split(separator).map((item) => each(item)) : [];
}
