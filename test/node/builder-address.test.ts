import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { addressFrom } from '../../tools/builder/address.js';
import { serveLibrary } from '../../tools/serve.js';
import { choose, offered, opened, ready, status, typeBase } from './builder-page.js';

const good = 'https://files.example/0.1.0/';

describe('an address that cannot be one', () => {
  it('is told what is wrong with it, and what was perhaps meant', () => {
    const told: readonly (readonly [typed: string, why: RegExp, instead?: string])[] = [
      ['', /^Write the address/],
      ['https://files.example/0.1.0/https://files.example/0.1.0/', /two addresses/, good],
      ['https://https://files.example/0.1.0', /two addresses/, good],
      ['https://YOUR-HOST/alliance-elements/https://files.example/0.1.0/alliance-elements.js', /two addresses/, good],
      ['https://files.example/0.1.0/index.html', /name of a file, index\.html/, good],
      ['https://files.example/0.1.0/alliance-elements.js.map', /name of a file, alliance-elements\.js\.map/, good],
      ['https://files.example/0.1.0/alliance-elements.js/', /name of a file, alliance-elements\.js/, good],
      ['https://files.example/0.1.0/frame/contact-card.html', /name of a file, contact-card\.html/, good],
      ['/assets/page.PHP', /name of a file, page\.PHP/, '/assets/'],
      ['https://files.example/0.1.0/alliance-elements.js?v=1', /no \? and no #/, good],
      ['https://files.example/0.1.0/https://files.example/0.1.0/?x', /no \? and no #/, good],
      ['<script src="https://files.example/0.1.0/alliance-elements.js"></script>', /Only the address/, good],
      ['files.example/0.1.0', /beginning is missing: https:\/\/$/, good],
      ['//files.example/0.1.0', /beginning is missing/, good],
      ['https:/files.example/0.1.0', /two slashes/, good],
      ['http://files.example/0.1.0', /Use https/, good],
      ['localhost:8081', /beginning is missing: http:\/\/$/, 'http://localhost:8081/'],
      ['assets/', /or a slash/, '/assets/'],
      ['C:\\files\\dist', /your own computer/],
      ['file:///home/me/dist/', /your own computer/],
      ['javascript:alert(1)', /begins with javascript:/],
      ['https://files.example/my files/', /no spaces/],
      ['https://a;script-src/', /no host has/],
      ['https://größe.example/', /plain letters/, 'https://xn--gre-6ka8i.example/'],
    ];
    for (const [typed, why, instead] of told) {
      const address = addressFrom(typed);
      assert.ok(address.folder === undefined, typed);
      assert.match(address.why, why, typed);
      assert.equal(address.instead, instead, typed);
    }
  });

  it('is none of these: a version, a host with an ending, a port, a placeholder', () => {
    for (const folder of [
      'https://files.example/alliance-elements/0.1.0/',
      'https://files.example/2.0.0-rc.1/',
      'https://files.js/',
      'https://files.example.html/x/',
      'https://files.example:8443/x/',
      'https://YOUR-HOST/alliance-elements/0.1.0/',
      '/',
    ])
      assert.deepEqual(addressFrom(folder), { folder });
  });
});

describe('where the address is typed', () => {
  const builder = opened();
  before(() => choose(builder.page, 'contact-card'));

  const field = () =>
    builder.page.$eval('#base', (input) => ({
      invalid: input.getAttribute('aria-invalid'),
      described: input.ariaDescribedByElements?.map(({ textContent }) => textContent).join(' ') ?? '',
    }));
  const script = async () => /src="([^"]*)"/.exec((await offered(builder.page))['tag']?.['once'] ?? '')?.[1];

  it('says it beside the field and aloud, keeps the snippets whole, and mends it by one key', async () => {
    const before = await script();
    await typeBase(builder.page, 'https://files.example/0.1.0/https://files.example/0.1.0/');
    const wrong = await field();
    assert.equal(wrong.invalid, 'true');
    assert.match(wrong.described, /^There are two addresses here.*Until then, https:\/\/YOUR-HOST\/.* stands below/);
    assert.match(await status(builder.page), /^The address cannot be used: There are two addresses/);
    assert.equal(await script(), before);

    await builder.page.focus('#base');
    await builder.page.keyboard.press('Tab');
    assert.equal(await builder.page.evaluate(() => document.activeElement?.textContent), `Write ${good}`);
    await builder.page.keyboard.press('Enter');
    await ready(builder.page);
    assert.deepEqual(
      await builder.page.evaluate(() => [
        document.activeElement?.id,
        (document.activeElement as HTMLInputElement).value,
      ]),
      ['base', good],
    );
    assert.equal((await field()).invalid, null);
    assert.match(await status(builder.page), /^Ready: /);
    assert.equal(await script(), `${good}alliance-elements.js`);
    assert.equal(await builder.page.$eval('[data-builder-instead]', (button) => button.checkVisibility()), false);
  });

  it('says of a place that is still to be filled in that it is one', async () => {
    const hints = () =>
      builder.page.$$eval('[data-builder-texts] .hint', (all) => all.map(({ textContent }) => textContent).join(' '));
    for (const way of ['tag', 'div', 'iframe', 'prerendered', 'wordpress', 'drupal', 'sharepoint', 'react']) {
      await typeBase(builder.page, 'https://YOUR-HOST/alliance-elements/0.1.0/');
      await builder.page.select('#for', way);
      assert.match(await hints(), /place of YOUR-HOST/, way);
      await typeBase(builder.page, good);
      assert.doesNotMatch(await hints(), /YOUR-HOST/, way);
    }
  });

  it('waits until somebody has typed: half an address is not told off, a whole one that is wrong is', async () => {
    await typeBase(builder.page, good);
    await builder.page.$eval('#base', (input) => (input as HTMLInputElement).select());
    await builder.page.type('#base', 'https:');
    await ready(builder.page);
    assert.equal((await field()).invalid, null);
    assert.match(await status(builder.page), /^Ready: /);
    assert.equal(await script(), `${good}alliance-elements.js`);
    await builder.page.focus('#base');
    await builder.page.keyboard.press('Tab');
    await ready(builder.page);
    assert.equal((await field()).invalid, 'true');
    assert.match(await status(builder.page), /^The address cannot be used: This is not an address yet/);
    await builder.page.focus('#base');
    await builder.page.keyboard.press('End');
    await builder.page.keyboard.type('//other.example');
    await ready(builder.page);
    assert.equal((await field()).invalid, null);
    assert.equal(await script(), 'https://other.example/alliance-elements.js');
  });

  it('has the address already on a page that stands beside the files, in a folder of their version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const folder = mkdtempSync(join(tmpdir(), 'alliance-builder-'));
    symlinkSync(resolve('dist'), join(folder, version));
    const host = await serveLibrary(folder);
    const beside = await builder.browser.newPage();
    await beside.goto(`${host.origin}/${version}/builder/builder.html`, { waitUntil: 'networkidle0' });
    await ready(beside);
    assert.equal(
      await beside.$eval('#base', (input) => (input as HTMLInputElement).value),
      `${host.origin}/${version}/`,
    );
    assert.ok((await offered(beside))['tag']?.['once']?.includes(`"${host.origin}/${version}/alliance-elements.js"`));
    await beside.close();
    await host.close();
    rmSync(folder, { recursive: true });
  });
});
