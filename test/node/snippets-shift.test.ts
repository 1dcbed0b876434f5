import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { browserFlags, findBrowser } from '../../tools/browser.js';
import { integrityOf } from '../../tools/rollup/files.js';
import type { Site } from '../../tools/serve.js';
import { tags } from './browser.js';

// What a reader on a slow telephone sees: the page is there with a snippet's words, and seconds later the widget comes.
// Every snippet that we write or document, as it stands, with the style sheet that we document: nothing moves.

/** As far as a telephone is from the next mast: what browsers' own tools call slow 3G. Bytes for each second. */
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** How many times slower than this machine its processor is. */
const slowness = 4;
const screens = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
] as const;
/** As many at once as wait for the network while others draw. */
const pagesAtOnce = 6;

interface Snippet {
  readonly name: string;
  readonly html: string;
}

const readyMade: readonly Snippet[] = readdirSync('dist/snippets')
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, html: readFileSync(join('dist/snippets', name), 'utf8') }));

/** Every piece of markup in our documents that shows a widget on a page; templates of a framework are no markup yet. */
const documented: readonly Snippet[] = [
  'README.md',
  'docs/prerendering.md',
  'docs/cms.md',
  'stories/Embedding.mdx',
].flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```html\n([^]*?)^```$/gm)]
    .map(([, html = '']) => html)
    .filter((html) => new RegExp(`<(${tags.join('|')})\\b|data-alliance-element|/frame/`).test(html))
    .map((html, index) => ({ name: `${page}, ${index + 1}`, html })),
);

/** What our documents have hosts put in their own style sheets, so that a widget's room is kept. */
const room = ['README.md', 'docs/prerendering.md']
  .flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/^```css\n([^]*?)^```$/gm)].map(([, css = '']) => css))
  .filter((css) => css.includes('min-height'))
  .join('\n');

