import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tags } from './browser.js';
import { engineNames } from './engines.js';
import { Visitor, without } from './others-host.js';

// All ten elements on one page, used as a reader would, in three engines. That nothing of ours is left on a page, and
// nothing is asked of anybody else, is looked at when each of these pages is done with: see others-host.ts.

const widgets =
  tags.map((tag) => `<${tag} for="map"><p>Fallback</p></${tag}>`).join('') + '<region-map id="map"></region-map>';
const all = `[...document.querySelectorAll('${tags.join()}')]`;
const drawn = `${all}.length === ${tags.length + 1} && ${all}.every(({ shadowRoot }) => shadowRoot?.textContent.length > 40)`;

/** Opens all that opens, types into each field and sends it, chooses each choice, and follows a link of each element. */
const used = `(async () => {
  let count = 0;
  const tell = (field, type) => field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  for (const element of ${all}) {
    const root = element.shadowRoot;
    for (const { firstElementChild } of root.querySelectorAll('details')) { firstElementChild.click(); count++; }
    for (const field of root.querySelectorAll('input, select')) {
      if (/^(radio|checkbox)$/.test(field.type)) field.click();
      else if (field.localName === 'select') field.selectedIndex = 1;
      else field.value = 'CB2 0QQ';
      tell(field, 'input');
      tell(field, 'change');
      count++;
    }
    for (const form of root.querySelectorAll('form')) { form.requestSubmit(); count++; }
    const link = root.querySelector('a[href]');
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.click();
    for (let turn = 0; turn < 3; turn++) await element.updateComplete;
  }
  return count;
})()`;

for (const name of engineNames)
  describe(`in ${name}`, { skip: without(name) }, () => {
    let visitor: Visitor;
    before(async () => {
      visitor = await Visitor.start(name);
    });
    after(() => visitor.close());

    for (const [file, most] of [
      ['alliance-elements.js', Infinity],
      ['alliance-elements.all.classic.js', 1],
    ] as const)
      it(`R24: ten elements, used, leave no global, cookie or storage, and ask for our files alone: ${file}`, async () => {
        const body = `${widgets}<script src="${visitor.library.origin}/${file}"></script>`;
        // Whatever is asked of others breaks this, which is noted: not every engine counts what did not come.
        const policy = `default-src 'none'; script-src 'self' ${visitor.library.origin}; img-src data:`;
        const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
        await visitor.visit({ head, bodies: { '/': body } }, async () => {
          await visitor.engine.until(drawn);
          assert.ok((await visitor.engine.ask<number>(used)) > 40, 'there is more to use than that');
          assert.equal(await visitor.engine.ask(drawn), true);
          // The page's own icon and scripts, and ours; nothing was put into its head, or left in the document.
          assert.equal(await visitor.engine.ask(`document.querySelectorAll('script, link, style, iframe').length`), 4);
          // Without a word about keeping files, some ask for a chunk again that they have preloaded.
          assert.ok(new Set(visitor.asked).size <= most, visitor.asked.join());
        });
      });
  });
