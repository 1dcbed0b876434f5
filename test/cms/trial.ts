import type { Browser, Page } from 'puppeteer-core';
import { serveLibrary } from '../../tools/serve.js';
import { serveText } from '../node/browser.js';
import { allowLists, type AllowLists } from './allow-lists.js';
import { startCleaners, type Cleaner } from './cleaners.js';
import type { Row } from './matrix.js';
import { outcome, see, survivors, type Seen, type Whole } from './outcome.js';
import { loaderOf, snippets, triedIn, vocabulary, ways, type Snippet, type Way } from './snippets.js';

/** What every snippet becomes in every cleaner, and how readers then find it. */
export interface Trial {
  readonly rows: readonly Row[];
  readonly lists: AllowLists;
  /** The snippets as nobody has cleaned them, one for each widget. */
  readonly untouched: ByWay<readonly Seen[]>;
}

type ByWay<T> = Readonly<Record<Way, T>>;

async function byWay<T>(make: (way: Way) => T | Promise<T>): Promise<ByWay<T>> {
  const made: Partial<Record<Way, T>> = {};
  for (const way of ways) made[way] = await make(way);
  return made as ByWay<T>;
}

/** What a cleaner leaves of each snippet, in their order. */
async function cleanAll({ clean }: Cleaner, all: readonly Snippet[]): Promise<ByWay<string[]>> {
  const given = ways.flatMap((way) => triedIn(way, all).map(({ html }) => html[way]));
  const cleaned = await clean(given);
  if (cleaned.length !== given.length) throw new Error(`${given.length} given, ${cleaned.length} cleaned`);
  return byWay((way) => cleaned.splice(0, triedIn(way, all).length));
}

/** Cleans every snippet, puts what is left into pages of a site that has our loader in its template, and reads those. */
export async function runTrial(browser: Browser, dist: string): Promise<Trial> {
  const { tags, attributes } = await vocabulary(dist);
  const lists = allowLists(tags, attributes);
  const library = await serveLibrary(dist);
  const { cleaners, close } = await startCleaners(browser, lists);
  const page = await browser.newPage();
  try {
    const base = `${library.origin}/`;
    const all = await snippets(dist, base);
    const read = reader(page, all, await loaderOf(dist, base));

    const untouched = await byWay((way) => read(all.map(({ html }) => html[way])));
    const sandboxed = await read(all.map(({ html }) => html.iframe.replace('<iframe', '<iframe sandbox=""')));
    const whole = all.map((_, i): Whole => {
      const of = (seen: readonly Seen[]) => seen[i]!;
      const { div, tag, iframe, words, prerendered } = untouched;
      return {
        div: of(div),
        tag: of(tag),
        iframe: of(iframe),
        words: of(words),
        prerendered: of(prerendered),
        sandboxed: of(sandboxed),
      };
    });

    const rows: Row[] = [];
    for (const cleaner of cleaners) {
      const cleaned = await cleanAll(cleaner, all);
      const outcomes = await byWay(async (way) =>
        (await read(cleaned[way])).map((seen, i) => outcome(way, seen, whole[i]!)),
      );
      rows.push({ cleaner, outcomes, left: await byWay((way) => survivors(page, cleaned[way][0] ?? '', all[0]!)) });
    }
    return { rows, lists, untouched };
  } finally {
    await page.close();
    await close();
    await library.close();
  }
}

/** Opens a page of a partner whose template has the loader, with a piece of content for each widget, and reads them. */
function reader(page: Page, all: readonly Snippet[], loader: string) {
  // Some cleaners leave the same.
  const known = new Map<string, Seen[]>();
  return async (contents: readonly string[]): Promise<Seen[]> => {
    const tried = all.slice(0, contents.length);
    const sections = tried
      .map(({ tag }, i) => `<section id="in-${tag}">${contents[i]?.trim() ?? ''}</section>`)
      .join('\n');
    const before = known.get(sections);
    if (before) return before;
    const site = await serveText({
      '/': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A partner</title>${loader}</head>
        <body><main>${sections}</main></body></html>`,
    });
    try {
      await page.goto(site.origin);
      const seen: Seen[] = [];
      for (const snippet of tried) seen.push(await see(page, snippet));
      known.set(sections, seen);
      return seen;
    } finally {
      await site.close();
    }
  };
}
