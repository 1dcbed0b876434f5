import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { integrityOf } from './rollup/files.js';

export interface Site {
  /** Origin, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

function listen(port: number, handler: Handler): Promise<Site> {
  const server = createServer((request, response) =>
    handler(request, response, () => response.writeHead(404).end('Not found')),
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Our own host: serves the built library to pages of any origin. */
export function serveLibrary(dist: string, port = 0): Promise<Site> {
  return listen(
    port,
    sirv(dist, {
      dev: true,
      setHeaders: (response) => {
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
        response.setHeader('X-Content-Type-Options', 'nosniff');
      },
    }),
  );
}

/** What a strict partner allows: our script, its own styles and pictures, its own frames where it has some; nothing else. */
export function strictPolicy(library: string, framed = false): string {
  return [
    "default-src 'none'",
    `script-src ${library}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    ...(framed ? ["frame-src 'self'"] : []),
    "require-trusted-types-for 'script'",
    'trusted-types alliance-elements',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A partner's site: the pages of a folder, under a strict policy, with the library's address and hash filled in. */
export function servePages(folder: string, dist: string, library: string, port = 0): Promise<Site> {
  const files = sirv(folder, { dev: true });
  return listen(port, (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = /^\/([\w-]+\.html)?$/.exec(pathname) && (pathname === '/' ? 'index.html' : pathname.slice(1));
    if (!name || !existsSync(join(folder, name))) {
      files(request, response, next);
      return;
    }
    const html = readFileSync(join(folder, name), 'utf8');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', strictPolicy(library, html.includes('<iframe')));
    // A file that is not built has no hash: the page says so in the browser's console, and the server stays.
    const withHashes = html.replace(/%INTEGRITY:([\w./-]+)%/g, (_, file: string) =>
      existsSync(join(dist, file)) ? integrityOf(readFileSync(join(dist, file))) : '',
    );
    response.end(withHashes.replaceAll('%LIBRARY%', library));
  });
}
