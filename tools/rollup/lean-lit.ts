import type { Plugin } from 'rollup';

/**
 * Puts src/base/reactive-element.ts in the place of `@lit/reactive-element`, in what we bundle and in what we test. Lit's
 * development build keeps the real one, for tests that compare the two. See docs/decisions/0010-lean-lit.md.
 *
 * @param root - The project's folder, ending in a slash.
 */
export function leanLit(root: string): Plugin {
  return {
    name: 'alliance-lean-lit',
    resolveId: (id, importer) =>
      /^@lit\/reactive-element(\/reactive-element\.js)?$/.test(id) && !/[\\/]development[\\/]/.test(importer ?? '')
        ? `${root}src/base/reactive-element.ts`
        : null,
  };
}
