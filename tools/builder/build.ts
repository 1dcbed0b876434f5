/**
 * `npm run builder`, after the doctor: the script of the embed builder's page (dist/tools/builder.js), and the page with
 * its previews, for a site that has our files and no server of ours, such as Storybook's (dist/builder).
 */
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { passOnLicences } from '../bundled.js';
import { stillWords } from '../prerender/still-words.js';
import { integrityOf, type Manifest } from '../rollup/files.js';
import { knowledgeOf } from './knowledge.js';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const dist = folder('../../dist');
const demo = folder('../../demo');

const file = 'tools/builder.js';
const { metafile } = await build({
  entryPoints: [folder('browser.ts')],
  outfile: join(dist, file),
  bundle: true,
  format: 'iife',
  // Licences are in the notice beside it.
  legalComments: 'none',
  metafile: true,
  minify: true,
  target: 'es2022',
  define: { KNOWLEDGE: JSON.stringify(await knowledgeOf(dist)), STILL: JSON.stringify(stillWords()) },
});
passOnLicences(join(dist, file), metafile);

const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
const code = readFileSync(join(dist, file));
const listed = { bytes: code.length, integrity: integrityOf(code) };
const files: Manifest['files'] = { ...manifest.files, [file]: listed };
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ ...manifest, files }, undefined, 2)}\n`);

mkdirSync(join(dist, 'builder'), { recursive: true });
for (const name of ['workshop.css', 'icon.svg', 'hosts'])
  cpSync(join(demo, name), join(dist, 'builder', name), { recursive: true });
for (const name of ['builder.html', 'preview.html', 'frame.html']) {
  const page = readFileSync(join(demo, name), 'utf8')
    .replace(/%INTEGRITY:([\w./-]+)%/g, (_, named: string) => files[named]?.integrity ?? '')
    .replaceAll('%LIBRARY%', '..')
    // The other pages of the demonstration are not there.
    .replace(/\s*<nav [^]*?<\/nav>/, '');
  writeFileSync(join(dist, 'builder', name), page);
}
