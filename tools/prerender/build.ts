/**
 * `npm run prerender`, after the library is built: the command for Node (dist/npm/tools), a page for an iframe of each
 * element (dist/frame) with its two scripts, and what hosts paste (dist/snippets).
 */
import { buildSync } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { integrityOf, type Manifest } from '../rollup/files.js';
import { bundleCommand } from './bundle.js';
import { cases, elements } from './cases.js';
import type * as Command from './command.js';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const dist = resolve(process.argv[2] ?? folder('../../dist'));

/** Everything is written anew, and named after its content where a page pins it. */
for (const name of ['frame', 'snippets', 'npm/tools']) {
  rmSync(join(dist, name), { recursive: true, force: true });
  mkdirSync(join(dist, name), { recursive: true });
}
const inside = scriptOf('inside');
const hash = integrityOf(inside).slice('sha384-'.length).slice(0, 8).replace(/\W/g, '-');
list({ [`frame/frame.${hash}.js`]: inside, 'alliance-elements.frame.js': scriptOf('outside') });

const command = (await import(pathToFileURL(await bundleCommand(dist)).href)) as typeof Command;
const release = command.releaseIn(dist);

for (const [tag, height] of Object.entries(elements)) {
  const rendered = command.prerender(tag);
  write(`frame/${tag}.html`, command.framePage(rendered, release));
  write(`snippets/${tag}.frame.html`, `${command.frameTags(rendered, height, release)}\n`);
}

const index = cases.map(({ name, tag, attributes = {} }) => {
  const rendered = command.prerender(tag, attributes);
  write(`snippets/${name}.html`, command.snippet(rendered, release));
  write(`snippets/${name}.plain.html`, `${command.box(rendered)}\n`);
  return { name, title: command.titleOf(rendered), tag, attributes, style: command.hashOf(rendered.styles) };
});
write('snippets/index.json', `${JSON.stringify({ version: release.version, snippets: index }, undefined, 2)}\n`);
console.log(`${index.length} snippets and ${Object.keys(elements).length} frames in dist.`);

function write(name: string, text: string): void {
  writeFileSync(join(dist, name), text);
}

/** A script for a page, wrapped, so that it leaves no name behind. */
function scriptOf(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [folder(`browser/${name}.ts`)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Writes scripts and lists them with the others, for those who pin and serve them. */
function list(scripts: Readonly<Record<string, string>>): void {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
  const known = Object.entries(manifest.files).filter(([file]) => !/^frame\/|\.frame\.js$/.test(file));
  const added = Object.entries(scripts).map(([file, code]) => {
    write(file, code);
    return [file, { bytes: Buffer.byteLength(code), integrity: integrityOf(code) }] as const;
  });
  const files = Object.fromEntries([...known, ...added]);
  write('manifest.json', `${JSON.stringify({ ...manifest, files }, undefined, 2)}\n`);
}
