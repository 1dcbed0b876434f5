import { strFromU8, unzipSync } from 'fflate';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { integrityOf, type Manifest } from '../../tools/rollup/files.js';
import { launch, tags } from './browser.js';
import { ask, ours, publish, quiet, visit, type Post, type Visit } from './wordpress-pages.js';
import {
  attack,
  html,
  inside,
  names,
  older,
  own,
  partner,
  posts,
  shortcode,
  words,
  type Name,
} from './wordpress-posts.js';
import { missing, versionHere, WordPress, type User } from './wordpress-site.js';

const dist = process.env['DIST'] ?? 'dist';
const zip = `${dist}/wordpress/alliance-elements.zip`;
const plugin = 'alliance-elements/alliance-elements.php';
const manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')) as Manifest & {
  readonly downloads: Manifest['files'];
};
const skip = missing.length && !process.env['CI'] ? `Debian packages to install: ${missing.join(', ')}` : false;

/** What is in the zip, by name. */
const packed = () =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(zip))).map(([name, bytes]) => [
      name.replace('alliance-elements/', ''),
      strFromU8(bytes),
    ]),
  );

const readsWell = (text: string) => assert.match(text, new RegExp(words.join('.*')));

describe('the plug-in for WordPress', () => {
  it('holds the library as it was built, and nothing that WordPress would have to remove', () => {
    const files = packed();
    const scripts = Object.keys(files).filter((name) => name.startsWith('library/'));
    for (const name of scripts) {
      const { integrity } = manifest.files[name.replace('library/', '')] ?? {};
      assert.equal(integrityOf(files[name] ?? ''), integrity, name);
    }
    const needed = new Set(Object.values(manifest.elements).flat());
    for (const file of [...needed, 'alliance-elements.js']) assert.ok(scripts.includes(`library/${file}`), file);
    for (const name of ['readme.txt', 'LICENSE', 'NOTICE']) assert.ok(files[name], name);
    assert.equal(manifest.downloads['wordpress/alliance-elements.zip']?.integrity, integrityOf(readFileSync(zip)));
    // Options, tables, cookies, requests, what an editor wrote run as code.
    const php = files['alliance-elements.php'] ?? '';
    assert.doesNotMatch(php, /_option|_transient|_meta\(|wpdb|cookie\(|wp_remote|curl|fopen|eval|wp_schedule|<script/i);
    const functions = [...php.matchAll(/^function (\w+)/gm)].map(([, name]) => name);
    assert.ok(functions.length > 5);
    for (const name of functions) assert.match(name ?? '', /^alliance_elements_/);
  });

  it('is the same, byte for byte, when it is built again in another place and time zone', () => {
    const place = mkdtempSync(join(tmpdir(), 'alliance-again-'));
    const wanted = /\.json$|\.js$|\.plain\.html$|NOTICE$/;
    for (const file of ['', 'snippets'])
      for (const { name } of readdirSync(join(dist, file), { withFileTypes: true }).filter((entry) => entry.isFile()))
        if (wanted.test(name)) cpSync(join(dist, file, name), join(place, file, name));
    execFileSync(process.execPath, ['--import', 'jiti/register', 'tools/wordpress/build.ts', place], {
      env: { ...process.env, TZ: 'Pacific/Auckland' },
    });
    const again = readFileSync(join(place, 'wordpress/alliance-elements.zip'));
    rmSync(place, { recursive: true });
    assert.ok(again.equals(readFileSync(zip)));
  });

  it('says of itself what is so: its version, its licence, and the WordPress it was tried in', () => {
    const { version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
    const { 'readme.txt': readme = '', 'alliance-elements.php': php = '' } = packed();
    for (const line of [`Version: ${version}`, `License: ${license}`, 'Update URI: false'])
      assert.ok(php.includes(` * ${line}\n`), line);
    for (const line of [`Stable tag: ${version}`, `License: ${license}`])
      assert.ok(readme.includes(`\n${line}\n`), line);
    assert.doesNotMatch(php + readme, /%[A-Z]+%/);
    const [, told] = /^Tested up to: (.*)$/m.exec(readme) ?? [];
    if (!missing.length) assert.equal(told, versionHere());
  });

  describe('in a real WordPress', { skip }, () => {
    const site = new WordPress();
    const author: User = { name: 'author', password: 'Another-long-sentence-of-words' };
    let browser: Browser;
    let admin: Page;
    let writer: Page;
    let options: ReadonlySet<string>;
    const published = {} as Record<Name, Post>;
    const visits = {} as Record<Name, Visit>;

    const optionNames = () => new Set(site.ask('SELECT option_name FROM wp_options').map(([name = '']) => name));
    const tables = () => site.ask('SHOW TABLES').flat();

    /** The page that WordPress shows once it has the zip. */
    async function upload(): Promise<void> {
      await admin.goto(`${site.origin}/wp-admin/plugin-install.php?tab=upload`);
      const field = await admin.$<'input'>('input#pluginzip' as 'input');
      await field?.uploadFile(zip);
      await Promise.all([admin.waitForNavigation(), admin.click('#install-plugin-submit')]);
    }

    /** Presses what is on the page of plug-ins for ours. */
    async function press(action: 'activate' | 'deactivate'): Promise<void> {
      await admin.goto(`${site.origin}/wp-admin/plugins.php`);
      await Promise.all([admin.waitForNavigation(), admin.click(`tr[data-plugin="${plugin}"] .${action} a`)]);
    }

    before(async () => {
      assert.deepEqual(missing, [], '.ci/run must install them');
      await site.start();
      browser = await launch();
      admin = await site.logIn(site.admin, await browser.createBrowserContext());
      options = optionNames();

      await upload();
      assert.match(await admin.$eval('body', (body) => body.innerText), /Plugin installed successfully/);
      await press('activate');

      site.write('mu-plugins/partner.php', partner);
      site.write('themes/older/style.css', '/* Theme Name: Older */');
      site.write('themes/older/index.php', older);

      const { name: username, password } = author;
      await ask(admin, 'POST', '/wp/v2/users', { username, password, email: 'a@example.org', roles: ['author'] });
      writer = await site.logIn(author, await browser.createBrowserContext());
      for (const name of names) published[name] = await publish(writer, name, posts[name]);
      for (const name of names) visits[name] = await visit(browser, published[name].link);
    });
    after(async () => {
      await browser?.close();
      await site.close();
    });

    for (const name of names)
      it(`an Author’s ${name} ends in a working widget, with the Author’s words in the source`, () => {
        const { widgets, source } = visits[name];
        assert.deepEqual(
          widgets.map(({ tag }) => tag),
          ['contact-card'],
        );
        assert.ok(widgets[0]?.text.includes(own), widgets[0]?.text);
        readsWell(source.replace(/\s+/g, ' '));
      });

    it('keeps an Author’s plain tag as it was written, with all that it knows', () => {
      assert.equal(published.tag.content.raw, posts.tag);
      assert.match(visits.tag.text, /Our own team/);
      assert.match(visits.tag.source, /<contact-card organisation="RGT" heading-level="3"><span slot="heading">/);
    });

    it('runs no script of an Author’s, throws nothing, and asks nobody but the site', () => {
      for (const name of names) quiet(visits[name], site.origin);
      assert.doesNotMatch(published['hostile tag'].content.raw, /script|onclick|onanimationstart|onload|lookup|\bis=/);
    });

    it('puts the script into a page once, as a module, whole, with its integrity and nothing inline', () => {
      const { integrity } = manifest.files['alliance-elements.js'] ?? {};
      for (const name of names) {
        const [tag = '', ...more] = ours(visits[name]);
        assert.deepEqual(more, []);
        const [, src = ''] = / src="([^"]+)"/.exec(tag) ?? [];
        assert.ok(src.startsWith(`${site.origin}/wp-content/plugins/alliance-elements/library/alliance-elements.js?`));
        for (const part of ['type="module"', `integrity="${integrity}"`, 'crossorigin="anonymous"'])
          assert.ok(tag.includes(` ${part}`), tag);
      }
    });

    it('puts none into pages without a widget, such as those that show the beginnings of posts', async () => {
      const { link } = await publish(writer, 'No widget', html('<p>We talk about a contact-card.</p>'));
      for (const url of [link, `${site.origin}/`]) {
        const page = await visit(browser, url, false);
        assert.deepEqual(ours(page), [], url);
        assert.deepEqual(page.errors, []);
      }
    });

    it('puts it into a page whose theme asks for it', async () => {
      const { widgets, errors } = await visit(browser, `${site.origin}/?ours`);
      assert.ok(widgets[0]?.text.includes(own));
      assert.deepEqual(errors, []);
    });

    it('starts it in the head of a theme of the older kind, or in its foot for a shortcode', async () => {
      for (const [name, place] of [
        ['tag', 'head'],
        ['div', 'head'],
        ['shortcode', 'body'],
      ] as const) {
        const url = new URL(published[name].link);
        url.searchParams.set('older', '');
        const page = await visit(browser, url.href);
        assert.ok(page.widgets[0]?.text.includes(own), name);
        assert.deepEqual([page.errors, ours(page).length], [[], 1]);
        const [head = '', body = ''] = page.source.split('</head>');
        assert.equal(ours({ source: place === 'head' ? head : body }).length, 1, name);
      }
    });

    it('lets nothing out of a shortcode’s attributes, whoever wrote it', async () => {
      const { link, content } = await publish(admin, 'Administrator', posts['hostile shortcode']);
      assert.ok(content.raw.includes('<script>'), 'WordPress does not clean what administrators write');
      const page = await visit(browser, link);
      const tag = [
        '<div data-alliance-element="contact-card" data-organisation="RGT"',
        `data-telephone="1&quot; onmouseover=&quot;${attack}"`,
        `data-address="a &quot;&gt;&lt;script&gt;${attack}&lt;/script&gt;"`,
        `data-email="&lt;img src=/no onerror=${attack}&gt;"`,
        `data-website="javascript:${attack}">`,
      ];
      assert.ok(page.source.includes(tag.join(' ')), page.source);
      quiet(page, site.origin);
      assert.ok(page.widgets[0]?.text.includes(own));
    });

    it('shows the words alone where a shortcode names no widget of ours, and tells only editors why', async () => {
      const text = `[alliance_element name="contact-crad<b>"]${inside}[/alliance_element]`;
      const { link } = await publish(writer, 'Misspelt', shortcode(text));
      const page = await visit(browser, link, false);
      readsWell(page.text);
      assert.deepEqual([page.widgets.length, ours(page).length], [0, 0]);
      assert.doesNotMatch(page.source, /Only editors see this/);
      await writer.goto(link);
      const note = await writer.$eval('.entry-content', ({ textContent }) => textContent);
      assert.match(note ?? '', /Only editors see this\..*“contact-crad.*There are: .*contact-card/);
    });

    it('has words of ours for a shortcode without any, and tells editors what a widget does not know', async () => {
      const text = '[alliance_element name="region-map" hospitals level="alliance" colour="red"]';
      const { link } = await publish(writer, 'Wordless', shortcode(text));
      const page = await visit(browser, link);
      assert.match(
        page.source,
        /<div data-alliance-element="region-map" data-hospitals="" data-level="alliance">\s*<h2>/,
      );
      assert.deepEqual(
        page.widgets.map(({ tag }) => tag),
        ['region-map'],
      );
      await writer.goto(link);
      const told = await writer.$eval('.entry-content', ({ textContent }) => textContent);
      assert.match(told ?? '', /does not know “colour”/);
    });

    it('offers every widget in the block editor, complete; what an Author inserts there works', async () => {
      await writer.goto(`${site.origin}/wp-admin/post-new.php`, { waitUntil: 'domcontentloaded' });
      await writer.waitForFunction('window.wp?.data?.select("core/editor")?.getCurrentPostId?.()');
      const link = (await writer.evaluate(`(async () => {
        const all = await wp.apiFetch({ path: '/wp/v2/block-patterns/patterns' });
        const ours = ${JSON.stringify(tags)}.map((tag) => all.find(({ name }) => name === 'alliance-elements/' + tag));
        const { dispatch, select } = wp.data;
        for (const { content } of ours) dispatch('core/block-editor').insertBlocks(wp.blocks.parse(content));
        if (!select('core/block-editor').getBlocks().every(({ isValid }) => isValid)) throw new Error('not valid');
        dispatch('core/editor').editPost({ title: 'All of them', status: 'publish' });
        await dispatch('core/editor').savePost();
        return select('core/editor').getPermalink();
      })()`)) as string;
      const page = await visit(browser, link);
      assert.deepEqual(page.widgets.map(({ tag }) => tag).sort(), [...tags].sort());
      quiet(page, site.origin);
      const { source } = page;
      for (const text of ['call 999', 'Which Cancer Alliance is mine?', 'Our area on the map'])
        assert.ok(source.includes(text), text);
    });

    it('is on as before once it has been uploaded again, as a newer version is', async () => {
      await upload();
      await Promise.all([admin.waitForNavigation(), admin.click('.update-from-upload-overwrite')]);
      assert.match(await admin.$eval('body', (body) => body.innerText), /Plugin updated successfully/);
      const { widgets } = await visit(browser, published.div.link);
      assert.ok(widgets[0]?.text.includes(own));
    });

    it('makes PHP complain of nothing', () => {
      assert.doesNotMatch(site.log, /plugins\/alliance-elements/);
    });

    describe('taken away again', () => {
      before(() => press('deactivate'));

      for (const name of names)
        it(`leaves an Author’s ${name} to be read, without the widget`, async () => {
          const page = await visit(browser, published[name].link, false);
          assert.deepEqual([page.widgets.filter(({ text }) => text).length, ours(page).length], [0, 0]);
          readsWell(page.text);
          assert.ok(page.links.includes('tel:01223245151'));
          quiet(page, site.origin);
        });

      it('leaves no file, table or option behind', async () => {
        const before = tables();
        await ask(admin, 'DELETE', `/wp/v2/plugins/${plugin.replace('.php', '')}`);
        assert.ok(!site.hasPlugin('alliance-elements'));
        assert.deepEqual(tables(), before);
        // What WordPress itself notes down while it is used.
        const its = ['can_compress_scripts', 'recently_activated', 'wp_calendar_block_has_published_posts'];
        const left = [...optionNames()].filter((name) => !options.has(name) && !its.includes(name));
        assert.deepEqual(
          left.filter((name) => !/^_(site_)?transient_(?!.*alliance)/.test(name)),
          [],
        );
      });
    });
  });
});
