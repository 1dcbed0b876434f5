import assert from 'node:assert/strict';
import type { Browser, Page } from 'puppeteer-core';
import { tags, watch } from './browser.js';

/** Something that WordPress' own interface is asked by somebody's page, as the block editor asks it. */
export async function ask<T>(page: Page, method: string, route: string, body?: object): Promise<T> {
  const answer = await page.evaluate(
    async (method, route, body) => {
      const nonce = await (await fetch('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
      const response = await fetch(`/?rest_route=${route}`, {
        method,
        headers: { 'X-WP-Nonce': nonce, 'Content-Type': 'application/json' },
        ...(body && { body }),
      });
      return { ok: response.ok, text: await response.text() };
    },
    method,
    route,
    body && JSON.stringify(body),
  );
  assert.ok(answer.ok, answer.text);
  return JSON.parse(answer.text) as T;
}

export interface Post {
  readonly link: string;
  readonly content: { readonly raw: string };
}
export const publish = (page: Page, title: string, content: string) =>
  ask<Post>(page, 'POST', '/wp/v2/posts', { title, content, status: 'publish' });

/** A page of a reader's, who has never been there, and all that happened on it. */
export async function visit(browser: Browser, url: string, withWidgets = true) {
  const { page, errors, warnings, requests } = await watch(browser);
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  const response = await page.goto(url, { waitUntil: 'networkidle0' });
  const source = (await response?.text()) ?? '';
  // Who expects a widget looks for it in what is seen.
  if (withWidgets)
    await page
      .waitForFunction(
        (names) => {
          const found = [...document.querySelectorAll(names)];
          return found.length && found.every((element) => element.shadowRoot?.querySelector('.frame'));
        },
        { timeout: 20_000 },
        tags.join(),
      )
      .catch(() => undefined);
  const seen = await page.evaluate(
    (names, source) => {
      const content = document.querySelector<HTMLElement>('.entry-content') ?? document.body;
      // As it came: a widget takes what it knows of a div, and leaves the rest.
      const sent = new DOMParser().parseFromString(source, 'text/html').querySelectorAll('.entry-content *');
      const inner = [...document.querySelectorAll(names)].flatMap((element) => [
        ...(element.shadowRoot?.querySelectorAll('*') ?? []),
      ]);
      const all = [...sent, ...content.querySelectorAll('*'), ...inner];
      return {
        text: content.innerText.replace(/\s+/g, ' '),
        widgets: [...document.querySelectorAll<HTMLElement>(names)].map(({ localName, shadowRoot }) => ({
          tag: localName,
          text: (shadowRoot?.querySelector('.frame')?.textContent ?? '').replace(/\s+/g, ' '),
        })),
        links: all.flatMap((element) => (element instanceof HTMLAnchorElement ? [element.href] : [])),
        handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => /^on/i.test(name))),
        scripts: all.filter(({ localName }) => localName === 'script').length,
      };
    },
    tags.join(),
    source,
  );
  await page.close();
  return { ...seen, source, errors, warnings, requests, opened };
}
export type Visit = Awaited<ReturnType<typeof visit>>;

/** The script tags of ours in a page's source. */
export const ours = ({ source }: Pick<Visit, 'source'>) => source.match(/<script\b[^>]*alliance-elements[^>]*>/g) ?? [];

/** Nothing went wrong, nothing that was written there ran or could, and nobody but the site was asked. */
export function quiet({ errors, opened, requests, scripts, handlers, links }: Visit, origin: string): void {
  assert.deepEqual({ errors, opened, scripts, handlers }, { errors: [], opened: [], scripts: 0, handlers: [] });
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:')),
    [],
  );
  for (const link of links) assert.doesNotMatch(link, /^(javascript|data|vbscript):/i);
}
