/** `npm run doctor`, last of the build: the command for Node (dist/npm/tools) and the script of the doctor's page (dist/tools). */
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { passOnLicences } from '../bundled.js';
import { integrityOf, type Manifest } from '../rollup/files.js';
import { knowledgeOf } from './knowledge.js';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const dist = folder('../../dist');
const shared = {
  bundle: true,
  format: 'esm',
  // Licences are in the notice beside each file.
  legalComments: 'none',
  metafile: true,
  minify: true,
  define: { KNOWLEDGE: JSON.stringify(knowledgeOf(dist)) },
} as const;

const command = join(dist, 'npm/tools/doctor.js');
const forNode = await build({
  ...shared,
  entryPoints: [folder('command.ts')],
  outfile: command,
  platform: 'node',
  target: 'node20',
  plugins: [
    {
      name: 'alliance-prerender',
      // It is there already, with all elements in it.
      setup: (bundler) =>
        bundler.onResolve({ filter: /prerender\/command\.js$/ }, () => ({ path: './prerender.js', external: true })),
    },
  ],
});
passOnLicences(command, forNode.metafile);

const file = 'tools/doctor.js';
const { metafile } = await build({
  ...shared,
  entryPoints: [folder('browser.ts')],
  outfile: join(dist, file),
  format: 'iife',
  target: 'es2022',
});
passOnLicences(join(dist, file), metafile);

const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
const code = readFileSync(join(dist, file));
const files = { ...manifest.files, [file]: { bytes: code.length, integrity: integrityOf(code) } };
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ ...manifest, files }, undefined, 2)}\n`);
