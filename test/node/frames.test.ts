import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { parse } from 'yaml';
import { elements } from '../../tools/prerender/cases.js';
import type { Site } from '../../tools/serve.js';
import { launch, serveText, watch } from './browser.js';
import { engineNames, installed, start, type Engine } from './engines.js';

const types: Readonly<Record<string, string>> = { js: 'text/javascript', html: 'text/html; charset=utf-8' };

/** Our host: dist as it is, with CORS, and pages of a test's own. */
function serve(pages: Readonly<Record<string, string>> = {}): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname in pages) return void response.writeHead(200, { 'Content-Type': types['html'] }).end(pages[pathname]);
    const [, ending = ''] = /^\/[\w./-]+\.(js|html)$/.exec(pathname) ?? [];
    const file = join('dist', pathname);
    if (!ending || !existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', types[ending] ?? '');
    response.end(readFileSync(file));
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

let library: Site;
let browser: Browser;
before(async () => {
  library = await serve();
  browser = await launch();
});
after(() => Promise.all([library.close(), browser.close(), ...partners.map((site) => site.close())]));

/** Sites of partners, which stay until the end. */
const partners: Site[] = [];
async function serving(...site: Parameters<typeof serveText>): Promise<Site> {
  const partner = await serveText(...site);
  partners.push(partner);
  return partner;
}

/** A strict partner's page with a frame of ours. */
const partner = (tag: string, sandbox: string, query = '', height = 200) =>
  `<!doctype html><html lang="en"><title>A partner</title><body>
  <iframe src="${library.origin}/frame/${tag}.html${query}" title="Frame" width="600" height="${height}" ${sandbox}></iframe>
  <p id="after">after</p><script src="${library.origin}/alliance-elements.frame.js" defer></script>`;
/** Where scripts run alone: controls, and what is about them. */
const controls = 'button, form, fieldset, .screen';

/** What an element has in the place of its first words where nothing can be typed or chosen. */
const insteadOf: Readonly<Record<string, readonly RegExp[]>> = {
  'alliance-finder': [
    /^The East of England has 2 Cancer Alliances, North and South\. Yours depends on your NHS area\.$/,
    /^North Alliance: Cambridgeshire and Peterborough; Norfolk and Waveney; Suffolk and North East Essex\.$/,
    /^South Alliance: Bedfordshire, Luton and Milton Keynes; Hertfordshire and West Essex; Mid and South Essex\.$/,
    /^Your NHS area may not be called after your county\./,
    /^To find out more, go to the East of England Cancer Alliances website\.$/,
  ],
  'region-map': [/^The list says who runs NHS services in each area\.$/],
};
const introOf = (tag: string) => {
  const { intro } = parse(readFileSync(`content/en/${tag}.yaml`, 'utf8')) as { intro: string | { text: string } };
  return typeof intro === 'string' ? intro : intro.text;
};

interface Told {
  /** What a reader can read, a line each, with everything open, but for what the test names. */
  readonly lines: readonly string[];
  /** What stands in the place of something, where no script runs. */
  readonly instead: readonly string[];
  /** Links among what is left out. */
  readonly lost: readonly string[];
}

/** Reads a frame page; runs in the browser, in the page or in the one around it. */
function tell(document: Document, tag: string, leftOut: string): Told {
  const root = document.querySelector(tag)?.shadowRoot;
  const frame = root?.querySelector<HTMLElement>('.frame');
  if (!root || !frame) throw new Error(`${tag} is not there`);
  for (const details of root.querySelectorAll('details')) details.open = true;
  const linesOf = (element: HTMLElement) =>
    element.innerText
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
  const alternatives = [...root.querySelectorAll<HTMLElement>('noscript')];
  const instead = alternatives.filter((element) => element.getClientRects().length).flatMap(linesOf);
  const gone = [...root.querySelectorAll<HTMLElement>(leftOut)];
  const lost = gone.flatMap((element) => [...element.querySelectorAll('a')].map(({ href }) => href));
  for (const element of [...gone, ...alternatives]) element.style.display = 'none';
  return { lines: linesOf(frame), instead, lost };
}

/** An expression that reads the page in a document. */
const telling = (document: string, tag: string) =>
  `(${String(tell)})(${document}, ${JSON.stringify(tag)}, ${JSON.stringify(controls)})`;

/** What is told without scripts is what the live element tells, but for what is named above. */
function sameWords(tag: string, still: Told, live: Told): void {
  assert.ok(live.lines.length > 5, 'the live element tells something');
  const asks = tag in insteadOf ? introOf(tag) : '';
  assert.ok(!asks || live.lines.includes(asks), asks);
  assert.deepEqual(
    still.lines,
    live.lines.filter((line) => line !== asks),
  );
  assert.deepEqual([still.lost, live.lost], [[], []], 'no link is among what only works with scripts');
  const expected = insteadOf[tag] ?? [];
  assert.equal(still.instead.length, expected.length, still.instead.join('\n'));
  for (const [index, line] of still.instead.entries()) assert.match(line, expected[index] ?? /^$/);
  assert.deepEqual(live.instead, []);
}

const policy = () => `default-src 'none'; script-src ${library.origin}; frame-src ${library.origin}; style-src 'self'`;

describe('the frame of an element', () => {
  for (const tag of Object.keys(elements))
    it(`${tag}: whole without scripts, in the strictest sandbox; live and as tall as its content with them`, async () => {
      const host = await serving({
        '/still': partner(tag, 'sandbox=""'),
        '/live': partner(tag, ''),
      });
      const { page, errors, violations } = await watch(browser);
      const inside = async () => {
        const frame = page.frames().find((each) => each.url().includes('/frame/'));
        assert.ok(frame);
        return frame;
      };
      try {
        await page.goto(`${host.origin}/still`);
        const still = await (
          await inside()
        ).evaluate((name) => {
          const element = document.querySelector(name);
          const shown = [...(element?.shadowRoot?.querySelectorAll('button, input, form') ?? [])];
          return {
            display: element && getComputedStyle(element).display,
            dead: shown.filter((control) => control.getClientRects().length).length,
            title: document.title,
            overflow: document.documentElement.scrollWidth > innerWidth,
          };
        }, tag);
        assert.ok(still.title.length > 5, JSON.stringify(still));
        assert.deepEqual([still.display, still.dead, still.overflow], ['block', 0, false]);
        const told = (await (await inside()).evaluate(telling('document', tag))) as Told;

        errors.length = violations.length = 0;
        await page.goto(`${host.origin}/live`);
        await page.waitForFunction(() => Number(document.querySelector('iframe')?.height) > 250);
        const frame = await inside();
        await frame.waitForFunction((name) => document.querySelector(name)?.matches(':defined'), {}, tag);
        await page.waitForFunction(
          (height) => Number(document.querySelector('iframe')?.height) === height,
          {},
          await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
        );
        assert.equal(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight), false);
        sameWords(tag, told, (await frame.evaluate(telling('document', tag))) as Told);
        assert.deepEqual([...errors, ...violations], []);
      } finally {
        await page.close();
      }
    });
});

