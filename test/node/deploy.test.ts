import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Manifest } from '../../tools/rollup/files.js';
import { integrityOf } from '../../tools/rollup/files.js';
import { strictPolicy } from '../../tools/serve.js';
import { launch, watch, type Watched } from './browser.js';
import { startLoad } from './deploy-load.js';
import { ask, mustHaveAll, serve, skip, Servers, until, type Answer } from './deploy-servers.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as Manifest;
const rules = JSON.parse(readFileSync('deploy/cdn/rules.json', 'utf8')) as Record<
  'everywhere' | 'pinned' | 'frame' | 'content' | 'missing' | 'types',
  Readonly<Record<string, string>>
>;

const base = `/alliance-elements/${version}`;
const loader = `${base}/alliance-elements.js`;
const pinned = Object.keys(manifest.files).map((name) => `${base}/${name}`);
const frame = `${base}/frame/of-this-test.html`;
const image = `${base}/of-this-test.png`;
const content = '/alliance-elements/content/of-this-test.json';
const security = '/.well-known/security.txt';
/** A script, a snippet and a frame page that are past their time as soon as they have come. */
const old = ['', 'snippets/', 'frame/'].map((place) => `${base}/${place}past-its-time.html`);

const servers = new Servers();
const onDisk = (path: string) => join(servers.folder, 'srv', path);
const write = (path: string, text: string | Buffer) => writeFileSync(onDisk(path), text);

before(async () => {
  if (skip) return;
  mustHaveAll();
  mkdirSync(onDisk('/alliance-elements/content'), { recursive: true });
  cpSync('dist', onDisk(base), { recursive: true, dereference: true });
  mkdirSync(onDisk(`${base}/frame`), { recursive: true });
  const script = `<script type="module" src="../alliance-elements.js"></script>`;
  write(
    frame,
    `<!doctype html><html lang="en"><title>A frame</title>${script}<contact-card organisation="RGT"></contact-card>`,
  );
  write(image, Buffer.from('not looked at'));
  for (const path of old) write(path, '<!doctype html><html lang="en"><title>Old</title>');
  write(content, '{"checked":"first"}');
  mkdirSync(onDisk('/.well-known'));
  cpSync('docs/security.txt', onDisk(security));
  await servers.startOrigin();
  await servers.startEdge(`
    # Names that are past their time as soon as they have come, as pinned names are in a year.
    sub vcl_backend_response { if (bereq.url ~ "/past-its-time") { set beresp.ttl = 1ms; } }
    # How long what is given stays fresh, how long it is kept after that, and how old it may be for this reader, in seconds.
    sub vcl_deliver {
      set resp.http.Test-Spans = obj.ttl + obj.age + " " + obj.grace + " " + req.grace;
    }
    # A reader who comes when what is kept is too old to be given without asking.
    sub vcl_hash { if (req.http.Test-Late && req.restarts == 0) { set req.grace = 0s; } }`);
});
after(() => servers.close());

/** The same promises by nginx alone and by the edge. */
const by = [
  ['nginx', () => servers.originPort],
  ['the edge', () => servers.edgePort],
] as const;

