import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { createJiti } from 'jiti';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'rollup-plugin-esbuild';

const jiti = createJiti(import.meta.url);
const { content } = await jiti.import('./tools/content/plugin.ts');
const { copies } = await jiti.import('./tools/rollup/copies.ts');
const { enclosed, handOver } = await jiti.import('./tools/rollup/hand-over.ts');
const { FileTable } = await jiti.import('./tools/rollup/files.ts');
const { variant } = await jiti.import('./tools/rollup/variant.ts');
const { words } = await jiti.import('./tools/rollup/words.ts');
const { leanLit } = await jiti.import('./tools/rollup/lean-lit.ts');

const folder = fileURLToPath(new URL('.', import.meta.url));
const tags = readdirSync('src/elements');
// A folder in an element's folder comes on demand.
const onDemand = tags.flatMap((tag) =>
  readdirSync(`src/elements/${tag}`, { withFileTypes: true }).filter((entry) => entry.isDirectory()),
);
const files = new FileTable();

const source = [
  content(`${folder}content`),
  nodeResolve(),
  esbuild({ target: 'es2022', sourceMap: true }),
  minifyTemplates({ options: { minifyOptions: { keepClosingSlash: false } } }),
];
const lean = [leanLit(folder), ...source, words()];
const small = terser({
  ecma: 2022,
  module: true,
  // No function here is called with `new` or asks for its `this`, and no getter is read for what it does.
  compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
  // Licences are in NOTICE, which the build puts beside the files.
  format: { comments: false },
});
const bundled = [...lean, small];

/** The licences of what is in the files travel with them. */
const notice = {
  name: 'alliance-notice',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'NOTICE', source: readFileSync('NOTICE', 'utf8') });
  },
};

/**
 * In the modules for npm, what comes on demand comes at once: bundlers that split keep more of a package for what an
 * `import()` could ask for than they save by it, and drop less (test/node/tree-shaking.test.ts).
 */
const atOnce = {
  name: 'alliance-at-once',
  transform(code) {
    const imports = [];
    const changed = code.replace(/\bimport\(("[^"]+")\)/g, (_, path) => {
      imports.push(`import * as demanded${imports.length} from ${path};`);
      return `Promise.resolve(demanded${imports.length - 1})`;
    });
    return imports.length ? { code: imports.join(' ') + changed, map: null } : null;
  },
};

/** The elements that a module is part of. */
function entriesOf(id, getModuleInfo, found = new Set(), seen = new Set()) {
  if (seen.has(id)) return found;
  seen.add(id);
  const { isEntry, importers } = getModuleInfo(id);
  if (isEntry) found.add(id);
  for (const importer of importers) entriesOf(importer, getModuleInfo, found, seen);
  return found;
}

/**
 * Source maps name our own files and carry their text; no path of the machine that built them. They lie beside the files,
 * which do not name them: no reader pays for that line, and no console warns where a host took the files without the maps.
 */
const maps = { sourcemap: 'hidden', sourcemapExcludeSources: false };

export default [
  // One chunk an element, and one with what they share: at most 3 requests for the first kind of element on a page.
  {
    input: Object.fromEntries([
      ...tags.map((tag) => [tag, `src/elements/${tag}/${tag}.define.ts`]),
      ...onDemand.map(({ name, parentPath }) => [name, `${parentPath}/${name}/${name}.ts`]),
    ]),
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: 'alliance-elements.[name].js',
      chunkFileNames: 'alliance-elements.[name].js',
      manualChunks: (id, { getModuleInfo }) => (entriesOf(id, getModuleInfo).size > 1 ? 'shared' : undefined),
      ...maps,
    },
    plugins: [
      copies(folder, 'src/elements/contact-card/contact-card.define.ts'),
      variant('loaded'),
      ...lean,
      handOver(),
      enclosed(),
      small,
      files.name(),
      files.list(),
    ],
  },
  // The loader, which knows the names and hashes of those chunks. Wrapped, so that it is a module and a classic script.
  {
    input: 'src/loader.ts',
    output: { file: 'dist/alliance-elements.js', format: 'iife', ...maps },
    plugins: [files.provide(), ...bundled, notice, files.list()],
  },
  // Everything in one file, for hosts that want one; the classic build needs no CORS.
  {
    input: 'src/everything.ts',
    output: [
      { file: 'dist/alliance-elements.all.js', format: 'es', inlineDynamicImports: true, ...maps },
      { file: 'dist/alliance-elements.all.classic.js', format: 'iife', inlineDynamicImports: true, ...maps },
    ],
    plugins: [variant('whole'), ...bundled, files.list()],
  },
  // ES modules for npm users, who bring their own Lit and bundler.
  {
    input: {
      index: 'src/index.ts',
      ...Object.fromEntries(tags.map((tag) => [`define/${tag}`, `src/elements/${tag}/${tag}.define.ts`])),
    },
    external: /^lit(-|\/|$)|^@lit\//,
    output: {
      dir: 'dist/npm',
      format: 'es',
      chunkFileNames: 'chunks/[name]-[hash].js',
      hoistTransitiveImports: false,
      ...maps,
      sourcemap: true,
    },
    plugins: [variant('whole'), ...source, atOnce],
  },
];
