import * as esbuild from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { passOnLicences } from '../bundled.js';
import { stillWords } from './still-words.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes the command one file for Node that needs no other: with Lit, its server renderer, and our elements as they were
 * built for npm users. So the package depends on nothing more than it did.
 */
export async function bundleCommand(dist: string): Promise<string> {
  const elements = join(dist, 'npm/define');
  const outfile = join(dist, 'npm/tools/prerender.js');
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['tools/prerender/command.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { STILL: JSON.stringify(stillWords()) },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    plugins: [
      {
        name: 'alliance-elements',
        setup(build) {
          build.onResolve({ filter: /^virtual:elements$/ }, ({ path }) => ({ path, namespace: 'alliance' }));
          build.onLoad({ filter: /./, namespace: 'alliance' }, () => ({
            contents: readdirSync(elements)
              .filter((name) => name.endsWith('.js'))
              .sort()
              .map((name) => `import ${JSON.stringify(join(elements, name))};`)
              .join('\n'),
            resolveDir: root,
          }));
        },
      },
    ],
  });
  passOnLicences(outfile, metafile);
  return outfile;
}
