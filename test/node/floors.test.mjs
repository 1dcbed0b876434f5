import { ESLint } from 'eslint';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const eslint = new ESLint();

/** The rules that a line of code breaks, were it in a file of ours. */
async function broken(file, code) {
  const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath: file });
  return messages.map(({ ruleId }) => ruleId);
}

const floors = [
  ['src/base/warn.ts', "export { phone } from '../parts/phone.js';", 'base stands on nothing of ours'],
  ['src/parts/link.ts', "export * from '../elements/contact-card/vcard.js';", 'parts know no element'],
  [
    'src/elements/contact-card/vcard.ts',
    "export * from '../screening-guidance/invitations.js';",
    'an element knows no other element',
  ],
  ['src/page/selection.ts', "export { findBrowser } from '../../tools/browser.js';", 'src never imports tools'],
];

for (const [file, code, promise] of floors) {
  test(promise, async () => {
    assert.ok((await broken(file, code)).includes('import-x/no-restricted-paths'));
  });
}

test('an element may stand on parts, content, page and base', async () => {
  const code = [
    "export { phone } from '../../parts/phone.js';",
    "export { organisation } from '../../content/catalogue.js';",
    "export { Follower } from '../../page/follower.js';",
    "export { define } from '../../base/define.js';",
  ];
  assert.deepEqual(await broken('src/elements/contact-card/contact.ts', code.join('\n')), []);
});

test('a schema gives its types to a widget, and no byte', async () => {
  const file = 'src/elements/contact-card/contact.ts';
  const from = "from '../../content/schema/common.js';";
  assert.ok((await broken(file, `export { review } ${from}`)).includes('@typescript-eslint/no-restricted-imports'));
  assert.deepEqual(await broken(file, `export type { SourceEntry } ${from}`), []);
});

test('no text becomes markup, and no style attribute is written', async () => {
  const file = 'src/elements/contact-card/contact.ts';
  const bad = {
    "document.body.innerHTML = '';": 'no-restricted-properties',
    "export { unsafeHTML } from 'lit/directives/unsafe-html.js';": '@typescript-eslint/no-restricted-imports',
    "export { styleMap } from 'lit/directives/style-map.js';": '@typescript-eslint/no-restricted-imports',
    'import { html } from \'lit\';\nexport const x = html`<p style="color: red"></p>`;': 'lit/ban-attributes',
    "document.body.style.color = 'red';": 'no-restricted-syntax',
    "eval('1');": 'no-eval',
  };
  for (const [code, rule] of Object.entries(bad)) assert.ok((await broken(file, code)).includes(rule), code);
});
