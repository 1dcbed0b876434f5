import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Site } from '../../tools/serve.js';
import { launch, rendered, serveDist, serveText, tags, watch, type Watched } from './browser.js';

const card = '<contact-card organisation="RGT"><p>Call the hospital</p></contact-card>';
const named = 'Cambridge University Hospitals NHS Foundation Trust';

let browser: Browser;
let library: Site;
before(async () => {
  browser = await launch();
  library = await serveDist();
});
after(async () => {
  await browser.close();
  await library.close();
});

/** Opens a page with this markup, on an origin of its own, and closes both afterwards. */
async function onPage(html: string, act: (watched: Watched) => Promise<void>): Promise<void> {
  const host = await serveText({ '/': `<!doctype html><html lang="en"><title>Host</title>${html}` });
  const watched = await watch(browser);
  try {
    await watched.page.goto(`${host.origin}/`);
    await act(watched);
  } finally {
    await watched.page.close();
    await host.close();
  }
}

/** The heading inside the first card, once it is there. */
async function cardSays(page: Page, selector = 'contact-card'): Promise<string> {
  await page.waitForFunction(
    (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('h2'),
    { timeout: 8000 },
    selector,
  );
  return page.$eval(selector, (element) => element.shadowRoot?.querySelector('h2')?.textContent?.trim() ?? '');
}

const script = (attributes = 'type="module"', file = 'alliance-elements.js', origin = library.origin) =>
  `<script src="${origin}/${file}" ${attributes}></script>`;

describe('R25: the loader, wherever and however its tag stands', () => {
  for (const attributes of ['type="module"', 'type="module" async', '', 'async', 'defer'])
    for (const place of ['head', 'body'])
      it(`<script ${attributes}> in the ${place}`, async () => {
        const tag = script(attributes);
        await onPage(place === 'head' ? `${tag}${card}` : `<body>${card}${tag}`, async ({ page, errors, warnings }) => {
          assert.equal(await cardSays(page), named);
          assert.deepEqual([...errors, ...warnings], []);
        });
      });

  it('injected later, and its tag taken away again', async () => {
    await onPage(card, async ({ page, errors }) => {
      for (const type of ['', 'module']) {
        await page.evaluate(
          (src, kind) => {
            const tag = document.createElement('script');
            Object.assign(tag, { src, type: kind });
            document.head.append(tag);
            tag.remove();
          },
          `${library.origin}/alliance-elements.js`,
          type,
        );
        assert.equal(await cardSays(page), named);
      }
      assert.deepEqual(errors, []);
    });
  });

  it('on a page that names its images after what scripts ask for', async () => {
    const clobber = ['currentScript', 'querySelectorAll', 'getElementById', 'head', 'trustedTypes', 'customElements']
      .map((name) => `<img name="${name}" id="${name}" alt="">`)
      .join('');
    // `querySelectorAll` itself cannot be named away without breaking the page's own scripts, which we then share.
    await onPage(
      `<body>${clobber.replace(/<img name="querySelectorAll"[^>]*>/, '')}${card}${script('')}`,
      async ({ page }) => {
        assert.equal(await cardSays(page), named);
      },
    );
  });
});

describe('the loader finds our tags', () => {
  const empty = () => script();

  it('that are added later, one by one or in a piece of markup', async () => {
    await onPage(`<body>${empty()}`, async ({ page, requests }) => {
      await page.waitForNetworkIdle();
      assert.equal(requests.filter((url) => url.startsWith(library.origin)).length, 1, 'no tag, no chunk');
      await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', `<div><p>${html}</p></div>`), card);
      assert.equal(await cardSays(page), named);
    });
  });

  it('R13: in a body that takes the place of the old one', async () => {
    await onPage(`<body>${empty()}`, async ({ page }) => {
      await page.evaluate((html) => {
        const body = document.createElement('body');
        body.innerHTML = html;
        document.documentElement.replaceChild(body, document.body);
      }, card);
      assert.equal(await cardSays(page), named);
    });
  });

  it('inside a shadow root that it is told of, now and later', async () => {
    await onPage(`<body><div id="host"></div>${empty()}`, async ({ page }) => {
      await page.waitForNetworkIdle();
      await page.evaluate((html) => {
        const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
        root.innerHTML = '<p>Inside</p>';
        root.firstElementChild!.dispatchEvent(new Event('alliance-observe', { bubbles: true, composed: true }));
        root.innerHTML += html;
      }, card);
      await page.waitForFunction(
        () =>
          document.querySelector('#host')?.shadowRoot?.querySelector('contact-card')?.shadowRoot?.querySelector('h2'),
        { timeout: 8000 },
      );
    });
  });

  it('and asks for nothing but what they need', async () => {
    await onPage(`<body>${card}${card}${empty()}`, async ({ page, requests }) => {
      await cardSays(page);
      await page.waitForNetworkIdle();
      assert.equal(requests.filter((url) => url.startsWith(library.origin)).length, 3, requests.join('\n'));
    });
  });
});

describe('when something goes wrong on the way', () => {
  it('a chunk with one byte changed never runs; the fallback stays, and one warning says so', async () => {
    for (const part of ['contact-card', 'shared']) {
      const tampered = await serveDist((name, body) =>
        name.includes(`.${part}.`) ? body.replace('alliance', 'Alliance') : body,
      );
      await onPage(`<body>${card}${script('', undefined, tampered.origin)}`, async ({ page, warnings }) => {
        await page.waitForNetworkIdle();
        assert.equal(await page.evaluate(() => customElements.get('contact-card') === undefined), true, part);
        assert.equal(
          await page.$eval('contact-card', (element) => (element as HTMLElement).innerText),
          'Call the hospital',
        );
        assert.equal(
          warnings.filter((text) => text.includes('contact-card did not load')).length,
          1,
          warnings.join('\n'),
        );
      });
      await tampered.close();
    }
  });

  it('a file that did not come is asked for again by the next tag of its kind', async () => {
    let down = true;
    const flaky = await serveDist((name, body) => (down && name.includes('.contact-card.') ? undefined : body));
    await onPage(`<body>${card}${script('', undefined, flaky.origin)}`, async ({ page, warnings }) => {
      await page.waitForNetworkIdle();
      assert.equal(warnings.length, 1);
      assert.equal(
        await page.$eval('contact-card', (element) => (element as HTMLElement).innerText),
        'Call the hospital',
      );
      down = false;
      await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), card);
      assert.equal(await cardSays(page), named);
    });
    await flaky.close();
  });

  it('R23: a host without CORS: modules cannot come, so the fallback stays; the classic single file needs none', async () => {
    const closed = await serveDist(undefined, false);
    await onPage(`<body>${card}${script('', 'alliance-elements.js', closed.origin)}`, async ({ page }) => {
      await page.waitForNetworkIdle();
      assert.equal(
        await page.$eval('contact-card', (element) => (element as HTMLElement).innerText),
        'Call the hospital',
      );
    });
    await onPage(`<body>${card}${script('', 'alliance-elements.all.classic.js', closed.origin)}`, async ({ page }) => {
      assert.equal(await cardSays(page), named);
    });
    await closed.close();
  });
});