/** A host's page with a snippet: its own words before it, and so many after it that a screen is full. */
function pageWith({ name, html }: Snippet, origin: string): string {
  const hosted = html
    .replace(/(https:\/\/YOUR-HOST)?\/alliance-elements\/(VERSION|\d+\.\d+\.\d+)/g, origin)
    .replace(/([\w.-]+\.js)"(\s+)integrity="…"/g, (_, file: string, space: string) => {
      return `${file}"${space}integrity="${integrityOf(readFileSync(join('dist', file)))}"`;
    });
  const head = `<link rel="icon" href="data:,"><link rel="stylesheet" href="/host.css">${
    hosted.includes('<script') ? '' : `<script type="module" src="${origin}/alliance-elements.js" crossorigin></script>`
  }`;
  const words = '<p>More of the host’s own words, which somebody has begun to read.</p>'.repeat(30);
  if (hosted.includes('</head>'))
    return hosted.replace('</head>', `${head}</head>`).replace('</body>', `${words}</body>`);
  // A card within a line, where it is not there from the start, is in something with room, as we tell hosts.
  const isInline = hosted.includes('layout="inline"') && !hosted.includes('<template');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title>${head}</head>
    <body><h1>A host</h1><p>Before it</p>${isInline ? `<div class="around-a-card">${hosted}</div>` : hosted}${words}</body></html>`;
}

/** Our host and the partner's, as they should be: what is sent is packed. */
function serve(pages: ReadonlyMap<string, string>): Promise<Site> {
  const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };
  const packed = new Map<string, Buffer>();
  const pack = (path: string): Buffer | undefined => {
    const file = join('dist', path);
    const body = pages.get(path) ?? (existsSync(file) && readFileSync(file));
    return body ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : undefined;
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const body = packed.get(path) ?? pack(path);
    if (!body) return void response.writeHead(404).end();
    packed.set(path, body);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8');
    response.setHeader('Content-Encoding', 'br');
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** What a page notes of itself, and each frame in it. */
interface Noted {
  /** Widgets that have drawn themselves. */
  readonly ready: Set<EventTarget>;
  /** When the first of them did, in milliseconds. */
  readonly first: number;
  /** How much moved and what, for each time that something did. */
  shifts(): readonly string[];
}

function note(): void {
  const seen: string[] = [];
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      const { value, sources } = entry as PerformanceEntry & {
        readonly value: number;
        readonly sources: readonly {
          readonly node: Node | null;
          readonly previousRect: DOMRect;
          readonly currentRect: DOMRect;
        }[];
      };
      const moved = sources.map(
        ({ node, previousRect, currentRect }) =>
          `${node?.nodeName} ${node?.textContent?.trim().slice(0, 20)}: ${previousRect.top} to ${currentRect.top}`,
      );
      seen.push([value.toFixed(4), ...moved].join('; '));
    }
  };
  const observer = new PerformanceObserver((list) => {
    add(list.getEntries());
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  const ready = new Set<EventTarget>();
  const noted = {
    ready,
    first: Infinity,
    shifts: () => {
      add(observer.takeRecords());
      return seen;
    },
  };
  addEventListener('alliance-ready', ({ target }) => {
    if (target) ready.add(target);
    noted.first = Math.min(noted.first, performance.now());
  });
  Object.assign(window, { noted });
}

let browser: Browser;
let site: Site;
/** Pages of the browser, slowed down, that wait for a snippet. */
const idle: Page[] = [];
const bodies = new Map([['/host.css', room]]);
before(async () => {
  browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    headless: true,
    // A slow processor is one that waits in circles, even with nothing to do. All pages on one leave others to others.
    args: [...browserFlags, '--process-per-site'],
  });
  site = await serve(bodies);
  for (const snippet of [...readyMade, ...documented]) bodies.set(`/${snippet.name}`, pageWith(snippet, site.origin));
  for (let count = 0; count < pagesAtOnce; count++) {
    // In a window of its own: a page behind another is not painted.
    const page = await browser.newPage({ type: 'window' });
    await page.setCacheEnabled(false);
    await page.evaluateOnNewDocument(note);
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    idle.push(page);
  }
});
after(async () => {
  await browser.close();
  await site.close();
});

/** When every widget of a page has drawn itself, and no place for one is left. */
const allReady = (frame: Frame) =>
  frame.waitForFunction(
    (names) => {
      const { ready } = (window as unknown as { noted: Noted }).noted;
      const all = [...document.querySelectorAll(names)];
      return all.length && all.every((element) => ready.has(element));
    },
    { timeout: 30_000 },
    `${tags.join()},[data-alliance-element]`,
  );

/** Opens a page, and says what moved on it until its widgets were drawn and it was quiet; and what was painted before. */
async function watchArrival(page: Page, path: string): Promise<{ shifts: readonly string[]; painted: boolean }> {
  await page.goto(site.origin + encodeURI(path));
  const inside = page.frames().find((frame) => frame.url().includes('/frame/'));
  await allReady(inside ?? page.mainFrame());
  if (inside) {
    const height = await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    await page.waitForFunction((tall) => Number(document.querySelector('iframe')?.height) === tall, {}, height);
  }
  // On a clock of its own, so what is compared is how long ago the first widget was drawn, and the first paint.
  const since = await (inside ?? page.mainFrame()).evaluate(
    () => performance.now() - (window as unknown as { noted: Noted }).noted.first,
  );
  return page.evaluate(async (ago) => {
    await document.fonts.ready;
    for (let left = 3; left; left--) await new Promise((resolve) => requestAnimationFrame(resolve));
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      shifts: (window as unknown as { noted: Noted }).noted.shifts(),
      painted: !!paint && paint.startTime < performance.now() - ago,
    };
  }, since);
}

for (const [kind, snippets] of [
  ['ready-made snippet', readyMade],
  ['snippet of our documents', documented],
] as const)
  describe(
    `R7: when a ${kind} becomes a widget, on a slow network, nothing moves`,
    { concurrency: pagesAtOnce },
    () => {
      for (const { name } of snippets)
        it(name, async () => {
          const page = idle.pop();
          assert.ok(page, 'more at once than there are pages');
          try {
            for (const screen of screens) {
              await page.setViewport(screen);
              const { shifts, painted } = await watchArrival(page, `/${name}`);
              assert.equal(painted, true, 'the widget came before the page was painted, so nothing could have moved');
              assert.deepEqual(shifts, [], `${screen.width} pixels wide`);
            }
          } finally {
            idle.push(page);
          }
        });
    },
  );

it('finds snippets and their room in our documents', () => {
  assert.ok(readyMade.length >= 90, String(readyMade.length));
  assert.ok(documented.length >= 6, documented.map(({ name }) => name).join());
  assert.match(room, /\bcontact-card\b[^]*100vh|100vh[^]*\bcontact-card\b/);
});
