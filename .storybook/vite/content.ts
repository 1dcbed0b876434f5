import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { content } from '../../tools/content/plugin.js';

const prefix = '\0alliance-content:';

/**
 * The content plugin, with what Vite needs beside it: a name for JSON files that does not end in `.json`, since Vite
 * would read what the plugin makes of them as JSON once more.
 */
export function contentForVite(root: string): Plugin {
  // Vite's plugin hooks are Rollup's; their types differ in what this plugin does not use.
  const plugin = content(root) as unknown as Plugin & { load: (this: unknown, id: string) => null };
  const { load } = plugin;
  return {
    ...plugin,
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !/\/content\/.*\.json$/.test(source)) return null;
      return `${prefix}${resolve(dirname(importer), source)}.js`;
    },
    load(id) {
      return load.call(this, id.startsWith(prefix) ? id.slice(prefix.length, -'.js'.length) : id);
    },
  };
}
