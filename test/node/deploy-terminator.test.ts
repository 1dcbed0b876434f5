import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { mustHaveAll, Running, skip, until } from './deploy-servers.js';

const rules = 'deploy/varnish/default.vcl';
/** What a text tells Varnish to listen to. */
const listens = (text: string): readonly string[] =>
  [...(/varnishd ((?:-a \S+ )+)/.exec(text)?.[1] ?? '').matchAll(/-a (\S+)/g)].map(([, address = '']) => address);

/** Two ports that nobody has. */
async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer(), createServer()] as const;
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
        ),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return [ports[0] ?? 0, ports[1] ?? 0];
}

/** The first line that a port answers to what is sent to it. */
const told = (port: number, sent: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer from port ${port}`)));
    socket.on('data', (part) => (said += String(part)));
    socket.on('error', reject);
    socket.on('close', () => resolve(said.split('\r\n')[0] ?? ''));
  });

describe('Varnish behind what speaks TLS for it', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-terminator-'));
  let varnish: Running | undefined;
  let plain = 0;
  let proxied = 0;

  before(async () => {
    mustHaveAll();
    const documented = listens(readFileSync(rules, 'utf8'));
    [plain, proxied] = await freePorts();
    // As it says, but for the ports.
    const own = documented.map((address) =>
      address.replace(/^.*:\d+/, `127.0.0.1:${address.includes(',') ? proxied : plain}`),
    );
    const args = own.flatMap((address) => ['-a', address]);
    varnish = new Running('varnishd', ['-F', '-j', 'none', '-n', folder, '-f', join(process.cwd(), rules), ...args]);
    await until(
      plain,
      '/alliance-elements/health',
      ({ status }) => status === 200,
      () => !!varnish?.gone && varnish.said,
    );
  });
  after(async () => {
    await varnish?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const purge = 'PURGE /alliance-elements/content/x.json HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n';
  const from = (address: string) => `PROXY TCP4 ${address} 127.0.0.1 40000 443\r\n`;

  it('is started in the same way by the rules and by the documents: one address for readers, one for that alone', () => {
    const documented = listens(readFileSync(rules, 'utf8'));
    assert.deepEqual(listens(readFileSync('docs/serving.md', 'utf8')), documented);
    assert.deepEqual(
      documented.map((address) => address.endsWith(',PROXY')),
      [false, true],
    );
    assert.match(documented[1] ?? '', /^127\.0\.0\.1:/, 'who could reach it might say to be anybody');
  });

  it('makes no operator of a reader who comes through it, and one of an operator', async () => {
    assert.match(await told(proxied, `${from('192.0.2.1')}${purge}`), /403/);
    assert.match(await told(proxied, `${from('127.0.0.1')}${purge}`), /200/);
    // Nor of one who says so on the readers' own address.
    assert.doesNotMatch(await told(plain, `${from('127.0.0.1')}${purge}`), /200/);
  });

  it('takes nobody who does not say where they come from', async () => {
    assert.doesNotMatch(await told(proxied, purge), /200/);
  });
});
