import { parseFragment } from 'parse5';
import { listening } from '../doctor/complaints.js';
import { plain } from '../prerender/plain.js';
import { withStill, type Still } from '../prerender/still.js';
import type { Attributes } from './types.js';

/** What a widget shows. */
export interface Shown {
  /** The same as `npx alliance-elements prerender --plain` writes. */
  readonly words: string;
  readonly title: string;
}

/** What stands in the place of words that ask for a script, by tag: the build writes it in here. */
declare const STILL: Readonly<Record<string, Still>>;

let last: Shown | undefined;
const complaints = listening(async (tag, attributes) => {
  last = await drawn(tag, attributes);
});

/** What a widget says to its reader with these attributes, if it can show them, and what it says of them itself. */
export async function wordsOf(
  tag: string,
  attributes: Attributes,
): Promise<{ readonly shown: Shown | undefined; readonly said: readonly string[] }> {
  const said = await complaints(tag, attributes);
  return { shown: last, said };
}

/** A widget that has not come by then does not come. */
const patience = 8000;

/** Draws a widget out of sight and reads what it says; nothing if it cannot show what is asked, or does not come. */
function drawn(tag: string, attributes: Attributes): Promise<Shown | undefined> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    // Nothing here is to be followed. A service is asked only once a reader searches.
    if (name !== 'for' && name !== 'id') element.setAttribute(name, value);
  const place = document.createElement('div');
  place.hidden = true;
  place.append(element);
  return new Promise((resolve) => {
    let failed = false;
    const end = () => {
      clearTimeout(timer);
      const root = element.shadowRoot;
      place.remove();
      if (failed || !root) {
        resolve(undefined);
        return;
      }
      const title = root.querySelector('#heading')?.textContent.replace(/\s+/g, ' ').trim();
      resolve({ words: plain(withStill(parseFragment(root.getHTML()), STILL[tag])), title: title || tag });
    };
    const timer = setTimeout(() => {
      failed = true;
      end();
    }, patience);
    element.addEventListener('alliance-error', () => (failed = true));
    element.addEventListener('alliance-ready', end);
    document.body.append(place);
  });
}
