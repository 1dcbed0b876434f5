import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copyOfRepository } from './copy.js';

interface Versioned {
  readonly name: string;
  readonly version: string;
  readonly packages?: Readonly<Record<string, { readonly version: string }>>;
}

const { name, version: old } = JSON.parse(readFileSync('package.json', 'utf8')) as Versioned;

describe('npm run version, in a copy of the repository with a note of a change,', () => {
  const place = copyOfRepository();
  const read = (file: string) => readFileSync(join(place, file), 'utf8');
  const json = (file: string) => JSON.parse(read(file)) as Versioned;
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n').filter(existsSync);
  let next = '';

  before(() => {
    writeFileSync(join(place, '.changeset/a-test.md'), `---\n'${name}': minor\n---\n\nSomething new.\n`);
    execFileSync('npm', ['run', 'version'], { cwd: place, stdio: 'pipe' });
    next = json('package.json').version;
  });
  after(() => rmSync(place, { recursive: true }));

  it('moves the number as far as the note says, and takes the note away', () => {
    const [major, minor] = old.split('.');
    assert.equal(next, `${major}.${Number(minor) + 1}.0`);
    assert.throws(() => read('.changeset/a-test.md'), { code: 'ENOENT' });
  });

  it('writes it in the lock, and changes nothing else there', () => {
    const lock = json('package-lock.json');
    assert.deepEqual([lock.version, lock.packages?.['']?.version], [next, next]);
    const lines = (text: string) => text.split('\n');
    const before = lines(readFileSync('package-lock.json', 'utf8'));
    const changed = lines(read('package-lock.json')).filter((line, at) => line !== before[at]);
    assert.deepEqual([...new Set(changed.map((line) => line.trim()))], [`"version": "${next}",`]);
    assert.equal(changed.length, 2);
  });

  it('leaves the old one in no name of a file or address that people copy', () => {
    const named = new RegExp(`alliance-elements[-/@]${old.replaceAll('.', '\\.')}(?![\\d.]*\\d)`);
    // History keeps its numbers, and what a test asks for is the test's.
    const living = files
      .filter((file) => /\.(md|mdx|conf|ts|mjs|json|html)$/.test(file))
      .filter((file) => !/^(test\/|CHANGELOG\.md|docs\/deprecation\.md)/.test(file));
    assert.ok(living.length > 200, String(living.length));
    assert.deepEqual(
      living.filter((file) => named.test(read(file))),
      [],
    );
    assert.ok(read('README.md').includes(`${name}-${next}.tgz`));
  });

  it('gives it to the elements, as the test of that says', () => {
    assert.ok(read('src/base/version.ts').includes(`'${next}'`));
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const args = ['--import', 'jiti/register', '--test', 'test/node/version.test.ts'];
    const told = execFileSync(process.execPath, args, { cwd: place, encoding: 'utf8', env });
    assert.match(told, /^# pass 1$/m);
  });
});
