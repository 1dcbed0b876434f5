/** `npm run size`: what a reader loads, in bytes, against the limits. Fails when one is passed. Run after a build. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompactOutcodes } from '../src/content/outcodes-decode.js';
import { checkContent } from './content/check.js';
import type { Manifest } from './rollup/files.js';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Limits in bytes of brotli 11. `set` is what a page loads that holds nothing else of ours. */
interface Limit {
  readonly name: string;
  readonly limit: number;
  readonly files: () => readonly string[];
  /** Texts to measure it without. */
  readonly without?: () => readonly string[];
}
const limits: readonly Limit[] = [
  { name: 'loader', limit: 2_200, files: () => [loader] },
  // 12,000 for five elements; why ten, and what the loader has learned since, may cost more: docs/decisions/0016-limits.md.
  { name: 'first contact-card, all it loads', limit: 12_800, files: () => [loader, ...chunks('contact-card')] },
  { name: 'region-map, all it loads', limit: 20_000, files: () => [loader, ...chunks('region-map')] },
  ...['symptom-guidance', 'prevention-guidance', 'care-pathway', 'support-directory'].map((tag) => ({
    name: `${tag}, beyond what all share`,
    limit: 6_000,
    files: () => chunks(tag).slice(0, 1),
  })),
  // Its code and words, and what its tables add to them: the outward codes, and where hospitals are.
  {
    name: 'alliance-finder without its tables, beyond what all share',
    limit: 6_000,
    files: () => chunks('alliance-finder').slice(0, 1),
    without: tables,
  },
  { name: 'alliance-finder with its tables', limit: 7_200, files: () => chunks('alliance-finder').slice(0, 1) },
  // Comes when a reader of a finder asks where they are, with the outlines of the areas in it.
  { name: 'whereabouts, on demand', limit: 3_600, files: () => [onDemand('whereabouts')] },
  { name: 'all ten in one file', limit: 60_000, files: () => ['alliance-elements.all.js'] },
  { name: 'all ten in one classic file', limit: 60_000, files: () => ['alliance-elements.all.classic.js'] },
];
/** Requests for the first kind of element on a page, for each further kind, and hops from the page to the last file. */
const requests = { first: 3, further: 1, hops: 2 };

const folder = fileURLToPath(new URL('..', import.meta.url));
const dist = join(folder, 'dist');
const loader = 'alliance-elements.js';
if (!existsSync(join(dist, loader))) {
  console.error('There is no dist/alliance-elements.js to measure: npm run build first.');
  process.exit(1);
}

const read = (file: string) => readFileSync(join(dist, file));
const { elements: table, files } = JSON.parse(read('manifest.json').toString()) as Manifest;
const failures: string[] = [];

interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

console.log('| file | minified | gzip 9 | brotli 11 |\n| --- | ---: | ---: | ---: |');
for (const file of Object.keys(files)) console.log(row(file, sizeOf([file])));

console.log('\n| set | minified | gzip 9 | brotli 11 | limit |\n| --- | ---: | ---: | ---: | ---: |');
for (const { name, limit, files, without } of limits) {
  const size = sizeOf(files(), without?.());
  check(size.brotli <= limit, `${name}: ${figure(size.brotli)} bytes of brotli, at most ${figure(limit)}`);
  console.log(`${row(name, size)} ${figure(limit)} |`);
}

console.log('\n| element | requests if first | if further | hops |\n| --- | ---: | ---: | ---: |');
const tags = Object.keys(table);
for (const tag of tags) {
  const first = 1 + chunks(tag).length;
  const others = tags.filter((other) => other !== tag);
  const further = Math.max(
    ...others.map((other) => chunks(tag).filter((file) => !chunks(other).includes(file)).length),
  );
  const hops = hopsOf(tag);
  check(first <= requests.first, `${tag}: ${first} requests for a first element, at most ${requests.first}`);
  check(further <= requests.further, `${tag}: ${further} requests for a further kind, at most ${requests.further}`);
  check(hops <= requests.hops, `${tag}: ${hops} hops from the page, at most ${requests.hops}`);
  console.log(`| ${tag} | ${first} | ${further} | ${hops} |`);
}

if (failures.length) {
  console.error(`\nToo much:\n${failures.join('\n')}`);
  process.exitCode = 1;
}

function chunks(tag: string): readonly string[] {
  const files = table[tag];
  if (!files) throw new Error(`dist/${loader} does not know <${tag}>.`);
  return files;
}

/** Page to loader, loader to all the files it knows of, and one more for each import that it does not know of. */
function hopsOf(tag: string): number {
  const known = Object.keys(files);
  const unknown = chunks(tag).some((file) =>
    [
      ...read(file)
        .toString()
        .matchAll(/(?:from|import)\s*\(?\s*["']\.\/([\w.-]+\.js)["']/g),
    ].some(([, imported = '']) => !known.includes(imported)),
  );
  return unknown ? 3 : 2;
}

function onDemand(name: string): string {
  const file = Object.keys(files).find((each) => each.startsWith(`alliance-elements.${name}.`));
  if (!file) throw new Error(`dist/manifest.json does not know ${name}.`);
  return file;
}

/** The data that a finder answers from, as it stands in its chunk. */
function tables(): readonly string[] {
  const content = checkContent(join(folder, 'content'));
  const outcodes = Object.values(content.get('outcodes.yaml') as CompactOutcodes) as string[];
  return [...outcodes, content.get('organisations.yaml?positions') as string];
}

/** The bytes of a file with nothing in the place of some texts, each of which it must hold. */
function cut(file: string, texts: readonly string[]): Buffer {
  let code = read(file).toString();
  for (const text of texts) {
    const literal = JSON.stringify(text);
    if (!code.includes(literal)) throw new Error(`${file} does not hold ${literal.slice(0, 40)}…`);
    code = code.replace(literal, () => '""');
  }
  return Buffer.from(code);
}

function sizeOf(files: readonly string[], without: readonly string[] = []): Size {
  const sizes = files.map((file) => {
    const bytes = cut(file, without);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
  });
  const sum = (key: keyof Size) => sizes.reduce((total, size) => total + size[key], 0);
  return { minified: sum('minified'), gzip: sum('gzip'), brotli: sum('brotli') };
}

function check(kept: boolean, broken: string): void {
  if (!kept) failures.push(broken);
}

function row(name: string, { minified, gzip, brotli }: Size): string {
  return `| ${name} | ${figure(minified)} | ${figure(gzip)} | ${figure(brotli)} |`;
}

function figure(bytes: number): string {
  return bytes.toLocaleString('en-GB');
}
