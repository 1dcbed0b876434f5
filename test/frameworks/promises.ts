/** What every framework's app must show. The apps are the same page, each written as its framework wants it. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serveLibrary, type Site } from '../../tools/serve.js';
import { launch, serveText, watch, type Watched } from '../node/browser.js';
import { folder, install, runTool } from './install.js';

const dist = (name: string, file = '') => join(folder, name, 'dist', file);

export interface Framework {
  readonly name: string;
  /** Checks the app's types, and the lines that must be refused; then builds it. */
  readonly build: (run: (tool: string, ...args: string[]) => string) => void;
  /** Whether it renders on a server, from `dist/server/server.js`, and goes on from there in the browser. */
  readonly server?: boolean;
  /** What the framework itself asks of a page's `trusted-types` line. */
  readonly trusted?: string;
  /** Whether a press leads to another page, rendered on a server. */
  readonly pages?: boolean;
}

interface Rendering {
  render(): string | Promise<string>;
}

/** Runs in the page: text of what a selector finds in the shadow root of an element, or nothing. */
const inside = (page: Page, element: string, selector: string): Promise<string | undefined> =>
  page.evaluate(
    (outer, inner) => document.querySelector(outer)?.shadowRoot?.querySelector(inner)?.textContent?.trim(),
    element,
    selector,
  );

/** Waits until a selector finds so many elements in the shadow root of an element. */
async function until(page: Page, element: string, selector: string, count = 1): Promise<void> {
  await page.waitForFunction(
    (outer, inner, expected) => document.querySelector(outer)?.shadowRoot?.querySelectorAll(inner).length === expected,
    { timeout: 10_000 },
    element,
    selector,
    count,
  );
}

async function untilText(page: Page, element: string, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (outer, inner, expected) =>
      document.querySelector(outer)?.shadowRoot?.querySelector(inner)?.textContent?.includes(expected),
    { timeout: 10_000 },
    element,
    selector,
    text,
  );
}

const heard = (page: Page): Promise<(string | null)[]> =>
  page.$$eval('#log li', (lines) => lines.map((line) => line.textContent));

/** Words of the host that a slot shows. */
const slotted = (page: Page, name: string): Promise<string[]> =>
  page.$eval(
    '#list',
    (list, slot) =>
      (list.shadowRoot?.querySelector<HTMLSlotElement>(`slot[name=${slot}]`)?.assignedElements() ?? []).map(
        ({ textContent }) => textContent ?? '',
      ),
    name,
  );

const names = (page: Page): Promise<(string | undefined)[]> =>
  page.$$eval('#cards contact-card', (cards) =>
    cards.map((card) => card.shadowRoot?.querySelector('[part=heading]')?.textContent?.trim()),
  );

