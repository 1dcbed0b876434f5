import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { get } from '../../tools/doctor/get.js';
import { diagnose } from '../../tools/doctor/diagnose.js';
import type { Circumstances, Finding } from '../../tools/doctor/finding.js';
import { knowledgeOf } from '../../tools/doctor/knowledge.js';
import type { Site } from '../../tools/serve.js';

export const knowledge = knowledgeOf('dist');
export const integrity = knowledge.files['alliance-elements.js']?.integrity ?? '';

/** The script tag that a page has, with its address and integrity. */
export const scriptAt = (address: string, hash = integrity): string =>
  `<script type="module" src="${address}" integrity="${hash}" crossorigin="anonymous"></script>`;
export const script = scriptAt(`https://widgets.example/alliance-elements/${knowledge.version}/alliance-elements.js`);
export const words = '<p>Call the hospital on <a href="tel:01603286286">01603 286286</a>.</p>';
export const card = `<contact-card organisation="RM102">${words}</contact-card>`;

/** What the doctor says of a page, asking nobody and drawing nothing, unless told to. */
export const look = (html: string, more: Partial<Circumstances> = {}): Promise<readonly Finding[]> =>
  diagnose(html, { knowledge, complaints: () => Promise.resolve([]), ...more });

/**
 * The same, asking the servers that the page names. Those of the tests are on this computer, in the place of others on the
 * web: that it says so of them is looked at elsewhere.
 */
export const lookWhere = async (html: string, more: Partial<Circumstances> = {}): Promise<readonly Finding[]> =>
  (await look(html, { ask: get, ...more })).filter(({ what }) => !what.includes('which is one’s own computer'));

export const told = (findings: readonly Finding[], level: Finding['level'] = 'error'): readonly string[] =>
  findings.filter((each) => each.level === level).map(({ what }) => what);

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Never ends what it has begun. */
  readonly hangs?: boolean;
}

/** A server with what is said to be at each path, and the paths that it was asked for. */
export async function serve(
  replies: Readonly<Record<string, Reply>> | ((path: string) => Reply | undefined),
): Promise<Site & { readonly asked: readonly string[]; readonly origins: readonly (string | undefined)[] }> {
  const asked: string[] = [];
  const origins: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    asked.push(path);
    origins.push(request.headers.origin);
    const reply = typeof replies === 'function' ? replies(path) : replies[path];
    const { status = 200, headers = {}, body = '', hangs = false } = reply ?? { status: 404 };
    response.writeHead(status, headers);
    if (hangs) response.write(body);
    else response.end(body);
  });
  // A test that fails leaves its server open; the others are not to wait for it.
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    origins,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
