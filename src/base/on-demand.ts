import { own } from '../lit/own.js';

/** How the loader runs one of its files, once the browser has compared that with its hash; nothing for one it has not. */
export type Run = (file: string) => unknown;

/** The event with which an element asks the loader, if it came through one, to run a file for it. */
export const running = 'alliance-run';

/**
 * Brings code that few readers need when one of them does.
 *
 * @param file - The name of its chunk.
 * @param load - Imports it. By then the loader has run it, so that the browser takes no other.
 * @throws When it does not come, or was changed on its way.
 */
export async function onDemand<T>(file: string, load: () => Promise<T>): Promise<T> {
  let ran: unknown;
  const ask = (run: Run): void => {
    ran = run(file);
  };
  own('dispatchEvent', new CustomEvent(running, { detail: ask }));
  await ran;
  return load();
}