const endings: Readonly<Record<string, string>> = { br: '.br', gzip: '.gz' };
const wishes: readonly (readonly [wish: string | undefined, form: string | undefined])[] = [
  ['gzip, deflate, br, zstd', 'br'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['identity', undefined],
  [undefined, undefined],
];
const wishing = (wish?: string): Readonly<Record<string, string>> => (wish ? { 'Accept-Encoding': wish } : {});

function unpacked({ headers, body }: Answer): Buffer {
  const form = headers['content-encoding'];
  return form === 'br' ? brotliDecompressSync(body) : form === 'gzip' ? gunzipSync(body) : body;
}

function says(answer: Answer, ...wanted: readonly Readonly<Record<string, string>>[]): void {
  for (const [name, value] of wanted.flatMap((each) => Object.entries(each)))
    assert.equal(answer.headers[name.toLowerCase()], value, name);
  for (const name of ['set-cookie', 'x-frame-options', 'x-varnish', 'via', 'x-powered-by'])
    assert.equal(answer.headers[name], undefined, name);
  assert.match(String(answer.headers['server'] ?? 'nginx'), /^nginx$/, 'no version of the server');
}

const ending = (path: string) => /\.(\w+)$/.exec(path)?.[1] ?? '';
const [minute, hour, day, year] = [60, 3600, 86_400, 31_536_000];
/** How long the edge said that an answer is fresh, is kept after that, and may have been kept for whoever asked now. */
const spans = ({ headers }: Answer) =>
  String(headers['test-spans'])
    .split(' ')
    .map((span) => Math.round(Number(span)));

/** What is served under a name that stays, with the headers that it has. */
const kindOf = (path: string) =>
  path === content || path === security ? rules.content : path.includes('/frame/') ? rules.frame : rules.pinned;
const typeOf = (path: string) => ({ 'Content-Type': rules.types[ending(path)] ?? `no type for ${path}` });

/** What is for bundlers, and for whoever runs a WordPress. */
const isNotServed = (path: string) => [`${base}/npm/`, `${base}/wordpress/`].some((place) => path.startsWith(place));

/** Every file of the build that is served. */
function served(): string[] {
  return readdirSync(onDisk(base), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(servers.folder.length + '/srv'.length))
    .filter((path) => !/\.(br|gz)$|\/\./.test(path) && !isNotServed(path));
}

for (const [name, port] of by)
  describe(`files by ${name}`, { skip }, () => {
    it('come whole, in each form a reader can ask for, with every header that they must have', async () => {
      const paths = [...served(), content, security];
      assert.ok(paths.length > 25 && pinned.every((path) => paths.includes(path)));
      for (const path of paths)
        for (const [wish, form] of wishes) {
          const answer = await ask(port(), path, wishing(wish));
          const kind = kindOf(path);
          assert.equal(answer.status, 200, path);
          says(answer, rules.everywhere, kind, typeOf(path));
          if (kind !== rules.frame) assert.equal(answer.headers['content-security-policy'], undefined);
          const packed = form && existsSync(onDisk(`${path}${endings[form]}`));
          assert.equal(answer.headers['content-encoding'], packed ? form : undefined, `${path} for ${wish}`);
          assert.ok(unpacked(answer).equals(readFileSync(onDisk(path))), `${path} for ${wish}`);
          assert.equal(Number(answer.headers['content-length']), answer.body.length);
        }
    });

    it('say where weaknesses are told, at the address where that is looked for', async () => {
      const answer = await ask(port(), '/.well-known/security.txt', { Origin: 'https://www.example.org' });
      assert.equal(answer.status, 200);
      says(answer, rules.everywhere, rules.content, { 'Content-Type': 'text/plain; charset=utf-8' });
      assert.equal(answer.body.toString(), readFileSync('docs/security.txt', 'utf8'));
    });

    it('have the hashes of the manifest, which pages pin, and are packed', async () => {
      for (const [file, { bytes, integrity }] of Object.entries(manifest.files)) {
        const answer = await ask(port(), `${base}/${file}`, wishing('br'));
        assert.equal(integrityOf(unpacked(answer)), integrity, file);
        assert.equal(unpacked(answer).length, bytes, file);
        if (bytes < 5000) continue;
        assert.equal(answer.headers['content-encoding'], 'br', file);
        // The outlines, of which one file is mostly made, pack less well than code.
        assert.ok(answer.body.length < bytes * (file.includes('.whereabouts.') ? 0.6 : 0.5), `${file} is packed`);
      }
    });

    it('are not sent again to who has them, each form by a name of its own', async () => {
      const tags = new Set<string>();
      for (const wish of ['br', 'gzip', 'identity']) {
        const { headers } = await ask(port(), loader, wishing(wish));
        const etag = headers.etag ?? '';
        assert.match(etag, /^"/);
        tags.add(etag);
        for (const condition of [{ 'If-None-Match': etag }, { 'If-Modified-Since': headers['last-modified'] ?? '' }]) {
          const again = await ask(port(), loader, { ...wishing(wish), ...condition });
          assert.equal(again.status, 304, JSON.stringify(condition));
          assert.equal(again.body.length, 0);
          says(again, rules.everywhere, rules.pinned);
        }
        assert.equal((await ask(port(), loader, { ...wishing(wish), 'If-None-Match': '"other"' })).status, 200);
      }
      assert.equal(tags.size, 3);
    });

    it('tell their headers without their bytes', async () => {
      for (const wish of ['br', 'gzip', 'identity']) {
        const whole = await ask(port(), loader, wishing(wish));
        const head = await ask(port(), loader, wishing(wish), 'HEAD');
        assert.equal(head.status, 200);
        assert.equal(head.body.length, 0);
        const steady = ({ headers }: Answer) => ({
          ...headers,
          date: '',
          age: '',
          connection: '',
          'cache-status': '',
          'test-spans': '',
        });
        assert.deepEqual(steady(head), steady(whole));
      }
    });

    it('come in part, of the form that was asked for', async () => {
      for (const wish of ['br', 'gzip', 'identity']) {
        const whole = await ask(port(), loader, wishing(wish));
        const part = await ask(port(), loader, { ...wishing(wish), Range: 'bytes=10-29' });
        // nginx alone sends what was packed before as a whole, as a server may.
        if (name === 'nginx' && wish !== 'identity') {
          assert.equal(part.status, 200);
          assert.ok(part.body.equals(whole.body));
          continue;
        }
        assert.equal(part.status, 206);
        assert.equal(part.headers['content-range'], `bytes 10-29/${whole.body.length}`);
        assert.ok(part.body.equals(whole.body.subarray(10, 30)));
        says(part, rules.everywhere, rules.pinned);
      }
      assert.equal((await ask(port(), loader, { Range: 'bytes=9999999-' })).status, 416);
    });

    it('may be read by any site, and nothing else may be done', async () => {
      const asked = { Origin: 'https://www.example.org', 'Access-Control-Request-Method': 'GET' };
      const preflight = await ask(port(), loader, asked, 'OPTIONS');
      assert.equal(preflight.status, 204);
      assert.equal(preflight.headers['access-control-allow-origin'], '*');
      assert.equal(preflight.headers['access-control-allow-methods'], 'GET, HEAD, OPTIONS');
      assert.equal(preflight.headers['access-control-allow-credentials'], undefined);
      for (const origin of ['https://www.example.org', 'null'])
        says(await ask(port(), loader, { Origin: origin }), rules.everywhere, rules.pinned);
      for (const path of [loader, `${base}/nothing.js`, '/alliance-elements/health'])
        for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'MKCOL']) {
          const refused = await ask(port(), path, {}, method);
          assert.equal(refused.status, 405, `${method} ${path}`);
          assert.equal(refused.headers['content-type'], 'text/plain; charset=utf-8');
          assert.equal(refused.headers.allow, 'GET, HEAD, OPTIONS');
          says(refused, rules.everywhere, { 'Cache-Control': 'no-store' });
        }
      assert.ok((await ask(port(), loader, {}, 'TRACE')).status >= 400);
    });

    it('that are not there are soon forgotten; nothing is listed, nothing is shown that is not meant', async () => {
      write('/secret.txt', 'outside');
      write(`${base}/.hidden.js`, 'hidden');
      for (const path of [
        '/',
        '/alliance-elements',
        '/alliance-elements/',
        base,
        `${base}/`,
        `${base}/frame/`,
        '/alliance-elements/content/',
        `${base}/nothing.js`,
        '/alliance-elements/alliance-elements.js',
        '/alliance-elements/latest/alliance-elements.js',
        '/alliance-elements/0/alliance-elements.js',
        '/alliance-elements/9.9.9/alliance-elements.js',
        `${base}/alliance-elements.js.br`,
        `${base}/alliance-elements.js.gz`,
        `${base}/npm/index.js`,
        `${base}/wordpress/alliance-elements.zip`,
        `${base}/.hidden.js`,
        '/.well-known/',
        '/.well-known/other.txt',
        `${security}/`,
        '/alliance-elements/security.txt',
        `${base}/../../secret.txt`,
        `${base}/%2e%2e/%2e%2e/secret.txt`,
        '/secret.txt',
      ]) {
        const answer = await ask(port(), path, wishing('br, gzip'));
        assert.equal(answer.status, 404, path);
        says(answer, rules.everywhere, rules.missing, { 'Content-Type': 'text/plain; charset=utf-8' });
        assert.match(answer.body.toString(), /^There is no such file here/);
      }
    });

    it('come to old intermediaries in a packed form too', async () => {
      const answer = await ask(port(), loader, { ...wishing('gzip'), Via: '1.0 old' });
      assert.equal(answer.headers['content-encoding'], 'gzip');
    });
  });