export function promises(framework: Framework): void {
  const { name, pages = false } = framework;
  let browser: Browser;
  let site: Site;
  let server: ChildProcess | undefined;
  let watched: Watched;
  let page: Page;

  async function press(what: string): Promise<void> {
    // A button may lie under the pointer's reach; what matters is that it is pressed.
    const pressed = page.$eval(`[data-do=${what}]`, (button) => (button as HTMLElement).click());
    await (pages ? Promise.all([page.waitForNavigation(), pressed]) : pressed);
  }

  describe(`R21 ${name}, built with its own tools from our npm package,`, () => {
    before(async () => {
      install();
      framework.build((tool, ...args) => runTool(tool, args, name));
      browser = await launch();
      if (pages) {
        server = spawn(process.execPath, [join(folder, name, 'server.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
        const [port] = (await once(server.stdout!, 'data')) as [Buffer];
        site = { origin: `http://127.0.0.1:${String(port).trim()}`, close: () => Promise.resolve() };
      } else site = await serveLibrary(dist(name));
      watched = await watch(browser);
      page = watched.page;
      await page.goto(site.origin);
      await until(page, '#card', '.frame');
      await until(page, '#list', '.frame');
    });
    after(async () => {
      server?.kill();
      await browser?.close();
      await site?.close();
    });

    it('sets an attribute and changes it', async () => {
      await untilText(page, '#card', '[part=heading]', 'Royal Papworth');
      await press('organisation');
      await untilText(page, '#card', '[part=heading]', 'Cambridge University Hospitals');
    });

    it('sets a number and changes it', async () => {
      await until(page, '#card', 'h3[part=heading]');
      await press('level');
      await until(page, '#card', 'h4[part=heading]');
    });

    it('takes away what is nothing', async () => {
      await press('nothing');
      await until(page, '#card', 'h2[part=heading]');
      assert.deepEqual(
        await page.$eval('#card', (card) => [card.getAttribute('organisation'), card.getAttribute('heading-level')]),
        [null, null],
      );
    });

    it('writes a boolean as a word, and “false” is no', async () => {
      assert.equal(await page.$eval('#list', (list) => list.shadowRoot?.querySelector('input') ?? null), null);
      await press('filter');
      await until(page, '#list', 'input');
      await press('filter');
      await until(page, '#list', 'input', 0);
    });

    it('gives words to slots and changes them', async () => {
      assert.deepEqual([await slotted(page, 'heading'), await slotted(page, 'footer')], [['Heading 0'], ['Footer 0']]);
      await press('words');
      await page.waitForSelector('#list [slot=footer]', { hidden: true });
      await until(page, '#list', '.frame');
      assert.deepEqual([await slotted(page, 'heading'), await slotted(page, 'footer')], [['Heading 1'], []]);
      await press('words');
      await page.waitForSelector('#list [slot=footer]');
      await until(page, '#list', '.frame');
      assert.deepEqual([await slotted(page, 'heading'), await slotted(page, 'footer')], [['Heading 2'], ['Footer 2']]);
    });

    it('R12 sets properties before a tag is defined, and they hold when it is', async () => {
      if (!pages) {
        assert.equal(await page.evaluate(() => customElements.get('region-map')), undefined);
        await press('define');
      }
      await until(page, '#map', 'h4[part=heading]');
      await until(page, '#map', '[data-area=norfolk-and-waveney][open]');
    });

    it('sets a boolean, no and yes', async () => {
      await until(page, '#map', '.marker', 0);
      await press('hospitals');
      await page.waitForFunction(() => document.querySelector('#map')?.shadowRoot?.querySelector('.marker'));
      await press('hospitals');
      await until(page, '#map', '.frame');
      await until(page, '#map', '.marker', 0);
    });

    it('R16, R21 hears each event once, with its fields', async () => {
      await page.evaluate(() => {
        document.querySelector('#card')?.addEventListener('click', (event) => event.preventDefault());
        document.querySelector('#map')?.shadowRoot?.querySelector<HTMLElement>('details[open] > summary')?.click();
        document
          .querySelector('#map')
          ?.shadowRoot?.querySelector<HTMLElement>('[data-area=mid-and-south-essex] > summary')
          ?.click();
        document.querySelector('#card')?.shadowRoot?.querySelector<HTMLElement>('a[href^="https:"]')?.click();
      });
      const href = await page.$eval(
        '#card',
        (card) => card.shadowRoot?.querySelector<HTMLAnchorElement>('a[href^="https:"]')?.href,
      );
      await page.waitForFunction(() => document.querySelector('#log')?.textContent?.includes('alliance-link'));
      const [ready, ...rest] = await heard(page);
      assert.equal(ready, 'alliance-ready');
      // Back to the whole map is a choice of no area: once, and its fields are empty.
      assert.deepEqual(
        rest.map((line) => line?.trimEnd()),
        ['region-select', 'region-select mid-and-south-essex system south', `alliance-link website ${href}`],
      );
    });

    it('changes the order of a list, and each card goes on', async () => {
      await page.waitForFunction(() =>
        [...document.querySelectorAll('#cards contact-card')].every((card) => card.shadowRoot?.querySelector('h2')),
      );
      const told = await names(page);
      assert.equal(new Set(told).size, 3);
      await page.$$eval('#cards contact-card', (cards) =>
        cards.forEach((card, index) => Object.assign(card, { mark: index })),
      );
      await press('order');
      await page.waitForFunction(
        (last) =>
          document.querySelector('#cards contact-card')?.shadowRoot?.querySelector('h2')?.textContent?.trim() === last,
        { timeout: 10_000 },
        told[2],
      );
      if (pages)
        await page.waitForFunction(() =>
          [...document.querySelectorAll('#cards contact-card')].every((card) => card.shadowRoot?.querySelector('h2')),
        );
      assert.deepEqual(await names(page), told.reverse());
      const marks = await page.$$eval('#cards contact-card', (cards) =>
        cards.map((card) => (card as unknown as { mark?: number }).mark ?? null),
      );
      assert.deepEqual(marks, pages ? [null, null, null] : [2, 1, 0]);
    });

    it('R33 takes the widgets away and brings them again, and none stays behind', async () => {
      for (let time = 0; time < 5; time++) {
        await press('mount');
        await page.waitForFunction(() => !document.querySelector('contact-card, region-map, partner-list'));
        await press('mount');
        await until(page, '#map', '.frame');
        await until(page, '#list', '.frame');
      }
      await until(page, '#map', 'h4[part=heading]');
      await press('mount');
      await page.waitForFunction(() => !document.querySelector('contact-card, region-map, partner-list'));
      if (pages) return;
      const kind = await page.evaluateHandle(() => customElements.get('region-map')?.prototype as object);
      // Frameworks keep a tree or two that they took away; one for each time would be a leak. They let go when they are idle.
      let count = Infinity;
      for (let look = 0; look < 20 && count > 2; look++) {
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
        const left = await page.queryObjects(kind);
        count = await left.evaluate(({ length }) => length);
        await left.dispose();
      }
      assert.ok(count <= 2, `${count} maps are left`);
    });

    it('without an error, a warning, or a request to anybody else', () => {
      assert.deepEqual(watched.errors, []);
      assert.deepEqual(watched.warnings, []);
      assert.deepEqual(
        watched.requests.filter((url) => !url.startsWith(site.origin)),
        [],
      );
    });

    if (pages) return;

    it('needs no more of a strict policy than docs/frameworks.md says', async () => {
      const names = ['lit-html', ...(framework.trusted ? [framework.trusted] : [])];
      for (const trusted of names) assert.ok(readFileSync('docs/frameworks.md', 'utf8').includes(`\`${trusted}\``));
      const lines = ["default-src 'none'", "script-src 'self'", "style-src 'self'", 'img-src data:', "base-uri 'none'"];
      const policy = [...lines, "require-trusted-types-for 'script'", `trusted-types ${names.join(' ')}`].join('; ');
      const strict = await watch(browser);
      await strict.page.setRequestInterception(true);
      strict.page.on('request', (request) => {
        const headers = { 'Content-Security-Policy': policy };
        const body = () => readFileSync(dist(name, 'index.html'));
        if (request.isNavigationRequest()) void request.respond({ headers, contentType: 'text/html', body: body() });
        else void request.continue();
      });
      await strict.page.goto(site.origin);
      await untilText(strict.page, '#card', '[part=heading]', 'Royal Papworth');
      assert.deepEqual([...strict.errors, ...strict.warnings, ...strict.violations], []);
      await strict.page.close();
    });

    if (!framework.server) return;

    it('R20 is rendered on a server, and goes on from there in the browser', async () => {
      const { render } = (await import(dist(name, 'server/server.js'))) as Rendering;
      const html = await render();
      assert.match(html, /<contact-card[^>]* organisation="royal-papworth-hospital"[^>]* heading-level="3"/);
      const whole = readFileSync(dist(name, 'index.html'), 'utf8')
        .replace('<!--app-->', html)
        .replaceAll('./assets/', `${site.origin}/assets/`);
      const rendered = await serveText({ '/': whole });
      const { page: other, errors, warnings } = await watch(browser);
      await other.goto(rendered.origin);
      await other.evaluate(() => Object.assign(document.querySelector('#card') ?? {}, { mark: 'rendered' }));
      await untilText(other, '#card', '[part=heading]', 'Royal Papworth');
      assert.deepEqual((await inside(other, '#list', 'slot[name=heading]')) === undefined, false);
      await other.waitForFunction(() => {
        document.querySelector<HTMLElement>('[data-do=organisation]')?.click();
        return document
          .querySelector('#card')
          ?.shadowRoot?.querySelector('[part=heading]')
          ?.textContent?.includes('Cambridge University Hospitals');
      });
      assert.equal(
        await other.$eval('#card', (card) => (card as unknown as { mark?: string }).mark),
        'rendered',
        'the element that the server wrote is the one that goes on',
      );
      assert.deepEqual([errors, warnings], [[], []]);
      await rendered.close();
    });
  });
}
