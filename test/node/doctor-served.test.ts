import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { get } from '../../tools/doctor/get.js';
import { card, integrity, knowledge, lookWhere, scriptAt, serve, told, type Reply } from './doctor-look.js';

const file = '/alliance-elements.js';
const sent = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
const without = (name: keyof typeof sent) => Object.fromEntries(Object.entries(sent).filter(([each]) => each !== name));
const real = readFileSync('dist/alliance-elements.js');

/** A host of ours as it is to be, but for what is said of some paths. */
const host = (but: Readonly<Record<string, Reply>> = {}) =>
  serve(
    (path) =>
      but[path] ??
      (existsSync(join('dist', path)) ? { headers: sent, body: readFileSync(join('dist', path)) } : undefined),
  );

const partner = 'https://partner.example/cancer';
const at = (origin: string, hash?: string) => scriptAt(`${origin}${file}`, hash) + card;

/** What a server does wrong with our script, what is to be said of it, and how to mend it. */
const faults: Readonly<Record<string, readonly [reply: Reply, says: RegExp, mend: RegExp]>> = {
  'it is not there': [{ status: 404 }, /not there: .*alliance-elements\.js answers 404/, /Copy all of dist/],
  'its version was withdrawn': [{ status: 410 }, /taken away for good: .* answers 410/, /docs\/deprecation\.md/],
  'it is kept from readers': [{ status: 403 }, /kept from readers: .* answers 403/, /Let everybody read/],
  'the server fails': [{ status: 503 }, /answers 503/, /server/],
  'a page comes in its place': [
    { headers: { ...sent, 'content-type': 'text/html' }, body: '\n<!-- x --><!DOCTYPE html><title>Not found</title>' },
    /answers with a page and not with a script/,
    /not found/,
  ],
  'it is sent without CORS': [
    { headers: without('access-control-allow-origin'), body: real },
    /without Access-Control-Allow-Origin/,
    /Access-Control-Allow-Origin: \*/,
  ],
  'it is sent for another site': [
    { headers: { ...sent, 'access-control-allow-origin': 'https://other.example' }, body: real },
    /Access-Control-Allow-Origin: https:\/\/other\.example/,
    /Access-Control-Allow-Origin: \*/,
  ],
  'it says twice who may read it': [
    { headers: { ...sent, 'access-control-allow-origin': '*, *' }, body: real },
    /Access-Control-Allow-Origin twice/,
    /Access-Control-Allow-Origin: \*/,
  ],
  'it is sent as text': [
    { headers: { ...sent, 'content-type': 'text/plain; charset=utf-8' }, body: real },
    /sent as text\/plain: browsers do not run it/,
    /Content-Type: text\/javascript/,
  ],
  'it is sent as nothing': [
    { headers: without('content-type'), body: real },
    /without Content-Type/,
    /Content-Type: text\/javascript/,
  ],
  'it was changed on its way': [
    { headers: sent, body: `${real.toString()}\n` },
    /integrity attribute does not match what http:\S+ really sends/,
    /attribute is right.*Copy it from dist again/,
  ],
};

describe('the doctor asks for the script that a page names', () => {
  for (const [name, [reply, says, mend]] of Object.entries(faults))
    it(`and says in plain words: ${name}`, async () => {
      const library = await host({ [file]: reply });
      const findings = await lookWhere(at(library.origin), { address: partner });
      await library.close();
      const finding = findings.find(({ level, what }) => level === 'error' && says.test(what));
      assert.ok(finding, JSON.stringify(findings, undefined, 1));
      assert.equal(finding.line, 1);
      assert.match(finding.mend ?? '', mend);
    });

  it('and finds nothing wrong where all is as it should be: with CORS from elsewhere, without from its own site', async () => {
    const library = await host();
    const bare = await host({ [file]: { headers: without('access-control-allow-origin'), body: real } });
    for (const [origin, address] of [
      [library.origin, partner],
      [library.origin, undefined],
      [bare.origin, `${bare.origin}/cancer`],
    ] as const) {
      const findings = await lookWhere(at(origin), { address });
      assert.deepEqual([...told(findings), ...told(findings, 'warning')], []);
    }
    await Promise.all([library.close(), bare.close()]);
  });

  it('and trusts what is sent, not what it has itself: an integrity that fits an older file is no error', async () => {
    const body = 'console.log("0.0.1")';
    const fits = `sha384-${createHash('sha384').update(body).digest('base64')}`;
    const library = await host({ [file]: { headers: sent, body } });
    const findings = await lookWhere(at(library.origin, fits), { address: partner });
    assert.deepEqual(told(findings), []);
    assert.match(told(findings, 'warning').join(), /not the one of version/);
    // The other way round the hash of the release is no help.
    assert.match(told(await lookWhere(at(library.origin), { address: partner })).join(), /does not match/);
    await library.close();
  });

  it('and tells an attribute that is wrong from a file that is', async () => {
    const library = await host();
    const [finding] = await lookWhere(at(library.origin, 'sha384-AAAA'), { address: partner });
    assert.match(finding?.what ?? '', /does not match/);
    assert.ok(finding?.mend?.includes(`integrity="${integrity}"`), finding?.mend);
    await library.close();
  });

  it('and for what it loads: a file left behind, or changed, by name', async () => {
    const chunk = knowledge.chunks['contact-card']?.[0] ?? '';
    const lost = await host({ [`/${chunk}`]: { status: 404 } });
    const changed = await host({ [`/${chunk}`]: { headers: sent, body: 'changed' } });
    const [missing] = told(await lookWhere(at(lost.origin), { address: partner }));
    assert.ok(missing?.includes(`not what it loads: ${chunk}.`), missing);
    const [altered] = told(await lookWhere(at(changed.origin), { address: partner }));
    assert.ok(altered?.includes(`refuse it: ${chunk}.`), altered);
    await Promise.all([lost.close(), changed.close()]);
  });

  it('and says where it is sent on to', async () => {
    const library = await host({
      '/old.js/alliance-elements.js': { status: 301, headers: { ...sent, location: file } },
    });
    const there = `${library.origin}/old.js/alliance-elements.js`;
    const [moved] = told(await lookWhere(scriptAt(there) + card, { address: partner }), 'warning');
    assert.match(
      moved ?? '',
      /old\.js\/alliance-elements\.js is not where the file is: it sends on to .*:\d+\/alliance/,
    );
    await library.close();
  });

  it('and lets a classic script be sent as it likes, but for nosniff', async () => {
    const name = '/alliance-elements.all.classic.js';
    const body = readFileSync(`dist${name}`);
    const plain = { 'content-type': 'text/plain' };
    for (const [headers, level] of [
      [plain, 'warning'],
      [{ ...plain, 'x-content-type-options': 'nosniff' }, 'error'],
    ] as const) {
      const library = await host({ [name]: { headers, body } });
      const findings = await lookWhere(`<script src="${library.origin}${name}"></script>${card}`, { address: partner });
      assert.match(told(findings, level).join(), /sent as text\/plain/, level);
      assert.equal(told(findings).length, level === 'error' ? 1 : 0);
      await library.close();
    }
  });
});