describe('what is written down', { skip }, () => {
  it('names no reader: no address, no page they were on, no query', async () => {
    await ask(servers.originPort, `${loader}?name=somebody`, { Referer: 'https://www.example.org/my-illness' });
    await until(servers.originPort, '/', () => servers.log.includes(`GET ${loader} `));
    await ask(servers.originPort, `${base}/nothing.js?name=somebody`);
    assert.doesNotMatch(servers.log, /127\.0\.0|::1|somebody|my-illness|example\.org/);
  });

  it('names none at the edge either, in the form that the page on serving gives', async () => {
    const [, format = assert.fail()] = /`-F '([^']+)'`/.exec(readFileSync('docs/serving.md', 'utf8')) ?? [];
    const reader = {
      Referer: 'https://www.example.org/my-illness',
      'X-Forwarded-For': '192.0.2.1',
      Cookie: 'a=somebody',
    };
    let written = '';
    await ask(servers.edgePort, `${base}/spoken-of.js?name=somebody`, { ...reader, 'User-Agent': 'of somebody' });
    for (let left = 40; left && !written.includes(`${base}/spoken-of.js`); left--)
      written = await servers.logged(format);
    assert.match(written, new RegExp(`^\\[.+\\] 404 GET ${base}/spoken-of.js \\d+ miss$`, 'm'));
    assert.doesNotMatch(written, /127\.0\.0|::1|192\.0\.2|somebody|my-illness|example\.org/);
  });
});

