import { bodiesNear } from './bodies.js';
import type { Complaint } from './complaints.js';
import type { Finding, Knowledge } from './finding.js';
import { nearest } from './near.js';

/** Areas go by the ids of their bodies, without what kind of body it is. */
const areaOf = (id: string) => id.replace(/-(ics|ccg)$/, '');

/** Values that may have been meant, the likeliest first, each perhaps with what it stands for. */
function meant({ attribute, value, accepted }: Complaint, knowledge: Knowledge): readonly string[] {
  const named = (id: string) => `${attribute}="${id}"`;
  if (attribute === 'organisation') return bodiesNear(value, knowledge).map(({ id, name }) => `${named(id)} (${name})`);
  if (attribute === 'selected') {
    const near = nearest(value, knowledge.areas);
    if (near) return [named(near)];
    const areas = bodiesNear(value, knowledge).map(({ id }) => areaOf(id));
    return [...new Set(areas)].filter((id) => knowledge.areas.includes(id)).map(named);
  }
  const near = nearest(value, accepted);
  return near ? [named(near)] : [];
}

/** What to say of a value that an element does not take. */
export function valueFinding(
  complaint: Complaint,
  line: number | undefined,
  knowledge: Knowledge,
  /** How the way in writes an attribute: as it is, or with `data-`. */
  written: (text: string) => string,
): Finding {
  const { tag, attribute, accepted, message } = complaint;
  const options = meant(complaint, knowledge).map(written);
  const isCard = tag === 'contact-card' && attribute === 'organisation';
  const isList = accepted.length > 1 && accepted.every((each) => /^[\w-]+$/.test(each));
  const otherwise =
    attribute === 'organisation'
      ? 'Look for the organisation in docs/organisations.md, or choose it in the embed builder.'
      : isList || attribute === 'selected'
        ? `Write one of those, or leave ${written(attribute)} out.`
        : `Write it so, or leave ${written(attribute)} out.`;
  return {
    // Of an organisation that is not known there is nothing to show but the fallback.
    level: isCard ? 'error' : 'warning',
    line,
    what: message,
    mend: options.length ? `Did you mean ${options.join(', or ')}?` : otherwise,
  };
}
