import { own } from './own.js';
import type { Policy } from './policy.js';

/** In a chunk: the loader, which alone runs it, has the page's policy of ours and answers. */
export let policy: Policy | undefined;

const take = (given: Policy): void => {
  policy = given;
};
own('dispatchEvent', new CustomEvent('alliance-elements', { detail: take }));