describe('the edge', { skip }, () => {
  const status = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    String((await ask(servers.edgePort, path, headers)).headers['cache-status']);

  it('keeps a file once, whatever a reader says about themselves, the host or a query', async () => {
    await ask(servers.edgePort, loader, wishing('br'));
    const { backend_req: asked } = await servers.counted('backend_req');
    for (const [path, headers] of [
      [loader, {}],
      [`${loader}?v=1`, {}],
      [`${loader}?`, {}],
      [loader, { Cookie: 'session=1' }],
      [loader, { Authorization: 'Basic eA==' }],
      [loader, { Host: 'evil.example' }],
      [loader, { 'X-Forwarded-Host': 'evil.example', 'User-Agent': 'other', Origin: 'https://a.example' }],
      [loader, { 'Cache-Control': 'no-cache', Pragma: 'no-cache' }],
    ] as const)
      assert.match(await status(path, { ...wishing('gzip, br'), ...headers }), /^edge; hit; ttl=\d+$/, path);
    for (const path of [`/${loader}`, loader.replace('.js', '%2ejs'), `${base}/./alliance-elements.js`])
      assert.equal((await ask(servers.edgePort, path)).status, 404, path);
    assert.equal((await servers.counted('backend_req')).backend_req, asked);
  });

  it('is told by its operator, not by others, that content is old, and fetches it while it serves the old', async () => {
    await ask(servers.edgePort, content);
    assert.match(await status(content), /hit; ttl=\d+/);
    write(content, '{"checked":"second"}');
    assert.equal((await ask(servers.edgePort, loader, {}, 'PURGE')).status, 403, 'a pinned file never changes');
    assert.equal((await ask(servers.edgePort, security, {}, 'PURGE')).status, 200);
    await until(servers.edgePort, security, (answer) => spans(answer)[0] !== 0);
    const purged = await ask(servers.edgePort, content, {}, 'PURGE');
    assert.equal(purged.status, 200);
    assert.match(purged.body.toString(), /[1-9]/);
    const { body, headers } = await ask(servers.edgePort, content);
    assert.equal(body.toString(), '{"checked":"first"}', 'nobody waits');
    assert.match(String(headers['cache-status']), /ttl=(-|0)/);
    await until(servers.edgePort, content, (answer) => answer.body.toString().includes('second'));
  });

  it('keeps each kind for as long as the page on serving says', async () => {
    for (const [path, fresh, after] of [
      [loader, year, year],
      [frame, year, year],
      [content, 5 * minute, day],
      [security, 5 * minute, day],
      [`${base}/nothing.js`, minute, 0],
    ] as const) {
      const answer = await ask(servers.edgePort, path);
      assert.deepEqual(spans(answer), [fresh, after, hour], `${path}, while the origin is well`);
    }
  });
});

