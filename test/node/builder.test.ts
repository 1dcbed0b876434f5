import { transformSync } from 'esbuild';
import type { ElementHandle, Page } from 'puppeteer-core';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type * as Command from '../../tools/prerender/command.js';
import { diagnose } from '../../tools/doctor/diagnose.js';
import { knowledgeOf as doctorsKnowledge } from '../../tools/doctor/knowledge.js';
import { folderOf, sourceOf } from '../../tools/builder/address.js';
import { knowledgeOf } from '../../tools/builder/knowledge.js';
import type { Knowledge } from '../../tools/builder/types.js';
import type { Manifest } from '../../tools/rollup/files.js';
import { serveLibrary, servePages, type Site } from '../../tools/serve.js';
import { launch, serveText, tags, watch, type Watched } from './browser.js';
import {
  choose,
  fresh as freshIn,
  offered,
  ready,
  status,
  texts,
  typeBase,
  unfold,
  type Texts,
} from './builder-page.js';

const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as Manifest;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const address = `https://YOUR-HOST/alliance-elements/${version}/`;

describe('the embed builder', () => {
  let browser: Awaited<ReturnType<typeof launch>>;
  let library: Site;
  let site: Site;
  let watched: Watched;
  let page: Page;
  let knowledge: Knowledge;
  let command: typeof Command;
  /** What is offered for each widget as it comes. */
  const all = new Map<string, Readonly<Record<string, Texts>>>();

  const fresh = () => freshIn(browser, site.origin);

  before(async () => {
    command = (await import(pathToFileURL(resolve('dist/npm/tools/prerender.js')).href)) as typeof Command;
    knowledge = await knowledgeOf('dist');
    browser = await launch();
    library = await serveLibrary('dist');
    site = await servePages('demo', 'dist', library.origin);
    watched = await fresh();
    page = watched.page;
    for (const tag of tags) {
      await choose(page, tag);
      all.set(tag, await offered(page));
    }
  });
  after(async () => {
    await browser.close();
    await Promise.all([library.close(), site.close()]);
  });

  const way = (tag: string, name: string): Texts => {
    const found = all.get(tag)?.[name];
    assert.ok(found, `${tag}: ${name}`);
    return found;
  };

  it('stands under a strict policy, and no request leaves it but for its own pages and the library', () => {
    assert.deepEqual([...watched.errors, ...watched.violations, ...watched.warnings], []);
    assert.ok(watched.requests.length > 10);
    // A browser's own pictures for its controls come from nowhere.
    const left = watched.requests.filter((url) => !url.startsWith('data:'));
    for (const url of left) assert.ok([library.origin, site.origin].includes(new URL(url).origin), url);
  });

  it('has a control for every attribute that dist names, and an attribute for every control', async () => {
    const { tags: named } = doctorsKnowledge('dist');
    for (const tag of tags) {
      await choose(page, tag);
      const controls = await page.$$eval('[data-option]', (elements) =>
        elements.map((element) => element.getAttribute('data-option') ?? ''),
      );
      const others = ['region-map', 'alliance-finder'].includes(tag) ? ['id'] : [];
      assert.deepEqual([...new Set(controls)].sort(), [...(named[tag] ?? []), ...others].sort(), tag);
    }
  });

  it('offers no value that a widget does not accept', () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    let count = 0;
    for (const { tag, options } of knowledge.widgets)
      for (const { name, control } of options) {
        const groups =
          control.kind === 'organisation' ? knowledge.organisations : control.kind === 'area' ? knowledge.areas : [];
        const values =
          'values' in control ? control.values : groups.flatMap(({ entries }) => entries.map(({ id }) => id));
        for (const value of values) command.prerender(tag, { [name]: value });
        count += values.length;
      }
    console.warn = warn;
    assert.deepEqual(said, []);
    assert.ok(count > 150, `${count} values`);
  });

  it('pins each file by the hash that the build lists', () => {
    for (const tag of tags)
      for (const [name, pieces] of Object.entries(all.get(tag) ?? {}))
        for (const text of Object.values(pieces))
          for (const [script = '', src = ''] of text.matchAll(/<script [^>]*src="([^"]*)"[^>]*>/g)) {
            assert.ok(src.startsWith(address), `${tag} ${name}: ${src}`);
            const file = src.slice(address.length);
            assert.equal(/integrity="([^"]*)"/.exec(script)?.[1], manifest.files[file]?.integrity, `${tag} ${name}`);
            assert.match(script, / crossorigin="anonymous"/);
          }
    for (const name of ['tag', 'div', 'iframe', 'prerendered', 'wordpress', 'drupal', 'react'])
      assert.match(way('contact-card', name)['once'] ?? '', /integrity="sha384-/, name);
  });

  it('writes the same words inside a tag as the command does', () => {
    for (const tag of tags) {
      const words = command.plain(command.prerender(tag).tree);
      assert.equal(way(tag, 'tag')['place'], `<${tag}>\n${words}\n</${tag}>`);
      assert.equal(`${way(tag, 'div')['place']}\n`, readFileSync(`dist/snippets/${tag}.plain.html`, 'utf8'));
    }
  });

  it('gives the prerendered snippets that dist has, and the command for others', async () => {
    for (const tag of tags)
      assert.ok(
        readFileSync(`dist/snippets/${tag}.html`, 'utf8').endsWith(`${way(tag, 'prerendered')['place']}\n`),
        tag,
      );
    await choose(page, 'contact-card');
    await page.select('#option-organisation', 'ipswich-hospital');
    await unfold(page);
    await page.type('#option-aria-label', "The hospital's");
    await ready(page);
    const { prerendered } = await offered(page);
    assert.equal(
      prerendered?.['command'],
      `npx --no-install alliance-elements prerender contact-card --organisation=ipswich-hospital '--aria-label=The hospital'\\''s' --base=${address}`,
    );
  });

  /** A page with a snippet, from somebody who has no more in their policy than they were told to. */
  const hosted = ({ once = '', place = '' }: Texts, after = '') =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${once}</head><body>${place}${after}</body></html>`;
  const policyOf = ({ policy = '' }: Texts) => {
    const own = "default-src 'none'; require-trusted-types-for 'script'; trusted-types site";
    const names = /trusted-types (.*);/.exec(policy)?.[1] ?? '';
    return `${own} ${names}; ${policy.replace(/trusted-types .*;/, '').replace(/\n/g, ' ')}`;
  };
  const local = (text: string) =>
    text.replaceAll(address, `${library.origin}/`).replaceAll('https://YOUR-HOST', library.origin);

  /** With an address in the place that the reader is to fill in. */
  const filled = (text: string) => text.replaceAll('YOUR-HOST', 'widgets.example');

  async function used(
    html: string,
    policy: string,
    look: (page: Page) => Promise<unknown>,
    site?: Site,
  ): Promise<void> {
    const findings = await diagnose(filled(html), {
      knowledge: doctorsKnowledge('dist'),
      policies: [filled(policy)],
      address: site ? `${site.origin}/` : 'https://partner.example/',
      complaints: () => Promise.resolve([]),
    });
    assert.deepEqual(
      findings.filter(({ level }) => level !== 'good'),
      [],
    );
    const partner = site ?? (await serveText({ '/': local(html) }, local(policy)));
    const told = await watch(browser);
    await told.page.goto(partner.origin);
    await look(told.page);
    assert.deepEqual([...told.errors, ...told.violations, ...told.warnings], []);
    await told.page.close();
    await partner.close();
  }

  const metaWith = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

  const heading = async (tag: string, place: Pick<Page, 'waitForFunction'>) =>
    place.waitForFunction(
      (name) => {
        const element = document.querySelector(name);
        const found = element?.matches(':defined') && element.shadowRoot?.querySelector('.frame #heading');
        return found && found.getBoundingClientRect().height > 10;
      },
      { timeout: 10_000 },
      tag,
    );

  for (const name of ['tag', 'div', 'prerendered'])
    it(`${name}: works on a page with the policy that it asks for, and the doctor finds nothing`, async () => {
      for (const tag of tags) {
        const pieces = way(tag, name);
        await used(hosted(pieces), policyOf(pieces), (host) => heading(tag, host));
      }
    });

  it('wordpress and drupal: take the script tag and the div', () => {
    for (const tag of tags) {
      assert.deepEqual(way(tag, 'drupal'), way(tag, 'div'));
      const { once = '', place, policy } = way(tag, 'wordpress');
      const [opening, script, closing] = once.split('\n');
      assert.equal(opening, `add_action( 'wp_head', function () { ?>`);
      assert.equal(closing, '<?php } );');
      assert.deepEqual({ once: script, place, policy }, way(tag, 'div'));
    }
  });

  it('iframe: shows the widget, grows, and needs no more of the page’s policy than it says', async () => {
    for (const tag of tags) {
      const pieces = way(tag, 'iframe');
      const { place = '', once = '' } = pieces;
      const policy = policyOf(pieces);
      await used(hosted({ place }, once), policy, async (host) => {
        const frame = await host.waitForFrame((each) => each.url().includes(`/frame/${tag}.html`));
        await heading(tag, frame);
        const fits = (name: string) => {
          const inside = document.querySelector(name);
          return Number(inside?.getAttribute('height')) > 0;
        };
        await host.waitForFunction(fits, {}, 'iframe');
        const tall = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
        await host.waitForFunction((px) => document.querySelector('iframe')?.height === `${px}`, {}, tall);
      });
      assert.equal(way(tag, 'sharepoint')['place'], place);
      assert.equal(way(tag, 'sharepoint')['policy'], 'YOUR-HOST');
    }
  });

  it('react: every component passes the type checker', () => {
    const root = resolve('.');
    const components = tags.map((tag) => way(tag, 'react')['place'] ?? '');
    for (const code of components) transformSync(code, { loader: 'tsx' });
    const wrong = (...codes: readonly string[]) => {
      const own = new Map(codes.map((code, index) => [join(root, `builder-${index}.tsx`), code]));
      const options: ts.CompilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        jsx: ts.JsxEmit.ReactJSX,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        target: ts.ScriptTarget.ES2022,
        types: [],
      };
      const host = ts.createCompilerHost(options);
      const { fileExists, readFile } = host;
      host.fileExists = (file) => own.has(file) || fileExists(file);
      host.readFile = (file) => own.get(file) ?? readFile(file);
      const found = ts.getPreEmitDiagnostics(ts.createProgram([...own.keys()], options, host));
      return [...own.keys()].map((name) =>
        found.flatMap(({ file, messageText }) =>
          file?.fileName === name ? ts.flattenDiagnosticMessageText(messageText, '\n') : [],
        ),
      );
    };
    const spoilt =
      way('contact-card', 'react')['place']?.replace('<contact-card>', '<contact-card layout="poster">') ?? '';
    const [said, ...others] = wrong(spoilt, ...components);
    assert.match(said?.join() ?? '', /poster/);
    assert.deepEqual(others.flat(), []);
    assert.equal(others.length, tags.length);
  });

  it('writes every option that is set, and a page with it works', async () => {
    await choose(page, 'partner-list');
    await page.click('[data-option="kind"][value="trust"]');
    await page.click('[data-option="kind"][value="hospital"]');
    await page.type('#option-filter-words', 'Ely & "x" <b>');
    await page.select('#option-heading-level', '3');
    await unfold(page);
    await page.click('#option-for');
    await ready(page);
    const ways = await offered(page);
    assert.match(
      ways['tag']?.['place'] ?? '',
      /^<partner-list kind="trust hospital" filter="Ely &#38; &#34;x&#34; &#60;b&#62;" heading-level="3" for="map">/,
    );
    assert.match(
      ways['div']?.['place'] ?? '',
      /^<div data-alliance-element="partner-list" data-kind="trust hospital" /,
    );
    assert.match(
      ways['iframe']?.['place'] ?? '',
      /partner-list\.html\?kind=trust\+hospital&#38;filter=Ely\+%26\+%22x%22\+%3Cb%3E&#38;heading-level=3"/,
    );
    await page.select('#for', 'iframe');
    assert.match(await page.$eval('[data-builder-texts] .hint', (hint) => hint.textContent), /does not take for/);

    await choose(page, 'region-map');
    await page.select('#option-selected', 'norfolk-and-waveney');
    await page.click('#option-hospitals');
    await unfold(page);
    await page.type('#option-id', 'map');
    await ready(page);
    const map = await offered(page);
    const { once = '', place = '', ...rest } = map['tag'] ?? {};
    assert.match(place, /^<region-map hospitals selected="norfolk-and-waveney" id="map">/);
    await used(hosted({ once, place: `${place}${ways['tag']?.['place'] ?? ''}` }), policyOf(rest), async (host) => {
      await heading('region-map', host);
      await host.waitForFunction(() =>
        document.querySelector('partner-list')?.shadowRoot?.textContent.includes('Norfolk and Waveney'),
      );
    });
  });

  it('finds an organisation by name or ODS code, and changes nothing while one looks around', async () => {
    await choose(page, 'contact-card');
    const listed = () => page.$$eval('#option-organisation option', (options) => options.map(({ value }) => value));
    const everything = (await listed()).length;
    await page.type('#option-organisation-search', 'rgt');
    assert.deepEqual(await listed(), ['', 'cambridge-university-hospitals', 'addenbrookes-hospital']);
    await page.select('#option-organisation', 'cambridge-university-hospitals');
    await ready(page);
    assert.match((await offered(page))['tag']?.['place'] ?? '', /organisation="cambridge-university-hospitals"/);
    await page.$eval('#option-organisation-search', (input) => input instanceof HTMLInputElement && input.select());
    await page.type('#option-organisation-search', 'no such place');
    assert.deepEqual(await listed(), ['', 'cambridge-university-hospitals']);
    assert.equal(everything, knowledge.organisations.flatMap(({ entries }) => entries).length + 1);
  });

  it('says beside an option that the widget does not take it, and forgets it when it is mended', async () => {
    const opened = await fresh();
    await choose(opened.page, 'contact-card');
    await unfold(opened.page);
    const about = (option: string) =>
      opened.page.$eval(`#option-${option}`, (input) => ({
        invalid: input.getAttribute('aria-invalid'),
        described: input.ariaDescribedByElements?.map(({ textContent }) => textContent).join(' ') ?? '',
      }));
    await opened.page.type('#option-telephone', 'ring us');
    await ready(opened.page);
    const wrong = await about('telephone');
    assert.equal(wrong.invalid, 'true');
    assert.match(
      wrong.described,
      /^This is left out, because the widget cannot show it\. What it can: a telephone number in figures/,
    );
    assert.match(await status(opened.page), /^1 option is left out\. Ready: .* No options are set\.$/);
    assert.deepEqual(await about('email'), { invalid: null, described: ' ' });
    for (const [way, { place }] of Object.entries(await offered(opened.page)))
      assert.doesNotMatch(place ?? '', /ring us/, way);
    for (const _ of 'ring us') await opened.page.keyboard.press('Backspace');
    await opened.page.type('#option-telephone', '01234 567890');
    await ready(opened.page);
    assert.deepEqual(await about('telephone'), { invalid: null, described: ' Such as 01234 567890.' });
    assert.match(await status(opened.page), /^Ready: /);
    assert.match((await offered(opened.page))['tag']?.['place'] ?? '', /href="tel:01234567890"/);
    await opened.page.close();
  });

  it('takes a folder by https, on the own computer by http, or from the root of the site, and no other', async () => {
    const taken: readonly (readonly [typed: string, folder: string, source: string])[] = [
      ['https://files.example/x', 'https://files.example/x/', 'https://files.example'],
      ['https://files.example/x/alliance-elements.js', 'https://files.example/x/', 'https://files.example'],
      ['/', '/', `'self'`],
      ['/assets/x', '/assets/x/', `'self'`],
      ['/assets/alliance-elements.js', '/assets/', `'self'`],
      ['http://localhost:8081', 'http://localhost:8081/', 'http://localhost:8081'],
      ['http://app.localhost/', 'http://app.localhost/', 'http://app.localhost'],
      ['http://127.0.0.1:8081/alliance-elements.js', 'http://127.0.0.1:8081/', 'http://127.0.0.1:8081'],
    ];
    for (const [typed, folder, source] of taken)
      assert.deepEqual([folderOf(typed), sourceOf(folderOf(typed) ?? '')], [folder, source], typed);
    const refused = [
      ...['', 'https:', 'assets/', 'localhost:8081', '//files.example/', '/\\files.example/', '/assets?x', '/assets#x'],
      ...['http://files.example/', 'http://localhost.files.example/', 'http://127.0.0.1.files.example/'],
      ...['http://localhost@files.example/', 'http://[::1]:8081/', 'http://127.0.0.1:99999/'],
      ...['javascript:alert(1)', 'https://a b/', 'https://a/"><script>', 'data:text/html,x', 'file:///x/'],
    ];
    for (const bad of refused) assert.equal(folderOf(bad), undefined, bad);

    await choose(page, 'alliance-overview');
    const type = async (text: string) => {
      await typeBase(page, text);
      const { tag } = await offered(page);
      return [/src="([^"]*)"/.exec(tag?.['once'] ?? '')?.[1], tag?.['policy']?.split('\n')[0]];
    };
    const good = ['https://files.example/x/alliance-elements.js', 'script-src https://files.example;'];
    assert.deepEqual(await type('https://files.example/x'), good);
    assert.equal(await page.$eval('#base', (input) => input.getAttribute('aria-invalid')), null);
    assert.deepEqual(await type('http://files.example/'), good);
    assert.match(
      await page.$eval('#base-error', (said) => said.textContent),
      /Use https\. Until then, https:\/\/files\.example\/x\/ stands below/,
    );
    assert.equal(await page.$eval('#base', (input) => input.getAttribute('aria-invalid')), 'true');
    const described = await page.$eval('#base', (input) =>
      input.ariaDescribedByElements?.map(({ textContent }) => textContent).join(' '),
    );
    for (const kind of [/https:\/\//, /begins with a slash/, /http:\/\/localhost/]) assert.match(described ?? '', kind);
    await typeBase(page, address);
    assert.equal(await page.$eval('#base-error', (said) => said.textContent), '');
  });

  it('writes what works from the own site and from the own computer, and says what is so of each', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alliance-builder-'));
    symlinkSync(resolve('dist'), join(folder, 'assets'));
    for (const base of ['/assets/', `${library.origin}/`]) {
      await choose(page, 'contact-card');
      await page.select('#for', 'iframe');
      await page.select('#width', '320');
      await typeBase(page, `${base}alliance-elements.js`);
      const ways = await offered(page);
      const notes = await texts(page, 'notes');
      if (base === '/assets/') {
        assert.match(notes['privacy'] ?? '', /come from our own website/);
        assert.doesNotMatch(Object.values(notes).join(), /host of the files/);
        assert.ok(!('policy' in (ways['sharepoint'] ?? {})));
      } else {
        assert.match(notes['privacy'] ?? '', /\[host of the files\]/);
        assert.doesNotMatch(Object.values(notes).join(), /127\.0\.0\.1/);
      }
      await page.select('#for', 'tag');
      const hint = await page.$eval('[data-builder-texts] .hint', (said) => said.textContent);
      assert.match(hint, base === '/assets/' ? /of no other/ : /nobody else.*before you publish/);
      for (const name of ['tag', 'div', 'iframe', 'prerendered']) {
        const pieces = ways[name] ?? {};
        const html = name === 'iframe' ? hosted({ place: pieces['place'] ?? '' }, pieces['once']) : hosted(pieces);
        const policy = policyOf(pieces);
        writeFileSync(join(folder, 'index.html'), html.replace('<head>', `<head>${metaWith(policy)}`));
        const partner = await serveLibrary(folder);
        await used(
          html,
          policy,
          async (host) => {
            const inside = name === 'iframe' && (await host.waitForFrame((each) => each.url().includes('/frame/')));
            await heading('contact-card', inside || host);
            if (!inside) return;
            // The page is wider than a phone, for which the height is: only the script can have made it fit.
            const tall = await inside.evaluate(() =>
              Math.ceil(document.documentElement.getBoundingClientRect().height),
            );
            assert.ok(!pieces['place']?.includes(` height="${tall}"`), `${tall}`);
            await host.waitForFunction((px) => document.querySelector('iframe')?.height === `${px}`, {}, tall);
          },
          partner,
        );
      }
    }
    rmSync(folder, { recursive: true });
    await page.select('#width', '640');
    await typeBase(page, address);
  });

  it('shows it live at three widths and in the style of a host', async () => {
    await choose(page, 'support-directory');
    const looks = new Set<string>();
    for (const host of ['plain', 'nhs', 'trust', 'bootstrap', 'dark']) {
      await page.select('#host', host);
      await ready(page);
      const frames = page.frames().filter((frame) => frame.url().endsWith('/preview.html'));
      const widths: number[] = [];
      for (const frame of frames) {
        await heading('support-directory', frame);
        await frame.waitForFunction(
          (name) => [...document.styleSheets].some(({ href }) => href?.endsWith(`/hosts/${name}.css`)),
          {},
          host,
        );
        widths.push(await frame.evaluate(() => innerWidth));
        const look = await frame.evaluate(() => {
          const { color, backgroundColor, fontFamily } = getComputedStyle(document.body);
          return [color, backgroundColor, fontFamily, getComputedStyle(document.documentElement).fontSize].join();
        });
        looks.add(look);
      }
      assert.deepEqual(
        widths.sort((a, b) => a - b),
        [320, 768, 1280],
      );
    }
    assert.equal(looks.size, 5, [...looks].join('\n'));
  });

  it('writes notes for what is chosen, with the dates of its facts and places for the host to fill in', async () => {
    const opened = await fresh();
    await choose(opened.page, 'screening-guidance');
    const one = await texts(opened.page, 'notes');
    assert.match(one['accessibility'] ?? '', /- Cancer screening\n[^]*WCAG\) 2\.2 at level AA/);
    assert.match(one['privacy'] ?? '', /no cookies.*\[Say who runs that host.*stays on your device/s);
    assert.match(one['governance'] ?? '', /An age for screening is wrong/);
    assert.match(one['governance'] ?? '', /DCB0129/);
    const due = knowledge.widgets.find(({ tag }) => tag === 'screening-guidance')?.due ?? '';
    const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(due));
    assert.ok(one['governance']?.includes(`again by ${long}`), one['governance']);
    assert.doesNotMatch(Object.values(one).join(), /YOUR-HOST|postcode that you type|number or website is out of date/);

    await choose(opened.page, 'alliance-finder');
    await unfold(opened.page);
    await opened.page.type('#option-lookup', 'https://postcodes.example/v1');
    await opened.page.click('[data-builder-noted] input[value="symptom-guidance"]');
    await ready(opened.page);
    const two = await texts(opened.page, 'notes');
    assert.match(
      two['privacy'] ?? '',
      /whole postcode that you type is sent to https:\/\/postcodes\.example, as a part of the address/,
    );
    assert.match(two['privacy'] ?? '', /log of that service may hold it.*list of what the page has loaded/);
    assert.match(two['governance'] ?? '', /in logs there.*resource timing/);
    assert.match(two['governance'] ?? '', /does not call 999/);
    assert.match((await offered(opened.page))['tag']?.['policy'] ?? '', /connect-src https:\/\/postcodes\.example;/);
    await opened.page.close();
  });

  it('is used from end to end by keyboard alone', async () => {
    const { page: keys } = await fresh();
    const at = () => keys.evaluate(() => document.activeElement?.id ?? '');
    const tabTo = async (arrived: () => Promise<boolean>) => {
      for (let step = 0; step < 150; step++) {
        await keys.keyboard.press('Tab');
        if (await arrived()) return;
      }
      assert.fail('never reached');
    };
    const pick = async (id: string, value: string) => {
      for (let step = 0; step < 60; step++) {
        if ((await keys.$eval(id, (select) => (select as HTMLSelectElement).value)) === value) return;
        await keys.keyboard.press('ArrowDown');
      }
      assert.fail(`${value} is not in ${id}`);
    };
    await tabTo(async () => (await at()) === 'tag');
    await pick('#tag', 'contact-card');
    await tabTo(async () => (await at()) === 'option-organisation-search');
    await keys.keyboard.type('papworth');
    await keys.keyboard.press('Enter');
    await tabTo(async () => (await at()) === 'option-organisation');
    await pick('#option-organisation', 'royal-papworth-hospital');
    const focused = () => keys.evaluate(() => document.activeElement?.textContent);
    await tabTo(async () => (await focused()) === 'Technical options');
    await keys.keyboard.press('Enter');
    await tabTo(async () => (await at()) === 'option-for');
    await keys.keyboard.press('Space');
    await tabTo(async () => (await at()) === 'for');
    await pick('#for', 'div');
    await ready(keys);
    const copies = async (label: string) => {
      const active = (await keys.evaluateHandle(() => document.activeElement)) as ElementHandle;
      return (await active.evaluate((element) => element.getAttribute('aria-label'))) === label;
    };
    await tabTo(() => copies('Copy: Where the widget is to be'));
    await keys.keyboard.press('Enter');
    await keys.waitForFunction(() =>
      /Copied: Where|is selected\. Press/.test(document.querySelector('[data-builder-status]')?.textContent ?? ''),
    );
    const { div } = await offered(keys);
    assert.match(div?.['place'] ?? '', /data-organisation="royal-papworth-hospital" data-for="map">/);
    await tabTo(() => copies('Copy: For information governance and clinical safety'));
    await keys.close();
  });

  it('selects the text where it may not use the clipboard', async () => {
    const { page: poor } = await fresh();
    await poor.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await poor.click('[data-builder-texts] button');
    const selected = await poor.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      return area.value.slice(area.selectionStart, area.selectionEnd);
    });
    assert.match(selected, /^<script type="module".*<\/script>$/);
    assert.match(await poor.$eval('[data-builder-status]', (said) => said.textContent), /Press Ctrl\+C/);
    await poor.close();
  });

  it('has nothing that axe finds, in light and in dark, and nothing wider than a narrow screen', async () => {
    const { page: seen } = await fresh();
    await seen.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
    for (const scheme of ['light', 'dark'])
      for (const tag of ['contact-card', 'region-map', 'partner-list']) {
        await seen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await choose(seen, tag);
        const found = await seen.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: {
              run(
                page: Document,
                options: object,
              ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          // What is in the frames is tested where it comes from.
          const { violations } = await axe.run(document, { iframes: false });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
        });
        assert.deepEqual(found, [], `${tag} in ${scheme}`);
      }
    for (const width of [320, 768, 1280]) {
      await seen.setViewport({ width, height: 800 });
      assert.equal(await seen.evaluate(() => document.documentElement.scrollWidth), width);
    }
    await seen.close();
  });

  it('draws the previews whole on every screen, or at their real size where that is asked for', async () => {
    const { page: seen } = await fresh();
    await choose(seen, 'partner-list');
    const drawn = () =>
      seen.$$eval('.preview', (places) =>
        places.map((place) => {
          const across = place.querySelector('.across');
          const frame = place.querySelector('iframe');
          const [outer, inner] = [across?.getBoundingClientRect(), frame?.getBoundingClientRect()];
          const long = frame?.contentDocument?.documentElement.getBoundingClientRect().height ?? 0;
          return {
            // What the place shows of the frame, across and down.
            across: (across?.clientWidth ?? 0) + 1 >= (inner?.width ?? 0),
            down: (outer?.bottom ?? 0) + 1 >= (inner?.bottom ?? 0),
            empty: (outer?.bottom ?? 0) - (inner?.bottom ?? 0) > 4,
            long: long > Number(frame?.height),
            says: place.querySelector('[data-preview-note]')?.textContent ?? '',
            reached: across?.getAttribute('tabindex') === '0' && !!across.getAttribute('aria-label'),
          };
        }),
      );
    const settled = () =>
      seen.waitForFunction(() =>
        [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-preview]')].every(
          ({ contentDocument, height }) =>
            contentDocument?.querySelector('partner-list:defined') && Number(height) > 1500,
        ),
      );
    for (const width of [320, 768, 1280]) {
      await seen.setViewport({ width, height: 800 });
      await settled();
      for (const { across, down, empty, long, says, reached } of await drawn()) {
        assert.ok(across && down && !empty && !reached, `${width}: ${says}`);
        assert.equal(says.includes('it scrolls'), long, `${width}: ${says}`);
      }
    }
    await seen.setViewport({ width: 320, height: 800 });
    await seen.click('[data-builder-whole]');
    for (const { long, says } of await drawn()) assert.ok(!long && /^Drawn at \d+% of its size\.$/.test(says), says);
    await seen.click('[data-builder-real]');
    for (const { across, reached, says } of await drawn()) assert.ok(!across && reached && !says, says);
    await seen.close();
  });

  it('lies over nothing: what it says stands in the flow of the page, and beside the button that copies', async () => {
    const { page: seen } = await fresh();
    for (const width of [320, 1280]) {
      await seen.setViewport({ width, height: 800 });
      const over = await seen.$$eval('body *', (elements) =>
        elements
          .filter((element) => /fixed|sticky|absolute/.test(getComputedStyle(element).position))
          .map((e) => e.tagName),
      );
      assert.deepEqual(over, []);
    }
    for (const tag of tags) {
      await choose(seen, tag);
      const said = await seen.$eval('[data-builder-status]', (status) => status.textContent);
      assert.match(said, /^Ready: .*\w[.?]$/);
      const notes = Object.values(await texts(seen, 'notes')).join();
      assert.doesNotMatch(notes, /[?!.][.;:]\s/, tag);
    }
    const [first, second] = await seen.$$('[data-builder-texts] button');
    const done = () =>
      seen.$$eval('[data-done]', (places) => places.map(({ textContent }) => !!textContent).slice(0, 3));
    await first?.click();
    await seen.waitForFunction(() => document.querySelector('[data-done]')?.textContent);
    assert.deepEqual(await done(), [true, false, false]);
    await second?.click();
    await seen.waitForFunction(() => document.querySelectorAll('[data-done]')[1]?.textContent);
    assert.deepEqual(await done(), [false, true, false]);
    await unfold(seen);
    await seen.type('#option-aria-label', 'x');
    await ready(seen);
    assert.deepEqual(await done(), [false, false, false]);
    await seen.close();
  });

  it('is also in dist, for Storybook and any site that has only files', async () => {
    const told = await watch(browser);
    await told.page.goto(`${library.origin}/builder/builder.html`, { waitUntil: 'networkidle0' });
    await ready(told.page);
    assert.match((await offered(told.page))['tag']?.['place'] ?? '', /^<[\w-]+>\n<h2>/);
    for (const frame of told.page.mainFrame().childFrames()) await heading('alliance-finder', frame);
    assert.deepEqual([...told.errors, ...told.warnings], []);
    assert.ok(
      told.requests.every((url) => url.startsWith(library.origin)),
      told.requests.join('\n'),
    );
    await told.page.close();
  });
});
