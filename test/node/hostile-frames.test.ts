import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { elements } from '../../tools/prerender/cases.js';
import type { Site } from '../../tools/serve.js';
import { payloads, shown } from '../hostile/payloads.js';
import { launch, listening } from './browser.js';
import { everyString } from './hostile-strings.js';

// The address of a frame page can be written by anybody. Each string of the big list and each of ours meets five of the ten
// frames in a real browser, the next string the other five: in one of the options that the page takes, in one that it refuses,
// and as the name of an option; and each is in some frame as it stands, without encoding. In hostile-attributes each string is
// tried in each option of each widget.

const { attributesOf, offered, refused } = (await import(pathToFileURL('dist/npm/tools/prerender.js').href)) as {
  attributesOf(tag: string): string[];
  offered: string[];
  refused: string[];
};

/** What each page runs first: takes note of what goes wrong, and looks when it is asked. */
const inEachPage = `import { harmIn, prototypes } from './test/hostile/sentinel.ts';
  const wrong = [];
  const changed = prototypes();
  for (const name of ['hostileRan', 'alert', 'confirm', 'prompt', 'open', 'print'])
    Object.assign(window, { [name]: () => wrong.push(name + ' was called') });
  console.error = (...words) => wrong.push(words.join(' '));
  addEventListener('error', ({ message }) => wrong.push(message));
  addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    wrong.push([violatedDirective, blockedURI, sample].join(' ')));
  window.lookAt = async (tag) => {
    await customElements.whenDefined(tag);
    const element = document.body.firstElementChild;
    await element.updateComplete;
    const root = element.shadowRoot;
    if (element.localName !== tag) wrong.push('a ' + element.localName);
    if (root.textContent.trim().length < 20) wrong.push('it is empty');
    return {
      wrong: [...wrong, ...harmIn(root), ...[...element.children].flatMap(harmIn), ...changed()],
      attributes: element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
      title: document.title,
      path: location.pathname,
      furniture: [...document.head.children, ...document.body.querySelectorAll('*')].map(({ localName }) => localName).join(),
    };
  };`;

/** What the page around the frames runs: several frames at once, each with one address after another. */
async function feed(tag: string, queries: readonly string[]): Promise<Looked[]> {
  type Inside = Window & { lookAt(tag: string): Promise<Looked> };
  const looked: Looked[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < queries.length) {
      const turn = next++;
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      frame.src = `/frame/${tag}.html?${queries[turn]}`;
      document.body.append(frame);
      await loaded;
      looked[turn] = await (frame.contentWindow as Inside).lookAt(tag);
      frame.remove();
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return looked;
}

interface Looked {
  readonly wrong: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly title: string;
  readonly path: string;
  /** What stands in the page. */
  readonly furniture: string;
}

/** Our host as it is, with a page that holds frames; it takes addresses of any length. */
function serve(): Promise<Site> {
  return listening(
    createServer({ maxHeaderSize: 2 ** 20 }, ({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const ending = /^\/[\w./-]+\.(js|html)$/.exec(pathname)?.[1];
      const file = join('dist', pathname);
      const isHost = pathname === '/';
      if (!isHost && (!ending || !existsSync(file))) return void response.writeHead(404).end();
      response.setHeader('Content-Type', ending === 'js' ? 'text/javascript' : 'text/html; charset=utf-8');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'max-age=600');
      response.end(isHost ? '<!doctype html><html lang="en"><title>Host</title>' : readFileSync(file));
    }),
  );
}

/** Each string for every other frame. */
const halves = [0, 1].map((rest) => everyString.filter((_, index) => index % 2 === rest));

describe('Hostile text in the address of a frame page', () => {
  let library: Site;
  let browser: Browser;
  let page: Page;
  before(async () => {
    const { outputFiles } = await build({
      stdin: { contents: inEachPage, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    library = await serve();
    browser = await launch();
    page = await browser.newPage();
    await page.evaluateOnNewDocument(outputFiles[0]!.text);
    await page.goto(library.origin);
  });
  after(() => Promise.all([browser.close(), library.close()]));

  const bare = new Set<string>();
  let bareNext = 0;
  Object.keys(elements).forEach((tag, number) => {
    const half = halves[number % 2]!;
    const count = half.length;
    const at = (index: number) => half[index % count]!;
    const taken = attributesOf(tag).filter((name) => offered.includes(name));

    it(`${tag}: each of ${count} strings, in what it takes, in what it refuses and as a name`, async () => {
      const met = { taken: new Set<string>(), refused: new Set<string>(), name: new Set<string>() };
      const expected: (readonly [query: string, attributes: Readonly<Record<string, string>>])[] = [];
      const turns = Math.ceil(count / taken.length);
      for (let turn = 0; turn < turns; turn++) {
        const begin = turn * taken.length;
        const values = taken.map((name, index): [string, string] => [name, at(begin + index)]);
        const others = taken.map((_, index): [string, string] => [
          [...refused, 'onclick', 'style', 'is', 'slot'][(turn + index) % (refused.length + 4)]!,
          at(begin + index),
        ]);
        // As a name, none that the page knows.
        const named = taken.map((_, index) => at(begin + index)).filter((text) => !taken.includes(text));
        // Without what ends a query; an address of several lines with a bracket is none that Chromium opens.
        const raw = everyString[bareNext++ % everyString.length]!;
        for (const [, text] of values) met.taken.add(text);
        for (const [, text] of others) met.refused.add(text);
        for (const text of named) met.name.add(text);
        bare.add(raw);
        const encoded = new URLSearchParams([
          ...others,
          ...named.map((text): [string, string] => [text, text]),
          // The last of a name counts.
          ...values,
        ]);
        expected.push([
          `${raw.replace(/[#\t\r\n]/g, encodeURIComponent)}&${encoded.toString()}`,
          Object.fromEntries(values.map(([name, text]) => [name, Buffer.from(text).toString().slice(0, 200)])),
        ]);
      }
      const queries = expected.map(([query]) => query);
      const looked: Looked[] = [];
      for (let from = 0; from < queries.length; from += 60)
        looked.push(...(await page.evaluate(feed, tag, queries.slice(from, from + 60))));
      const faults: string[] = [];
      const [first] = looked;
      assert.ok(first && first.title.length > 5 && first.furniture.includes('script'));
      for (const [turn, [query, attributes]] of expected.entries()) {
        const seen = looked[turn];
        const wrong = [...(seen?.wrong ?? ['not seen'])];
        try {
          assert.deepEqual(Object.fromEntries(seen?.attributes ?? []), attributes);
        } catch (error) {
          wrong.push(String(error).slice(0, 400));
        }
        if (seen?.title !== first.title) wrong.push(`its title is ${seen?.title}`);
        if (seen?.furniture !== first.furniture) wrong.push(`in it are ${seen?.furniture}`);
        if (seen?.path !== `/frame/${tag}.html`) wrong.push(`it is at ${seen?.path}`);
        faults.push(...wrong.map((fault) => `${fault}, of ${shown(query)}`));
      }
      assert.deepEqual(faults.slice(0, 20), [], `${faults.length} in all`);
      assert.deepEqual([met.taken.size, met.refused.size], [count, count]);
      assert.ok(met.name.size >= count - taken.length, `${met.name.size} names`);
    });
  });

  it('each of ours without encoding, in some frame', () => {
    assert.deepEqual(
      payloads
        .map(({ text }) => text)
        .filter((text) => !bare.has(text))
        .map(shown),
      [],
    );
  });
});
