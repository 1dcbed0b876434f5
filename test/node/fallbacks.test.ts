import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Site } from '../../tools/serve.js';
import { launch, serveText, tags, watch } from './browser.js';

// What readers have where our script is refused: every snippet that we write or document, in a browser whose policy for
// the page blocks all scripts. Nothing hides the words, and links go where they say.

const read = (name: string) => readFileSync(name, 'utf8');
const namesIn = (folder: string, kinds: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => kinds.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));

/** Style rules in any text that hide what is not defined yet. */
function hiding(text: string): string[] {
  const rules = text.matchAll(/:not\(\s*:defined\s*\)[^{}]*\{([^{}]*)\}/gi);
  return [...rules]
    .filter(([, body = '']) =>
      /\b(display\s*:\s*none|(content-)?visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(%|!|;|$)|clip(-path)?\s*:)/i.test(
        body,
      ),
    )
    .map(([rule]) => rule);
}

describe('R8: nothing that we publish hides an element until it is defined', () => {
  const published = [
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', '.storybook/preview.css'],
    ...namesIn('docs', /\.md$/),
    ...namesIn('stories', /\.(mdx|ts|html|css)$/),
    ...namesIn('demo', /\.(html|css|js)$/),
    ...namesIn('deploy', /./).filter((name) => /\.\w+$/.test(name)),
    // Snippets, frames, the builder with all that it writes, the doctor, and our own scripts.
    ...namesIn('dist', /\.(js|html|css|json|md|php|txt)$/),
  ];

  it('in documents, stories, demonstrations, snippets, frames, scripts and what the builder writes', () => {
    for (const kind of [
      /^README/,
      /^docs/,
      /^stories/,
      /^demo.*css$/,
      /snippets.*html$/,
      /frame.*html$/,
      /builder\.js$/,
    ])
      assert.ok(
        published.some((name) => kind.test(name.replace(/^dist./, ''))),
        String(kind),
      );
    // One page names it: what a hostile host does to us, and why a div is not met by it.
    const told = published.flatMap((name) => hiding(read(name)).map((rule) => `${name}: ${rule}`));
    assert.deepEqual(told, ['docs/host-styles.md: :not(:defined) { display: none !important }']);
  });

  it('and would be found', () => {
    for (const rule of [
      'contact-card:not(:defined){display:none}',
      'a, region-map:not( :defined ) p { color: red; visibility : hidden }',
      ':not(:defined) { opacity: 0 }',
      ':not(:defined) { opacity: 0.0; transition: 1s }',
      ':NOT(:DEFINED) { content-visibility: hidden }',
    ])
      assert.equal(hiding(`x { y: z } ${rule}`).length, 1, rule);
    assert.deepEqual(hiding(':not(:defined) { display: block; opacity: 0.5 } p { display: none }'), []);
  });
});

interface Snippet {
  readonly name: string;
  readonly html: string;
}
const { snippets } = JSON.parse(read('dist/snippets/index.json')) as {
  snippets: readonly { name: string; style: string }[];
};
const readyMade: readonly Snippet[] = snippets
  .flatMap(({ name }) => [`${name}.html`, `${name}.plain.html`])
  .map((name) => ({ name, html: read(`dist/snippets/${name}`) }));
/** Pieces of markup in our documents that have one of our elements, and words in it. */
const documented: readonly Snippet[] = [
  'README.md',
  ...namesIn('docs', /\.md$/),
  ...namesIn('stories', /\.mdx$/),
].flatMap((page) =>
  [...read(page).matchAll(/^```html\n([^]*?)^```$/gm)]
    .map(([, html = '']) => html)
    .filter((html) => new RegExp(`<(${tags.join('|')})\\b|data-alliance-element`).test(html))
    .map((html, index) => ({ name: `${page}, ${index + 1}`, html })),
);

/** What our documents have hosts put in their own style sheets. */
const room = ['README.md', 'docs/prerendering.md']
  .flatMap((page) => [...read(page).matchAll(/^```css\n([^]*?)^```$/gm)].map(([, css = '']) => css))
  .join('\n');
const policy = `default-src 'none'; script-src 'none'; style-src 'self' ${[...new Set(snippets.map(({ style }) => style))].join(' ')}`;

interface Link {
  readonly href: string;
  readonly text: string;
  /** Whether a reader who presses there presses the link. */
  readonly hit: boolean;
}