describe('the single file', () => {
  it('R13: has defined every element when its load event comes, as a module and as a classic script', async () => {
    for (const [file, type] of [
      ['alliance-elements.all.js', 'module'],
      ['alliance-elements.all.classic.js', ''],
    ] as const)
      await onPage('<body>', async ({ page, errors }) => {
        const missing = await page.evaluate(
          (src, kind, names) =>
            new Promise<string[]>((resolve) => {
              const tag = document.createElement('script');
              Object.assign(tag, { src, type: kind });
              tag.onload = () => resolve(names.filter((name) => !customElements.get(name)));
              document.head.append(tag);
            }),
          `${library.origin}/${file}`,
          type,
          tags,
        );
        assert.deepEqual(missing, []);
        assert.deepEqual(errors, []);
      });
  });
});

const ways = [
  ['alliance-elements.js', 'type="module"'],
  ['alliance-elements.js', ''],
  ['alliance-elements.all.js', 'type="module"'],
  ['alliance-elements.all.classic.js', ''],
] as const;

describe('a place for an element, on a page whose editor deletes tags that it does not know', () => {
  const place = `<div data-alliance-element="contact-card" data-organisation="RGT" data-heading-level="3" id="ours" class="aside">
    <p data-slot="heading">Our cancer team</p><p>Call the hospital</p></div>`;
  for (const [file, attributes] of ways)
    it(`becomes the element, with its options and its fallback: ${file} ${attributes}`, async () => {
      await onPage(`<body>${place}${script(attributes, file)}`, async ({ page, errors, warnings }) => {
        await page.waitForFunction(() => document.querySelector('contact-card')?.shadowRoot?.querySelector('h3'));
        assert.deepEqual(
          await page.$eval('contact-card', (card) => [card.id, card.className, card.getAttribute('organisation')]),
          ['ours', 'aside', 'RGT'],
        );
        const words = await page.$eval('contact-card', (card) => (card as HTMLElement).innerText);
        assert.match(words, /Our cancer team/, 'the host’s words in a slot');
        assert.doesNotMatch(words, /Call the hospital/, 'the fallback is not shown beside the card');
        assert.equal(await page.$('[data-alliance-element]'), null);
        assert.deepEqual([...errors, ...warnings], []);
      });
    });

  it('may be a link, which stays one where there is nothing else to show', async () => {
    const link = (organisation: string) =>
      `<a href="https://example.org/help" data-alliance-element="contact-card" data-organisation="${organisation}">Call the hospital</a>`;
    for (const [file, attributes] of ways)
      await onPage(`<body>${link('nowhere')}${link('RGT')}${script(attributes, file)}`, async ({ page, errors }) => {
        await page.waitForFunction(
          () => document.querySelectorAll('contact-card')[1]?.shadowRoot?.querySelector('h2') !== null,
        );
        const [first] = await page.$$eval('contact-card > a', (all) => all.map((one) => [one.href, one.innerText]));
        assert.deepEqual(first, ['https://example.org/help', 'Call the hospital']);
        assert.deepEqual(
          await page.$$eval('contact-card > a', (all) => all.map((one) => one.checkVisibility())),
          [true, false],
          'the words of the one that is known are not shown beside the card',
        );
        assert.deepEqual(errors, []);
      });
  });

  it('added later, or inside a shadow root that we are told of', async () => {
    await onPage(`<body><div id="host"></div>${script()}`, async ({ page }) => {
      await page.waitForNetworkIdle();
      await page.evaluate((html) => {
        document.body.insertAdjacentHTML('beforeend', html);
        const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
        root.innerHTML = html;
        root.firstElementChild!.dispatchEvent(new Event('alliance-observe', { bubbles: true, composed: true }));
      }, place);
      await page.waitForFunction(
        () =>
          document.querySelector('contact-card')?.shadowRoot?.querySelector('h3') &&
          document.querySelector('#host')?.shadowRoot?.querySelector('contact-card')?.shadowRoot?.querySelector('h3'),
      );
    });
  });

  it('follows a map by its id, in whichever order they come', async () => {
    const list = '<div data-alliance-element="partner-list" data-for="map"></div>';
    const map = '<div data-alliance-element="region-map" data-id="map" data-selected="norfolk-and-waveney"></div>';
    for (const markup of [list + map, map + list])
      await onPage(`<body>${markup}${script()}`, async ({ page }) => {
        await page.waitForFunction(() =>
          document.querySelector('partner-list')?.shadowRoot?.textContent?.includes('Only Norfolk and Waveney'),
        );
      });
  });

  it('hands on only what the element knows: nothing that a page forbids to write comes in through us', async () => {
    const bad = `<div data-alliance-element="contact-card" data-organisation="RGT" data-onclick="document.title='ran'"
      data-style="color: red" data-src="x" data-onfocus="document.title='ran'" onclick="" style="color: red">Fallback</div>`;
    await onPage(`<body>${bad}${script()}`, async ({ page }) => {
      await cardSays(page);
      await page.click('contact-card');
      const names = await page.$eval('contact-card', (card) => card.getAttributeNames());
      assert.deepEqual(names, ['organisation']);
      assert.equal(await page.title(), 'Host');
    });
  });

  it('names no service for postcodes: whoever may write no tag is not to choose where they go', async () => {
    const finder =
      '<div data-alliance-element="alliance-finder" data-lookup="https://a.example/" lookup="https://a.example/"></div>';
    await onPage(`<body>${finder}${script()}`, async ({ page }) => {
      await page.waitForFunction(() => document.querySelector('alliance-finder')?.shadowRoot?.querySelector('form'));
      assert.deepEqual(await page.$eval('alliance-finder', (element) => element.getAttributeNames()), []);
    });
  });

  it('for no element of ours stays as it is, with one warning', async () => {
    for (const name of ['contact-crad', 'shared', 'constructor', '__proto__', 'div', 'script', ''])
      await onPage(
        `<body><div data-alliance-element="${name}">Call the hospital</div>${script()}`,
        async ({ page, errors, warnings }) => {
          await page.waitForFunction(() => true);
          await page.waitForNetworkIdle();
          assert.equal(await page.$eval('[data-alliance-element]', (div) => div.textContent), 'Call the hospital');
          assert.deepEqual(errors, [], name);
          assert.equal(warnings.length, 1, `${name}: ${warnings.join()}`);
        },
      );
  });
});

