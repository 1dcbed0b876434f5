/**
 * `npm run prerender`, after the library is built: the command for Node (dist/npm/tools), a page for an iframe of each
 * element (dist/frame) with its two scripts, and what hosts paste (dist/snippets). dist/manifest.json lists them.
 */
import { buildSync } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { integrityOf, type Manifest } from '../rollup/files.js';
import { bundleCommand } from './bundle.js';
import { cases, elements } from './cases.js';
import type * as Command from './command.js';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const dist = resolve(process.argv[2] ?? folder('../../dist'));

// Nothing stays of an element or a case that is no more.
for (const name of ['frame', 'snippets']) rmSync(join(dist, name), { recursive: true, force: true });
for (const name of ['frame', 'snippets', 'npm/tools']) mkdirSync(join(dist, name), { recursive: true });

const outside = scriptOf('outside', 'alliance-elements.frame.js');
const inside = scriptOf('inside', 'frame/frame.js');
const hash = integrityOf(inside.code).slice('sha384-'.length).slice(0, 8).replace(/\W/g, '-');
list({ 'alliance-elements.frame.js': outside, [`frame/frame.${hash}.js`]: inside });

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
const pages = Object.fromEntries(
  ['frame', 'snippets'].flatMap((place) =>
    readdirSync(join(dist, place))
      .filter((name) => name.endsWith('.html'))
      .sort()
      .map((name) => {
        const html = readFileSync(join(dist, place, name));
        return [`${place}/${name}`, { bytes: html.length, integrity: integrityOf(html) }];
      }),
  ),
);
writeManifest({ ...readManifest(), pages });

write('snippets/index.json', `${JSON.stringify({ version: release.version, snippets: index }, undefined, 2)}\n`);
console.log(`${index.length} snippets and ${Object.keys(elements).length} frames in dist.`);

function write(name: string, text: string): void {
  writeFileSync(join(dist, name), text);
}

interface Script {
  readonly code: string;
  readonly map: string;
}

/** A script for a page, wrapped, so that it leaves no name behind. */
function scriptOf(name: string, file: string): Script {
  const { outputFiles } = buildSync({
    entryPoints: [folder(`browser/${name}.ts`)],
    // Where it is written by and by: the map tells the way from there to its sources.
    outfile: folder(`../../dist/${file}`),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    sourcemap: 'external',
    write: false,
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { code: text('.js'), map: text('.map') };
}

/** What the build has listed so far, and what is added here: pages that hosts copy or frame, who may want to know them. */
interface Listed extends Manifest {
  readonly pages?: Manifest['files'];
}

function readManifest(): Listed {
  return JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Listed;
}

function writeManifest(manifest: Listed): void {
  write('manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Writes scripts, each with its map beside it, and lists them with the others, for those who pin and serve them. */
function list(scripts: Readonly<Record<string, Script>>): void {
  const manifest = readManifest();
  const known = Object.entries(manifest.files).filter(([file]) => !/^frame\/|\.frame\.js$/.test(file));
  const added = Object.entries(scripts).map(([file, { code, map }]) => {
    write(file, code);
    write(`${file}.map`, map);
    return [file, { bytes: Buffer.byteLength(code), integrity: integrityOf(code) }] as const;
  });
  writeManifest({ ...manifest, files: Object.fromEntries([...known, ...added]) });
}
