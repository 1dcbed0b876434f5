import type { Source } from '../base/source.js';
import type { Kind, Organisation } from './organisation.js';

/**
 * The catalogue as it travels: one line a body, its cells between bars. Why so: docs/decisions/0004-catalogue-encoding.md.
 * The encoder is schema/organisations-encode.ts.
 */
export interface CompactOrganisations {
  readonly checked: string;
  readonly due: string;
  readonly sources: readonly Source[];
  /** For each kind, in order: how names and ids are made, positions of its sources, and the lines. */
  readonly bodies: Readonly<Record<Kind, readonly [...patterns: Patterns, sources: readonly number[], lines: string]>>;
}

export type Patterns = readonly [name: string, id: string];

type Draft = { -readonly [K in keyof Organisation]: Organisation[K] };

/** What a name is without the words that only the law needs. */
export const shorten = (name: string) => name.replace(/^The |,?( Teaching.*)? NHS .*/g, '');

/** A name as part of an id. */
export const slug = (name: string) => name.toLowerCase().replace(/'/g, '').replace(/\W+/g, '-');

/** The catalogue's bodies, in order, with all that follows from their lines. Parents stand before their members. */
export function decode({ sources, bodies }: CompactOrganisations): readonly Organisation[] {
  const built: Draft[] = [];
  const at = (cell = '') => cell.split(' ').flatMap((index) => built[+(index || NaN)] ?? []);

  for (const [kind, [namePattern, idPattern, cited, lines]] of Object.entries(bodies) as [
    Kind,
    CompactOrganisations['bodies'][Kind],
  ][])
    for (const line of lines.split('\n')) {
      // The order of the cells is the one that compresses best; the encoder has the same.
      const [base = '', closed, successors, odsCode, within, town, postcode, telephone, website, ownId] = line
        .split('|')
        .map((cell) => cell || undefined);
      const parents = at(within);
      const [parent] = parents;
      const trust = kind === 'hospital' ? parent : undefined;
      const shortName = shorten(base);
      built.push({
        id: ownId || idPattern.replace('*', slug(shortName)),
        kind,
        name: base.includes('NHS') ? base : namePattern.replace('*', base),
        shortName: kind === 'alliance' ? `${base} Alliance` : shortName,
        // A hospital's code begins with its trust's. Where it has no place of its own, it is its trust's seat.
        odsCode: odsCode && (trust?.odsCode ?? '') + odsCode,
        town: town || trust?.town,
        postcode: postcode || trust?.postcode,
        telephone: telephone === '=' ? trust?.telephone : telephone,
        alliances: parent
          ? [...new Set(parents.flatMap(({ alliances }) => alliances))].sort()
          : [base.toLowerCase() as 'north'],
        system: trust?.system ?? (parent?.kind === 'system' ? parent.id : undefined),
        areas: parents.flatMap((area) => (area.kind === 'ccg' ? area.id : [])),
        trust: trust?.id,
        closed,
        successors: successors as unknown as string[],
        website: website && `https://${website}`,
        sources: cited.flatMap((index) => sources[index] ?? []),
      });
    }
  for (const draft of built) draft.successors = at(draft.successors as unknown as string).map(({ id }) => id);
  return built;
}
