import * as esbuild from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  writeFileSync(join(dirname(outfile), 'prerender.NOTICE'), notice(Object.keys(metafile.inputs)));
  return outfile;
}

/** The licences of the packages whose code is in the file. */
function notice(inputs: readonly string[]): string {
  const packages = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const licences = [...packages].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
    };
    // Some leave out the licence that they have in common with others of their authors.
    const sibling = name.startsWith('@lit-labs/') ? 'node_modules/@lit-labs/ssr' : 'node_modules/parse5';
    const file = [folder, ...(/^@(lit-labs|parse5)\//.test(name) ? [sibling] : [])]
      .map((place) => join(root, place, 'LICENSE'))
      .find(existsSync);
    if (!file) throw new Error(`${name} has no licence to pass on.`);
    return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`;
  });
  return `prerender.js holds code of these packages.\n\n${licences.join('\n---\n\n')}`;
}
