import { areaBody, type AllianceId, type Organisation } from '../../content/catalogue.js';
import { outlines, type Outline } from '../../geography/outlines.js';
import type { Area } from '../../page/selection.js';

export type Level = Area['kind'];

/** An area as the map draws it and the list names it. */
export interface MapArea extends Area {
  readonly name: string;
  readonly body: Organisation;
  readonly outline: Outline;
  /** Class of its colour, which is that of its system: `t2` to `t4` in the north, `t5` to `t7` in the south. */
  readonly tone: string;
  /** Its number on the map and in the list, the same on a map of one alliance. */
  readonly number: number;
}

let found: readonly MapArea[] | undefined;

/** The areas of a level, of the whole region or of one alliance; those of the north first. */
export function areasAt(level: Level, alliance?: string): readonly MapArea[] {
  found ??= outlines().flatMap((outline, index, all) => {
    const { kind, id, areas } = outline;
    const body = areaBody(kind, id);
    const alliance = areas.alliance as AllianceId;
    // An alliance takes its first system's.
    const like = (other: Outline) =>
      other.areas.alliance === alliance && other.id === (areas.system ?? other.areas.system);
    const tone = `t${all.findIndex(like)}`;
    const number = index + 1 - all.findIndex((each) => each.kind === kind);
    return body ? { id, kind, alliance, name: body.shortName, body, outline, tone, number } : [];
  });
  return found.filter((each) => each.kind === level && (!alliance || each.alliance === alliance));
}

/** The area that an id names: one of the map's own level if there is such a one, else of another. */
export function areaNamed(id: unknown, level: Level, alliance?: string): MapArea | undefined {
  const word = typeof id === 'string' ? id.trim().toLowerCase() : '';
  return ([level, 'system', 'ccg', 'alliance'] as const)
    .flatMap((kind) => areasAt(kind, alliance))
    .find((each) => each.id === word);
}
