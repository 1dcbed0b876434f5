import { transformSync } from 'esbuild';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { knowledgeOf } from '../../tools/builder/knowledge.js';
import { wordings } from '../../tools/builder/wording.js';
import { serveText, tags } from './browser.js';
import { choose, fresh, offered, opened, ready, status, texts, unfold } from './builder-page.js';

describe('the embed builder, for somebody who is no programmer', () => {
  const builder = opened();

  it('has plain words for every option that dist names, and none for one that it does not', async () => {
    const { widgets } = await knowledgeOf('dist');
    const named = new Set(['id', ...widgets.flatMap(({ options }) => options.map(({ name }) => name))]);
    const worded = Object.keys(wordings).map((key) => key.split(' ').at(-1) ?? '');
    assert.deepEqual([...new Set(worded)].sort(), [...named].sort());
    for (const tag of tags) {
      await choose(builder.page, tag);
      const said = await builder.page.$$eval('[data-builder-options] :is(label, legend, option, .hint)', (places) =>
        places.map(({ textContent }) => textContent ?? ''),
      );
      assert.ok(said.length > 8, tag);
      for (const each of said) assert.doesNotMatch(each, /`|\b(Ccg|Icb|Gp|aria|ods-code)\b|^[a-z]+-[a-z]+$/, tag);
    }
  });

  it('lets several be ticked wherever a widget takes several', async () => {
    const taken: string[] = [];
    for (const tag of tags) {
      await choose(builder.page, tag);
      taken.push(
        ...(await builder.page.$$eval('[data-builder-options] fieldset.field input:first-child', (inputs) => [
          ...new Set(inputs.map((input) => input.getAttribute('data-option') ?? '')),
        ])),
      );
    }
    assert.deepEqual(taken.sort(), ['area', 'kind', 'need', 'programme', 'sections', 'topics']);
    await choose(builder.page, 'alliance-overview');
    await builder.page.click('[data-option="sections"][value="aims"]');
    await builder.page.click('[data-option="sections"][value="figures"]');
    await ready(builder.page);
    assert.match((await offered(builder.page))['tag']?.['place'] ?? '', /^<alliance-overview sections="aims figures">/);
  });

  it('folds away what few need, says how much is set there, and keeps it open from one widget to the next', async () => {
    await choose(builder.page, 'contact-card');
    const folded = () =>
      builder.page.$$eval('[data-builder-options] details', (places) =>
        places.map((place) => [place.querySelector('summary')?.textContent, place.open]),
      );
    assert.deepEqual(await folded(), [
      ['Your own details, in the place of ours', false],
      ['Technical options', false],
    ]);
    await unfold(builder.page);
    await builder.page.type('#option-name', 'Our ward');
    await builder.page.type('#option-telephone', '01234 567890');
    await ready(builder.page);
    assert.deepEqual(await folded(), [
      ['Your own details, in the place of ours (2 set)', true],
      ['Technical options', true],
    ]);
    await choose(builder.page, 'region-map');
    assert.deepEqual(await folded(), [['Technical options', true]]);
  });

  it('shows the organisations that fit without a list to be opened, trusts before bodies of the past', async () => {
    await choose(builder.page, 'contact-card');
    const sizes = () => builder.page.$eval('#option-organisation', (select) => (select as HTMLSelectElement).size);
    assert.ok((await sizes()) < 2);
    await builder.page.type('#option-organisation-search', 'norfolk');
    assert.ok((await sizes()) > 4);
    const listed = await builder.page.$$eval('#option-organisation option', (options) =>
      options.map(({ textContent }) => textContent),
    );
    assert.match(listed[1] ?? '', /NHS Foundation Trust/);
    assert.match(listed.at(-1) ?? '', /CCG \(26A\) until 30 June 2022$/);
    await builder.page.$eval('#option-organisation-search', (input) => (input as HTMLInputElement).select());
    await builder.page.keyboard.press('Backspace');
    assert.ok((await sizes()) < 2);
  });

  it('leaves out of a div what the script takes from none: whom readers’ postcodes go to', async () => {
    await choose(builder.page, 'alliance-finder');
    await unfold(builder.page);
    await builder.page.type('#option-lookup', 'https://postcodes.example/v1');
    await ready(builder.page);
    const ways = await offered(builder.page);
    for (const way of ['tag', 'prerendered', 'react'])
      assert.match(
        Object.values(ways[way] ?? {}).join(' '),
        /lookup=.*connect-src https:\/\/postcodes\.example;/s,
        way,
      );
    for (const way of ['div', 'wordpress', 'drupal', 'iframe', 'sharepoint']) {
      assert.doesNotMatch(Object.values(ways[way] ?? {}).join(' '), /lookup|connect-src/, way);
      await builder.page.select('#for', way);
      const hints = await builder.page.$$eval('[data-builder-texts] .hint', (all) =>
        all.map(({ textContent }) => textContent).join(' '),
      );
      assert.match(hints, /does not take.*lookup/, way);
    }
  });

  it('gives all of one way in as one text, to send to whoever runs the website', async () => {
    await choose(builder.page, 'contact-card');
    const ways = await offered(builder.page);
    for (const [way, pieces] of Object.entries(ways)) {
      await builder.page.select('#for', way);
      const { letter = '' } = await texts(builder.page, 'letter');
      const hints = await builder.page.$$eval('[data-builder-texts] .hint:not([hidden])', (all) =>
        all.map(({ textContent }) => textContent),
      );
      for (const text of [...Object.values(pieces), ...hints])
        assert.ok(letter.includes(text.trimEnd()), `${way}: ${text}`);
      assert.match(letter, /^A widget of the East of England Cancer Alliances.*contact-card, version \d/s);
      assert.match(letter, /^1\. /m);
    }
  });

  it('speaks after each change, also when the same is true again', async () => {
    await choose(builder.page, 'contact-card');
    await builder.page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const place = document.querySelector('[data-builder-status]');
      if (place) new MutationObserver(() => said.push(place.textContent ?? '')).observe(place, { childList: true });
    });
    for (const layout of ['compact', 'card']) {
      await builder.page.select('#option-layout', layout);
      await ready(builder.page);
    }
    const said = await builder.page.evaluate(() => (window as unknown as { said: string[] }).said);
    const same = 'Ready: East of England Cancer Alliances. 1 option is set.';
    assert.deepEqual(said, ['', same, '', same]);
    const live = await builder.page.$eval('[data-builder-status]', (place) => place.getAttribute('role'));
    assert.equal(live, 'status');
  });

  it('puts into the clipboard what stands there, and says so', async () => {
    for (const permission of ['clipboard-read', 'clipboard-write'] as const)
      await builder.browser
        .defaultBrowserContext()
        .setPermission(builder.site.origin, { permission: { name: permission }, state: 'granted' });
    await builder.page.bringToFront();
    await builder.page.select('#for', 'div');
    const [, place] = await builder.page.$$('[data-builder-texts] button');
    await place?.click();
    await builder.page.waitForFunction(() =>
      document.querySelector('[data-builder-status]')?.textContent.startsWith('Copied'),
    );
    assert.equal(await status(builder.page), 'Copied: Where the widget is to be.');
    const { place: text } = await texts(builder.page, 'texts');
    assert.equal(await builder.page.evaluate(() => navigator.clipboard.readText()), text);
  });

  it('writes what is typed with quotes, brackets and braces, so that every way in shows it as typed', async () => {
    const name = `St Mary’s "A&E", ward {3} – it's ${'long '.repeat(20)}`.trim();
    const label = '<b>"Ours"</b> & {theirs} `$HOME`';
    await choose(builder.page, 'contact-card');
    await unfold(builder.page);
    await builder.page.type('#option-name', name);
    await builder.page.type('#option-aria-label', label);
    await ready(builder.page);
    const ways = await offered(builder.page);
    for (const way of ['tag', 'div']) {
      const { once = '', place = '' } = ways[way] ?? {};
      const html = `<!doctype html><title>A partner</title>${once}${place}`;
      const partner = await serveText({
        '/': html.replace(/https:\/\/YOUR-HOST\/alliance-elements\/[\d.]+/g, builder.library.origin),
      });
      const host = await builder.browser.newPage();
      await host.goto(partner.origin);
      // What is there without any script.
      const words = await host.evaluate(
        (text) => new DOMParser().parseFromString(text, 'text/html').querySelector('h2')?.textContent,
        place,
      );
      assert.equal(words, name, way);
      await host.waitForSelector('contact-card:defined');
      const shown = await host.$eval('contact-card', (card) => [
        card.shadowRoot?.querySelector('#heading')?.textContent.trim(),
        card.shadowRoot?.querySelector('section')?.getAttribute('aria-label'),
      ]);
      assert.deepEqual(shown, [name, label], way);
      await host.close();
      await partner.close();
    }
    // What the component hands to React.
    const { code } = transformSync(ways['react']?.['place'] ?? '', {
      loader: 'tsx',
      format: 'cjs',
      jsxFactory: 'h',
      jsx: 'transform',
    });
    const module = { exports: {} as { MyContactCard?: () => unknown } };
    const made: [string, unknown, ...unknown[]][] = [];
    runInNewContext(code, {
      module,
      require: () => ({}),
      h: (...parts: [string, unknown, ...unknown[]]) => made.push(parts),
    });
    module.exports.MyContactCard?.();
    assert.deepEqual({ ...(made.at(-1)?.[1] as object) }, { name, 'aria-label': label });
    assert.ok(made.some(([tag, , words]) => tag === 'h2' && words === name));
    // In a shell, with the command that is in dist.
    const command = (ways['prerendered']?.['command'] ?? '').replace(
      'npx --no-install alliance-elements',
      'node bin/alliance-elements.mjs',
    );
    const written = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
    const decoded = written.replace(/&#(\d+);/g, (_, point: string) => String.fromCharCode(Number(point)));
    assert.ok(decoded.includes(`name="${name}" aria-label="${label}"`), decoded.slice(0, 900));
  });

  it('reads from right to left, with text twice as large, and on paper', async () => {
    const { page: seen } = await fresh(builder.browser, builder.site.origin);
    await choose(seen, 'contact-card');
    await unfold(seen);
    const narrow = async (what: string) => {
      assert.equal(await seen.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, what);
      const cut = await seen.$$eval('.preview', (places) =>
        places.map((place) => {
          const across = place.querySelector('.across')?.getBoundingClientRect();
          const frame = place.querySelector('iframe')?.getBoundingClientRect();
          return !!across && !!frame && frame.left >= across.left - 1 && frame.right <= across.right + 1;
        }),
      );
      assert.deepEqual(cut, [true, true, true], what);
    };
    for (const width of [320, 900]) {
      await seen.setViewport({ width, height: 800 });
      await seen.evaluate(() => (document.documentElement.dir = 'rtl'));
      await seen.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await narrow(`${width}, right to left`);
      const ways = await seen.$$eval('textarea, #base', (areas) =>
        areas.map((area) => getComputedStyle(area).direction),
      );
      assert.deepEqual([...new Set(ways)], ['ltr']);
      await seen.evaluate(() => {
        document.documentElement.dir = '';
        document.documentElement.style.fontSize = '200%';
      });
      await seen.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await narrow(`${width}, twice as large`);
      await seen.evaluate(() => (document.documentElement.style.fontSize = ''));
    }
    await seen.emulateMediaType('print');
    const paper = await seen.evaluate(() => ({
      pressed: [...document.querySelectorAll('button, nav, iframe')].filter((each) => each.checkVisibility()).length,
      cut: [...document.querySelectorAll('textarea')].filter(
        (area) => area.checkVisibility() && area.scrollHeight > area.clientHeight + 1,
      ).length,
      texts: [...document.querySelectorAll('textarea')].filter((area) => area.checkVisibility()).length,
    }));
    assert.deepEqual({ ...paper, texts: paper.texts >= 6 }, { pressed: 0, cut: 0, texts: true });
    await seen.close();
  });
});
