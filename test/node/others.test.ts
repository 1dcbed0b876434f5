import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Site } from '../../tools/serve.js';
import { launch, serveDist, serveText, watch, type Watched } from './browser.js';

// Pages that change what the browser gives, or move our elements about: nothing throws, and the card is shown. Two
// copies, two versions and foreign elements under our names are in loader.test.ts.

const card = '<contact-card organisation="RGT"><p>Call the hospital</p></contact-card>';
const named = 'Cambridge University Hospitals NHS Foundation Trust';
const jquery = readFileSync('node_modules/jquery/dist/jquery.js', 'utf8');
const turbo = readFileSync('node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js', 'utf8');

let browser: Browser;
let library: Site;
before(async () => {
  browser = await launch();
  library = await serveDist();
});
after(async () => {
  await browser.close();
  await library.close();
});

const files = ['alliance-elements.js', 'alliance-elements.all.classic.js'] as const;
const ours = (file: string) => `<script src="${library.origin}/${file}"></script>`;

async function onPages(
  pages: Readonly<Record<string, string>>,
  act: (watched: Watched, origin: string) => Promise<void>,
): Promise<void> {
  const host = await serveText(
    Object.fromEntries(
      Object.entries(pages).map(([path, html]) => [path, `<!doctype html><html lang="en"><title>Host</title>${html}`]),
    ),
  );
  const watched = await watch(browser);
  try {
    await watched.page.goto(`${host.origin}/`);
    await act(watched, host.origin);
    assert.deepEqual([...watched.errors, ...watched.warnings], []);
  } finally {
    await watched.page.close();
    await host.close();
  }
}

/** Waits until every card in the document says whose it is. */
async function cardsSay(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (words, n) => {
      const cards = [...document.querySelectorAll('contact-card')];
      return (
        cards.length === n && cards.every((one) => one.shadowRoot?.querySelector('h2')?.textContent?.includes(words))
      );
    },
    { timeout: 8000 },
    named,
    count,
  );
}

/** What old and new libraries do to the browser's own objects. Each is run before ours. */
const changes: Readonly<Record<string, string>> = {
  'Array.from is the page’s own, as Prototype.js made it': `
    Array.from = function (iterable) {
      if (!iterable) return [];
      if ('toArray' in Object(iterable)) return iterable.toArray();
      const results = new Array(iterable.length || 0);
      for (let i = 0; i < results.length; i++) results[i] = iterable[i];
      return results;
    };`,
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

describe('a page that changed the browser’s own objects', () => {
  for (const [name, change] of Object.entries(changes))
    for (const file of files)
      it(`${name}: ${file}`, async () => {
        await onPages({ '/': `<body><script>${change}</script>${card}${ours(file)}` }, ({ page }) => cardsSay(page, 1));
      });
});

describe('a page that moves things about', () => {
  for (const file of files) {
    it(`jQuery puts cards in, takes them out and puts them back: ${file}`, async () => {
      await onPages(
        { '/': `<body><script>${jquery}</script><div id="place"></div><div id="other"></div>${ours(file)}` },
        async ({ page }) => {
          await page.evaluate((html) => {
            (window as unknown as { $: (at: string) => { html(text: string): void } }).$('#place').html(html);
          }, card);
          await cardsSay(page, 1);
          await page.evaluate((html) => {
            const $ = (window as unknown as { $: (at: unknown) => Record<string, (...given: unknown[]) => unknown> }).$;
            const place = $('#place');
            const kept = $('contact-card')['detach']?.();
            place['html']?.('');
            $('#other')['append']?.(kept);
            place['html']?.(html);
          }, card);
          await cardsSay(page, 2);
        },
      );
    });

    it(`jQuery puts our script in with the markup, twice: ${file}`, async () => {
      await onPages({ '/': `<body><script>${jquery}</script><div id="place"></div>` }, async ({ page }) => {
        for (let turn = 0; turn < 2; turn++) {
          await page.evaluate(
            (html) => {
              (window as unknown as { $: (at: string) => { html(text: string): void } }).$('#place').html(html);
            },
            card + ours(file),
          );
          await cardsSay(page, 1);
        }
      });
    });

    it(`Turbo goes to another page and back, with its copy of the first: ${file}`, async () => {
      const head = `<head><script>${turbo}</script>${ours(file)}</head>`;
      await onPages(
        {
          '/': `${head}<body><a href="/next">Next</a>${card}</body>`,
          '/next': `${head}<body><a href="/">Back</a>${card}${card}</body>`,
        },
        async ({ page }) => {
          await cardsSay(page, 1);
          await page.evaluate(() => Object.assign(window, { sameDocument: true }));
          await page.click('a');
          await page.waitForFunction(() => location.pathname === '/next');
          await cardsSay(page, 2);
          await page.goBack();
          await page.waitForFunction(() => location.pathname === '/');
          await cardsSay(page, 1);
          assert.equal(await page.evaluate(() => 'sameDocument' in window), true, 'Turbo never left the document');
        },
      );
    });

    it(`the body is replaced, nodes are moved, cloned and wrapped: ${file}`, async () => {
      await onPages({ '/': `<body>${card}${ours(file)}` }, async ({ page }) => {
        await cardsSay(page, 1);
        await page.evaluate(() => {
          const old = document.querySelector('contact-card')!;
          const body = document.createElement('body');
          const wrapper = document.createElement('blockquote');
          wrapper.append(old, old.cloneNode(true));
          body.append(wrapper, document.importNode(wrapper, true));
          document.documentElement.replaceChild(body, document.body);
        });
        await cardsSay(page, 4);
      });
    });
  }

  it('names its elements after what scripts ask for', async () => {
    // What the page's own scripts could not do without either is left out: createElement, addEventListener, and the like.
    const names = `all anchors body children childNodes cookie currentScript customElements defaultView documentElement
      firstElementChild forms getElementById getRootNode head host images lang dir links nodeType ownerDocument parentNode
      policy prefix root scripts shadowRoot styleSheets tags title top trustedTypes window self parent frames name length
      origin location performance history navigator alliance map`.split(/\s+/);
    const bait = names
      .map((name) => `<form id="${name}"></form><img name="${name}" alt=""><a id="${name}" name="${name}"></a>`)
      .join('');
    for (const file of files)
      await onPages({ '/': `<body>${bait}<div>${card}</div>${ours(file)}` }, ({ page }) => cardsSay(page, 1));
  });
});
