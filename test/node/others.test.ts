import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { engineNames } from './engines.js';
import { card, cardsSay, Visitor, without } from './others-host.js';

// Pages that change what the browser gives, or move our elements about, in three engines: nothing throws, nothing is
// said, the card is shown, and nothing but it is left. Two copies, two versions and foreign elements under our names are
// in others-copies.test.ts.

const jquery = readFileSync('node_modules/jquery/dist/jquery.js', 'utf8');
const turbo = readFileSync('node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js', 'utf8');

/** As Debian has it: the last release of Prototype, and not one that we made. */
const prototypeFile = '/usr/share/javascript/prototype/prototype.js';
const withoutPrototype =
  !existsSync(prototypeFile) && !process.env['CI'] && 'Debian package to install: libjs-prototype';
function prototypeJs(): string {
  if (!existsSync(prototypeFile)) throw new Error('.ci/run must install a package of Debian: libjs-prototype');
  return readFileSync(prototypeFile, 'utf8');
}

/** What old and new libraries do to the browser's own objects. Each is run before ours. */
const changes: Readonly<Record<string, string>> = {
  'Array.from is the page’s own, and not for others': `
    Array.from = () => { throw new Error('not for others'); };`,
  'arrays, strings and objects have more than they had, and can be counted out': `
    Array.prototype.first = function () { return this[0]; };
    Array.prototype.toJSON = function () { return 'no array'; };
    String.prototype.strip = function () { return this.trim(); };
    Object.prototype.extend = function () { return this; };`,
  'elements have methods of the page’s own': `
    for (const name of ['hide', 'show', 'update', 'select', 'visible', 'readAttribute'])
      Element.prototype[name] = function () { return this; };`,
  'fetch, JSON.parse and setTimeout are the page’s own': `
    window.fetch = () => Promise.reject(new Error('no fetch here'));
    JSON.parse = () => { throw new Error('no JSON here'); };
    const later = window.setTimeout;
    window.setTimeout = (act, time) => later(act, (time ?? 0) + 1);`,
  'customElements.define is wrapped, as polyfills and monitors do': `
    const { define } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = function (name, type, options) {
      if (this.get(name)) return;
      define.call(this, name, type, options);
    };`,
  'Promise, Map and Set are subclasses of what they were': `
    window.Promise = class extends Promise {};
    window.Map = class extends Map {};
    window.Set = class extends Set {};`,
  'console is gone': `window.console = { log() {} };`,
  'trustedTypes has a default policy that cleans all markup away': `
    window.trustedTypes?.createPolicy('default', { createHTML: () => '', createScriptURL: () => null, createScript: () => null });`,
};

/** What the page's own scripts could not do without either is left out: createElement, addEventListener, and the like. */
const names = `all anchors body children childNodes cookie currentScript customElements defaultView documentElement
  firstElementChild forms getElementById getRootNode head host images lang dir links nodeType ownerDocument parentNode
  policy prefix root scripts shadowRoot styleSheets tags title top trustedTypes window self parent frames name length
  origin location performance history navigator alliance map`.split(/\s+/);
const bait = names
  .map((name) => `<form id="${name}"></form><img name="${name}" alt=""><a id="${name}" name="${name}"></a>`)
  .join('');

/** Our files, as a host has them in a folder of its own. */
const onOwnSite = Object.fromEntries(
  readdirSync('dist')
    .filter((name) => name.endsWith('.js'))
    .map((name) => [`/widgets/1/${name}`, readFileSync(`dist/${name}`, 'utf8')]),
);

const quoted = (html: string) => JSON.stringify(html).replaceAll('</', '<\\/');