describe('a partner’s page with a strict policy, from the edge', { skip }, () => {
  const shown = () => document.querySelector('contact-card')?.shadowRoot?.querySelector('h2')?.textContent?.trim();
  const named = 'Cambridge University Hospitals NHS Foundation Trust';

  /** A partner's page, told as text and watched in a browser. */
  async function onPage(
    html: string,
    headers: Readonly<Record<string, string>>,
    act: (watched: Watched) => Promise<void>,
  ): Promise<void> {
    const partner = await serve((asked, response) => {
      if (asked.url !== '/') return void response.writeHead(204).end();
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(`<!doctype html><html lang="en"><title>A partner</title>${html}`);
    });
    const browser = await launch();
    try {
      const watched = await watch(browser);
      await watched.page.goto(`${partner.origin}/`);
      await act(watched);
      const { errors, warnings, violations, requests } = watched;
      assert.deepEqual([...errors, ...warnings, ...violations], []);
      assert.deepEqual(await browser.cookies(), []);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(edge()) && !url.startsWith(partner.origin)),
        [],
      );
    } finally {
      await browser.close();
      await partner.close();
    }
  }
  const edge = () => `http://127.0.0.1:${servers.edgePort}`;

  it('shows a card whose every byte is pinned', async () => {
    const { integrity } = manifest.files['alliance-elements.js'] ?? assert.fail();
    const script = `<script type="module" src="${edge()}${loader}" integrity="${integrity}" crossorigin="anonymous"></script>`;
    const card = '<contact-card organisation="RGT"><p>Call the hospital</p></contact-card>';
    await onPage(`${script}<body>${card}`, { 'Content-Security-Policy': strictPolicy(edge()) }, async ({ page }) => {
      await page.waitForFunction(shown, { timeout: 10_000 });
      assert.equal(await page.evaluate(shown), named);
    });
  });

  it('shows our frame pages, also where a site isolates its frames, and under their own policy nothing is amiss', async () => {
    const pages = readdirSync(onDisk(`${base}/frame`)).filter((name) => name.endsWith('.html'));
    const frames = pages.map((name) => `<iframe src="${edge()}${base}/frame/${name}" title="${name}"></iframe>`);
    const headers = {
      'Content-Security-Policy': `default-src 'none'; frame-src ${edge()}`,
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    };
    await onPage(`<body>${frames.join('')}`, headers, async ({ page }) => {
      const ours = page.frames().filter((each) => each.url().startsWith(edge()));
      assert.equal(ours.length, pages.length);
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      for (const each of ours)
        await each.waitForFunction(
          () => [...document.querySelectorAll(':not(:defined)')].length === 0 && document.readyState === 'complete',
          { timeout: 10_000 },
        );
      const fixture = ours.find((each) => each.url().endsWith(frame)) ?? assert.fail();
      await fixture.waitForFunction(shown, { timeout: 10_000 });
      assert.equal(await fixture.evaluate(shown), named);
    });
  });
});

