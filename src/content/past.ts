import data from '../../content/organisations.yaml?past';
import type { Organisation } from './organisation.js';

/** A name the same body had before; `until` is a year and month, YYYY-MM. */
export interface FormerName {
  readonly name: string;
  readonly until: string;
}

/** What a body was called and since when it has been there: needed by the list, not by a card or the map. */
export interface Past {
  /** First day, YYYY-MM-DD, or only YYYY; missing where no source gives it. */
  readonly opened?: string;
  readonly formerNames: readonly FormerName[];
  /** Short forms that a reader may type in a search box. */
  readonly abbreviations: readonly string[];
}

/** The past as it travels: by id, first day, short forms between spaces, and former names. */
export type CompactPast = Readonly<
  Record<string, readonly [opened: string, abbreviations?: string, formerNames?: readonly FormerName[]]>
>;

const byId = new Map(Object.entries(data));

export function pastOf({ id }: Pick<Organisation, 'id'>): Past {
  const [opened, abbreviations, formerNames = []] = byId.get(id) ?? [''];
  return { ...(opened && { opened }), abbreviations: abbreviations?.split(' ') ?? [], formerNames };
}

/** Whether a body existed on a day, YYYY-MM-DD. A body whose first day is not known counts as always there. */
export function existedOn(body: Organisation, day: string): boolean {
  return (pastOf(body).opened ?? '') <= day && day <= (body.closed ?? '9999');
}
