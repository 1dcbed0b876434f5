import { content } from './content.styles.js';
import { frame } from './frame.styles.js';
import { tokens } from './tokens.styles.js';

/** What every widget's shadow root adopts; the same sheet objects, so the page parses them once. */
export const base = [tokens, frame, content];
