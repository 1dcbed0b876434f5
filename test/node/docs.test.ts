import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { organisationsTable } from '../../tools/organisations-table.js';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the documentation is true', () => {
  it('lists every organisation that a card can show', () => {
    assert.equal(readFileSync('docs/organisations.md', 'utf8'), organisationsTable(), 'run npm run docs:organisations');
  });

  it('links to files that are there', () => {
    for (const page of pages)
      for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        assert.ok(existsSync(join(dirname(page), target)), `${page} links to ${target}`);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const page of pages)
      for (const [, script = ''] of readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)/g))
        assert.ok(script in scripts, `${page} names npm run ${script}`);
  });
});
