import { after, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serveLibrary, servePages, type Site } from '../../tools/serve.js';
import { launch, watch, type Watched } from './browser.js';

/** The texts of one way in, by their names. */
export type Texts = Readonly<Record<string, string>>;

/** Waits until the page has answered to what was chosen. */
export const ready = (page: Page) =>
  page.waitForSelector('[data-builder-results][aria-busy="false"]', { timeout: 15_000 });

/** The builder's page, as it comes. */
export async function fresh(browser: Browser, origin: string): Promise<Watched> {
  const opened = await watch(browser);
  await opened.page.goto(`${origin}/builder.html`, { waitUntil: 'networkidle0' });
  await ready(opened.page);
  return opened;
}

/** The builder's page with its sites, there from the first test of a block to its last. */
export interface Opened extends Watched {
  readonly browser: Browser;
  /** Where our files are. */
  readonly library: Site;
  /** Where the page is. */
  readonly site: Site;
}

/** Opens the builder's page before the tests of the block that it is called in, and closes all after them. */
export function opened(): Opened {
  // Filled in by the time that a test reads it.
  const builder = {} as Opened;
  before(async () => {
    const browser = await launch();
    const library = await serveLibrary('dist');
    const site = await servePages('demo', 'dist', library.origin);
    Object.assign(builder, { browser, library, site }, await fresh(browser, site.origin));
  });
  after(async () => {
    const { browser, library, site } = builder;
    await browser.close();
    await Promise.all([library.close(), site.close()]);
  });
  return builder;
}

export async function choose(page: Page, tag: string): Promise<void> {
  await page.select('#tag', tag);
  await ready(page);
}

/** Opens all options that are folded away, as a reader does. */
export async function unfold(page: Page): Promise<void> {
  for (const summary of await page.$$('[data-builder-options] details:not([open]) > summary')) await summary.click();
}

export const texts = (page: Page, place: string): Promise<Texts> =>
  page.$$eval(`[data-builder-${place}] textarea`, (areas) =>
    Object.fromEntries(areas.map((area) => [area.dataset['text'] ?? '', area.value])),
  );

/** Everything that the page offers to copy now, by way in. */
export async function offered(page: Page): Promise<Readonly<Record<string, Texts>>> {
  const ways = await page.$$eval('#for option', (options) => options.map(({ value }) => value));
  const found: Record<string, Texts> = {};
  for (const way of ways) {
    await page.select('#for', way);
    found[way] = await texts(page, 'texts');
  }
  return found;
}

/** What the status says, which a screen reader speaks. */
export const status = (page: Page) => page.$eval('[data-builder-status]', (place) => place.textContent);

/** Types where the files are. */
export async function typeBase(page: Page, text: string): Promise<void> {
  await page.$eval(
    '#base',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
  await ready(page);
}
