import words from '../../../../content/en/alliance-finder.yaml';
import { boardOf, organisation } from '../../../content/catalogue.js';
import { all } from '../../../content/outcodes-decode.js';
import { askDevice } from '../../../geography/ask-device.js';
import type { Near } from '../found.js';
import type { State } from '../search.js';

export { lookUp } from './lookup.js';

/**
 * The answer for where the reader is.
 *
 * This and what a postcode service says come on demand, since few readers ask: docs/decisions/0018-on-demand.md.
 *
 * @param nearest - The hospitals near a position, in degrees.
 */
export async function here(nearest: (latitude: number, longitude: number) => readonly Near[]): Promise<State> {
  const answer = await askDevice(nearest);
  if (answer.type === 'failed')
    return { type: 'failed', text: answer.reason === 'denied' ? words.denied : words.unavailable };
  if (answer.type === 'outside') return { type: 'outside', text: words['outside-here'] };
  const { place, note, rough } = answer;
  // A guess can be of another town: no answer is better than a sure one.
  if (rough) return { type: 'failed', text: words.rough };
  const system = organisation(`${place.areas.system}-ics`);
  return {
    type: 'found',
    found: {
      place: words.here,
      parts: system ? [{ system, share: all }] : [],
      boards: boardOf(`${place.areas.ccg}-ccg`),
      hospitals: note,
      measured: words['measured-here'],
      notes: place.nearBorder ? [words.near] : [],
    },
  };
}
