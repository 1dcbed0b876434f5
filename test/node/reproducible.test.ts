import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Manifest } from '../../tools/rollup/files.js';
import { integrityOf } from '../../tools/rollup/files.js';

const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

describe('what is built', () => {
  // Another place, so that no path of the first gets into a file.
  const place = mkdtempSync(join(tmpdir(), 'alliance-again-'));
  const again = join(place, 'dist');

  before(() => {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    });
    for (const file of files.split('\0').filter((name) => name && existsSync(name))) {
      mkdirSync(dirname(join(place, file)), { recursive: true });
      copyFileSync(file, join(place, file));
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(place, 'node_modules'));
    execFileSync('npx', ['--no-install', 'rollup', '-c', '--silent'], { cwd: place, stdio: 'pipe' });
  });
  after(() => rmSync(place, { recursive: true }));

  it('is the same, byte for byte, when it is built again somewhere else', () => {
    const names = readdirSync(again, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(again.length + 1))
      // The steps after this one add to the list.
      .filter((name) => name !== 'manifest.json');
    assert.ok(names.length > 50, String(names.length));
    const differing = names.filter((name) => !readFileSync(join('dist', name)).equals(readFileSync(join(again, name))));
    assert.deepEqual(differing, []);
  });

  it('is listed in dist/manifest.json with its bytes and hash, every script that a page can load', () => {
    const { files, elements } = read('dist');
    const scripts = readdirSync('dist').filter((name) => /^alliance-elements.*\.js$/.test(name));
    assert.deepEqual(
      scripts.filter((name) => !(name in files)),
      [],
    );
    for (const [name, { bytes, integrity }] of Object.entries(files)) {
      const code = readFileSync(join('dist', name));
      assert.deepEqual([bytes, integrity], [code.length, integrityOf(code)], name);
    }
    assert.deepEqual(Object.keys(elements).sort(), readdirSync('src/elements').sort());
    for (const needed of Object.values(elements)) for (const name of needed) assert.ok(name in files, name);
  });

  it('carries in its loader the hash of every chunk, and chunks are named after theirs', () => {
    const { files, elements } = read('dist');
    const loader = readFileSync('dist/alliance-elements.js', 'utf8');
    for (const name of new Set(Object.values(elements).flat())) {
      const hash = files[name]?.integrity.slice('sha384-'.length) ?? '';
      assert.ok(hash && loader.includes(hash), name);
      assert.ok(name.endsWith(`.${hash.slice(0, 8).replace(/\W/g, '-')}.js`), name);
    }
  });
});
