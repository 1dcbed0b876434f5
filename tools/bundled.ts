/** Whose code is in the files that we build: by what the bundlers say that they read, never by a list kept by hand. */
import type { Metafile } from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rule = '\n---\n\n';

/** What we read of a package's own description. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export const packageIn = (folder: string): Package =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Package;

/** The folders of the packages that these files are of, `node_modules/parse5`, in order. */
export function foldersOf(paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => /\bnode_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set(found)].sort();
}

/** Writes beside a bundled file the licences of all whose code is in it: `doctor.NOTICE.txt` beside `doctor.js`. */
export function passOnLicences(file: string, { inputs }: Metafile): void {
  const licences = foldersOf(Object.keys(inputs)).map((folder) => {
    const { name, version } = packageIn(folder);
    return `${name} ${version}\n\n${licenceOf(folder, name)}\n`;
  });
  const name = file.replace(/^.*[/\\]/, '');
  writeFileSync(
    noticeOf(file),
    `${name} holds code of these packages.\n${licences.map((text) => rule + text).join('')}`,
  );
}

const noticeOf = (file: string) => file.replace(/js$/, 'NOTICE.txt');

function licenceOf(folder: string, name: string): string {
  // Some leave out the licence that they have in common with others of their authors.
  const sibling = name.startsWith('@lit-labs/') ? 'node_modules/@lit-labs/ssr' : 'node_modules/parse5';
  const file = [folder, ...(/^@(lit-labs|parse5)\//.test(name) ? [sibling] : [])]
    .map((place) => join(root, place, 'LICENSE'))
    .find(existsSync);
  if (!file) throw new Error(`${name} has no licence to pass on.`);
  return readFileSync(file, 'utf8').trim();
}

/**
 * The packages, each as `name version`, whose code is in a script of `dist`: by the notice beside it, else by its map.
 *
 * @throws when it has neither, for then nobody would know.
 */
function packagesOf(script: string): string[] {
  if (existsSync(noticeOf(script)))
    return [...readFileSync(noticeOf(script), 'utf8').matchAll(/\n---\n\n(\S+ \d\S*)\n/g)].map(
      ([, named = '']) => named,
    );
  // The map of a frame's script is named without the script's hash.
  const map = [script, script.replace(/\.[\w-]{8}\.js$/, '.js')].map((name) => `${name}.map`).find(existsSync);
  if (!map) throw new Error(`${script} has no map and no notice: whose code is in it?`);
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: readonly string[] };
  return foldersOf(sources).map((folder) => Object.values(pick(packageIn(folder))).join(' '));
}

const pick = ({ name, version }: Package) => ({ name, version });

/** Every package whose code is in a script of `dist`, as `name version`, and the scripts that it is in. */
export function shippedIn(dist: string): Map<string, string[]> {
  const shipped = new Map<string, string[]>();
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  for (const script of scripts.map((name) => name.replaceAll('\\', '/')).sort())
    for (const named of packagesOf(join(dist, script))) shipped.set(named, [...(shipped.get(named) ?? []), script]);
  return shipped;
}
