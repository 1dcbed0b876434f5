import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Site } from '../../tools/serve.js';
import { serveDist, serveText, tags } from './browser.js';
import { engineNames, installed, start, type Engine } from './engines.js';

// A page that names its pictures, forms and fields after what scripts ask for takes those away: `document.createElement`
// is then a picture, and `form.closest` a field. Each page is one of its own, so that one that hangs stops no other.

/** Notes what goes wrong, before the page has anything by which it could keep us from it. */
const watch = `
  window.noted = [];
  const note = (...words) => window.noted.push(words.join(' '));
  console.error = note;
  addEventListener('error', (event) => { if (event.message) note(event.message); });
  addEventListener('unhandledrejection', (event) => note(event.reason));
  window.print = () => undefined;`;

/** Asked of the prototypes, since the page's own are pictures. */
const all = `[...Document.prototype.querySelectorAll.call(document, '${tags.join()}')]`;
/** Words on the page, so few that nothing but an empty box has less. */
const drawn = `${all}.every(({ shadowRoot }) => shadowRoot?.textContent.length > 20)`;
/** What a reader does: opens all that opens, follows a link, and presses each button. */
const used = (presses: boolean) => `(async () => {
  for (const element of ${all}) {
    for (const { firstElementChild } of element.shadowRoot.querySelectorAll('details')) firstElementChild.click();
    const link = element.shadowRoot.querySelector('a');
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.click();
    if (${presses})
      for (const button of element.shadowRoot.querySelectorAll('button')) if (button.isConnected) button.click();
    for (let turn = 0; turn < 3; turn++) await element.updateComplete;
  }
})()`;

/** All that an object of this kind has, by its own names and those it inherits. */
const namesOf = (owner: string) => `(() => {
  const names = new Set();
  for (let owner = ${owner}; owner; owner = Object.getPrototypeOf(owner))
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name);
  return [...names];
})()`;

const scripts = {
  loader: '<script type="module" src="%/alliance-elements.js" crossorigin></script>',
  'classic loader': '<script src="%/alliance-elements.js" crossorigin></script>',
  'single file': '<script type="module" src="%/alliance-elements.all.js" crossorigin></script>',
  'classic single file': '<script src="%/alliance-elements.all.classic.js" crossorigin></script>',
} as const;

const widgets = tags
  .map((tag) => `<${tag} ${tag === 'contact-card' ? 'organisation="RGT"' : ''} for="other"><p>Fallback</p></${tag}>`)
  .join('');
const place = '<div data-alliance-element="contact-card" data-organisation="RGT"><p>Fallback</p></div>';

/** Names that no object of the browser has, or not in each engine, and that our code or what it is made with may ask of a page. */
const ownNames = `config customElements trustedTypes litHtmlVersions litElementVersions reactiveElementVersions alliance
  document window self globalThis process require define module exports navigation alliance-elements other heading hostile
  JSC_VERSION ShadyCSS ShadyDOM polyfillSupport virtual script base policy tags`.split(/\s+/);

for (const name of engineNames)
  describe(
    `in ${name}, names that hide what a script asks for`,
    {
      skip: !installed(name) && !process.env['CI'] && 'not installed',
    },
    () => {
      let engine: Engine;
      let library: Site;
      let documentNames: string[];
      let formNames: string[];
      before(async () => {
        engine = await start(name);
        library = await serveDist();
        documentNames = [...new Set([...(await engine.ask<string[]>(namesOf('document'))), ...ownNames])];
        formNames = [
          ...new Set([...(await engine.ask<string[]>(namesOf("document.createElement('form')"))), ...ownNames]),
        ];
        assert.ok(documentNames.length > 250 && documentNames.includes('querySelectorAll'));
        assert.ok(formNames.length > 300 && formNames.includes('getRootNode'));
      });
      after(async () => {
        await engine.close();
        await library.close();
      });

      /** Opens a page with what may hide names before our script and, if asked, after it as well. */
      async function onPage(body: string, act: () => Promise<void>): Promise<void> {
        const page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="/watch.js"></script><body>${body.replaceAll('%', library.origin)}`;
        const host = await serveText({ '/': page, '/watch.js': watch });
        try {
          await engine.open(`${host.origin}/`);
          await act();
        } finally {
          await engine.open('about:blank');
          await host.close();
        }
      }
      async function works(count: number): Promise<void> {
        try {
          await engine.until(`${all}.length >= ${count} && ${drawn}`);
        } catch {
          const empty = `${all}.filter(({ shadowRoot }) => !(shadowRoot?.textContent.length > 20)).map(({ localName }) => localName)`;
          assert.fail(
            `${String(await engine.ask(empty))} show nothing: ${String(await engine.ask('window.noted.join("; ")'))}`,
          );
        }
        // Others stop at what their buttons open: a dialog for printing, for a download, for the device's place.
        await engine.ask(used(name === 'chromium'));
        assert.deepEqual(await engine.ask('[...new Set(window.noted)]'), []);
        assert.equal(await engine.ask(drawn), true);
      }

      const bait = (names: readonly string[]) =>
        names.map((each) => `<img name="${each}" alt=""><form id="${each}" name="${each}"></form>`).join('');
      const fields = (names: readonly string[]) => names.map((each) => `<input name="${each}">`).join('');

      for (const [way, script] of Object.entries(scripts))
        it(
          `pictures and forms for all names of a document and some of a window: ${way}`,
          { timeout: 60_000 },
          async () => {
            await onPage(`${bait(documentNames)}<a id="other"></a>${widgets}${place}${script}`, () =>
              works(tags.length + 1),
            );
          },
        );

      it('the same, put there once our script has run', { timeout: 60_000 }, async () => {
        await onPage(`${scripts['classic loader']}${bait(documentNames)}${widgets}${place}`, () =>
          works(tags.length + 1),
        );
        await onPage(`${scripts['classic single file']}${bait(documentNames)}${widgets}`, () => works(tags.length));
      });

      it(
        'forms whose fields have all names of a form, around widgets and places, and in them',
        { timeout: 60_000 },
        async () => {
          const inside = tags.map((tag) => `<${tag}><form>${fields(formNames)}</form></${tag}>`).join('');
          const around = `<form>${fields(formNames)}${widgets}${place}</form>`;
          for (const way of ['classic loader', 'classic single file'] as const) {
            const count = way === 'classic loader' ? 1 : 0;
            await onPage(`${around}${inside}${scripts[way]}`, () => works(tags.length * 2 + count));
          }
        },
      );

      it(
        'a form that comes late, and one that would be a place itself, which is left as it is',
        { timeout: 60_000 },
        async () => {
          const form = `<form data-alliance-element="contact-card" data-organisation="RGT">${fields(formNames)}</form>`;
          const late = `Document.prototype.querySelector.call(document, 'main')
        .insertAdjacentHTML('beforeend', ${JSON.stringify(`<form>${fields(formNames)}${widgets}</form>${form}`)})`;
          await onPage(`<main></main><contact-card></contact-card>${scripts['classic loader']}`, async () => {
            await works(1);
            await engine.ask(late);
            await works(tags.length + 1);
          });
        },
      );
    },
  );
