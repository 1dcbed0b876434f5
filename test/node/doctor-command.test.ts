import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Finding } from '../../tools/doctor/finding.js';
import { card, script, scriptAt, serve, told, words } from './doctor-look.js';

describe('npx alliance-elements doctor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-doctor-'));
  after(() => rmSync(folder, { recursive: true }));
  const run = promisify(execFile);
  const doctor = async (...args: readonly string[]) => {
    try {
      const { stdout, stderr } = await run('node', ['bin/alliance-elements.mjs', 'doctor', ...args]);
      return { code: 0, out: stdout, asked: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout + stderr, asked: stderr };
    }
  };
  const file = (html: string) => {
    const name = join(folder, 'page.html');
    writeFileSync(name, html);
    return name;
  };

  it('says what the elements themselves say of their attributes', async () => {
    const page = file(`${script}<contact-card organisation="nobody" layout="poster">${words}</contact-card>
      <support-directory need="money foo">${words}</support-directory>`);
    const { code, out } = await doctor(page);
    assert.equal(code, 1, 'a reader gets no card');
    assert.match(out, /organisation="nobody"> is not known/);
    assert.match(out, /need="foo"> is not known; accepted: talk/);
  });

  it('ends with 1 where a reader does not get a widget, and with 2 where there is no page', async () => {
    assert.equal((await doctor(file(card))).code, 1);
    assert.equal((await doctor(file(script + card))).code, 0);
    assert.equal((await doctor(join(folder, 'nothing.html'))).code, 2);
    assert.equal((await doctor()).code, 2);
    assert.match((await doctor('--help')).out, /exit code/);
  });

  it('reads a page from its address, and the policy that comes with it', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('Content-Security-Policy', "script-src 'self', trusted-types other");
      response.setHeader('Content-Type', 'text/html');
      response.end(script + card);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { code, out } = await doctor(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, '--json');
    server.close();
    assert.equal(code, 1);
    const findings = JSON.parse(out) as Finding[];
    assert.deepEqual(
      told(findings).map((what) => /"([\w-]+)/.exec(what)?.[1]),
      ['script-src', 'trusted-types'],
    );
  });

  it('says what it asks for, finds what is not there, and with --offline asks nobody', async () => {
    const library = await serve({});
    const page = file(scriptAt(`${library.origin}/alliance-elements.js`) + card);
    const { code, out, asked } = await doctor(page);
    assert.equal(code, 1);
    assert.match(out, /✗ \S+page\.html:1 {2}The script is not there: http:\S+ answers 404\.\n {4}Copy all of dist/);
    // Of a page that is a file, nobody knows that it is to stay on this computer.
    assert.match(out, /1 to mend, 1 to improve\./);
    assert.equal(asked, `  asking ${library.origin}/alliance-elements.js\n`);
    assert.deepEqual(library.asked, ['/alliance-elements.js']);
    assert.equal((await doctor(page, '--offline')).code, 0);
    assert.equal(library.asked.length, 1);
    // As JSON there is nothing but findings.
    assert.equal((JSON.parse((await doctor(page, '--json')).out) as Finding[])[0]?.level, 'error');
    await library.close();
  });

  it('asks from where the page will be: its own site needs to say nothing, another must', async () => {
    const headers = { 'content-type': 'text/javascript' };
    const replies = (path: string) =>
      existsSync(join('dist', path)) ? { headers, body: readFileSync(join('dist', path)) } : undefined;
    const library = await serve(replies);
    const page = file(scriptAt('/alliance-elements.js') + card);
    const at = async (address: string) => (await doctor(page, `--address=${address}`)).out;
    const { asked } = await doctor(page);
    assert.equal(asked, '  not asking /alliance-elements.js: with --address=… the doctor knows on which site it is\n');
    assert.equal(library.asked.length, 0);
    assert.match(await at(`${library.origin}/cancer`), /nothing to mend/);
    assert.ok(library.asked.includes('/alliance-elements.js'));
    const elsewhere = file(scriptAt(`${library.origin}/alliance-elements.js`) + card);
    const { code, out } = await doctor(elsewhere, '--address=https://partner.example/');
    assert.match(out, /without Access-Control-Allow-Origin/);
    assert.equal(code, 1);
    await library.close();
  });

  it('reads each policy header, not one that only reports, and where the page sends on to', async () => {
    const headers = {
      'content-type': 'text/html; charset=windows-1252',
      'content-security-policy': "script-src https://widgets.example; frame-src 'none'",
      'content-security-policy-report-only': "script-src 'none'",
    };
    const frame = '<iframe title="Card" src="https://widgets.example/frame/contact-card.html"></iframe>';
    const site = await serve({
      '/': { status: 301, headers: { location: '/cancer' } },
      '/cancer': { headers, body: script + card + frame },
    });
    const { out } = await doctor(`${site.origin}/`, '--json', '--offline');
    const findings = JSON.parse(out) as Finding[];
    assert.deepEqual(told(findings), [
      `The policy line "frame-src 'none'" stops the frame https://widgets.example/frame/contact-card.html.`,
    ]);
    assert.match(findings[0]?.mend ?? '', /header Content-Security-Policy/);
    await site.close();
  });

  it('ends with 2 and says why, where it could not look', async () => {
    const site = await serve({ '/': { status: 500 } });
    for (const [place, why] of [
      [`${site.origin}/`, /answers 500/],
      [`${site.origin}/gone`, /answers 404/],
      ['http://nowhere.invalid/', /names a host that this computer does not find/],
      ['http://', /is no address/],
      [folder, /is a folder/],
      [join(folder, 'nothing.html'), /There is no file/],
      ['www.example.nhs.uk/cancer', /write https:\/\/www\.example\.nhs\.uk\/cancer/],
    ] as const) {
      const { code, out } = await doctor(place);
      assert.equal(code, 2, place);
      assert.match(out, why);
    }
    assert.equal((await doctor(file(card), '--address=partner')).code, 2);
    await site.close();
  });

  it('ends with 2 where it has no such option, and says which was meant and which there are', async () => {
    const page = file(script + card);
    for (const [option, says] of [
      ['--ofline', /^There is no option --ofline\. Did you mean --offline\? There are: --address, --policy, --offline/],
      ['--adress=https://a.example/', /^There is no option --adress\. Did you mean --address\?/],
      ['-x', /^There is no option -x\. There are: /],
      ['--nonsense', /^There is no option --nonsense\. There are: /],
      ['--json=yes', /--json/],
      ['--address', /--address/],
    ] as const) {
      const { code, out, asked } = await doctor(page, option);
      assert.equal(code, 2, option);
      assert.match(asked, says);
      assert.equal(out, asked, 'nothing of a page that was looked at otherwise than was meant');
    }
  });

  it('ends with 1 for what is only to improve, where a script asks it to be strict', async () => {
    const misspelt = file(`${script}<contact-card organization="RM102">${words}</contact-card>`);
    assert.equal((await doctor(misspelt, '--offline')).code, 0);
    const { code, out } = await doctor(misspelt, '--offline', '--strict');
    assert.equal(code, 1);
    assert.match(out, /Did you mean organisation\?/);
    assert.equal((await doctor(file(script + card), '--offline', '--strict')).code, 0);
  });

  it('shows nothing of a page that a terminal would obey', async () => {
    const { out } = await doctor(
      file(`${script}<contact-card \u001b]0;x\u0007="1" layout="\u001b[31m\u202e">${words}</contact-card>`),
    );
    assert.match(out, /layout/);
    assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  });
});
