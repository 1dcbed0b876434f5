import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import type { Manifest } from '../../tools/rollup/files.js';
import { integrityOf } from '../../tools/rollup/files.js';
import { copyOfRepository } from './copy.js';

const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

describe('what is built', () => {
  it('is the same, byte for byte and in every file, when all is built again somewhere else', () => {
    // Another place, so that no path of the first gets into a file.
    const place = copyOfRepository();
    try {
      execFileSync('npm', ['run', 'build'], { cwd: place, stdio: 'pipe' });
      const again = join(place, 'dist');
      const names = filesIn('dist');
      assert.deepEqual(filesIn(again), names);
      for (const kind of [
        /^alliance-.*\.js$/,
        /^npm\//,
        /^frame\//,
        /^snippets\//,
        /^tools\//,
        /^sbom/,
        /\.br$/,
        /\.gz$/,
      ])
        assert.ok(
          names.some((name) => kind.test(name)),
          String(kind),
        );
      const same = (name: string) => readFileSync(join('dist', name)).equals(readFileSync(join(again, name)));
      assert.deepEqual(
        names.filter((name) => !same(name)),
        [],
      );
    } finally {
      rmSync(place, { recursive: true });
    }
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
