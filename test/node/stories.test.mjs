import { createJiti } from 'jiti';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const jiti = createJiti(import.meta.url);

for (const tag of readdirSync(`${root}src/elements`)) {
  test(`${tag} has a story for each of its examples`, async () => {
    assert.ok(existsSync(`${root}stories/${tag}.stories.ts`), 'a stories file');
    const { exampleIndexer } = await jiti.import(`${root}.storybook/vite/examples.ts`);
    const { examples } = await jiti.import(`${root}stories/${tag}.examples.ts`);
    const options = { makeTitle: (title) => title };
    const stories = await exampleIndexer.createIndex(`${root}stories/${tag}.stories.ts`, options);
    const names = stories.map(({ name }) => name);
    assert.deepEqual(names, ['Playground', ...Object.keys(examples)]);
    assert.equal(new Set(stories.map(({ exportName }) => exportName)).size, names.length, 'no two of one name');
  });

  test(`the examples of ${tag} are markup that a host could write`, async () => {
    const { examples } = await jiti.import(`${root}stories/${tag}.examples.ts`);
    for (const [name, { summary, html }] of Object.entries(examples)) {
      assert.ok(summary.length > 10, `${name} says what is to be seen`);
      assert.ok(html.includes(`<${tag}`), `${name} shows the element`);
      assert.doesNotMatch(html, /<script|<style|\sstyle=|\son\w+="/, `${name} has no script and no style`);
    }
  });
}

test('what the stories import for its effect alone is not left out when Storybook is built', () => {
  const { sideEffects } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const listed = sideEffects.map(
    (pattern) =>
      new RegExp(
        `^${pattern.replace(/[.]/g, '\\.').replace(/\*\*\/|\*/g, (sign) => (sign === '*' ? '[^/]*' : '.*'))}$`,
      ),
  );
  let found = 0;
  for (const folder of ['stories', '.storybook'])
    for (const name of readdirSync(`${root}${folder}`, { recursive: true }).filter((each) => each.endsWith('.ts')))
      for (const [, target] of readFileSync(`${root}${folder}/${name}`, 'utf8').matchAll(/^import '(\.[^']+)'/gm)) {
        const file = `./${join(folder, dirname(name), target).replaceAll('\\', '/').replace(/\.js$/, '.ts')}`;
        assert.ok(
          listed.some((pattern) => pattern.test(file)),
          `${folder}/${name} imports ${file}`,
        );
        found += 1;
      }
  assert.ok(found >= 10, String(found));
});
