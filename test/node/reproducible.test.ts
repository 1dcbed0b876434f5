import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import type { Manifest } from '../../tools/rollup/files.js';
import { integrityOf } from '../../tools/rollup/files.js';
import { copyOfRepository } from './copy.js';

const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** A file of each step of the build. */
const ofEachStep = {
  rollup: 'alliance-elements.js',
  types: 'npm/types/index.d.ts',
  prerender: 'snippets/index.json',
  manifest: 'web-types.json',
  doctor: 'npm/tools/doctor.js',
  builder: 'tools/builder.js',
  sbom: 'sbom.cdx.json',
  wordpress: 'wordpress/alliance-elements.zip',
  compress: 'alliance-elements.js.br',
};

describe('what is built', () => {
  it('is the same, byte for byte and in every file, when all is built again somewhere else', () => {
    // Another place, so that no path of the first gets into a file.
    const place = copyOfRepository();
    try {
      execFileSync('npm', ['run', 'build'], { cwd: place, stdio: 'pipe' });
      const again = join(place, 'dist');
      const names = [...new Set([...filesIn('dist'), ...filesIn(again)])];
      for (const [step, name] of Object.entries(ofEachStep)) assert.ok(names.includes(name), step);
      // A file that is in one of them alone is none of the same either.
      const bytes = (file: string) => (existsSync(file) ? readFileSync(file, 'base64') : undefined);
      assert.deepEqual(
        names.filter((name) => bytes(join('dist', name)) !== bytes(join(again, name))),
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
