import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { card, integrity, knowledge, look, script, told } from './doctor-look.js';

describe('the doctor reads content security policies', () => {
  const policies: readonly (readonly [policy: string, stops: RegExp | undefined])[] = [
    ['', undefined],
    ["default-src 'none'; script-src https://widgets.example", undefined],
    ['script-src https://widgets.example/alliance-elements/; trusted-types alliance-elements', undefined],
    ['script-src https://*.example', undefined],
    ['script-src https:', undefined],
    ["script-src 'self'", /"script-src 'self'" stops/],
    ["default-src 'self'", /"default-src 'self'" stops/],
    ["script-src 'none'; script-src-elem https://widgets.example", undefined],
    ['script-src https://widgets.example; script-src https://nobody.example', undefined],
    ['script-src https://widgets.example:8443', /stops/],
    ['script-src https://example', /stops/],
    ['script-src https://widgets.example/other/', /stops/],
    ["script-src 'nonce-abc' 'strict-dynamic'", /strict-dynamic/],
    ["script-src 'nonce-abc'", /stops/],
    [
      "script-src https://widgets.example; require-trusted-types-for 'script'; trusted-types lit-html",
      /does not name our policy/,
    ],
  ];
  for (const [policy, stops] of policies)
    it(`reads a policy line by line: ${policy || 'none'}`, async () => {
      const findings = told(await look(script + card, { policies: [policy] }));
      if (stops) assert.match(findings.join('\n'), stops);
      else assert.deepEqual(findings, []);
    });

  it('reads a policy in a meta tag, and one for each header', async () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`;
    assert.match(told(await look(meta + script + card)).join(), /stops/);
    assert.equal(told(await look(script + card, { policies: ["script-src 'self'", 'trusted-types x'] })).length, 2);
  });

  it('sees a policy that stops a frame', async () => {
    const frame = '<iframe title="Contact details" src="https://w.example/frame/contact-card.html"></iframe>';
    for (const policy of ["frame-src 'self'", "default-src 'none'", 'child-src https://other.example'])
      assert.match(told(await look(frame, { policies: [policy] })).join(), /stops the frame/, policy);
    for (const policy of ['frame-src https://w.example', "script-src 'none'", "child-src 'none'; frame-src https:"])
      assert.deepEqual(told(await look(frame, { policies: [policy] })), [], policy);
  });

  it('lets a script with the page’s nonce pass', async () => {
    const nonced = script.replace('<script', '<script nonce="abc"');
    assert.deepEqual(told(await look(nonced + card, { policies: ["script-src 'nonce-abc' 'strict-dynamic'"] })), []);
    assert.match(told(await look(nonced + card, { policies: ["script-src 'nonce-abc'"] })).join(), /not what it loads/);
  });

  it('knows a script by its hash, and what it loads by strict-dynamic or by its place', async () => {
    const hash = `'${integrity}'`;
    const says = async (policy: string, html = script) => told(await look(html + card, { policies: [policy] })).join();
    assert.equal(await says(`script-src ${hash} 'strict-dynamic'`), '');
    assert.match(await says(`script-src ${hash}`), /by its nonce or hash, but not what it loads/);
    const all = 'alliance-elements.all.js';
    const own = knowledge.files[all]?.integrity ?? '';
    const whole = script.replace('alliance-elements.js', all).replace(integrity, own);
    assert.equal(await says(`script-src '${own}'`, whole), '', 'one file loads nothing');
    assert.match(await says(`script-src 'sha384-AAAA' 'strict-dynamic'`), /only a script with the page's nonce/);
  });

  it('says where the line stands: in the header, or on which line of the page', async () => {
    const policy = "script-src 'none'";
    const meta = `<!doctype html>\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
    const [own] = await look(meta + script + card);
    assert.deepEqual([own?.line, (own?.mend ?? '').includes('header')], [2, false]);
    const [sent] = await look(script + card, { policies: [policy] });
    assert.deepEqual([sent?.line, (sent?.mend ?? '').includes('header')], [undefined, true]);
  });

  it('takes a script without an origin for the page’s own, wherever the page is', async () => {
    const own = script.replace('https://widgets.example', '') + card;
    assert.deepEqual(told(await look(own, { policies: ["script-src 'self'"] })), []);
    const [finding] = await look(own, { policies: ['script-src https://widgets.example'] });
    assert.match(finding?.what ?? '', /stops \/alliance-elements\//);
    assert.match(finding?.mend ?? '', /^Add 'self' to script-src/);
  });

  it('sees a sandbox that lets nothing run', async () => {
    const says = async (policy: string) => told(await look(script + card, { policies: [policy] })).join();
    assert.match(await says('sandbox allow-forms'), /"sandbox allow-forms" lets no script run/);
    assert.equal(await says('sandbox allow-scripts allow-same-origin'), '');
  });

  it('sees a line that stops the style of a prerendered widget, and names its hash', async () => {
    const snippet = readFileSync('dist/snippets/contact-card-compact.html', 'utf8');
    const tag = /<contact-card[^]*<\/contact-card>/.exec(snippet)?.[0] ?? '';
    const hash = /'sha256-[^']+'/.exec(snippet)?.[0] ?? '';
    assert.ok(tag.includes('<style>') && hash);
    const says = async (policy: string) =>
      (await look(script + tag, { policies: [`script-src https:; ${policy}`] })).find(({ what }) =>
        what.includes('style of'),
      );
    for (const policy of ["style-src 'self'", "default-src 'none'", "style-src 'unsafe-inline' 'nonce-abc'"]) {
      const finding = await says(policy);
      assert.match(finding?.what ?? '', /stops the style of the prerendered contact-card/, policy);
      assert.ok(finding?.mend?.includes(hash), finding?.mend);
    }
    for (const policy of [`style-src ${hash}`, "style-src 'unsafe-inline'", 'img-src https:'])
      assert.equal(await says(policy), undefined, policy);
  });
});
