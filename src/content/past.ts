import data from '../../content/organisations.yaml?past';
import { organisations } from './catalogue.js';
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

/** The past as it travels: a line for each body, in order: first day, short forms, and months with the names until then. */
export type CompactPast = string;

const lines = data.split('\n');

export function pastOf(body: Organisation): Past {
  const [opened, short, ...former] = lines[organisations().indexOf(body)]?.split('|') ?? [];
  return {
    ...(opened && { opened }),
    abbreviations: short ? short.split(' ') : [],
    formerNames: former.flatMap((until, i) => (i % 2 ? [] : { until, name: former[i + 1] ?? '' })),
  };
}

/** Whether a body existed on a day, YYYY-MM-DD. A body whose first day is not known counts as always there. */
export function existedOn(body: Organisation, day: string): boolean {
  return (pastOf(body).opened ?? '') <= day && day <= (body.closed ?? '9999');
}