describe('under load, and without the origin', { skip }, () => {
  /** All that is served and has its time, which is all of the build but what is for bundlers. */
  const everything = () => [...served().filter((path) => !old.includes(path)), security];

  /** Each of them, whole, in each form, with its headers, from the edge. */
  async function isAllThere(): Promise<void> {
    for (const path of everything())
      for (const wish of ['br', 'gzip', 'identity']) {
        const answer = await ask(servers.edgePort, path, wishing(wish));
        assert.equal(answer.status, 200, `${path} as ${wish}`);
        says(answer, rules.everywhere, kindOf(path), typeOf(path));
        const { integrity } = manifest.files[path.slice(base.length + 1)] ?? {};
        if (integrity) assert.equal(integrityOf(unpacked(answer)), integrity, `${path} as ${wish}`);
        else assert.ok(unpacked(answer).equals(readFileSync(onDisk(path))), `${path} as ${wish}`);
      }
  }
  const figures = ['sess_dropped', 'n_lru_nuked', 'threads_failed', 'backend_req', 'client_req'] as const;

  it('nothing that is served is left out of what follows', () => {
    const built = readdirSync('dist', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(base, relative('dist', join(entry.parentPath, entry.name))))
      .filter((path) => !isNotServed(path) && !/\.(br|gz)$/.test(path));
    const asked = new Set(everything());
    assert.deepEqual(
      built.filter((path) => !asked.has(path)),
      [],
    );
    for (const place of ['frame/', 'snippets/', 'NOTICE', 'manifest.json', 'alliance-elements.js.map'])
      assert.ok(
        [...asked].some((path) => path.startsWith(`${base}/${place}`)),
        place,
      );
  });

  it('50 connections lose nothing, and the origin is left in peace', async (context) => {
    await isAllThere();
    const earlier = await servers.counted(...figures);
    const load = await startLoad(servers, everything(), 5);
    await isAllThere();
    const { requests, seconds, lost } = await load.end();
    const later = await servers.counted(...figures);
    context.diagnostic(`${Math.round(requests / seconds)} requests a second from the edge`);
    assert.equal(lost, 0);
    assert.ok(requests > 100);
    assert.ok(later.client_req - earlier.client_req >= requests);
    assert.deepEqual([later.sess_dropped, later.n_lru_nuked, later.threads_failed], [0, 0, 0]);
    assert.equal(later.backend_req - earlier.backend_req, 0, 'no request went to the origin');
  });

  it('the origin is stopped under load: the edge serves on, also what is past its time', async (context) => {
    const isOld = async (path: string) => {
      const answer = await until(servers.edgePort, path, ({ headers }) =>
        /ttl=(-|0)/.test(String(headers['cache-status'])),
      );
      assert.ok(answer.body.equals(readFileSync(onDisk(path))), path);
      says(answer, rules.everywhere, kindOf(path));
    };
    for (const path of old) await isOld(path);
    await ask(servers.edgePort, content);
    const load = await startLoad(servers, [...everything(), ...old, content], 4);
    await servers.stopOrigin();
    assert.ok(load.running, 'the load goes on when the origin has gone');
    await isAllThere();
    const { requests, seconds, lost } = await load.end();
    context.diagnostic(`${Math.round(requests / seconds)} requests a second, while the origin goes away`);
    assert.equal(lost, 0);
    await isAllThere();
    for (const path of old) await isOld(path);
    await until(servers.edgePort, loader, (answer) => spans(answer)[2] === year);
    // Content, which is told to be old meanwhile, stays readable.
    assert.equal((await ask(servers.edgePort, content, {}, 'PURGE')).status, 200);
    for (const late of [{}, { 'Test-Late': 'yes' }, {}])
      assert.equal((await ask(servers.edgePort, content, late)).body.toString(), '{"checked":"second"}');
  });

  it('what the edge never had is told to be away, by words and not for long', async () => {
    const answer = await ask(servers.edgePort, `${base}/never-asked-for.js`);
    assert.equal(answer.status, 503);
    says(answer, rules.everywhere, {
      'Cache-Control': 'no-store',
      'Retry-After': '5',
      'Content-Type': 'text/plain; charset=utf-8',
    });
    assert.match(answer.body.toString(), /cannot be had now/);
    assert.equal((await ask(servers.edgePort, '/alliance-elements/latest/a.js')).status, 404);
    assert.equal((await ask(servers.edgePort, '/alliance-elements/health')).status, 200, 'the edge itself is well');
  });

  it('and when the origin is back, so is all it has', async () => {
    write(content, '{"checked":"third"}');
    await servers.startOrigin();
    await until(servers.edgePort, content, (answer) => answer.body.toString().includes('third'));
    await until(servers.edgePort, `${base}/never-asked-for.js`, ({ status }) => status === 404);
    await isAllThere();
  });
});
