import { own } from './own.js';

/** Makes trusted values of ours; undefined in a browser without Trusted Types, or where another owns our name. */
export interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

const name = 'alliance-elements';
const asIs = (text: string) => text;

/**
 * The page's one Trusted Types policy of ours. A page allows a name once, and the loader, its chunks and any other copy
 * of us need the same one: who comes later asks for it, and who has it answers.
 */
export let policy: Policy | undefined;

const give = (given: Policy): void => {
  policy ??= given;
};
own('dispatchEvent', new CustomEvent(name, { detail: give }));
try {
  policy ??= (
    globalThis as unknown as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
  ).trustedTypes?.createPolicy(name, { createHTML: asIs, createScriptURL: asIs });
} catch {
  // The page does not allow the name: where it asks for trusted values, nothing of ours can be shown.
}
own('addEventListener', name, (event) => {
  if (policy) (event as CustomEvent<typeof give>).detail(policy);
});
