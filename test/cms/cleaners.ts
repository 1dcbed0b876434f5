import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Browser } from 'puppeteer-core';
import type { AllowLists } from './allow-lists.js';
import { startEditors, type Clean } from './editors.js';
import { packages, versionOf } from './install.js';

/** A cleaner as sites have it. */
export interface Cleaner {
  /** What stands between the editor and the page, with its version. */
  readonly label: string;
  /** Where it is met. */
  readonly at: string;
  /** Whether our allow-list is on. */
  readonly allowed?: boolean;
  readonly clean: Clean;
}

const wordpress = process.env['WORDPRESS'] ?? '/usr/share/wordpress/wp-includes';
const python = '/usr/bin/python3';

/** Runs a script that takes JSON and gives JSON. */
function ask(command: string, script: string, question: object): { version: string; html: string[] } {
  const { status, stdout, stderr } = spawnSync(command, [script], {
    input: JSON.stringify(question),
    encoding: 'utf8',
    env: { ...process.env, WORDPRESS: wordpress },
  });
  if (status !== 0) throw new Error(`${script}: ${stderr || stdout}`);
  return JSON.parse(stdout) as { version: string; html: string[] };
}

/** What of this machine is missing for the cleaners that are not from npm. */
export function missing(): string[] {
  const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
  return [
    ...(has('php', '-v') ? [] : ['php-cli']),
    ...(existsSync(`${wordpress}/kses.php`) ? [] : ['wordpress']),
    ...(has(python, '-c', 'import bleach') ? [] : ['python3-bleach']),
  ];
}

/** Two numbers of a version: Debian's third changes under us. */
const short = (version: string) => version.split('.', 2).join('.');

/** The cleaners that need other languages, where those are. */
function elsewhere(lists: AllowLists): Cleaner[] {
  const gone = missing();
  const found: Cleaner[] = [];
  if (!gone.includes('php-cli') && !gone.includes('wordpress')) {
    const run = (kses: boolean, classic: boolean, code: string, html: readonly string[]) =>
      ask('php', 'test/cms/kses.php', { kses, classic, code, html });
    const label = `WordPress ${short(run(true, true, '', []).version)}`;
    const clean =
      (kses: boolean, classic: boolean, code = ''): Clean =>
      (html) =>
        Promise.resolve(run(kses, classic, code, html).html);
    const block = 'Custom HTML block';
    const filtered = 'WordPress: authors, and editors of a multisite';
    const unfiltered = 'WordPress: administrators, and editors of a single site';
    found.push(
      { label: `${label}, \`wp_kses_post\`, classic editor`, at: filtered, clean: clean(true, true) },
      { label: `${label}, \`wp_kses_post\`, ${block}`, at: filtered, clean: clean(true, false) },
      {
        label: `${label}, \`wp_kses_post\`, ${block}`,
        at: filtered,
        allowed: true,
        clean: clean(true, false, lists.wordpress),
      },
      { label: `${label}, classic editor`, at: unfiltered, clean: clean(false, true) },
      { label: `${label}, ${block}`, at: unfiltered, clean: clean(false, false) },
    );
  }
  if (!gone.includes('python3-bleach')) {
    const run = (more: boolean, html: readonly string[]) => ask(python, 'test/cms/clean_bleach.py', { more, html });
    const label = `bleach ${short(run(false, []).version)}, \`strip=True\``;
    found.push(
      { label, at: 'Python back ends', clean: (html) => Promise.resolve(run(false, html).html) },
      { label, at: 'Python back ends', allowed: true, clean: (html) => Promise.resolve(run(true, html).html) },
    );
  }
  return found;
}

interface SanitizeHtml {
  (html: string, options?: object): string;
  readonly defaults: object;
}

/** Every cleaner that runs here. Whoever starts them closes them. */
export async function startCleaners(
  browser: Browser,
  lists: AllowLists,
): Promise<{ cleaners: readonly Cleaner[]; close(): Promise<void> }> {
  const editors = await startEditors(browser, lists);
  const sanitizeHtml = createRequire(resolve(packages, 'x.js'))('sanitize-html') as SanitizeHtml;
  const options = runInNewContext(`(${lists.sanitizeHtml.replace('YOUR-HOST', '127.0.0.1')})`, {
    sanitizeHtml,
  }) as object;
  const tinymce = `TinyMCE ${versionOf('tinymce')}`;
  const ckeditor = `CKEditor ${versionOf('ckeditor5')}`;
  const dompurify = `DOMPurify ${versionOf('dompurify')}`;
  const sanitize = `sanitize-html ${versionOf('sanitize-html')}`;
  const basic = 'Drupal: Basic HTML';
  const many = 'Umbraco, Optimizely, Squiz and many others';
  const front = 'front ends that show content from elsewhere';
  const node = 'Node back ends';
  const cleaners: Cleaner[] = [
    ...elsewhere(lists),
    { label: tinymce, at: many, clean: editors.tinymce },
    { label: tinymce, at: many, allowed: true, clean: editors.tinymceAllowed },
    { label: ckeditor, at: basic, clean: editors.ckeditor },
    { label: `${ckeditor} with General HTML Support`, at: basic, allowed: true, clean: editors.ckeditorAllowed },
    {
      label: `${ckeditor} with General HTML Support for all`,
      at: 'Drupal: Full HTML',
      clean: editors.ckeditorFull,
    },
    { label: `Quill ${versionOf('quill')}`, at: 'small CMSs', clean: editors.quill },
    { label: dompurify, at: front, clean: editors.dompurify },
    { label: dompurify, at: front, allowed: true, clean: editors.dompurifyAllowed },
    { label: sanitize, at: node, clean: (html) => Promise.resolve(html.map((text) => sanitizeHtml(text))) },
    {
      label: sanitize,
      at: node,
      allowed: true,
      clean: (html) => Promise.resolve(html.map((text) => sanitizeHtml(text, options))),
    },
  ];
  return { cleaners, close: editors.close };
}