/** What there is to read in each of our places on the page, all of it open, and the links in it. */
function look(names: string): { readonly words: string[]; readonly links: Link[] } {
  const places = [...document.querySelectorAll<HTMLElement>(`${names}, [data-alliance-element]`)];
  const roots = places.map((place) => place.shadowRoot ?? place);
  for (const root of roots) for (const details of root.querySelectorAll('details')) details.open = true;
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const links = roots.flatMap((root) =>
    [...root.querySelectorAll('a')].filter(isSeen).map((link) => {
      link.scrollIntoView({ block: 'center' });
      const [box] = link.getClientRects();
      if (!box) return { href: link.href, text: link.innerText, hit: false };
      const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
      const inside = root instanceof ShadowRoot ? root : document;
      return {
        href: link.href,
        text: link.innerText,
        hit: !!inside
          .elementFromPoint(...at)
          ?.closest('a')
          ?.isSameNode(link),
      };
    }),
  );
  const words = places.map((place) => {
    const shown = place.shadowRoot?.querySelector<HTMLElement>('.frame') ?? place;
    return isSeen(shown) && shown.getBoundingClientRect().height > 10 ? shown.innerText.trim() : '';
  });
  return { words, links };
}

describe('R8: where the page’s policy blocks our script', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launch();
    const pages = [...readyMade, ...documented].map(({ name, html }) => [
      `/${encodeURIComponent(name)}`,
      html.includes('<body')
        ? html
        : `<!doctype html><html lang="en"><title>A partner</title><link rel="stylesheet" href="/host.css"><body>${html}`,
    ]);
    site = await serveText({ ...(Object.fromEntries(pages) as Record<string, string>), '/host.css': room }, policy);
  });
  after(() => Promise.all([browser.close(), site.close()]));

  it('each snippet’s words are there to be read, and each link goes where it says', async () => {
    const { page } = await watch(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().startsWith(`${site.origin}/`)) return void request.continue();
      // So the page stays.
      void request.respond({ status: 204 });
    });
    const followed = new Set<string>();
    for (const { name } of [...readyMade, ...documented]) {
      await page.goto(`${site.origin}/${encodeURIComponent(name)}`);
      const { words, links } = await page.evaluate(look, tags.join());
      assert.ok(words.length > 0, name);
      // The documents have a few words in the place of a host's own.
      for (const each of words)
        assert.ok(each.length > (readyMade.some((made) => made.name === name) ? 40 : 5), `${name}: ${each}`);
      if (/^[\w-]+\.(plain\.)?html$/.test(name)) assert.ok(links.length, `${name} has no link`);
      for (const { href, text, hit } of links) {
        assert.ok(hit, `${name}: something lies over ${text}`);
        const { protocol, pathname, host } = new URL(href);
        const bare = text.replace(/\s+/g, '');
        if (protocol === 'tel:') assert.equal(bare.replace(/\D/g, ''), pathname, `${name}: ${text}`);
        else if (protocol === 'sms:') assert.ok(bare.includes(pathname.split('?')[0] ?? '-'), `${name}: ${text}`);
        else if (protocol === 'mailto:') assert.equal(bare, pathname, name);
        else {
          assert.equal(protocol, 'https:', `${name}: ${href}`);
          if (/^[\w.-]+\.(uk|org|com|info|net)\b/.test(bare))
            assert.ok(host.endsWith(bare.split('/')[0] ?? '-'), `${name}: ${text} is ${href}`);
        }
      }
      // Pressed by a real pointer: one of each snippet, and every address once.
      const next = links.filter(({ href }) => href.startsWith('https:') && !followed.has(href));
      for (const { href } of next.slice(0, 8)) {
        followed.add(href);
        const link = await page.evaluateHandle(
          (names, wanted) =>
            [...document.querySelectorAll(`${names}, [data-alliance-element]`)]
              .flatMap((place) => [...(place.shadowRoot ?? place).querySelectorAll('a')])
              .find((each) => each.href === wanted && each.checkVisibility()) ?? document.body,
          tags.join(),
          href,
        );
        const went = page.waitForRequest((request) => request.isNavigationRequest(), { timeout: 5000 });
        await link.click();
        assert.equal((await went).url(), href, name);
      }
    }
    assert.ok(followed.size > 40, `${followed.size} addresses`);
    await page.close();
  });
});