describe('what a frame takes from its address', () => {
  it('is decided for every attribute there is: offered or refused', async () => {
    const { attributesOf, offered, refused } = (await import(pathToFileURL('dist/npm/tools/prerender.js').href)) as {
      attributesOf(tag: string): string[];
      offered: string[];
      refused: string[];
    };
    const known = new Set(Object.keys(elements).flatMap((tag) => attributesOf(tag)));
    assert.deepEqual([...offered, ...refused].sort(), [...known].sort());
  });

  it('is its options, and no words, numbers, links or handlers of whoever wrote the address', async () => {
    const query =
      '?organisation=RGT&layout=compact&telephone=0900123456&name=Evil&website=https://evil.example&onclick=alert(1)&aria-label=Evil';
    const { page, errors } = await watch(browser);
    await page.goto(`${library.origin}/frame/contact-card.html${query}`);
    await page.waitForSelector('contact-card[organisation=RGT]:defined');
    const { names, text } = await page.$eval('contact-card', (card) => ({
      names: card.getAttributeNames(),
      text: card.shadowRoot?.textContent ?? '',
    }));
    assert.deepEqual(names, ['organisation', 'layout']);
    assert.match(text, /Cambridge University Hospitals/);
    assert.doesNotMatch(text, /Evil|0900/);
    assert.deepEqual(errors, []);
    await page.close();
  });
});

