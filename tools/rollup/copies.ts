import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Plugin } from 'rollup';

const mark = /~([a-z-]+)(?=\.\w+$)/;

/** The path of a module without the mark that says whose copy it is. */
export const original = (id: string): string => id.replace(/^[^?]*/, (path) => path.replace(mark, ''));

/**
 * Gives each element a copy of its own of some modules that it shares with others.
 *
 * What two elements use goes to the shared chunk, which every page pays for. What the smallest widgets never use, such
 * as the outlines of the map, is better loaded twice by the rare page that has two elements with it: see
 * docs/decisions/0013-copies.md. Such a module must hold no state that two elements share.
 *
 * @param folder - The project's root.
 * @param copied - Paths under the root of the modules, or folders of modules, that are copied.
 */
export function copies(folder: string, copied: readonly string[]): Plugin {
  const pathOf = (id: string) => id.slice(folder.length).split(sep).join('/');
  const element = (id: string) =>
    mark.exec(id.replace(/\?.*/, ''))?.[1] ?? /^src\/elements\/([\w-]+)\//.exec(pathOf(id))?.[1];
  return {
    name: 'alliance-copies',
    resolveId: {
      order: 'pre',
      async handler(source, importer, { isEntry }) {
        const owner = importer && element(importer);
        if (!owner) return null;
        const found = await this.resolve(source, original(importer), { isEntry, skipSelf: true });
        if (!found || !copied.some((start) => pathOf(found.id).startsWith(start))) return found;
        const [path = '', query] = found.id.split('?');
        return { ...found, id: `${path.replace(/(?=\.\w+$)/, `~${owner}`)}${query ? `?${query}` : ''}` };
      },
    },
    load: {
      order: 'pre',
      handler: (id) => (mark.test(id) && id.endsWith('.ts') ? readFile(original(id), 'utf8') : null),
    },
  };
}
