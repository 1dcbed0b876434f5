import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const folder = 'test/frameworks';
/** Lines of every file of an app, without their indents. */
const linesOf = (app: string): Set<string> => {
  const files = ['.', 'src'].flatMap((place) => {
    try {
      return readdirSync(join(folder, app, place), { withFileTypes: true }).filter((entry) => entry.isFile());
    } catch {
      return [];
    }
  });
  const lines = files.flatMap(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').split('\n'));
  return new Set(lines.map((line) => line.trim()));
};

describe('docs/frameworks.md', () => {
  const sections = readFileSync('docs/frameworks.md', 'utf8').split(/^## /m).slice(1);

  it('has a section for each app', () => {
    const apps = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['dist', 'node_modules'].includes(entry.name))
      .map(({ name }) => name);
    assert.deepEqual(sections.map((section) => section.split(/\s/)[0]?.toLowerCase()).sort(), apps.sort());
  });

  for (const section of sections) {
    const app = section.split(/\s/)[0]?.toLowerCase() ?? '';
    it(`tells nothing of ${app} that its app does not try`, () => {
      const tried = linesOf(app);
      const told = [...section.matchAll(/^```\w+\n(.*?)^```/gms)].flatMap(([, code = '']) => code.trim().split('\n'));
      assert.ok(told.length > 1);
      assert.deepEqual(
        told.map((line) => line.trim()).filter((line) => !tried.has(line)),
        [],
      );
    });
  }
});
