import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, it } from 'node:test';
import ts from 'typescript';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const needsOf = (folder: string) => {
  const { dependencies, devDependencies } = read(`${folder}package.json`) as Package;
  return { ...dependencies, ...devDependencies };
};

/** Folders with a lock of their own. */
const folders = ['', 'test/cms/', 'test/frameworks/', 'test/host-styles/'];
const decision = readFileSync('docs/decisions/0017-dependencies.md', 'utf8');

/** The part of the decision that is about a folder, and what it says of each name: in a row, or in an item of a list. */
function reasonsFor(folder: string): Map<string, string> {
  const parts = decision.split(/\n(?=For .*\(`test\/)/);
  const part = folder ? parts.find((each) => each.includes(`(\`${folder.slice(0, -1)}\`)`)) : parts[0];
  const lines = (part ?? '').matchAll(/^(?:\| (`[^|]+`) *\| *([^|]*?) *\||- (`[^:]+`): (.+))$/gm);
  return new Map(
    [...lines].flatMap(([, name = '', why = '', names = name, reason = why]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, each = '']) => [each, reason] as const),
    ),
  );
}

/** What a file of ours imports by name, or reads out of node_modules. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const read = [...text.matchAll(/['"](?:[./]*\/)?node_modules\/([\w@][^'"]*)['"]/g)].map(([, path = '']) => path);
  return [...imported.filter((name) => /^[\w@]/.test(name)), ...read]
    .filter((name) => !isBuiltin(name) && !/^(virtual:|alliance-elements(\/|$))/.test(name))
    .flatMap((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? []);
}

describe('what we depend on', () => {
  for (const folder of folders)
    it(`has a reason each, in decision 17: all that ${folder || './'}package.json names`, () => {
      const reasons = reasonsFor(folder);
      const names = [...Object.keys(needsOf(folder))];
      assert.ok(names.length >= 5, String(names.length));
      // The one that npm users get has a paragraph, not a row.
      for (const name of names.filter((each) => folder || each !== 'lit'))
        assert.match(reasons.get(name) ?? '', /\w+ \w+/, `${name} has no reason`);
      assert.deepEqual(
        [...reasons.keys()].filter((name) => !names.includes(name)),
        [],
        'has a reason, and is nowhere',
      );
    });

  it('is declared where it is imported', () => {
    const files = execFileSync('git', ['ls-files', '--', '*.ts', '*.mjs', '*.js'], { encoding: 'utf8' }).split('\n');
    const ours = files.filter((file) => existsSync(file) && !/^test\/(cms|frameworks\/\w+|host-styles)\//.test(file));
    const declared = Object.keys(needsOf(''));
    const undeclared = ours.flatMap((file) =>
      importsOf(file)
        .filter((name) => !declared.includes(name))
        .map((name) => `${file} imports ${name}`),
    );
    assert.ok(ours.length > 200, String(ours.length));
    assert.deepEqual(undeclared, []);
  });

  it('is all that what we ship imports', () => {
    const { dependencies = {} } = read('package.json') as Package;
    const shipped = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const [{ files }] = JSON.parse(shipped) as [{ files: readonly { path: string }[] }];
    // Types for a framework are for those who have it.
    const scripts = files
      .map(({ path }) => path)
      .filter((path) => /^(bin|dist\/npm)\/(?!.*\/frameworks\/).*\.m?[jt]s$/.test(path));
    const foreign = scripts.flatMap((file) => importsOf(file).filter((name) => !(name in dependencies)));
    assert.ok(scripts.length > 60, String(scripts.length));
    assert.deepEqual([...new Set(foreign)], []);
  });

  it('is what is installed, and nothing is amiss with it', () => {
    assert.doesNotThrow(() => execFileSync('npm', ['ls', '--all'], { stdio: 'pipe' }));
  });

  for (const folder of folders)
    it(`is pinned to exact versions and hashes, and to no download host: ${folder}package-lock.json`, () => {
      for (const [name, version] of Object.entries(needsOf(folder)))
        assert.match(version, /^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+$/, name);
      const entries = Object.entries((read(`${folder}package-lock.json`) as Lock).packages).filter(([at]) => at);
      assert.ok(entries.length > 20, String(entries.length));
      for (const [at, { resolved, integrity = '' }] of entries) {
        assert.equal(resolved, undefined, at);
        assert.match(integrity, /^sha512-/, at);
      }
      assert.doesNotMatch(readFileSync(`${folder}package-lock.json`, 'utf8'), /"(?:resolved|tarball)"/);
    });
});
