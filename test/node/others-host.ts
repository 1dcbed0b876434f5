import assert from 'node:assert/strict';
import type { Site } from '../../tools/serve.js';
import { serveDist, serveText } from './browser.js';
import { installed, start, type Engine, type EngineName } from './engines.js';

// A host's page for three engines. What is said on its console and what goes wrong is noted by a script of its own, for
// not every engine tells its driver; and when a page is done with, nothing of ours may be left on it.

/** The host's first script: notes what is said, thrown, refused or missing. */
const noting = `
  window.noted = [];
  const note = (...words) => window.noted.push(words.join(' ').replace(/\\s+/g, ' '));
  for (const method of ['warn', 'error']) console[method] = note;
  addEventListener('error', ({ message, target }) => note(message ?? 'did not come: ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => note('unhandled: ' + reason));
  document.addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective, event.blockedURI));`;

/** The host's last script before ours. */
const before = 'window.namesBefore = [...Object.getOwnPropertyNames(window), "namesBefore"];';

/** What is on a page by now that it did not bring itself, asked in a way that no name on the page can hide. */
const trace = `(async () => ({
  names: Object.getOwnPropertyNames(window).filter((name) => !window.namesBefore.includes(name)).join(),
  cookies: Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').get.call(document),
  stored: localStorage.length + sessionStorage.length,
  databases: (await window.indexedDB.databases()).length,
  caches: (await window.caches?.keys())?.length ?? 0,
  requests: performance.getEntriesByType('resource').map(({ name }) => name).join(' '),
}))()`;
interface Trace {
  readonly names: string;
  readonly cookies: string;
  readonly stored: number;
  readonly databases: number;
  readonly caches: number;
  readonly requests: string;
}

export interface Page {
  /** What the host loads in its head before ours, by path. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** What else the host serves, by path: our own files, say, on its own site. */
  readonly files?: Readonly<Record<string, string>>;
  /** Text that stands in the head after them. */
  readonly head?: string;
  /** The body of each of the host's pages, by path; the first is opened. */
  readonly bodies: Readonly<Record<string, string>>;
}

export interface Visit {
  /** What the console must say by the end, one pattern for each line; nothing, if nothing is given. */
  readonly said?: readonly RegExp[];
}

/** An engine with a host of ours, which pages of another host take their script from. */
export class Visitor {
  readonly engine: Engine;
  readonly library: Site;
  /** Every file that was asked of our host since the page was opened. */
  readonly asked: string[];
  private constructor(engine: Engine, library: Site, asked: string[]) {
    this.engine = engine;
    this.library = library;
    this.asked = asked;
  }

  static async start(name: EngineName): Promise<Visitor> {
    const asked: string[] = [];
    const library = await serveDist((file, body) => {
      asked.push(file);
      return body;
    });
    return new Visitor(await start(name), library, asked);
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.library.close();
  }

  /** Opens the first of a host's pages, does something there, and looks at what was said and what is left. */
  async visit(page: Page, act: () => Promise<void>, { said = [] }: Visit = {}): Promise<void> {
    const scripts = { '/noting.js': noting, ...page.scripts, '/before.js': before };
    const tags = Object.keys(scripts).map((path) => `<script src="${path}"></script>`);
    const head = `<head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${tags.join('')}${page.head ?? ''}</head>`;
    const pages = Object.entries(page.bodies).map(([path, body]) => [
      path,
      `<!doctype html><html lang="en">${head}<body>${body}</body></html>`,
    ]);
    const host = await serveText({
      ...(Object.fromEntries(pages) as Record<string, string>),
      ...scripts,
      ...page.files,
    });
    this.asked.length = 0;
    try {
      await this.engine.open(`${host.origin}${Object.keys(page.bodies)[0] ?? '/'}`);
      await act();
      const noted = await this.#noted(said.length);
      assert.equal(noted.length, said.length, noted.join('\n'));
      for (const [index, pattern] of said.entries()) assert.match(noted[index] ?? '', pattern);
      const { requests, ...left } = await this.engine.ask<Trace>(trace);
      assert.deepEqual(left, { names: '', cookies: '', stored: 0, databases: 0, caches: 0 });
      const strangers = requests
        .split(' ')
        .filter((url) => url && !url.startsWith('data:') && !url.startsWith(`${host.origin}/`))
        .filter((url) => !/^http:\/\/127\.0\.0\.1:\d+\/alliance-elements[\w.-]*\.js$/.test(url));
      assert.deepEqual(strangers, [], 'asked of others');
    } finally {
      await this.engine.open('about:blank');
      await host.close();
    }
  }

  /** What was noted on the page, once it is as much as is awaited and nothing is on its way any more. */
  async #noted(count: number): Promise<readonly string[]> {
    if (count) await this.engine.until(`window.noted.length >= ${count}`);
    // The loader's tags are in the document until their files have come. A frame and a task later all is said.
    await this.engine.until(`!Document.prototype.querySelector.call(document, 'html > script, html > link')`);
    await this.engine.ask('new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(0))))');
    // As one text: a page may have ideas of its own of what an array is as JSON.
    const text = await this.engine.ask<string>('window.noted.join("\\n")');
    return text ? text.split('\n') : [];
  }
}

/** Why an engine's tests do not run here. On our own machine, which sets CI, they must. */
export const without = (name: EngineName): string | false =>
  !installed(name) && !process.env['CI'] && `${name} is not installed here`;

export const card = '<contact-card organisation="RGT"><p>Call the hospital</p></contact-card>';
const named = 'Cambridge University Hospitals NHS Foundation Trust';

/** Whether there are just as many cards as there should be, and each says whose it is. */
export const cardsSay = (count: number, tag = 'contact-card'): string => `(() => {
  const cards = [...Document.prototype.querySelectorAll.call(document, '${tag}')];
  return cards.length === ${count} &&
    cards.every((one) => one.shadowRoot?.querySelector('h2')?.textContent.includes('${named}'));
})()`;
