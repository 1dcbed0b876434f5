import type { Source } from '../base/source.js';

export type Kind = 'alliance' | 'system' | 'ccg' | 'icb' | 'trust' | 'hospital';
export type AllianceId = 'north' | 'south';

/** A name the same body had before; `until` is a year and month. */
export interface FormerName {
  readonly name: string;
  readonly until: string;
}

/** Residents in the middle of a year, as the Office for National Statistics estimates them. */
export interface Population {
  readonly value: number;
  readonly year: number;
}

/** One body of the catalogue. A field that is missing was not verified, or does not apply. */
export interface Organisation {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly shortName?: string;
  /** Short forms that a reader may type in a search box. */
  readonly abbreviations: readonly string[];
  readonly formerNames: readonly FormerName[];
  readonly odsCode?: string;
  readonly alliances: readonly AllianceId[];
  readonly system?: string;
  /** Ids of the CCG areas of 2020 that a board of 2026 took over. */
  readonly areas: readonly string[];
  readonly trust?: string;
  /** First day, YYYY-MM-DD, or only YYYY. */
  readonly opened?: string;
  /** Last day, YYYY-MM-DD. */
  readonly closed?: string;
  readonly successors: readonly string[];
  readonly town?: string;
  readonly postcode?: string;
  /** Degrees; the centre of the postcode, not of the building. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** As printed, with spaces. */
  readonly telephone?: string;
  readonly website?: string;
  /** The page about this body, where it is not the website's first. */
  readonly page?: string;
  /** Drawn on the map. */
  readonly mainHospital: boolean;
  /** Stands outside the six systems. */
  readonly outsideArea: boolean;
  readonly population?: Population;
  /** Whether some date or succession rests on one source, or on second hand, and awaits a second check. */
  readonly awaiting: boolean;
  readonly sources: readonly Source[];
}
