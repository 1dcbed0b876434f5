/**
 * `npm run wordpress`, after the manifest: `dist/wordpress/alliance-elements.zip`, a plug-in that brings the library along,
 * so that a site needs no other host. The same files in, the same bytes out, on any machine.
 */
import { zipSync, type Zippable } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { integrityOf, type Manifest } from '../rollup/files.js';
import { php } from './php.js';

/** The oldest WordPress that it is said to work in is the one that it is tested in. */
const wordpress = '6.1';

/** What any element may have, as in other editors. */
const general = ['class', 'dir', 'hidden', 'id', 'lang'];
/** Names a service that readers' postcodes are sent to: not for those whose content is cleaned. */
const notForEditors = 'lookup';

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
}
interface Snippet {
  readonly name: string;
  readonly title: string;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const root = folder('../../');
const dist = process.argv[2] ?? join(root, 'dist');
const built = (file: string) => readFileSync(join(dist, file), 'utf8');
const json = (file: string): unknown => JSON.parse(built(file));

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const manifest = json('manifest.json') as Manifest;
const { files, elements } = manifest;
const { modules } = json('custom-elements.json') as { modules: readonly { declarations?: readonly Declaration[] }[] };
const { snippets } = json('snippets/index.json') as { snippets: readonly Snippet[] };

const loader = 'alliance-elements.js';
// The loader carries the names of all that it loads: a file less would be a widget less.
const chunks = Object.keys(files).filter((file) => /^alliance-elements\.[\w-]+\.[\w-]{8}\.js$/.test(file));
const gone = Object.values(elements)
  .flat()
  .filter((file) => !chunks.includes(file));
if (gone.length || !files[loader]) throw new Error(`dist/manifest.json does not list ${gone.join(', ') || loader}.`);

const attributes = Object.fromEntries(
  modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, attributes = [] }) =>
      tagName ? [[tagName, [...attributes.map(({ name }) => name), ...general]] as const] : [],
    )
    .sort()
    .map(([tag, names]) => [tag, names.filter((name) => name !== notForEditors).sort()]),
);

// Of those with the same title, editors would not know one from the other: the first is the plainest.
const patterns = snippets.filter(({ title }, i) => snippets.findIndex((other) => other.title === title) === i);

/** What is in the div. */
function wordsOf({ name }: Snippet): string {
  const [, words] = /^<div [^>]*>\n([^]*)\n<\/div>\n$/.exec(built(`snippets/${name}.plain.html`)) ?? [];
  if (!words) throw new Error(`dist/snippets/${name}.plain.html is no div with words in it.`);
  return words;
}

const source = (name: string) =>
  readFileSync(folder(name), 'utf8').replaceAll('%VERSION%', version).replaceAll('%WORDPRESS%', wordpress);

const contents: Readonly<Record<string, string>> = {
  'alliance-elements.php': source('alliance-elements.php'),
  'readme.txt': source('readme.txt'),
  LICENSE: readFileSync(join(root, 'LICENSE'), 'utf8'),
  NOTICE: built('NOTICE'),
  'release.php': php('What the build knows of its own files and elements.', {
    loader: { file: loader, integrity: files[loader].integrity },
    elements: attributes,
    patterns: Object.fromEntries(
      patterns.map(({ name, title, tag, attributes }) => [name, { title, element: tag, attributes }]),
    ),
  }),
  'words.php': php(
    'Words for readers who have no script, by pattern.',
    Object.fromEntries(patterns.map((each) => [each.name, wordsOf(each)])),
  ),
  ...Object.fromEntries([loader, ...chunks].map((file) => [`library/${file}`, built(file)])),
};

// A zip has the time of a clock on the wall, so this is the same one everywhere.
const mtime = new Date(1980, 0, 1);
const packed: Zippable = {};
for (const [name, text] of Object.entries(contents).sort(([a], [b]) => (a < b ? -1 : 1)))
  packed[`alliance-elements/${name}`] = [new TextEncoder().encode(text), { mtime, level: 9 }];
const zip = zipSync(packed);

const file = 'wordpress/alliance-elements.zip';
mkdirSync(join(dist, 'wordpress'), { recursive: true });
writeFileSync(join(dist, file), zip);
// For who passes it on: no page loads it.
const downloads = { [file]: { bytes: zip.length, integrity: integrityOf(zip) } };
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ ...manifest, downloads }, undefined, 2)}\n`);
console.log(`${file}: ${zip.length.toLocaleString('en-GB')} bytes.`);
