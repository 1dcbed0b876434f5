import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { original } from './copies.js';

/**
 * Puts `name.KIND.ts` in the place of `name.ts`, where there is one: `loaded` in chunks, which only the loader runs, and
 * `whole` in what holds everything.
 */
export function variant(kind: 'loaded' | 'whole'): Plugin {
  return {
    name: 'alliance-variant',
    load(id) {
      const path = original(id).replace(/\.ts$/, `.${kind}.ts`);
      if (path === id || !path.endsWith(`.${kind}.ts`) || !existsSync(path)) return null;
      this.addWatchFile(path);
      return readFileSync(path, 'utf8');
    },
  };
}
