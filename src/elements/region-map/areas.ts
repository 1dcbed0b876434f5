import { areaBody, type AllianceId, type Organisation } from '../../content/catalogue.js';
import { outlines, type Outline } from '../../geography/outlines.js';
import type { Area } from '../../page/selection.js';

export type Level = Area['kind'];

/** An area as the map draws it and the list names it. */
export interface MapArea extends Area {
  readonly name: string;
  readonly body: Organisation;
  readonly outline: Outline;
  /** Its colour: the alliance's letter, and the place of its system among the alliance's, from `n0` to `s2`. */
  readonly tone: string;
  /** Its number on the map and in the list, the same on a map of one alliance. */
  readonly number: number;
}

let found: readonly MapArea[] | undefined;

/** All areas of all levels, those of the north first. Worked out once a page. */
function areas(): readonly MapArea[] {
  return (found ??= outlines().flatMap((outline, index, all) => {
    const { kind, id, areas: larger } = outline;
    const body = areaBody(kind, id);
    const alliance = larger.alliance as AllianceId;
    if (!body) return [];
    const systems = all.filter((each) => each.kind === 'system' && each.areas.alliance === alliance);
    const place = systems.findIndex((system) => system.id === larger.system);
    const number = index + 1 - all.findIndex((each) => each.kind === kind);
    return {
      id,
      kind,
      alliance,
      name: body.shortName,
      body,
      outline,
      tone: `${alliance.charAt(0)}${Math.max(0, place)}`,
      number,
    };
  }));
}

/** The areas of a level, of the whole region or of one alliance. */
export function areasAt(level: Level, alliance?: AllianceId): readonly MapArea[] {
  return areas().filter((each) => each.kind === level && (!alliance || each.alliance === alliance));
}

/** The area that an id names: one of the map's own level if there is such a one, else of another. */
export function areaNamed(id: unknown, level: Level, alliance?: AllianceId): MapArea | undefined {
  const word = typeof id === 'string' ? id.trim().toLowerCase() : '';
  return [level, 'system', 'ccg', 'alliance']
    .flatMap((kind) => areasAt(kind as Level, alliance))
    .find((each) => each.id === word);
}

/** Whether one area is, or lies in, another. */
export const within = (small: MapArea, large: MapArea) => small.outline.areas[large.kind] === large.id;

/** The areas of a list with one more of another level, beside the areas that it holds or lies in. */
export function withArea(list: readonly MapArea[], extra: MapArea | undefined): readonly MapArea[] {
  if (!extra || list.includes(extra)) return list;
  const inside = list.findIndex((each) => within(extra, each));
  const around = list.findIndex((each) => within(each, extra));
  const at = inside < 0 ? Math.max(0, around) : inside + 1;
  return [...list.slice(0, at), extra, ...list.slice(at)];
}
