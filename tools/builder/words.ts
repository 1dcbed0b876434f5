import { parseFragment } from 'parse5';
import { plain } from '../prerender/plain.js';
import type { Attributes } from './types.js';

/** What a widget shows. */
export interface Shown {
  /** The same as `npx alliance-elements prerender --plain` writes. */
  readonly words: string;
  readonly title: string;
}

/** A widget that has not come by then does not come. */
const patience = 8000;

/** Draws a widget out of sight and reads what it says; nothing if it cannot show what is asked, or does not come. */
export function wordsOf(tag: string, attributes: Attributes): Promise<Shown | undefined> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    // Nothing here is to be followed, and no service is asked.
    if (name !== 'for' && name !== 'id' && name !== 'lookup') element.setAttribute(name, value);
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
      resolve({ words: plain(parseFragment(root.getHTML())), title: title || tag });
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
