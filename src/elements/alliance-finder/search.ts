import words from '../../../content/en/alliance-finder.yaml';
import { fill } from '../../base/words.js';
import { outcodes } from '../../content/outcodes.js';
import { exampleOf, ofOutcode, type Found } from './found.js';
import { ofName } from './places.js';
import { lettersOnly, readPostcode, type Reading } from './postcode.js';

/** Where a search is, once there is one. What was typed lives in the field alone. */
export type State =
  /** What was typed cannot be looked up, and why. */
  | { readonly type: 'wrong'; readonly text: string }
  /** What the status says instead of an answer. */
  | { readonly type: 'waiting' | 'outside' | 'failed'; readonly text: string }
  | { readonly type: 'found'; readonly found: Found; readonly reading?: Reading };

/** No name of a place is longer; a page pasted by mistake is. */
const longest = 100;

/** Finds what was typed: a postcode, the beginning of one, or a town. */
export function search(typed: string): State {
  const text = typed.trim();
  const wrong = (why: keyof typeof words.wrong, example = ''): State => ({
    type: 'wrong',
    text: fill(words.wrong[why], { example }),
  });
  if (!text) return wrong('empty');
  if (text.length > longest) return wrong('long');
  const example = exampleOf(lettersOnly(text) ?? '');
  if (example) return wrong('short', example);

  const reading = readPostcode(text, (outcode) => outcodes().has(outcode));
  if (reading) {
    const row = outcodes().get(reading.outcode);
    return row
      ? { type: 'found', found: ofOutcode(row), reading }
      : { type: 'outside', text: fill(words.outside, { place: reading.outcode }) };
  }
  const found = ofName(text);
  return found ? { type: 'found', found } : wrong('unknown');
}

/** Whether the outward code leaves open what the whole postcode would tell. */
export const asksForMore = ({ parts, boards }: Found): boolean => parts.length > 1 || boards.length > 1;