describe('data-prefix', () => {
  const foreign = `<script>customElements.define('contact-card', class extends HTMLElement { constructor() { super(); this.theirs = true; } })</script>`;
  for (const [file, attributes] of ways)
    it(`gives every element a second name, where a page’s own element has the first: ${file} ${attributes}`, async () => {
      await onPage(
        `<body>${foreign}<contact-card>Theirs</contact-card>
          <eoe-contact-card organisation="RGT"><p>Call the hospital</p></eoe-contact-card>
          <div data-alliance-element="contact-card" data-organisation="RM1"></div>
          <partner-list></partner-list>${script(`${attributes} data-prefix="eoe-"`, file)}`,
        async ({ page, errors, warnings }) => {
          assert.equal(await cardSays(page, 'eoe-contact-card'), named);
          await page.waitForFunction(() =>
            document.querySelectorAll('eoe-contact-card')[1]?.shadowRoot?.querySelector('h2'),
          );
          await page.waitForFunction(() => document.querySelector('partner-list')?.shadowRoot?.querySelector('h2'));
          assert.equal(await page.$eval('contact-card', (card) => (card as HTMLElement).innerText), 'Theirs');
          assert.deepEqual([...errors, ...warnings], []);
        },
      );
    });
});

describe('R1: two of us on one page', () => {
  it('and another Lit with a policy of its own: nobody’s policy is in the way', async () => {
    const host = await serveText(
      {
        '/': `<!doctype html><html lang="en"><title>Host</title><body>${card}<script src="${library.origin}/alliance-elements.all.classic.js"></script>
          <script src="${library.origin}/alliance-elements.js"></script>`,
      },
      `script-src ${library.origin}; require-trusted-types-for 'script'; trusted-types alliance-elements lit-html`,
    );
    const { page, errors, violations } = await watch(browser);
    await page.goto(`${host.origin}/`);
    await rendered(page);
    const theirs = await page.evaluate(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { name: string } };
      };
      return trustedTypes.createPolicy('lit-html', { createHTML: (html: string) => html }).name;
    });
    assert.equal(theirs, 'lit-html');
    assert.deepEqual([...errors, ...violations], []);
    await page.close();
    await host.close();
  });
});

