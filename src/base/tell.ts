import { own } from '../lit/own.js';

const telling = 'alliance-tell';

/**
 * Logs that another version of ours, or an element of the page's own, was here first. Two versions say it once between
 * them, by whichever script and for however many names: who has said it answers whoever would say it again.
 *
 * @param here - The version that was first, or the tag that the page has an element of its own for.
 * @param goes - The version that gives way; silent if it is the same.
 */
export function tell(here: string, goes: string): void {
  const both = [here, goes].sort().join();
  if (here === goes || !own('dispatchEvent', new CustomEvent(telling, { cancelable: true, detail: both }))) return;
  console.warn(`${here} is defined already; Alliance Elements ${goes} gives way.`);
  own('addEventListener', telling, (event) => {
    if ((event as CustomEvent<string>).detail === both) event.preventDefault();
  });
}
