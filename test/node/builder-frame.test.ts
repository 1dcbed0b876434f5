import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { elements } from '../../tools/prerender/cases.js';
import { serveText, tags } from './browser.js';
import { choose, offered, opened, ready, status, unfold } from './builder-page.js';

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
  const builder = opened();

  /** A partner's page with the tag in a place of that width, and no script of ours: what is in the frame, and the frame. */
  async function pasted(tag: string, width: number) {
    const html = `<!doctype html><title>A partner</title><style>body{margin:0}main{width:${width}px}</style><main>${tag.replace(/https:\/\/YOUR-HOST\/alliance-elements\/[\d.]+/, builder.library.origin)}</main>`;
    const partner = await serveText({ '/': html });
    const host = await builder.browser.newPage();
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
      await choose(builder.page, tag);
      const { tag: iframe, height, hint } = await framed(builder.page);
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
    await choose(builder.page, 'contact-card');
    const heights = new Set<number>();
    for (const [organisation, layout, width] of [
      ['', '', 640],
      ['cambridge-university-hospitals', '', 640],
      ['cambridge-university-hospitals', '', 320],
      ['cambridge-university-hospitals', '', 1280],
      ['cambridge-university-hospitals', 'compact', 320],
      ['cambridge-university-hospitals', 'inline', 480],
    ] as const) {
      await builder.page.select('#option-organisation', organisation);
      await builder.page.select('#option-layout', layout);
      await wide(builder.page, width);
      const { tag, height, hint } = await framed(builder.page);
      const inside = await pasted(tag, width);
      assert.equal(height, inside.needs, `${organisation} ${layout} ${width}`);
      assert.ok(hint.includes(`in a place ${width} pixels wide`), hint);
      heights.add(height);
    }
    assert.equal(heights.size, 6);
    await wide(builder.page, 640);
  });

  it('is told for a phone too, and what becomes of it there, with our script and in SharePoint without', async () => {
    await choose(builder.page, 'contact-card');
    await builder.page.select('#option-organisation', 'cambridge-university-hospitals');
    await ready(builder.page);
    const { tag, hint } = await framed(builder.page);
    const narrow = (await pasted(tag, 320)).needs;
    const said = `On a phone, 320 pixels wide, it needs ${narrow.toLocaleString('en-GB')}`;
    assert.ok(hint.includes(`${said}. With the script below, it takes what it needs at every width`), hint);
    const { hint: alone } = await framed(builder.page, 'sharepoint');
    assert.ok(alone.includes(`${said}: there it scrolls within its frame.`), alone);
    assert.doesNotMatch(alone, /script below/);
  });

  it('is asked for only where a frame is offered, and by a label', async () => {
    for (const way of ['tag', 'wordpress', 'react']) {
      await builder.page.select('#for', way);
      assert.equal(await builder.page.$eval('#width', (select) => select.checkVisibility()), false, way);
    }
    await builder.page.select('#for', 'sharepoint');
    assert.equal(await builder.page.$eval('#width', (select) => select.checkVisibility()), true);
    assert.match(
      await builder.page.$eval('#width', (select) => (select as HTMLSelectElement).labels[0]?.textContent ?? ''),
      /How wide/,
    );
  });

  it('is for what the frame shows: a card’s own details stay outside, and so does their name', async () => {
    await choose(builder.page, 'contact-card');
    await unfold(builder.page);
    await builder.page.type('#option-name', 'A & E “Étage”');
    await builder.page.type('#option-address', 'Long Lane, '.repeat(20));
    await ready(builder.page);
    const { tag, height, title, hint } = await framed(builder.page);
    const inside = await pasted(tag, 640);
    assert.equal(height, inside.needs);
    assert.equal(title, inside.heading);
    assert.match(hint, /^A frame does not take name, address, and shows the widget without/);
  });
});

describe('the preview of an iframe', () => {
  const builder = opened();

  const drawn = () => builder.page.frames().filter((frame) => frame.url().endsWith('/preview.html'));

  /** The card in each preview, inside an iframe or not: its words, and how tall the iframe and what is in it are. */
  const cards = (framed: boolean) =>
    Promise.all(
      drawn().map(async (frame) => {
        const card = framed ? 'iframe' : 'contact-card';
        await frame.waitForSelector(`[data-place] > ${card}`);
        await frame.waitForFunction(
          (inIframe) => {
            const page = inIframe ? document.querySelector('iframe')?.contentDocument : document;
            return page?.querySelector('contact-card')?.shadowRoot?.querySelector('#heading');
          },
          {},
          framed,
        );
        return frame.evaluate(async (inIframe) => {
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const iframe = document.querySelector('iframe');
          const page = inIframe ? iframe?.contentDocument : document;
          return {
            words: page?.querySelector('contact-card')?.shadowRoot?.querySelector('.card')?.textContent ?? '',
            height: iframe?.getBoundingClientRect().height,
            needs: Math.ceil(page?.body.getBoundingClientRect().height ?? 0),
            font: page && getComputedStyle(page.body).fontFamily,
            scrolls: page && getComputedStyle(page.documentElement).overflow,
          };
        }, framed);
      }),
    );
  const said = (part: string) => builder.page.$eval(`[data-builder-${part}]`, (place) => place.textContent);

  it('shows what the iframe does, and says beside the choice what it leaves out', async () => {
    const { page } = builder;
    await choose(page, 'contact-card');
    await unfold(page);
    await page.select('#option-organisation', 'cambridge-university-hospitals');
    await page.select('#host', 'trust');
    await page.type('#option-telephone', '01234 567890');
    await page.type('#option-address', 'Ward 5');
    await ready(page);
    for (const { words } of await cards(false)) assert.match(words, /01234 567890.*Ward 5/s);
    assert.equal(await said('lost'), '');

    await page.select('#for', 'iframe');
    for (const { words, height, needs, font, scrolls } of await cards(true)) {
      assert.doesNotMatch(words, /01234 567890|Ward 5|Given by this website/);
      assert.match(words, /Cambridge University Hospitals/);
      assert.equal(height, needs, 'as tall as with the script');
      assert.doesNotMatch(font ?? '', /Georgia/, 'a frame has nothing of the style of the page around it');
      assert.equal(scrolls, 'hidden');
    }
    assert.match(await said('lost'), /^An iframe leaves out what you have set here: Phone; Address\. /);
    assert.match(await said('looked'), /^As an iframe, .* without: Phone; Address\.$/);
    assert.match(await status(page), /leaves out what you have set here: Phone; Address/);
    const described = await page.$eval('#for', (select) =>
      select.ariaDescribedByElements?.map(({ textContent }) => textContent).join(' '),
    );
    assert.match(described ?? '', /leaves out what you have set here/);

    await page.select('#option-layout', 'compact');
    await ready(page);
    assert.match(await status(page), /^Ready: .*leaves out what you have set here: Phone; Address/);

    await page.select('#for', 'div');
    for (const { words } of await cards(false)) assert.match(words, /01234 567890.*Ward 5/s);
    assert.equal(await said('lost'), '');
    assert.equal(await page.$eval('[data-builder-looked]', (place) => place.checkVisibility()), false);
  });

  it('has the height of the snippet where nothing makes it grow', async () => {
    const { page } = builder;
    await choose(page, 'contact-card');
    const { height } = await framed(page, 'sharepoint');
    for (const card of await cards(true)) {
      assert.equal(card.height, height);
      assert.equal(card.scrolls, 'auto');
    }
    assert.equal(await said('lost'), '', 'nothing is set that it leaves out');
    assert.deepEqual([...builder.errors, ...builder.violations, ...builder.warnings], []);
  });
});
