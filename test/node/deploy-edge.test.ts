import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { ask, mustHaveAll, serve, Servers, skip, until } from './deploy-servers.js';

const base = '/alliance-elements/0.1.0';

describe('the edge, before an origin that gossips and fails', { skip }, () => {
  const heard: IncomingMessage[] = [];
  const own = new Servers();
  let origin: Awaited<ReturnType<typeof serve>> | undefined;
  let answers: readonly [status: number, body: string] = [200, 'good'];
  before(async () => {
    mustHaveAll();
    origin = await serve((asked, response) => {
      if (asked.url !== '/alliance-elements/health') heard.push(asked);
      const [status, body] = asked.url === '/alliance-elements/health' ? [200, ''] : answers;
      response.writeHead(status, { 'Cache-Control': 'public, max-age=300', 'Set-Cookie': 'reader=1' }).end(body);
    });
    own.originPort = origin.port;
    await own.startEdge('sub vcl_backend_response { if (bereq.url ~ "old") { set beresp.ttl = 1ms; } }');
  });
  after(async () => {
    await own.close();
    await origin?.close();
  });

  it('tells it nothing of the reader, and hands on no cookie', async () => {
    const telling = {
      Authorization: 'Basic eA==',
      Cookie: 'reader=1',
      Host: 'evil.example',
      Referer: 'https://www.example.org/my-illness',
      'User-Agent': 'a browser of their own',
      'X-Forwarded-For': '192.0.2.1',
    };
    const answer = await ask(own.edgePort, `${base}/alliance-elements.js?reader=1`, telling);
    assert.equal(answer.body.toString(), 'good');
    assert.equal(answer.headers['set-cookie'], undefined);
    const [{ url, headers } = assert.fail('nothing was asked')] = heard;
    assert.equal(url, `${base}/alliance-elements.js`);
    assert.equal(headers.host, 'elements.example.org');
    for (const name of ['authorization', 'cookie', 'referer', 'user-agent', 'x-forwarded-for'])
      assert.equal(headers[name], undefined, name);
  });

  it('keeps what it has when the origin answers worse, and forgets the worse', async () => {
    for (const [path, worse] of [
      [`${base}/old.js`, 500],
      [`${base}/old.js`, 404],
      ['/alliance-elements/content/old.json', 502],
    ] as const) {
      answers = [200, 'good'];
      await ask(own.edgePort, path);
      answers = [worse, 'worse'];
      heard.length = 0;
      await until(own.edgePort, path, ({ body }) => {
        assert.equal(body.toString(), 'good', `${path} after ${worse}`);
        return heard.length > 2;
      });
    }
    // Gone is not worse: it is said on purpose.
    answers = [410, 'withdrawn'];
    await until(
      own.edgePort,
      `${base}/old.js`,
      ({ status, body }) => status === 410 && body.toString() === 'withdrawn',
    );
    answers = [500, 'worse'];
    assert.equal((await ask(own.edgePort, `${base}/new.js`)).status, 500);
    answers = [200, 'good'];
    assert.equal((await ask(own.edgePort, `${base}/new.js`)).body.toString(), 'good');
  });
});
