import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Manifest } from '../../tools/rollup/files.js';
import { launch, watch, type Watched } from './browser.js';
import { startLoad } from './deploy-load.js';
import { ask, mustHaveAll, serve, skip, Servers, type Answer } from './deploy-servers.js';

// What docs/deprecation.md says of a version whose words could harm, on the real servers and in a real browser.

const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as Manifest;
const rules = JSON.parse(readFileSync('deploy/cdn/rules.json', 'utf8')) as Record<
  'everywhere' | 'pinned' | 'withdrawn',
  Readonly<Record<string, string>>
>;
const [good, bad] = ['7.7.7', '6.6.6'];
const at = (version: string, name: string) => `/alliance-elements/${version}/${name}`;
/** One of each kind of file. */
const kinds = [...Object.keys(manifest.files), 'frame/contact-card.html', 'manifest.json', 'NOTICE'];
const forms = ['br', 'gzip', 'identity'];
const loader = 'alliance-elements.js';

const servers = new Servers();
const edge = () => servers.edgePort;
let browser: Browser | undefined;

before(async () => {
  if (skip) return;
  mustHaveAll();
  const folder = join(servers.folder, 'srv/alliance-elements');
  mkdirSync(folder);
  cpSync('dist', join(folder, good), { recursive: true, dereference: true });
  symlinkSync(join(folder, good), join(folder, bad));
  await servers.startOrigin();
  await servers.startEdge(`sub vcl_deliver {
    set resp.http.Test-Kept = obj.ttl + obj.grace + obj.keep;
  }`);
});
after(async () => {
  await browser?.close();
  await servers.close();
});

const asking = (port: number, version: string, name: string, form = 'identity', more = {}) =>
  ask(port, at(version, name), { 'Accept-Encoding': form, ...more });

/** Asks for each kind of file in each form. */
async function all(port: number, version: string, check: (answer: Answer, name: string) => void): Promise<void> {
  for (const name of kinds)
    for (const form of forms) check(await asking(port, version, name, form), `${name} as ${form}`);
}

const isThere = ({ status, headers }: Answer, name: string) => {
  assert.equal(status, 200, name);
  assert.equal(headers['cache-control'], rules.pinned['Cache-Control'], name);
};
const isWithdrawn = ({ status, headers, body }: Answer, name: string) => {
  assert.equal(status, 410, name);
  for (const [header, value] of Object.entries({ ...rules.everywhere, ...rules.withdrawn }))
    assert.equal(headers[header.toLowerCase()], value, `${name}: ${header}`);
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
  assert.match(body.toString(), /^What stood here has been withdrawn\./, name);
  assert.equal(headers['x-frame-options'], undefined);
  if (name.startsWith('frame/')) assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
};

const own = 'Call the hospital: 01223 245151';
const card = `<contact-card organisation="RGT"><p>${own}</p></contact-card>`;
const place = `<div data-alliance-element="contact-card" data-organisation="RGT"><p>${own}</p></div>`;
const list = `<partner-list><p>${own}</p></partner-list>`;
const shown = () => document.querySelector('contact-card')?.shadowRoot?.querySelector('h2')?.textContent?.trim();

/** A partner's page that pins a version from one of the servers, in the one browser of this file. */
async function onPage(
  port: number,
  version: string,
  act: (watched: Watched) => Promise<void>,
  body = card + place,
): Promise<void> {
  const from = `http://127.0.0.1:${port}`;
  const { integrity } = manifest.files[loader] ?? assert.fail();
  const script = `<script type="module" src="${from}${at(version, loader)}" integrity="${integrity}" crossorigin></script>`;
  const frame = `<iframe src="${from}${at(version, 'frame/contact-card.html')}" title="A card"></iframe>`;
  // A site that isolates its frames asks most of what comes in their place.
  const headers = { 'Content-Type': 'text/html', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  const partner = await serve((asked, response) => {
    if (asked.url !== '/') return void response.writeHead(204).end();
    response.writeHead(200, headers).end(`<!doctype html><title>A partner</title>${script}<body>${body}${frame}`);
  });
  browser ??= await launch();
  const watched = await watch(browser);
  try {
    await watched.page.goto(`${partner.origin}/`, { waitUntil: 'load' });
    await act(watched);
  } finally {
    await watched.page.close();
    await partner.close();
  }
}

function moreOnConsole(page: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    page.once('console', () => resolve());
    AbortSignal.timeout(10_000).addEventListener('abort', () => reject(new Error('the console says no more')));
  });
}

async function keepsItsWords({ page, errors }: Watched): Promise<void> {
  assert.deepEqual(
    errors.map((error) => /\b410\b/.exec(error)?.[0]),
    ['410', '410'],
    `the script and the frame were refused, and nothing else went wrong: ${errors.join('; ')}`,
  );
  for (const way of ['contact-card', 'div[data-alliance-element]'])
    assert.equal(await page.$eval(way, (element) => (element as HTMLElement).innerText), own, way);
  assert.equal(await page.evaluate(() => customElements.get('contact-card')), undefined);
  const frame = page.frames().find((each) => each !== page.mainFrame()) ?? assert.fail('no frame');
  assert.match(await frame.evaluate(() => document.body.innerText), /^What stood here has been withdrawn\./);
}

