import type { Source } from '../base/source.js';

export type Kind = 'alliance' | 'system' | 'ccg' | 'icb' | 'trust' | 'hospital';
export type AllianceId = 'north' | 'south';

/**
 * One body of the catalogue. A field that is missing was not verified, or does not apply.
 *
 * What only one widget needs travels with that widget: earlier names and first days are in past.ts, places on the map
 * in positions.ts.
 */
export interface Organisation {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** What people say in a sentence or a label. */
  readonly shortName: string;
  readonly odsCode?: string | undefined;
  readonly alliances: readonly AllianceId[];
  readonly system?: string | undefined;
  /** Ids of the CCG areas of 2020 that a board of 2026 took over. */
  readonly areas: readonly string[];
  readonly trust?: string | undefined;
  /** Last day, YYYY-MM-DD. */
  readonly closed?: string | undefined;
  readonly successors: readonly string[];
  readonly town?: string | undefined;
  readonly postcode?: string | undefined;
  /** As printed, with spaces. */
  readonly telephone?: string | undefined;
  readonly website?: string | undefined;
  readonly sources: readonly Source[];
}
