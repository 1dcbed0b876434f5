import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
const manifest = await cli({ argv, cwd: root, noWrite: true });
const declarations = manifest.modules.flatMap((module) => module.declarations);
const tags = readdirSync(join(root, 'src/elements'));
const lists = ['attributes', 'members', 'slots', 'events', 'cssParts', 'cssProperties'];

const names = (items) => new Set(items.map(({ name }) => name));
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
const covers = (documented, used, what) =>
  assert.deepEqual(
    [...new Set(used)].filter((name) => !documented.has(name)),
    [],
    `${what} that the manifest does not tell of`,
  );

/** The source of an element: its own folder, and the parts and headings that it renders. */
function sourceOf(tag) {
  const folder = join(root, 'src/elements', tag);
  const seen = new Set();
  const take = (file) => {
    if (seen.has(file)) return '';
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    const imported = all(text, /from '(\.[^']+)\.js'/g).map((path) => resolve(dirname(file), `${path}.ts`));
    const ours = imported.filter((path) => /[\\/](parts[\\/].*|base[\\/]heading\.ts)$/.test(path));
    return text + ours.map(take).join('');
  };
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return files.map((name) => take(join(folder, name))).join('');
}

/** Attributes of the properties that a class declares to Lit. */
function attributesIn(file) {
  const found = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const visit = (node) => {
    if (ts.isPropertyDeclaration(node) && node.name.getText() === 'properties') {
      for (const property of node.initializer.properties) {
        if (!ts.isPropertyAssignment(property)) continue;
        const options = property.initializer.getText();
        if (/state: true|attribute: false/.test(options)) continue;
        found.push(/attribute: '([^']+)'/.exec(options)?.[1] ?? property.name.getText().toLowerCase());
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const base = readFileSync(join(root, 'src/base/alliance-element.ts'), 'utf8');
const styles = ['tokens', 'frame', 'content'].map((name) =>
  readFileSync(join(root, `src/base/${name}.styles.ts`), 'utf8'),
);
const shared = base + styles.join('');

test('every element is in the manifest, by its tag', () => {
  assert.deepEqual(declarations.flatMap(({ tagName }) => tagName ?? []).sort(), [...tags].sort());
});

for (const tag of tags) {
  const element = declarations.find(({ tagName }) => tagName === tag);
  const source = sourceOf(tag);

  describe(tag, () => {
    test('tells what it is', () => {
      assert.ok(element.summary && element.description && element.customElement);
    });

    test('lists every attribute that it observes, and no other', () => {
      const observed = [
        ...attributesIn(join(root, 'src/base/alliance-element.ts')),
        ...attributesIn(join(root, `src/elements/${tag}/${tag}.ts`)),
      ];
      assert.deepEqual([...names(element.attributes)].sort(), [...new Set(observed)].sort());
    });

    test('lists every slot that it renders', () => {
      covers(names(element.slots), ['', ...all(source + base, /<slot name="([^"]+)"/g)], 'slots');
    });

    test('lists every part that it renders, and none that nothing renders', () => {
      const parts = all(source + base, /\bpart="([^"$]+)"/g).flatMap((value) => value.split(' '));
      covers(names(element.cssParts), parts, 'parts');
      const invented = [...names(element.cssParts)].filter((name) => !(source + base).includes(name));
      assert.deepEqual(invented, []);
    });

    test('lists every custom property that its styles read, with its default', () => {
      const read = all(source + shared, /var\((--alliance-[\w-]+)/g);
      covers(names(element.cssProperties), read, 'custom properties');
      covers(new Set(read), names(element.cssProperties), 'unread custom properties');
      assert.deepEqual(
        element.cssProperties.filter((property) => !property.default || !property.syntax),
        [],
      );
    });

    test('lists every event that it fires, with its type', () => {
      const fired = all(source + readFileSync(join(root, 'src/base/events.ts'), 'utf8'), /super\('([\w-]+)'/g);
      covers(names(element.events), fired, 'events');
      assert.deepEqual(
        element.events.filter(({ type }) => !/^\w+Event$/.test(type?.text ?? '')),
        [],
      );
    });

    test('shows nothing private', () => {
      const hidden = element.members.filter(
        ({ name, privacy, static: isStatic }) => /^[#_]/.test(name) || (privacy && privacy !== 'public') || isStatic,
      );
      assert.deepEqual(hidden, []);
    });

    test('describes all that it shows', () => {
      const bare = lists.flatMap((list) => (element[list] ?? []).filter(({ description }) => !description));
      assert.deepEqual(bare, []);
    });
  });
}