describe('the page around a frame', () => {
  it('has its snippet’s height from the start: layout shift 0.00', async () => {
    for (const tag of Object.keys(elements)) {
      const snippet = readFileSync(`dist/snippets/${tag}.frame.html`, 'utf8');
      const hosted = snippet.replace(/https:\/\/YOUR-HOST\/alliance-elements\/[\d.]+/g, library.origin);
      const host = await serving({ '/': `<!doctype html><title>A partner</title><body>${hosted}<p>after</p>` });
      const page = await browser.newPage();
      await page.setViewport({ width: 656, height: 900 });
      await page.evaluateOnNewDocument(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${host.origin}/`);
      const frame = page.frames().find((each) => each.url().includes('/frame/'));
      await frame?.waitForFunction((name) => document.querySelector(name)?.matches(':defined'), {}, tag);
      const [shift, height] = await page.evaluate(
        () =>
          new Promise<[number, string]>((resolve) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                const { shifts } = window as unknown as { shifts: number[] };
                resolve([shifts.reduce((sum, each) => sum + each, 0), document.querySelector('iframe')?.height ?? '']);
              }),
            ),
          ),
      );
      assert.equal(shift.toFixed(2), '0.00', `${tag}, ${height} pixels`);
      await page.close();
    }
  });

  it('hears no other frame, no other sender and no height that cannot be', async () => {
    const say = (height: string) =>
      `<!doctype html><script>parent.postMessage({ type: 'alliance-frame', height: ${height} }, '*')</script>`;
    const foreign = await serving({ '/': say('777') });
    const host = await serving({
      '/': `<!doctype html><title>A partner</title><body>
        <iframe id="foreign" src="${foreign.origin}/" height="100"></iframe>
        <iframe id="ours" src="${library.origin}/frame/contact-card.html" height="100"></iframe>
        <script src="${library.origin}/alliance-elements.frame.js"></script>`,
    });
    const { page, errors } = await watch(browser);
    await page.goto(`${host.origin}/`);
    await page.waitForFunction(() => Number(document.querySelector<HTMLIFrameElement>('#ours')?.height) > 250);
    await page.evaluate(() => {
      for (const data of [null, 1, {}, { type: 'alliance-frame' }, { type: 'alliance-frame', height: 999 }])
        postMessage(data, '*');
    });
    const [ours, other] = ['/frame/', foreign.origin].map((part) =>
      page.frames().find((each) => each.url().includes(part)),
    );
    await other?.evaluate(`parent.postMessage({ type: 'alliance-frame', height: 777 }, '*')`);
    for (const height of ['-1', 'NaN', '1e9', '"9px"', '{}'])
      await ours?.evaluate(`parent.postMessage({ type: 'alliance-frame', height: ${height} }, '*')`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const [one, two] = await page.$$eval('iframe', (frames) => frames.map(({ height }) => Number(height)));
    assert.equal(one, 100);
    assert.ok(two && two > 250 && two !== 999 && two < 2000, `${two}`);
    assert.deepEqual(errors, []);
    assert.deepEqual(
      await page.evaluate(() => ['kind', 'home', 'tallest', 'tell'].filter((name) => name in window)),
      [],
    );
    await page.close();
  });
});

/** The same frame twice: without scripts, in a sandbox that a page of its own site can look into, and alive. */
const twice = (tag: string) =>
  `<!doctype html><html lang="en"><title>Twice</title><body>
  <iframe src="/frame/${tag}.html" title="Still" width="600" height="900" sandbox="allow-same-origin"></iframe>
  <iframe src="/frame/${tag}.html" title="Live" width="600" height="900"></iframe>`;

for (const name of engineNames)
  describe(
    `frames in ${name}`,
    { skip: !installed(name) && !process.env['CI'] && `${name} is not installed here` },
    () => {
      let engine: Engine;
      let own: Site;
      before(async () => {
        engine = await start(name);
        own = await serve(Object.fromEntries(Object.keys(elements).map((tag) => [`/twice/${tag}`, twice(tag)])));
      });
      after(() => Promise.all([engine.close(), own.close()]));

      for (const tag of Object.keys(elements))
        it(`${tag}: without scripts says word for word what the live element says, all of it open`, async () => {
          await engine.open(`${own.origin}/twice/${tag}`);
          await engine.until(`frames[1].document.querySelector('${tag}')?.matches(':defined')`);
          assert.equal(await engine.ask(`frames[0].document.querySelector('${tag}').matches(':defined')`), false);
          const [still, live] = await engine.ask<readonly [Told, Told]>(
            `[${[0, 1].map((at) => telling(`frames[${at}].document`, tag)).join()}]`,
          );
          sameWords(tag, still, live);
        });

      for (const [kind, sandbox] of [
        ['without a sandbox', ''],
        ['in a sandbox that allows scripts alone', 'sandbox="allow-scripts"'],
      ] as const)
        it(`come alive and take the height of their content ${kind}`, async () => {
          // Within a line, the card is one line tall: so this height means that scripts ran, and the element's own too.
          const host = await serving(
            { '/': partner('contact-card', sandbox, '?organisation=RGT&layout=inline') },
            policy(),
          );
          await engine.open(`${host.origin}/`);
          await engine.until(`Number(document.querySelector('iframe').height) < 120`);
        });
    },
  );