describe('what the doctor asks', () => {
  it('is for the script, its files and our frames: nothing else that a page names', async () => {
    const library = await host();
    const { origin } = library;
    const page = `<link rel="stylesheet" href="${origin}/style.css"><img src="${origin}/photo.png">
      <script src="${origin}/jquery.js"></script><a href="${origin}/next">x</a>
      <iframe src="${origin}/frame/map.html"></iframe><iframe src="${origin}/video"></iframe>
      <iframe title="Contact details" src="${origin}/frame/contact-card.html"></iframe>${at(origin)}`;
    await lookWhere(page, { address: partner });
    const files = knowledge.chunks['contact-card'] ?? [];
    assert.deepEqual(
      [...new Set(library.asked)].sort(),
      [file, '/frame/contact-card.html', ...files.map((name) => `/${name}`)].sort(),
    );
    assert.equal(library.asked.length, new Set(library.asked).size, 'each once');
    assert.deepEqual([...new Set(library.origins)], ['https://partner.example'], 'as the page would');
    await library.close();
  });

  it('is nothing of a file on disk, of data or of what is no web address', async () => {
    for (const src of [
      'file:///etc/alliance-elements.js',
      'data:text/javascript,alliance-elements.js',
      '//\0alliance-elements.js',
    ])
      assert.ok((await lookWhere(`<script src="${src}"></script>${card}`)).length, src);
    const sends = await serve({ '/': { status: 302, headers: { location: 'file:///etc/passwd' } } });
    assert.deepEqual(await get(new URL(sends.origin)), { silence: 'sends on to file:, which is no web address' });
    await sends.close();
  });

  it('has an end: of steps, of bytes, of addresses', async () => {
    const round = await serve({ '/': { status: 302, headers: { location: '/' } } });
    const answer = await get(new URL(round.origin));
    assert.ok('hops' in answer && answer.hops.length === 6, 'one and five steps');
    const large = await serve({ '/': { body: Buffer.alloc(3_000_001) } });
    assert.match(JSON.stringify(await get(new URL(large.origin))), /more than 3 megabytes/);
    const many = Array.from({ length: 100 }, (_, index) => scriptAt(`${round.origin}/${index}/alliance-elements.js`));
    const before = round.asked.length;
    await lookWhere(many.join(''), { address: partner });
    assert.equal(round.asked.length - before, 24);
    await Promise.all([round.close(), large.close()]);
  });

  it('ends after ten seconds where a server begins and does not end', { timeout: 20_000 }, async () => {
    const slow = await serve({ '/': { body: 'a', hangs: true } });
    assert.deepEqual(await get(new URL(slow.origin)), { silence: 'gives no answer within 10 seconds' });
    await slow.close();
  });

  it('never throws, whoever answers', async () => {
    const gone = await serve({});
    await gone.close();
    assert.match(JSON.stringify(await get(new URL(gone.origin))), /no server listens/);
    assert.match(JSON.stringify(await get(new URL('http://nowhere.invalid/'))), /does not find/);
    assert.match(JSON.stringify(await get(new URL('http://user:secret@127.0.0.1/'))), /no answer/);
    const findings = await lookWhere(at(gone.origin), { address: partner });
    assert.match(told(findings).join(), /script did not come: .* no server listens/);
    // Of a page on disk it may be this computer that is not on the network.
    const unknown = await lookWhere(`${scriptAt('https://nowhere.invalid/alliance-elements.js')}${card}`);
    assert.deepEqual(told(unknown), []);
    assert.match(told(unknown, 'warning').join(), /did not come/);
  });
});
