import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { folder, install } from '../frameworks/install.js';

/** What we use of webpack, which test/frameworks brings. */
type Webpack = (
  options: object,
  done: (error: Error | null, stats?: { hasErrors(): boolean; toString(): string }) => void,
) => void;

const tags = readdirSync('src/elements');
const className = (tag: string) => tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

let scratch: string;

/** A user's module, and what a bundler makes of it. */
type Bundler = (entry: string) => Promise<string>;

const bundlers: Readonly<Record<string, Bundler>> = {
  esbuild: async (entry) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
    });
    return outputFiles[0]?.text ?? '';
  },
  Rollup: async (entry) => {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })] });
    const { output } = await bundle.generate({ format: 'es' });
    return output[0].code;
  },
  webpack: (entry) =>
    new Promise((resolve, reject) => {
      const webpack = createRequire(join(folder, 'package.json'))('webpack') as Webpack;
      const output = { path: scratch, filename: 'webpack.js' };
      webpack({ mode: 'production', entry, output, performance: false }, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
        else resolve(readFileSync(join(scratch, 'webpack.js'), 'utf8'));
      });
    }),
};

const bundled = (bundler: Bundler, code: string): Promise<string> => {
  const entry = join(scratch, 'entry.js');
  writeFileSync(entry, code);
  return bundler(entry);
};

describe('R26 a production build of a user', () => {
  before(() => {
    install();
    scratch = mkdtempSync(join(folder, 'node_modules/.tree-shaking-'));
  });
  after(() => rmSync(scratch, { recursive: true }));

  for (const [name, bundler] of Object.entries(bundlers)) {
    // Each is tried with one bundler; the others are slower, and meet the smallest and the largest.
    for (const tag of name === 'esbuild' ? tags : ['contact-card', 'region-map'])
      it(`by ${name} keeps the bare import of ${tag}, and of its class alone no more than that`, async () => {
        const defined = await bundled(bundler, `import 'alliance-elements/define/${tag}';`);
        assert.match(defined, /customElements\.define\(/);
        assert.ok(defined.includes(tag), 'the tag is not named');

        const alone = await bundled(
          bundler,
          `import { ${className(tag)} } from 'alliance-elements';\nconsole.log(${className(tag)});`,
        );
        assert.doesNotMatch(alone, /customElements\.define\(/);
        assert.ok(
          alone.length < defined.length + 100,
          `the class costs ${alone.length} bytes, its define module ${defined.length}`,
        );
      });

    it(`by ${name} drops an import that is not used`, async () => {
      const none = await bundled(bundler, `import 'alliance-elements';`);
      assert.ok(none.length < 100, `${none.length} bytes`);
    });
  }
});
