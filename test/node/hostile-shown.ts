import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { launch, tags, watch, type Watched } from './browser.js';

// A page whose widgets are made anew, as often as is asked, each time with other content: so many texts can be looked at
// without a page, a bundle and a build for each.

/** Files of content, and their parts, as widgets get them: by their path in content/. */
export type Content = Readonly<Record<string, unknown>>;

/** What a page was seen to do with a content. */
export interface Seen {
  readonly harm: readonly string[];
  readonly empty: readonly string[];
  /** Words of the browser's own code, or of an object that was no text. */
  readonly native: readonly string[];
  readonly ran: number;
  readonly changed: readonly string[];
  readonly scripts: number;
  readonly address: string;
  readonly errors: readonly string[];
  readonly violations: readonly string[];
}

/** The content files as the page gives them, the rest as it is. */
const given: Plugin = {
  name: 'given-content',
  setup({ onLoad, onResolve }) {
    const lit: Readonly<Record<string, string>> = { lit: 'lit.ts', 'lit/directives/keyed.js': 'keyed.ts' };
    onResolve({ filter: /^lit(\/.*)?$/ }, ({ path }) => ({ path: join(process.cwd(), 'src/lit', lit[path] ?? path) }));
    onResolve({ filter: /content\/.*\.(yaml|json)(\?[\w-]+)?$/ }, ({ path }) => ({
      path: path.replace(/^.*content\//, ''),
      namespace: 'given',
    }));
    onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
      contents: `export default givenContent[${JSON.stringify(path)}];`,
    }));
  },
};

async function bundle(contents: string, around: readonly [before: string, after: string] = ['', '']): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    banner: { js: around[0] },
    footer: { js: around[1] },
    plugins: [given],
  });
  return outputFiles[0]!.text;
}

/**
 * Widgets in the states that show most of their words. `data-type` is typed into each field, `data-choose` picks the answer
 * of that number in each question, `data-submit` asks, and `data-press` presses each button in the part of that name.
 */
const widgets = `
<alliance-finder></alliance-finder>
<alliance-finder search="NR2"></alliance-finder>
<alliance-finder search="PE9" lookup="https://a.example"></alliance-finder>
<alliance-finder search="CB9" data-press="choice"></alliance-finder>
<alliance-finder search="north"></alliance-finder>
<alliance-finder data-submit></alliance-finder>
<alliance-finder data-type="CB" data-submit></alliance-finder>
<alliance-finder data-type="ZE1 0AA" data-submit></alliance-finder>
<alliance-finder data-type="Nowhere" data-submit></alliance-finder>
<alliance-finder data-type="${'Nowhere '.repeat(20)}" data-submit></alliance-finder>
<alliance-finder data-press="where"></alliance-finder>
<alliance-overview></alliance-overview>
<alliance-overview compact alliance="north"></alliance-overview>
<care-pathway></care-pathway>
<care-pathway audience="carer" stage="tests"></care-pathway>
<contact-card email="a@b.example" telephone="01234 567890"></contact-card>
<contact-card organisation="RM102" data-press="actions"></contact-card>
<contact-card organisation="mid-and-south-essex"></contact-card>
<contact-card organisation="nobody"></contact-card>
<contact-card organisation="norfolk-and-waveney-ccg"></contact-card>
<contact-card organisation="suffolk-and-north-east-essex-icb"></contact-card>
<contact-card layout="inline" alliance="north"></contact-card>
<partner-list data-press="actions"></partner-list>
<partner-list filter="norwich" alliance="north" group-by="system" as-of="2019-12-31"></partner-list>
<partner-list filter="nowhere" as-of="2026-06-01"></partner-list>
<prevention-guidance></prevention-guidance>
<region-map hospitals selected="luton" level="ccg"></region-map>
<screening-guidance></screening-guidance>
<screening-guidance data-type="10" data-submit></screening-guidance>
<screening-guidance data-type="24" data-choose="0" data-submit></screening-guidance>
<screening-guidance data-type="52" data-choose="0" data-submit></screening-guidance>
<screening-guidance data-type="52" data-choose="1" data-submit></screening-guidance>
<screening-guidance data-type="80" data-choose="0" data-submit></screening-guidance>
<screening-guidance data-type="80" data-choose="1" data-submit></screening-guidance>
<support-directory></support-directory>
<symptom-guidance></symptom-guidance>
<symptom-guidance data-type="cough"></symptom-guidance>
<symptom-guidance data-type="nowhere"></symptom-guidance>`;

