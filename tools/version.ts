/**
 * The second half of `npm run version`: what `changeset version` has written in package.json goes wherever else the
 * version stands: the one that elements carry, the lock, and the names of files and addresses in what people copy.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Lock {
  version: string;
  readonly packages: Readonly<Record<string, { version: string }>>;
}

const read = (file: string) => readFileSync(file, 'utf8');

/** Where people copy a name or an address from. Not all files: of a withdrawn version the address must stay. */
const copied = ['README.md', 'docs/frameworks.md', 'docs/serving.md', 'deploy/nginx/alliance-elements.conf'];

const { version } = JSON.parse(read('package.json')) as { version: string };
const carried = 'src/base/version.ts';
const [, old = ''] = /version = '([^']+)'/.exec(read(carried)) ?? [];
if (!old) throw new Error(`${carried} holds no version.`);

writeFileSync(carried, read(carried).replace(`'${old}'`, `'${version}'`));

const lock = JSON.parse(read('package-lock.json')) as Lock;
lock.version = version;
const own = lock.packages[''];
if (own) own.version = version;
writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`);

// As in the name of the file that `npm pack` makes, and in an address: behind our name and a hyphen, or a slash.
const named = new RegExp(`(alliance-elements[-/])${old.replaceAll('.', '\\.')}(?![\\d.]*\\d)`, 'g');
for (const file of copied) writeFileSync(file, read(file).replace(named, `$1${version}`));

console.log(
  old === version
    ? `It stays at ${version}: there is no note in .changeset.`
    : `From ${old} to ${version}. Write CHANGELOG.md next: what is new, and what a host must do.`,
);
