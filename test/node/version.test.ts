import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { version } from '../../src/base/version.js';

it('the version that elements carry is the package’s', () => {
  assert.equal(version, (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});