/** What the page has: how it makes the widgets of a content, what a reader does there, and what it looks for. */
const inPage = `import { harmIn, hostMarkup, prototypes } from './test/hostile/sentinel.ts';
  const changed = prototypes();
  let ran = 0;
  for (const name of ['hostileRan', 'alert', 'MsgBox', 'confirm', 'prompt', 'open'])
    globalThis[name] = () => { ran++; };
  globalThis.print = () => undefined;
  URL.createObjectURL = () => 'about:blank';
  HTMLAnchorElement.prototype.click = () => undefined;
  // A reader who keeps to themselves where they are.
  const getCurrentPosition = (found, failed) => failed({ code: 1 });
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition } });
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => undefined } });
  const scripts = document.querySelectorAll('script').length;
  let standing = {};
  globalThis.stand = (content) => { standing = content; };
  let makes = 0;
  globalThis.show = async (given, asksForWords) => {
    const content = { ...standing, ...given };
    const before = 'n' + ++makes + '-';
    const registry = {
      get: (name) => customElements.get(before + name),
      define: (name, type) => customElements.define(before + name, type),
    };
    makeElements(content, registry);
    const markup = ${JSON.stringify(widgets)}.replace(/(<\\/?)(?=(${tags.join('|')})\\b)/g, '$1' + before);
    const place = document.body.appendChild(document.createElement('main'));
    // Nobody looks at it but in its tree, and a third of the time would go into laying it out.
    place.hidden = true;
    place.append(hostMarkup(markup));
    const elements = [...place.children];
    const settled = async () => {
      for (const element of elements) for (let turn = 0; turn < 3; turn++) await element.updateComplete;
    };
    await settled();
    const harm = new Set();
    const empty = [];
    const native = [];
    const shown = [];
    const look = (some) => {
      for (const { localName, shadowRoot: root } of some) {
        const name = localName.slice(before.length);
        for (const found of harmIn(root)) harm.add(name + ': ' + found);
        const text = root.textContent;
        if (!/[\\p{L}\\p{N}\\p{P}\\p{S}]/u.test(text)) empty.push(name);
        if (/\\[native code|\\[object (?!object\\])/i.test(text)) native.push(name);
        if (!asksForWords) continue;
        shown.push(text, ...[...root.querySelectorAll('[aria-label], [title], [content]')].flatMap((one) =>
          ['aria-label', 'title', 'content'].map((attribute) => one.getAttribute(attribute) ?? '')));
      }
    };
    look(elements);
    const used = elements.filter(({ dataset }) => Object.keys(dataset).length);
    for (const { dataset: { type, choose, submit, press }, shadowRoot } of used) {
      if (type)
        for (const input of shadowRoot.querySelectorAll('input:not([type=radio])')) {
          input.value = type;
          input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        }
      if (choose)
        for (const set of shadowRoot.querySelectorAll('fieldset'))
          set.querySelectorAll('input[type=radio]')[choose]?.click();
      if (submit !== undefined) shadowRoot.querySelector('form').requestSubmit();
      const part = press && shadowRoot.querySelector('[part~=' + press + ']');
      if (part) for (const button of part.matches('button') ? [part] : part.querySelectorAll('button')) button.click();
    }
    await settled();
    look(used);
    place.remove();
    return {
      seen: { harm: [...harm], empty, native, ran, changed: changed(), address: location.href,
        scripts: document.querySelectorAll('script').length - scripts },
      shown: shown.join('\\n'),
    };
  };`;

/** What the script above leaves on the page. */
interface InPage {
  stand(content: Content): void;
  show(content: Content, asksForWords: boolean): Promise<{ seen: Seen; shown: string }>;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types alliance-elements test-host";

/** Makes widgets of one content after another, under a strict policy that reports, and looks at each. */
export class Show {
  static async start(): Promise<Show> {
    const elements = tags.map((tag) => `import './src/elements/${tag}/${tag}.define.ts';`).join('\n');
    const scripts: Record<string, string> = {
      '/elements.js': await bundle(elements, ['globalThis.makeElements = (givenContent, customElements) => {', '};']),
      '/show.js': await bundle(inPage),
    };
    const server = createServer(({ url = '/' }, response) => {
      const script = scripts[url];
      const type = script === undefined ? 'text/html' : 'text/javascript';
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.setHeader('Content-Security-Policy-Report-Only', policy);
      const page = `<!doctype html><html lang="en"><title>A partner</title><body>${Object.keys(scripts)
        .map((src) => `<script src="${src}"></script>`)
        .join('')}`;
      response.end(script ?? (url === '/' ? page : ''));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const show = new Show(await launch(), `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, () =>
      server.close().closeAllConnections(),
    );
    show.#watched = await watch(show.#browser);
    return show;
  }

  readonly #browser: Browser;
  readonly #stop: () => unknown;
  #watched!: Watched;
  #turns = 0;
  /** All content as it is. */
  #standing: Content = {};

  constructor(
    browser: Browser,
    readonly site: string,
    stop: () => unknown,
  ) {
    this.#browser = browser;
    this.#stop = stop;
  }

  /** Everything that was asked of a server. */
  get requests(): readonly string[] {
    return this.#watched.requests;
  }

  get #page(): Page {
    return this.#watched.page;
  }

  /** What widgets are made of where nothing else is said. */
  stands(content: Content): void {
    this.#standing = content;
  }

  /** What widgets do with files of content in the place of those that stand, and all their words. */
  async look(content: Content, asksForWords = false): Promise<{ seen: Seen; shown: string }> {
    // A page keeps every class that it was ever given.
    if (this.#turns++ % 60 === 0) {
      await this.#page.goto(this.site);
      await this.#page.evaluate((all) => (globalThis as unknown as InPage).stand(all), this.#standing);
    }
    const { seen, shown } = await this.#page.evaluate(
      (given, asks) => (globalThis as unknown as InPage).show(given, asks),
      content,
      asksForWords,
    );
    const { errors, violations } = this.#watched;
    return { seen: { ...seen, errors: errors.splice(0), violations: violations.splice(0) }, shown };
  }

  /** What nothing hostile may do. */
  get harmless(): Seen {
    const none: readonly string[] = [];
    return {
      harm: none,
      empty: none,
      native: none,
      ran: 0,
      changed: none,
      scripts: 0,
      address: this.site,
      errors: none,
      violations: none,
    };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#stop();
  }
}
