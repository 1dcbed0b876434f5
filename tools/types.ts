/**
 * `npm run types`: writes the type declarations of the package to dist/npm/types, and keeps only those that its entries
 * lead to. What is built from content, and the schemas that check it, stay out: a user has neither our content files
 * nor zod.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/npm/types');
const packages = /^(lit|lit-html|lit-element|@lit\/[\w-]+)(\/|$)/;

rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});

const tags = readdirSync(join(out, 'elements'));
const tellingOf = (folder: string) =>
  readdirSync(join(out, folder))
    .sort()
    .filter((name) => name.endsWith('.d.ts'))
    .filter((name) => readFileSync(join(out, folder, name), 'utf8').includes('global {'))
    .map((name) => `import '../${folder}/${name.replace(/\.d\.ts$/, '.js')}';\n`);
const entries = [
  join(out, 'index.d.ts'),
  ...tags.map((tag) => {
    // A define module exports nothing, so tsc drops its imports; they are what tells a page the types of the tag and of
    // its events.
    const entry = join(out, `define/${tag}.d.ts`);
    mkdirSync(dirname(entry), { recursive: true });
    writeFileSync(entry, ['base', 'page', `elements/${tag}`].flatMap(tellingOf).join(''));
    return entry;
  }),
];

const kept = new Set<string>();
entries.forEach(keep);
const all = readdirSync(out, { recursive: true, withFileTypes: true });
for (const entry of all) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && !kept.has(file)) rmSync(file);
}
for (const entry of all.reverse()) {
  const folder = join(entry.parentPath, entry.name);
  if (entry.isDirectory() && existsSync(folder) && !readdirSync(folder).length) rmSync(folder, { recursive: true });
}
console.log(`${kept.size} type declarations in ${relative(root, out)}.`);

/** Keeps a declaration file and all that it imports. */
function keep(file: string): void {
  if (kept.has(file)) return;
  kept.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, name = ''] of text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    if (name.startsWith('.')) {
      const target = resolve(dirname(file), name.replace(/\.js$/, '.d.ts'));
      if (!target.endsWith('.d.ts') || target.includes(`${out}/content/schema/`))
        throw new Error(
          `${relative(root, file)}: ${name} does not travel with the package; give its type a home in src`,
        );
      keep(target);
    } else if (!packages.test(name))
      throw new Error(`${relative(root, file)}: users of the package do not have ${name}`);
  }
}
