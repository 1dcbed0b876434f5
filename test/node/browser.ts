import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { browserFlags, findBrowser } from '../../tools/browser.js';
import { serveLibrary, type Site } from '../../tools/serve.js';

export const tags = readdirSync('src/elements');

export async function launch(): Promise<Browser> {
  return puppeteer.launch({ executablePath: await findBrowser(), headless: true, args: browserFlags });
}

/** A page, and all that goes wrong or goes out while it is used. */
export interface Watched {
  readonly page: Page;
  /** Errors, thrown or on the console. */
  readonly errors: string[];
  readonly warnings: string[];
  readonly requests: string[];
  /** Violations of the content security policy. */
  readonly violations: string[];
}

export async function watch(browser: Browser): Promise<Watched> {
  const page = await browser.newPage();
  const watched: Watched = { page, errors: [], warnings: [], requests: [], violations: [] };
  page.on('pageerror', (error) => watched.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') watched.errors.push(message.text());
    if (message.type() === 'warn') watched.warnings.push(message.text());
  });
  page.on('request', (request) => watched.requests.push(request.url()));
  await page.exposeFunction('reportViolation', (violation: string) => watched.violations.push(violation));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { reportViolation(text: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  return watched;
}

/** Waits until every one of our tags on the page has rendered. */
export async function rendered(page: Page): Promise<void> {
  await page.waitForFunction(
    (names) => [...document.querySelectorAll(names)].every((element) => element.shadowRoot?.querySelector('.frame')),
    { timeout: 10_000 },
    tags.join(),
  );
}

/** A site whose pages are told as text, by path; with a policy if one is given. */
export function serveText(files: Readonly<Record<string, string>>, policy?: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const body = files[pathname];
    if (body === undefined) return void response.writeHead(404).end();
    response.setHeader('Content-Type', request.url?.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.end(body);
  });
  return listening(server);
}

/** A partner's pages, by path, with the single file of our library, which comes from another origin. */
export async function serveWidgets(bodies: Readonly<Record<string, string>>): Promise<Site> {
  const library = await serveLibrary('dist');
  const script = `<script src="${library.origin}/alliance-elements.all.classic.js"></script>`;
  const pages = Object.entries(bodies).map(([path, body]) => [
    path,
    `<!doctype html><html lang="en"><title>A partner</title>${script}<body>${body}</body></html>`,
  ]);
  const partner = await serveText(Object.fromEntries(pages) as Record<string, string>);
  return {
    origin: partner.origin,
    close: async () => {
      await Promise.all([library.close(), partner.close()]);
    },
  };
}

/** Our host, with something wrong: a file changed on its way or missing, or no CORS. `undefined` means not found. */
export function serveDist(
  change: (name: string, body: string) => string | undefined | Promise<string> = (_, body) => body,
  cors = true,
): Promise<Site> {
  const answer = async (name: string, response: ServerResponse): Promise<void> => {
    const file = join('dist', name);
    const found = /^[\w.-]+\.js$/.test(name) && existsSync(file);
    const body = found ? await change(name, readFileSync(file, 'utf8')) : undefined;
    if (cors) response.setHeader('Access-Control-Allow-Origin', '*');
    if (body === undefined) return void response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/javascript');
    response.end(body);
  };
  return listening(createServer(({ url = '/' }, response) => void answer(url.slice(1), response)));
}

/** A server on a port of this machine, once it listens. */
export function listening(server: Server): Promise<Site> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
