import { content } from './content.styles.js';
import { frame } from './frame.styles.js';
import { tokens } from './tokens.styles.js';

/**
 * What every widget's shadow root adopts; the same sheet objects, so the page parses them once. The frame takes the
 * page's colour scheme; the tokens come after it, since on paper they overrule it.
 */
export const base = [frame, tokens, content];
