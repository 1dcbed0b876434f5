import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Plugin, PluginContext } from 'rollup';

const mark = /~([a-z-]+)(?=\.\w+$)/;

/** The path of a module without the mark that says whose copy it is. */
export const original = (id: string): string => id.replace(/^[^?]*/, (path) => path.replace(mark, ''));

/**
 * Gives each element a copy of its own of what it shares with others, but for what the smallest of them uses as well:
 * only that goes to the shared chunk. So the card that most pages show never pays for a map's outlines; a rare page with
 * two elements that need them loads them twice. Why so: docs/decisions/0013-copies.md. What is copied must hold no state
 * that elements share.
 *
 * @param folder - The project's root.
 * @param smallest - Path under it of the entry of the element that decides.
 */
export function copies(folder: string, smallest: string): Plugin {
  const pathOf = (id: string) => id.slice(folder.length).split(sep).join('/');
  const elementOf = (id: string) =>
    mark.exec(id.replace(/\?.*/, ''))?.[1] ?? /^src\/elements\/(?:[\w-]+\/)?([\w-]+)\//.exec(pathOf(id))?.[1];
  const decider = elementOf(folder + smallest);
  let shared: Promise<ReadonlySet<string>>;

  /** All that a module imports, directly or not. */
  async function reached(context: PluginContext, id: string, found: Set<string>): Promise<ReadonlySet<string>> {
    if (found.has(id)) return found;
    found.add(id);
    const { importedIds } = await context.load({ id, resolveDependencies: true });
    for (const imported of importedIds) await reached(context, imported, found);
    return found;
  }

  return {
    name: 'alliance-copies',
    buildStart() {
      shared = reached(this, folder + smallest, new Set());
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer, { isEntry }) {
        const owner = importer && elementOf(importer);
        if (!owner || owner === decider) return null;
        const found = await this.resolve(source, original(importer), { isEntry, skipSelf: true });
        if (!found || elementOf(found.id) || (await shared).has(found.id)) return found;
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