describe('a version that is withdrawn', { skip }, () => {
  it('was an ordinary one: the edge kept it for a year and more, and a browser showed it', async () => {
    for (const version of [good, bad]) await all(edge(), version, isThere);
    const again = await asking(edge(), bad, loader);
    assert.match(String(again.headers['cache-status']), /hit/);
    assert.ok(Number(again.headers['test-kept']) > 2 * 31_000_000);
    await onPage(edge(), bad, async ({ page }) => {
      await page.waitForFunction(shown, { timeout: 10_000 });
    });
  });

  it('is sent by the origin to nobody, from its next answer on; others are as they were', async () => {
    const { headers } = await asking(servers.originPort, bad, loader);
    await servers.originWithdraws(bad);
    await all(servers.originPort, bad, isWithdrawn);
    await all(servers.originPort, good, isThere);
    // Also to who has it and asks whether it is still good, and whatever is spelt otherwise.
    const known = await asking(servers.originPort, bad, loader, 'identity', { 'If-None-Match': headers.etag ?? '' });
    isWithdrawn(known, 'asked for again');
    for (const name of [
      '',
      'frame/',
      'nothing.js',
      'npm/index.js',
      '%61lliance-elements.js',
      `/${loader}`,
      `x/../${loader}`,
    ])
      assert.equal((await ask(servers.originPort, at(bad, name))).status, 410, name);
    assert.equal((await ask(servers.originPort, at(bad, loader), {}, 'HEAD')).status, 410);
    assert.equal((await ask(servers.originPort, `/alliance-elements/${bad}0/x.js`)).status, 404, 'another version');
  });

  it('is still given by an edge that was not told; what that had not had, it gives and keeps no longer than the origin says', async () => {
    isThere(await asking(edge(), bad, loader), loader);
    const fresh = await asking(edge(), bad, 'custom-elements.json');
    isWithdrawn(fresh, 'custom-elements.json');
    assert.ok(Number(fresh.headers['test-kept']) <= 60);
  });

  it('is given by a told edge to nobody, however long and in whichever form it was kept; others are as they were', async () => {
    const { headers } = await asking(edge(), bad, loader);
    const busy = await startLoad(
      servers,
      kinds.map((name) => at(good, name)),
      3,
    );
    await servers.edgeWithdraws(bad);
    await all(edge(), bad, isWithdrawn);
    assert.equal((await busy.end()).lost, 0);
    isWithdrawn(await asking(edge(), bad, loader, 'br', { 'If-None-Match': headers.etag ?? '' }), 'asked for again');
    isWithdrawn(await ask(edge(), `${at(bad, loader)}?v=1`), 'with a query');
    isWithdrawn(await asking(edge(), bad, loader, 'br', { 'Alliance-Version': good }), 'with a header of ours');
    assert.equal((await ask(edge(), at(bad, loader), {}, 'HEAD')).status, 410);
    assert.equal((await ask(edge(), `/alliance-elements/${bad}0/x.js`)).status, 404, 'another version');
    await all(edge(), good, isThere);
  });

  it('leaves a page that pins it with its own words, from either server, and its frame with a sentence', async () => {
    // Without what the browser had of it before.
    await browser?.close();
    browser = undefined;
    for (const port of [servers.originPort, edge()]) await onPage(port, bad, keepsItsWords);
    await onPage(edge(), good, async ({ page }) => {
      await page.waitForFunction(shown, { timeout: 10_000 });
    });
  });

  it('stays away with the origin stopped, while others are served from memory', async () => {
    await servers.stopOrigin();
    await all(edge(), bad, isWithdrawn);
    await all(edge(), good, isThere);
    await onPage(edge(), bad, keepsItsWords);
  });

  it('comes back at once if that was a mistake', async () => {
    await servers.startOrigin();
    await servers.edgeWithdraws();
    await all(edge(), bad, isThere);
    await all(servers.originPort, bad, isThere);
  });
});

describe('a browser that has a withdrawn version', { skip }, () => {
  it('keeps it: it does not ask, as the policy says', async () => {
    await browser?.close();
    browser = undefined;
    const show = async ({ page }: Watched) => {
      await page.waitForFunction(shown, { timeout: 10_000 });
    };
    await onPage(edge(), bad, show);
    await servers.edgeWithdraws(bad);
    isWithdrawn(await asking(edge(), bad, loader), loader);
    await onPage(edge(), bad, show);
    // A file of it that it does not have, it does not get, and the words stay.
    await onPage(
      edge(),
      bad,
      async ({ page, errors, warnings }) => {
        while (!warnings.some((line) => line.includes('partner-list did not load'))) await moreOnConsole(page);
        assert.equal(await page.$eval('partner-list', (element) => element.innerText), own);
        assert.ok(errors.some((error) => /\b410\b/.test(error)));
      },
      list,
    );
    assert.match(readFileSync('docs/deprecation.md', 'utf8'), /\*\*browsers that have a copy\*\*: .* up to a year/);
  });
});
