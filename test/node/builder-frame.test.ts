import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { elements } from '../../tools/prerender/cases.js';
import { serveLibrary, servePages, type Site } from '../../tools/serve.js';
import { launch, serveText, tags } from './browser.js';
import { choose, fresh, offered, ready, unfold } from './builder-page.js';

/** What the builder offers for a frame now, and says of it. */
async function framed(page: Page, way = 'iframe') {
  const { place = '' } = (await offered(page))[way] ?? {};
  await page.select('#for', way);
  return {
    tag: place,
    height: Number(/ height="(\d+)"/.exec(place)?.[1]),
    title: / title="([^"]*)"/.exec(place)?.[1],
    hint: await page.$eval('[data-builder-texts] .hint', (hint) => hint.textContent),
  };
}

async function wide(page: Page, width: number): Promise<void> {
  await page.select('#width', `${width}`);
  await ready(page);
}

describe('the height of a frame', () => {
  let browser: Browser;
  let library: Site;
  let site: Site;
  let page: Page;

  before(async () => {
    browser = await launch();
    library = await serveLibrary('dist');
    site = await servePages('demo', 'dist', library.origin);
    ({ page } = await fresh(browser, site.origin));
  });
  after(async () => {
    await browser.close();
    await Promise.all([library.close(), site.close()]);
  });

  /** A partner's page with the tag in a place of that width, and no script of ours: what is in the frame, and the frame. */
  async function pasted(tag: string, width: number) {
    const html = `<!doctype html><title>A partner</title><style>body{margin:0}main{width:${width}px}</style><main>${tag.replace(/https:\/\/YOUR-HOST\/alliance-elements\/[\d.]+/, library.origin)}</main>`;
    const partner = await serveText({ '/': html });
    const host = await browser.newPage();
    await host.goto(partner.origin, { waitUntil: 'networkidle0' });
    const frame = await host.waitForFrame((each) => each.url().includes('/frame/'));
    const [name = ''] = /[\w-]+(?=\.html)/.exec(tag) ?? [];
    await frame.waitForFunction((own) => document.querySelector(own)?.matches(':defined'), {}, name);
    const inside = await frame.evaluate(() => ({
      width: innerWidth,
      height: innerHeight,
      needs: Math.ceil(document.body.getBoundingClientRect().height),
      heading: document.body.firstElementChild?.shadowRoot?.querySelector('#heading')?.textContent?.trim(),
    }));
    await host.close();
    await partner.close();
    return inside;
  }

  it('is what each widget needs at the width that is said, so that nothing scrolls, nothing is empty, without our script', async () => {
    for (const tag of tags) {
      await choose(page, tag);
      const { tag: iframe, height, hint } = await framed(page);
      const inside = await pasted(iframe, 640);
      assert.deepEqual([inside.width, inside.height], [640, height], tag);
      assert.equal(height, inside.needs, tag);
      assert.ok(
        hint.includes(
          `Its height, ${height.toLocaleString('en-GB')} pixels, is what it needs in a place 640 pixels wide`,
        ),
        hint,
      );
      // The ready-made one has no options and no place to be measured in: no more than a screen, and else the same.
      assert.ok(Math.abs(Math.min(height, 900) - (elements[tag] ?? 0)) <= 16, `${tag}: ${height} and ${elements[tag]}`);
    }
  });

  it('goes with the options and with the place', async () => {
    await choose(page, 'contact-card');
    const heights = new Set<number>();
    for (const [organisation, layout, width] of [
      ['', '', 640],
      ['cambridge-university-hospitals', '', 640],
      ['cambridge-university-hospitals', '', 320],
      ['cambridge-university-hospitals', '', 1280],
      ['cambridge-university-hospitals', 'compact', 320],
      ['cambridge-university-hospitals', 'inline', 480],
    ] as const) {
      await page.select('#option-organisation', organisation);
      await page.select('#option-layout', layout);
      await wide(page, width);
      const { tag, height, hint } = await framed(page);
      const inside = await pasted(tag, width);
      assert.equal(height, inside.needs, `${organisation} ${layout} ${width}`);
      assert.ok(hint.includes(`in a place ${width} pixels wide`), hint);
      heights.add(height);
    }
    assert.equal(heights.size, 6);
    await wide(page, 640);
  });

  it('is told for a phone too, and what becomes of it there, with our script and in SharePoint without', async () => {
    await choose(page, 'contact-card');
    await page.select('#option-organisation', 'cambridge-university-hospitals');
    await ready(page);
    const { tag, hint } = await framed(page);
    const narrow = (await pasted(tag, 320)).needs;
    const said = `On a phone, 320 pixels wide, it needs ${narrow.toLocaleString('en-GB')}`;
    assert.ok(hint.includes(`${said}. With the script below, it takes what it needs at every width`), hint);
    const { hint: alone } = await framed(page, 'sharepoint');
    assert.ok(alone.includes(`${said}: there it scrolls within its frame.`), alone);
    assert.doesNotMatch(alone, /script below/);
  });

  it('is asked for only where a frame is offered, and by a label', async () => {
    for (const way of ['tag', 'wordpress', 'react']) {
      await page.select('#for', way);
      assert.equal(await page.$eval('#width', (select) => select.checkVisibility()), false, way);
    }
    await page.select('#for', 'sharepoint');
    assert.equal(await page.$eval('#width', (select) => select.checkVisibility()), true);
    assert.match(
      await page.$eval('#width', (select) => (select as HTMLSelectElement).labels[0]?.textContent ?? ''),
      /How wide/,
    );
  });

  it('is for what the frame shows: a card’s own details stay outside, and so does their name', async () => {
    await choose(page, 'contact-card');
    await unfold(page);
    await page.type('#option-name', 'A & E “Étage”');
    await page.type('#option-address', 'Long Lane, '.repeat(20));
    await ready(page);
    const { tag, height, title, hint } = await framed(page);
    const inside = await pasted(tag, 640);
    assert.equal(height, inside.needs);
    assert.equal(title, inside.heading);
    assert.match(hint, /^A frame does not take name, address, and shows the widget without/);
  });
});