describe('what is built', () => {
  it('R11, R28, R30: holds no way to run text as code, no font, whole source maps, and no markup sink but Lit’s template', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) {
      const code = readFileSync(`dist/${name}`, 'utf8');
      assert.doesNotMatch(code, /\beval\(|new Function|document\.write|insertAdjacentHTML|outerHTML\s*=/, name);
      assert.doesNotMatch(code, /@font-face/, name);
      assert.ok((code.match(/innerHTML/g) ?? []).length <= 1, `${name}: more than Lit's own innerHTML`);
      // A file does not name its map, which lies beside it.
      assert.doesNotMatch(code, /sourceMappingURL/, name);
      const map = JSON.parse(readFileSync(`dist/${name}.map`, 'utf8')) as {
        sources: string[];
        sourcesContent: string[];
      };
      assert.equal(map.sourcesContent.length, map.sources.length, name);
      for (const source of map.sources) assert.doesNotMatch(source, /^\/|^[a-z]:/i, `${name} names a machine's folder`);
    }
  });

  it('R28: the modules for npm name their maps, which hold our own text as it is, and no folder of a machine', async () => {
    const { existsSync, readdirSync, readFileSync } = await import('node:fs');
    const { basename, dirname, join, relative, resolve } = await import('node:path');
    const modules = readdirSync('dist/npm', { recursive: true, encoding: 'utf8' }).filter(
      // The tools are commands: nobody's own code is built with them.
      (name) => name.endsWith('.js') && !name.startsWith('tools'),
    );
    const told = new Set<string>();
    for (const name of modules) {
      const file = join('dist/npm', name);
      const [, named] = /\n\/\/# sourceMappingURL=(.*)\n?$/.exec(readFileSync(file, 'utf8')) ?? [];
      assert.equal(named, `${basename(name)}.map`, name);
      const text = readFileSync(`${file}.map`, 'utf8');
      for (const own of [resolve('.'), 'file://']) assert.ok(!text.includes(own), `${name} names ${own}`);
      const map = JSON.parse(text) as { sources: string[]; sourcesContent: string[]; sourceRoot?: string };
      assert.ok(!map.sourceRoot, name);
      assert.equal(map.sourcesContent.length, map.sources.length, name);
      map.sources.forEach((source, index) => {
        const place = relative('.', join(dirname(file), source));
        assert.match(place, /^(src|content)[\\/]/, `${name} is made of ${source}`);
        // Some stand for another of the same name (tools/rollup/variant.ts), by which the map calls them.
        const whole = place.replace(/\.ts$/, '.whole.ts');
        const written = readFileSync(existsSync(whole) ? whole : place, 'utf8');
        if (place.startsWith('src')) assert.equal(map.sourcesContent[index], written, place);
        told.add(place);
      });
    }
    for (const tag of tags) assert.ok(told.has(join('src/elements', tag, `${tag}.ts`)), tag);
  });
});
