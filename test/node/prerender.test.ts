import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Browser, Page } from 'puppeteer-core';
import { parse } from 'yaml';
import { trusts } from '../../tools/prerender/cases.js';
import { integrityOf } from '../../tools/rollup/files.js';
import { launch, serveText, watch } from './browser.js';
import { engineNames, installed, start } from './engines.js';
import { hosted, pageWith, policyFor, read, serveHeld, snippets, version } from './held.js';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Notes, for each frame that is painted, how tall a widget is and where what stands after it is. */
function noteFrames(tag: string): void {
  const seen = new Set<string>();
  const shifts: number[] = [];
  Object.assign(window, { seen, shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    requestAnimationFrame(look);
    const end = document.querySelector('#after');
    const widget = document.querySelector(tag);
    if (!end || !widget) return;
    const { top, left } = end.getBoundingClientRect();
    seen.add([widget.getBoundingClientRect().height, top, left].map((size) => size.toFixed(2)).join(' '));
  };
  look();
}

const frames = (page: Page, n = 3) =>
  page.evaluate(
    (left) =>
      new Promise<void>((resolve) => {
        const next = () => (left-- ? requestAnimationFrame(next) : resolve());
        next();
      }),
    n,
  );
/** What stands in a widget's root, without its styles and the marks of whoever drew it. */
function drawn(tag: string): string[] {
  const root = document.querySelector(tag)?.shadowRoot;
  const copy = document.createElement('div');
  copy.append(...[...(root?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  copy.querySelector('style')?.remove();
  // What readers without scripts get: here it is text that nobody sees.
  for (const { childElementCount } of copy.querySelectorAll('noscript'))
    if (childElementCount) throw new Error('a noscript is read as if scripts were off');
  for (const noscript of copy.querySelectorAll('noscript')) noscript.remove();
  for (const element of copy.querySelectorAll('*')) {
    const attributes = element.getAttributeNames().map((name) => [name, element.getAttribute(name) ?? ''] as const);
    // A control has its state as a property where a script has drawn it.
    const state = element instanceof HTMLInputElement && `${element.checked} ${element.value}`;
    for (const [name] of attributes) element.removeAttribute(name);
    // In an order of their own. The last digit of a share of the map may be another in another engine.
    for (const [name, value] of attributes.sort())
      if (name !== 'checked' && (name !== 'value' || value))
        element.setAttribute(name, value.trim().replace(/(\.\d{6})\d+/, '$1'));
    if (state) element.setAttribute('is', state);
  }
  return copy.innerHTML
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
    .split(/(?=<)/);
}

const isLive = (tag: string) => document.querySelector(tag)?.matches(':defined') === true;

describe('a snippet with its content in it', () => {
  for (const { name, tag, style } of snippets)
    it(`${name}: there before any script as a browser draws it, and taken over in place; layout shift 0`, async () => {
      const library = await serveHeld();
      const host = await serveText(
        { '/': pageWith(hosted(read(`${name}.html`), library.origin)) },
        policyFor(library.origin, style),
      );
      const { page, errors, violations } = await watch(browser);
      try {
        await page.setViewport({ width: 800, height: 9000 });
        await page.evaluateOnNewDocument(noteFrames, tag);
        // A page is not done while its scripts are kept back.
        void page.goto(`${host.origin}/`).catch(() => undefined);
        await page.waitForSelector('#after');
        await frames(page);
        assert.equal(await page.evaluate(isLive, tag), false, 'a script came too early to show anything');
        const told = await page.$eval(tag, (element) => element.shadowRoot?.textContent);
        assert.ok((told?.length ?? 0) > 40, 'nothing to read');
        const first = await page.evaluate(drawn, tag);
        library.release();
        await page.waitForFunction(isLive, {}, tag);
        await frames(page);
        const { seen, shifts, roots } = await page.evaluate((selector) => {
          const noted = window as unknown as { seen: Set<string>; shifts: number[] };
          const root = document.querySelector(selector)?.shadowRoot;
          return {
            seen: [...noted.seen],
            shifts: noted.shifts,
            roots: [root?.querySelectorAll('.frame').length, root?.querySelectorAll('style').length],
          };
        }, tag);
        const then = await page.evaluate(drawn, tag);
        const other = then.findIndex((piece, index) => piece !== first[index]);
        assert.deepEqual([then[other], then.length], [first[other], first.length], 'a browser draws it otherwise');
        assert.deepEqual(roots, [1, 0], 'drawn once, with style sheets of its own');
        assert.deepEqual(shifts, []);
        assert.equal(seen.length, 1, `sizes and places seen: ${seen.join('; ')}`);
        assert.deepEqual([...errors, ...violations], []);
      } finally {
        await page.close();
        await Promise.all([library.close(), host.close()]);
      }
    });
});

for (const name of engineNames)
  describe(
    `a snippet with its content in it, in ${name}`,
    { skip: !installed(name) && !process.env['CI'] && `${name} is not installed here` },
    () => {
      it('is taken over in place, under a strict policy that has the hash of its styles', async () => {
        // Runs first, and says when the page has been painted; only then do our scripts come.
        const note = (tag: string) => `${String(noteFrames)};
          noteFrames(${JSON.stringify(tag)});
          window.wrong = [];
          addEventListener('error', ({ message }) => window.wrong.push(message));
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => window.wrong.push(violatedDirective));
          let left = 3;
          const next = () => {
            if (!document.querySelector('#after') || left--) return requestAnimationFrame(next);
            window.early = document.querySelector(${JSON.stringify(tag)}).shadowRoot.textContent.length;
            document.head.append(Object.assign(document.createElement('script'), { src: document.querySelector('script').src.replace('note', 'painted') }));
          };
          next();`;
        const engine = await start(name);
        try {
          for (const wanted of ['contact-card-hospital', 'region-map-hospitals', 'symptom-guidance']) {
            const found = snippets.find((each) => each.name === wanted);
            assert.ok(found);
            const { tag, style } = found;
            const library = await serveHeld({ 'note.js': note(tag), 'painted.js': '' });
            const page = pageWith(hosted(read(`${wanted}.html`), library.origin));
            const noting = page.replace('<title>', `<script src="${library.origin}/note.js"></script><title>`);
            // The test's own script makes a script element, which Trusted Types would have a policy for.
            const policy = policyFor(library.origin, style).replace(/; require-trusted-types[^;]*/, '');
            const host = await serveText({ '/': noting }, policy);
            try {
              await engine.open(`${host.origin}/`);
              await engine.until(`document.querySelector('${tag}').matches(':defined')`);
              const { early, seen, wrong, roots } = await engine.ask<Record<string, unknown[]>>(
                `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
                  const root = document.querySelector('${tag}').shadowRoot;
                  resolve({ early: [window.early > 40], seen: [...window.seen], wrong: window.wrong,
                    roots: [root.querySelectorAll('.frame').length, root.querySelectorAll('style').length] });
                })))`,
              );
              assert.deepEqual([early, roots, wrong], [[true], [1, 0], []], wanted);
              assert.equal(seen?.length, 1, `${wanted}: sizes and places seen: ${seen?.join('; ')}`);
            } finally {
              await Promise.all([library.close(), host.close()]);
            }
          }
        } finally {
          await engine.close();
        }
      });
    },
  );

type Element = Tree.Element;
const isElement = (node: Tree.Node): node is Element => 'tagName' in node;
function* elementsIn(node: Tree.Node, enter: (element: Element) => boolean = () => true): Generator<Element> {
  const inner = 'content' in node ? node.content : node;
  for (const child of 'childNodes' in inner ? inner.childNodes : [])
    if (isElement(child) && enter(child)) {
      yield child;
      yield* elementsIn(child, enter);
    }
}
const get = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value ?? '';
function words(node: Tree.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  const inner = 'content' in node ? node.content : node;
  return 'childNodes' in inner ? inner.childNodes.map(words).join(' ') : '';
}
const bare = (text: string) => text.replace(/[\s:,.]+/g, '');

describe('what is in a snippet', () => {
  it('names a release and the hashes of the files as they are', () => {
    const loader = integrityOf(readFileSync('dist/alliance-elements.js'));
    for (const { name, style } of snippets) {
      const html = read(`${name}.html`);
      const [, styles = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
      const tag = `<script type="module" src="https://YOUR-HOST/alliance-elements/${version}/alliance-elements.js" integrity="${loader}" crossorigin="anonymous"></script>`;
      assert.ok(html.includes(tag), name);
      assert.equal(style, `'sha256-${createHash('sha256').update(styles).digest('base64')}'`, name);
      assert.ok(html.includes(style), name);
      assert.doesNotMatch(html, /lit-part|lit-node|\sstyle=|\son\w+=/, name);
    }
  });

  it('says the same in plain words, which every editor lets through: no attribute but where a link leads', () => {
    const plainTags = /^(h[1-6]|p|ul|ol|li|a|strong|em|br|table|thead|tbody|tr|th|td)$/;
    const isAlternative = (node?: Tree.Node) => node?.nodeName === 'noscript';
    const isShown = (element: Element) =>
      !isAlternative(element.parentNode?.childNodes[element.parentNode.childNodes.indexOf(element) + 1]) &&
      !/^(button|form|fieldset|svg|style)$/.test(element.tagName) &&
      get(element, 'role') !== 'status' &&
      !/\b(screen|chip)\b/.test(get(element, 'class')) &&
      get(element, 'part') !== 'chart-table';
    for (const { name, tag } of snippets) {
      const box = [...elementsIn(parseFragment(read(`${name}.plain.html`)))][0];
      assert.equal(box && get(box, 'data-alliance-element'), tag);
      assert.ok(box);
      for (const element of elementsIn(box)) {
        assert.match(element.tagName, plainTags, name);
        for (const { name: attribute, value } of element.attrs)
          assert.match(`${attribute}=${value}`, /^href=(https:|tel:|mailto:|sms:)/, name);
      }
      const told = bare(words(box));
      // As a browser without scripts reads it.
      const whole = [...elementsIn(parseFragment(read(`${name}.html`), { scriptingEnabled: false }))];
      const template = whole.find(({ tagName }) => tagName === 'template');
      assert.ok(template);
      for (const element of elementsIn(template, isShown)) {
        const isLine =
          /^(p|h[1-6]|li|dt|dd)$/.test(element.tagName) &&
          ![...elementsIn(element)].some(({ tagName }) => /^(p|h\d|ul|details|table|svg|b)$/.test(tagName));
        if (isLine) assert.ok(told.includes(bare(words(element))), `${name} does not say: ${words(element)}`);
        if (element.tagName === 'a')
          assert.ok([...elementsIn(box)].some((link) => get(link, 'href') === get(element, 'href')));
      }
      // The words stand inside the tag as well, for who has no such roots, and for searches.
      const element = whole.find(({ tagName }) => tagName === tag);
      assert.ok(element && bare(words(element)).includes(told), name);
      if (!name.endsWith('inline'))
        assert.match(words(box), /Facts checked \d+ \w+ 20\d\d[^]*East of England Cancer Alliances website/, name);
    }
  });

  it('asks nobody to type or to choose where there is nothing to type in or to choose on', () => {
    for (const { name, tag } of snippets) {
      const said = words(parseFragment(read(`${name}.plain.html`))).replace(/\s+/g, ' ');
      assert.doesNotMatch(said, /\b(postcode or town|on the map or|type (a|your)|search for|press|tick)\b/i, name);
      if (tag !== 'alliance-finder') continue;
      for (const area of [/North Alliance : [^.]*Norfolk and Waveney/, /South Alliance : [^.]*Mid and South Essex/])
        assert.match(said, area, 'what readers would have found by typing');
    }
  });

  it('is listed in dist/manifest.json with its bytes and hash, as every page for a frame is, in a fixed order', () => {
    const { pages } = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as {
      pages: Readonly<Record<string, { bytes: number; integrity: string }>>;
    };
    const there = ['frame', 'snippets'].flatMap((place) =>
      readdirSync(join('dist', place))
        .filter((name) => name.endsWith('.html'))
        .sort()
        .map((name) => `${place}/${name}`),
    );
    assert.deepEqual(Object.keys(pages), there);
    for (const [name, { bytes, integrity }] of Object.entries(pages)) {
      const html = readFileSync(join('dist', name));
      assert.deepEqual([bytes, integrity], [html.length, integrityOf(html)], name);
    }
  });

  it('is there for every trust, with its name and telephone number in the page itself', () => {
    const { trusts: known } = parse(readFileSync('content/organisations.yaml', 'utf8')) as {
      trusts: { id: string; name: string; closed?: string }[];
    };
    const open = known.filter(({ closed }) => !closed);
    assert.deepEqual(open.map(({ id }) => id).sort(), [...trusts]);
    for (const { id, name } of open) {
      const html = read(`contact-card-${id}.plain.html`);
      assert.ok(html.includes(name) && html.includes('href="tel:'), id);
    }
  });

  it('has no file that nobody lists', () => {
    const listed = snippets.flatMap(({ name }) => [`${name}.html`, `${name}.plain.html`]);
    const tags = new Set(snippets.map(({ tag }) => `${tag}.frame.html`));
    const files = readdirSync('dist/snippets').filter((name) => name.endsWith('.html'));
    assert.deepEqual(files.sort(), [...listed, ...tags].sort());
  });
});

describe('the command', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/alliance-elements.mjs', ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('writes what the build writes', () => {
    const { status, stdout, stderr } = run('prerender', 'contact-card', '--organisation=west-suffolk');
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(stdout, read('contact-card-west-suffolk.html'));
    assert.equal(run('prerender', 'region-map', '--frame').stdout, readFileSync('dist/frame/region-map.html', 'utf8'));
    const plain = run('prerender', '--plain', 'contact-card', '--organisation', 'west-suffolk');
    assert.match(plain.stderr, /One tag at a time/, 'a value stands after an equals sign');
  });

  it('takes no attribute for markup', () => {
    const bad = '"\'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;';
    for (const form of ['', '--plain', '--frame']) {
      const { stdout } = run(
        'prerender',
        'contact-card',
        `--name=${bad}`,
        `--aria-label=${bad}`,
        ...(form ? [form] : []),
      );
      const all = [...elementsIn(parseFragment(stdout))];
      assert.ok(all.length > 5, form);
      assert.equal(all.filter(({ tagName }) => tagName === 'img').length, 0, form);
      assert.ok(
        all.every((element) => element.tagName !== 'script' || get(element, 'integrity')),
        form,
      );
      assert.ok(
        all.every(({ attrs }) => attrs.every(({ name }) => !name.startsWith('on'))),
        form,
      );
    }
  });

  it('says in one line what it does not understand, and then writes nothing', () => {
    for (const [args, message] of [
      [['prerender', 'contact-cart'], /<contact-cart> is not one of our elements/],
      [['prerender', 'contact-card', '--organization=RGT'], /has no attribute "organization".*organisation/],
      [['prerender', 'contact-card', '--organisation=XYZ'], /is not known/],
      [['prerender', 'contact-card', '--base=javascript:alert(1)'], /--base is an address/],
      [['prerender', 'contact-card', '--dir=up'], /--dir/],
      [['prerender'], /alliance-elements prerender TAG/],
      [['doktor'], /no command "doktor"/],
    ] as const) {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [1, ''], args.join(' '));
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    }
    assert.deepEqual([run('--help').status, run('prerender', '--help').status], [0, 0]);
  });
});

describe('for npm users', () => {
  it('importing every module where there is no page throws nothing, and no name is left behind', () => {
    const files = [
      'index.js',
      ...readdirSync('dist/npm/define')
        .filter((name) => name.endsWith('.js'))
        .map((name) => `define/${name}`),
    ];
    const code = `for (const file of ${JSON.stringify(files)}) await import(new URL(file, 'file://${process.cwd()}/dist/npm/'));`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('with Lit as it is, a declarative root is taken over, and nothing stands twice', async () => {
    const { outputFiles } = await build({
      entryPoints: ['dist/npm/define/contact-card.js'],
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    const library = await serveHeld({ 'alliance-elements.js': outputFiles[0]?.text ?? '' });
    const snippet = hosted(read('contact-card-hospital.html'), library.origin).replace(/ integrity="[^"]*"/, '');
    const host = await serveText({ '/': pageWith(snippet) });
    const { page, errors } = await watch(browser);
    try {
      await page.goto(`${host.origin}/`);
      await page.waitForFunction(isLive, {}, 'contact-card');
      const drawn = await page.$eval('contact-card', ({ shadowRoot }) => shadowRoot?.querySelectorAll('.frame').length);
      assert.equal(drawn, 1);
      assert.deepEqual(errors, []);
    } finally {
      await page.close();
      await Promise.all([library.close(), host.close()]);
    }
  });
});
