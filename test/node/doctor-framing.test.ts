import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Finding } from '../../tools/doctor/finding.js';
import { lookWhere, serve, told, type Reply } from './doctor-look.js';

const path = '/frame/contact-card.html';
const body = readFileSync(`dist${path}`);
const html = { 'content-type': 'text/html; charset=utf-8' };
const csp = (policy: string) => ({ 'content-security-policy': policy });
const partner = 'https://partner.example/cancer';
const frameAt = (origin: string) => `<iframe title="Contact details" src="${origin}${path}"></iframe>`;

/** What the doctor says of a page with a frame, by how gravely. */
async function say(reply: Reply, address: string | undefined = partner, isolated = false): Promise<readonly Finding[]> {
  const server = await serve({ [path]: reply });
  const findings = await lookWhere(frameAt(server.origin), {
    address: address?.replace('OWN', server.origin),
    isolated,
  });
  await server.close();
  return findings.filter(({ level }) => level !== 'good');
}

/** What a server sends with a frame's page, and what is to be said of it on a page of another site. */
const refusals: readonly (readonly [headers: Readonly<Record<string, string>>, says: RegExp | undefined])[] = [
  [{}, undefined],
  [{ 'x-frame-options': 'DENY' }, /X-Frame-Options: DENY: no page may show it/],
  [{ 'x-frame-options': 'SAMEORIGIN' }, /X-Frame-Options: SAMEORIGIN: only pages of http:\/\/127/],
  [{ 'x-frame-options': 'SAMEORIGIN, SAMEORIGIN' }, /only pages of/],
  [{ 'x-frame-options': 'SAMEORIGIN, ALLOWALL' }, /no page may show it/],
  // Browsers know nothing of it any more.
  [{ 'x-frame-options': 'ALLOW-FROM https://other.example' }, undefined],
  [csp("frame-ancestors 'none'"), /frame-ancestors 'none': no page may show it/],
  [csp('frame-ancestors'), /no page may show it/],
  [csp("frame-ancestors 'self'"), /'self', and https:\/\/partner\.example is not among them/],
  [csp("default-src 'self'; frame-ancestors https://other.example"), /https:\/\/other\.example, and .* not among them/],
  [csp('frame-ancestors *, frame-ancestors https://other.example'), /not among them/],
  [csp('frame-ancestors *'), undefined],
  [csp('frame-ancestors https:'), undefined],
  [csp('frame-ancestors https://*.example'), undefined],
  [csp("default-src 'none'"), undefined],
  // The newer line counts, and the older header is not read.
  [{ ...csp('frame-ancestors *'), 'x-frame-options': 'DENY' }, undefined],
];

describe('the doctor asks for the frame that a page names', () => {
  for (const [headers, says] of refusals)
    it(`and reads who may show it: ${JSON.stringify(headers)}`, async () => {
      const findings = await say({ headers: { ...html, ...headers }, body });
      if (!says) assert.deepEqual(findings, []);
      else {
        const [finding] = findings;
        assert.equal(finding?.level, 'error');
        assert.match(finding.what, says);
        assert.match(finding.mend ?? '', /frame-ancestors \*/);
      }
    });

  it('and lets its own site show it', async () => {
    for (const headers of [{ 'x-frame-options': 'SAMEORIGIN' }, csp("frame-ancestors 'self'")])
      assert.deepEqual(await say({ headers: { ...html, ...headers }, body }, 'OWN/cancer'), []);
  });

  it('and where it does not know the page’s address, says who alone may show it', async () => {
    for (const headers of [{ 'x-frame-options': 'SAMEORIGIN' }, csp('frame-ancestors https://other.example')]) {
      const server = await serve({ [path]: { headers: { ...html, ...headers }, body } });
      const findings = await lookWhere(frameAt(server.origin));
      assert.deepEqual(told(findings), []);
      assert.match(told(findings, 'warning').join(), /only (the )?pages of/);
      await server.close();
    }
  });

  it('and says if it is not there, is another page, or is sent as something else', async () => {
    const says = async (reply: Reply) => told(await say(reply)).join('\n');
    assert.match(await says({ status: 404 }), /frame is not there: .*contact-card\.html answers 404/);
    assert.match(await says({ headers: html, body: '<!doctype html><p>Not found' }), /answers with another page/);
    assert.match(await says({ headers: { 'content-type': 'text/plain' }, body }), /sent as text\/plain/);
    assert.match(await says({ headers: { 'content-type': 'application/octet-stream' }, body }), /octet-stream/);
  });

  it('and says if the page isolates itself and the frame does not', async () => {
    assert.match(told(await say({ headers: html, body }, partner, true)).join(), /isolates itself/);
    const headers = { ...html, 'cross-origin-embedder-policy': 'require-corp' };
    assert.deepEqual(await say({ headers, body }, partner, true), []);
  });
});
