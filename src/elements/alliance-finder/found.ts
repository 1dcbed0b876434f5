import words from '../../../content/en/alliance-finder.yaml';
import { fill } from '../../base/words.js';
import {
  areaBody,
  boardOf,
  organisation,
  organisations,
  type AllianceId,
  type Organisation,
} from '../../content/catalogue.js';
import { all, outcodes, some, type Outcode, type Share } from '../../content/outcodes.js';
import { positions } from '../../content/positions.js';
import { miles } from '../../geography/distance.js';
import type { Area } from '../../page/selection.js';

/** A part of a place: in a system or, without one, outside all of them. */
export interface Part {
  readonly system: Organisation | undefined;
  readonly share: Share;
}

export interface Near {
  readonly hospital: Organisation;
  /** Whole miles, as the crow flies; absent where nothing was measured. */
  readonly miles?: number;
}

/** What there is to tell of a place. */
export interface Found {
  /** What was looked up, in words. */
  readonly place: string;
  readonly parts: readonly Part[];
  /** The alliance, where a whole one was asked for. */
  readonly whole?: Organisation | undefined;
  /** Boards that serve it today. */
  readonly boards: readonly Organisation[];
  readonly hospitals: readonly Near[];
  /** From where distances were measured, in words. */
  readonly measured?: string;
  readonly notes: readonly string[];
}

const nearestCount = 3;

/** Systems of the parts that are in one. */
export const systemsOf = ({ parts }: Pick<Found, 'parts'>): readonly Organisation[] =>
  parts.flatMap(({ system }) => system ?? []);

/** Alliances of some systems. */
export const alliancesOf = (systems: readonly Organisation[]): readonly AllianceId[] => [
  ...new Set(systems.flatMap(({ alliances }) => alliances)),
];

const mainHospitals = () => [...positions()].filter(([, { main }]) => main);

/** The main hospitals nearest to a place, in degrees. */
export function nearest(latitude: number, longitude: number): readonly Near[] {
  return mainHospitals()
    .map(([hospital, at]) => ({ hospital, away: miles(latitude, longitude, at.latitude, at.longitude) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, nearestCount)
    .map(({ hospital, away }) => ({ hospital, miles: Math.round(away) }));
}

const bodies = (ids: readonly (string | undefined)[]) => ids.flatMap((id) => organisation(id) ?? []);

/** The answer for an outward code, told as that of a town if the town was asked for. */
export function ofOutcode(row: Outcode, town?: string): Found {
  const { outcode, latitude, longitude } = row;
  return {
    place: town ?? outcode,
    parts: row.parts.map(({ system, share }) => ({ system: organisation(system), share })),
    boards: bodies(row.boards),
    hospitals: nearest(latitude, longitude),
    measured: fill(words.hospitals.middle, { outcode }),
    notes: town ? [fill(words.town, { outcode }), words.surer] : [],
  };
}

/** The answer for whole systems. */
export function ofSystems(place: string, systems: readonly Organisation[], notes: readonly string[] = []): Found {
  return {
    place,
    parts: systems.map((system) => ({ system, share: systems.length > 1 ? some : all })),
    boards: [...new Set(systems.flatMap(({ id }) => boardOf(id)))],
    hospitals: mainHospitals()
      .filter(([{ system }]) => systems.some(({ id }) => id === system))
      .map(([hospital]) => ({ hospital })),
    notes,
  };
}

/** The answer for an area that another widget has chosen. */
export function ofArea({ kind, id, alliance }: Area): Found | undefined {
  const body = areaBody(kind, id);
  if (!body) return undefined;
  const systems =
    kind === 'alliance'
      ? organisations().filter((each) => each.kind === 'system' && each.alliances.includes(alliance))
      : bodies([body.system ?? body.id]);
  const found = ofSystems(body.shortName, systems);
  if (kind === 'alliance') return { ...found, whole: body };
  return kind === 'ccg' ? { ...found, boards: boardOf(body.id) } : found;
}

/** An answer narrowed to one of its systems, chosen by the reader or told by a postcode service. */
export function narrowed(found: Found, system: Organisation, place: string, boards = boardOf(system.id)): Found {
  return {
    ...found,
    place,
    parts: [{ system, share: all }],
    boards: found.boards.filter((board) => boards.includes(board)),
    notes: [],
  };
}

/** Whether an answer leaves the reader a choice: more than one system, or too much outside the region. */
export const isOpen = ({ parts }: Found): boolean =>
  parts.some(({ system, share }) => !system && share < some) || alliancesOf(systemsOf({ parts })).length > 1;

/** The area that an answer stands for, for the other widgets on the page; none while it leaves a choice. */
export function areaOf(found: Found | undefined): Area | undefined {
  const systems = found && !isOpen(found) ? systemsOf(found) : [];
  const [alliance] = alliancesOf(systems);
  const [system, ...more] = systems;
  if (!alliance || !system) return undefined;
  return more.length
    ? { id: alliance, kind: 'alliance', alliance }
    : { id: system.id.replace(/-ics$/, ''), kind: 'system', alliance };
}

/** The first of our outward codes with these letters. */
export const exampleOf = (letters: string): string | undefined =>
  [...outcodes().keys()].find((outcode) => outcode.replace(/\d+/, '') === letters);
