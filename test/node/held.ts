// Ready-made snippets on a partner's page, and a server that keeps our scripts back until a test lets them go.
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Site } from '../../tools/serve.js';

interface Index {
  readonly version: string;
  readonly snippets: readonly {
    readonly name: string;
    readonly tag: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly style: string;
  }[];
}

export const read = (name: string) => readFileSync(join('dist/snippets', name), 'utf8');
export const { version, snippets } = JSON.parse(read('index.json')) as Index;

/** Our host, which keeps every file back until it is told to send: so a page is there, and painted, before any script. */
interface Held extends Site {
  release(): void;
}

/** @param extra - Scripts of a test's own, which are not kept back. */
export function serveHeld(extra: Readonly<Record<string, string>> = {}): Promise<Held> {
  let open = false;
  const waiting: (() => void)[] = [];
  const release = () => {
    open = true;
    for (const go of waiting.splice(0)) go();
  };
  const send = (name: string, response: ServerResponse) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(name in extra ? extra[name] : readFileSync(join('dist', name)));
  };
  const server = createServer((request, response) => {
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    response.setHeader('Access-Control-Allow-Origin', '*');
    // A page's own word that it has been painted.
    if (name === 'painted.js') release();
    if (open || name in extra) send(name, response);
    else waiting.push(() => send(name, response));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        release,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** A strict partner's page with a snippet, between two paragraphs of its own. */
export const pageWith = (
  snippet: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A partner</title>
  <body><h1>A partner</h1><div>Before ${snippet} <span id="after">after</span></div></body></html>`;
export const policyFor = (library: string, style: string) =>
  `default-src 'none'; script-src ${library}; style-src 'self' ${style}; img-src 'self'; require-trusted-types-for 'script'; trusted-types alliance-elements`;
export const hosted = (snippet: string, library: string) =>
  snippet.replaceAll(`https://YOUR-HOST/alliance-elements/${version}/`, `${library}/`);
