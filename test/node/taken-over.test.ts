import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveText } from './browser.js';
import { engineNames, start, type Engine } from './engines.js';
import { hosted, pageWith, policyFor, read, serveHeld, snippets } from './held.js';
import { without } from './others-host.js';

// A snippet with its content in it can be read, opened and typed in before its script has come. What a reader did by then
// stays as it is when the script takes over: on a slow telephone that may be half a minute later.

/** What a reader does, in the page; and what must be so before and after, once the script has come. */
interface Deed {
  readonly snippet: string;
  readonly what: string;
  readonly act: string;
  readonly holds: string;
  /** Further things that only a script can answer. */
  readonly then?: string;
}
const deeds: readonly Deed[] = [
  {
    snippet: 'contact-card-hospital',
    what: 'where the facts come from is open, and has the focus',
    act: `root.querySelector('details').open = true; root.querySelector('summary').focus()`,
    holds: `root.querySelector('details').open && root.activeElement === root.querySelector('summary')`,
  },
  {
    snippet: 'symptom-guidance',
    what: 'one of many is open, and its own line has the focus',
    act: `all('details')[2].open = true; all('summary')[2].focus()`,
    holds: `all('details').findIndex(({ open }) => open) === 2 && root.activeElement === all('summary')[2]`,
  },
  {
    snippet: 'alliance-finder',
    what: 'a postcode is typed, and the reader is about to press Enter',
    act: `root.querySelector('input').focus(); root.querySelector('input').value = 'CB2'`,
    holds: `root.querySelector('input').value === 'CB2' && root.activeElement === root.querySelector('input')`,
  },
  {
    snippet: 'support-directory',
    what: 'a kind of help is chosen, and the list answers',
    act: `all('input[type=radio]')[1].click()`,
    holds: `all('input[type=radio]')[1].checked`,
    then: `all('li').length < window.listed`,
  },
];

for (const name of engineNames)
  describe(`R20: what a reader did before the script came, in ${name}`, { skip: without(name) }, () => {
    let engine: Engine;
    before(async () => {
      engine = await start(name);
    });
    after(() => engine.close());

    for (const { snippet, what, act, holds, then } of deeds)
      it(`stays: in ${snippet}, ${what}`, async () => {
        const found = snippets.find((each) => each.name === snippet);
        assert.ok(found);
        const { tag, style } = found;
        const inRoot = (code: string) => `(() => {
          const { shadowRoot: root } = document.querySelector('${tag}');
          const all = (selector) => [...root.querySelectorAll(selector)];
          return ${code};
        })()`;
        // Acts when the page has been painted, notes what is so, and only then lets our scripts come.
        const reader = `let left = 3;
          const look = () => {
            if (!document.querySelector('#after') || left--) return requestAnimationFrame(look);
            window.listed = ${inRoot(`all('li').length`)};
            ${inRoot(`(() => { ${act} })()`)};
            window.before = ${inRoot(holds)} && !document.querySelector('${tag}').matches(':defined');
            document.head.append(Object.assign(document.createElement('script'), { src: document.querySelector('script').src.replace('reader', 'painted') }));
          };
          look();`;
        const library = await serveHeld({ 'reader.js': reader, 'painted.js': '' });
        const html = pageWith(hosted(read(`${snippet}.html`), library.origin));
        // The test's own script makes a script element, which Trusted Types would have a policy for.
        const policy = policyFor(library.origin, style).replace(/; require-trusted-types[^;]*/, '');
        const host = await serveText(
          { '/': html.replace('<title>', `<script src="${library.origin}/reader.js"></script><title>`) },
          policy,
        );
        try {
          await engine.open(`${host.origin}/`);
          await engine.until(`document.querySelector('${tag}').matches(':defined')`);
          assert.equal(await engine.ask('window.before'), true, 'the reader was there before any script');
          await engine.ask(`document.querySelector('${tag}').updateComplete.then(() => true)`);
          assert.equal(await engine.ask(inRoot(holds)), true, 'and finds what they did');
          if (then) assert.equal(await engine.ask(inRoot(then)), true);
          assert.equal(await engine.ask(inRoot(`root.querySelectorAll('.frame').length`)), 1);
        } finally {
          await Promise.all([library.close(), host.close()]);
        }
      });
  });