for (const name of engineNames)
  describe(`in ${name}`, { skip: without(name) }, () => {
    let visitor: Visitor;
    before(async () => {
      visitor = await Visitor.start(name);
    });
    after(() => visitor.close());
    const ours = (file: string) => `<script src="${visitor.library.origin}/${file}"></script>`;
    const until = (expression: string) => visitor.engine.until(expression);
    const run = (code: string) => visitor.engine.ask(`(() => { ${code} return true; })()`);

    for (const file of ['alliance-elements.js', 'alliance-elements.all.classic.js'] as const)
      describe(`${file}, on a page`, () => {
        for (const [what, change] of Object.entries(changes))
          it(`where ${what}`, async () => {
            await visitor.visit({ scripts: { '/change.js': change }, bodies: { '/': card + ours(file) } }, () =>
              until(cardsSay(1)),
            );
          });

        it(
          'with Prototype.js, which puts cards in, wraps them, takes them out and replaces them',
          {
            skip: withoutPrototype,
          },
          async () => {
            await visitor.visit(
              {
                scripts: { '/prototype.js': prototypeJs() },
                bodies: { '/': `${card}<div id="place"></div><div id="other"></div>${ours(file)}` },
              },
              async () => {
                assert.equal(await visitor.engine.ask('Prototype.Version'), '1.7.3');
                assert.equal(await visitor.engine.ask('Array.from === $A'), true, 'Prototype has changed the browser');
                await until(cardsSay(1));
                await run(`$('place').update(${quoted(card)});
                $('other').insert({ top: ${quoted(card)}, after: ${quoted(card)} });`);
                await until(cardsSay(4));
                await run(`const kept = $('place').down('contact-card').remove();
                $('other').insert(kept).wrap('section').insert({ before: kept.clone(true) });
                $$('contact-card').first().replace(${quoted(card)});
                $$('contact-card').last().writeAttribute('id', 'last').hide().show();`);
                await until(cardsSay(5));
              },
            );
          },
        );

        it('with jQuery, which puts cards in, takes them out and puts them back', async () => {
          await visitor.visit(
            {
              scripts: { '/jquery.js': jquery },
              bodies: { '/': `<div id="place"></div><div id="other"></div>${ours(file)}` },
            },
            async () => {
              assert.match(await visitor.engine.ask('jQuery.fn.jquery'), /^4\./);
              await run(`$('#place').html(${quoted(card)});`);
              await until(cardsSay(1));
              await run(`const kept = $('contact-card').detach();
                $('#place').html('');
                $('#other').append(kept);
                $('#place').html(${quoted(card)});`);
              await until(cardsSay(2));
            },
          );
        });

        it('with jQuery, which puts our script in with the markup, twice', async () => {
          await visitor.visit(
            { scripts: { '/jquery.js': jquery }, bodies: { '/': '<div id="place"></div>' } },
            async () => {
              for (let turn = 0; turn < 2; turn++) {
                await run(`$('#place').html(${quoted(card + ours(file))});`);
                await until(cardsSay(1));
              }
            },
          );
        });

        it('with jQuery, where our files are on the page’s own site, so that it fetches our script and runs its text', async () => {
          await visitor.visit(
            { scripts: { '/jquery.js': jquery }, files: onOwnSite, bodies: { '/about/us': '<div id="place"></div>' } },
            async () => {
              await run(`$('#place').html(${quoted(`${card}<script src="/widgets/1/${file}"></script>`)});`);
              await until(cardsSay(1));
            },
          );
        });

        it('whose customElements.define refuses one of our names: that tag keeps its words, the others come, one line says so', async () => {
          const refuse = `
            const { define } = CustomElementRegistry.prototype;
            CustomElementRegistry.prototype.define = function (name, ...rest) {
              if (name === 'alliance-overview') throw new Error('not on this page');
              define.call(this, name, ...rest);
            };`;
          const words = '<alliance-overview><p>About us</p></alliance-overview>';
          await visitor.visit(
            { scripts: { '/refuse.js': refuse }, bodies: { '/': words + card + ours(file) } },
            async () => {
              await until(cardsSay(1));
              await until('window.noted.length === 1');
              assert.equal(
                await visitor.engine.ask(`document.querySelector('alliance-overview').innerText.trim()`),
                'About us',
              );
            },
            { said: [/not on this page/] },
          );
        });

        it('with Turbo, which goes to another page and back, with its copy of the first', async () => {
          await visitor.visit(
            {
              scripts: { '/turbo.js': turbo },
              head: ours(file),
              bodies: {
                '/': `<a href="/next">Next</a>${card}`,
                '/next': `<a href="/">Back</a>${card}${card}`,
              },
            },
            async () => {
              assert.equal(await visitor.engine.ask('typeof Turbo.visit'), 'function');
              await until(cardsSay(1));
              await run(`window.noted.document = document.documentElement.ownerDocument;`);
              await run(`document.querySelector('a').click();`);
              await until(`location.pathname === '/next' && ${cardsSay(2)}`);
              await run('history.back();');
              await until(`location.pathname === '/' && ${cardsSay(1)}`);
              assert.equal(await visitor.engine.ask('window.noted.document === document'), true, 'Turbo never left it');
            },
          );
        });

        it('R13, R32: whose body is replaced, and whose nodes are moved, cloned and wrapped', async () => {
          await visitor.visit({ bodies: { '/': card + ours(file) } }, async () => {
            await until(cardsSay(1));
            await run(`const old = document.querySelector('contact-card');
              const body = document.createElement('body');
              const wrapper = document.createElement('blockquote');
              wrapper.append(old, old.cloneNode(true));
              body.append(wrapper, document.importNode(wrapper, true));
              document.documentElement.replaceChild(body, document.body);`);
            await until(cardsSay(4));
            // What is added to the new body is found as well.
            await run(`document.body.insertAdjacentHTML('beforeend', ${quoted(card)});`);
            await until(cardsSay(5));
          });
        });

        it('that names its elements after what scripts ask for', async () => {
          await visitor.visit({ bodies: { '/': `${bait}<div>${card}</div>${ours(file)}` } }, () => until(cardsSay(1)));
        });
      });
  });
