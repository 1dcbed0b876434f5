import type { Plugin } from 'rollup';

/**
 * Puts src/lit/lit.ts in the place of Lit, in what we bundle and in what we test; tests that compare the two import Lit by
 * its path. See docs/decisions/0010-lean-lit.md.
 *
 * @param root - The project's folder, ending in a slash.
 */
export function leanLit(root: string): Plugin {
  return {
    name: 'alliance-lean-lit',
    resolveId(id, importer = '') {
      if (id === 'lit') return `${root}src/lit/lit.ts`;
      if (id === 'lit/directives/keyed.js') return `${root}src/lit/keyed.ts`;
      if (/^(@?lit\/|lit-)/.test(id) && importer.startsWith(`${root}src/`))
        this.error(`${importer} imports ${id}, which the bundles do not have: docs/decisions/0010-lean-lit.md`);
      return null;
    },
  };
}
