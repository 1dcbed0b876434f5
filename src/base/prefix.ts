import { own } from '../lit/own.js';

/**
 * What stands before our tags' names in a second name for each, where a page's own elements have the first: from
 * `data-prefix` on our script's tag, such as `eoe-` for `<eoe-contact-card>`. Empty without one, or if it is no such name.
 */
export const prefix =
  /^[a-z][a-z0-9]*-$/.exec(
    // There is no document where a server renders.
    (globalThis.document &&
      own('querySelector', 'script[src*="alliance-elements"][data-prefix]')?.getAttribute('data-prefix')) ??
      '',
  )?.[0] ?? '';
