/** `npm run check:content`: checks `content/` and prints what is wrong with it, a line each. */
import { fileURLToPath } from 'node:url';
import { checkContent } from './check.js';
import { ContentError } from './read.js';

try {
  const files = checkContent(fileURLToPath(new URL('../../content', import.meta.url)));
  console.log(`${files.size} content files are in order.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
