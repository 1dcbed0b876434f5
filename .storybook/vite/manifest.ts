import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type { Plugin } from 'vite';

const name = 'virtual:custom-elements-manifest';

/** The custom elements manifest as a module, made from the source as it is now and not from the last build. */
export function elementsManifest(root: string): Plugin {
  return {
    name: 'alliance-elements-manifest',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
      return `export default ${JSON.stringify(await cli({ argv, cwd: root, noWrite: true }))};`;
    },
  };
}
