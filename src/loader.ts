import hashes from 'virtual:files';
import { running, type Run } from './base/on-demand.js';
import { prefix } from './base/prefix.js';
import { tell } from './base/tell.js';
import { version } from './base/version.js';
import { findAll } from './finder.js';
import { own } from './lit/own.js';
import { policy } from './lit/policy.js';
import { fulfil, placeholders, standsFor } from './placeholders.js';

/**
 * The script-tag entry: finds our tags on the page, now and later, and loads just what they need. It works as a module
 * and as a classic script, so it imports nothing at run time and leaves no name behind.
 */

const hello = 'alliance-loader';
// None of a page's tags is named `shared`: our own have a hyphen.
const tags = Object.keys(hashes);
const asked = new Map<string, unknown>();

/** Where this script came from: its neighbours are fetched from there. A module has no `currentScript`, but a stack. */
const script = document.currentScript;
const base =
  (script instanceof HTMLScriptElement && script.src) || /\bhttps?:.+?(?=:\d+:\d+)/.exec(`${new Error().stack}`)?.[0];

/** Puts a tag for a file in the document until it has come, and leaves the document as it was. */
function fetchBy(kind: 'link' | 'script', file: string, how: (url: string) => object): Promise<void> {
  return new Promise((resolve, reject) => {
    const hash = hashes[file]!;
    // Chunks are named after their hashes.
    const { href } = new URL(`alliance-elements.${file}.${hash.slice(0, 8).replace(/\W/g, '-')}.js`, base);
    const element = own('createElement', kind);
    const settle = ({ type }: Event) => {
      element.remove();
      if (type === 'load') resolve();
      else reject(new Error(href));
    };
    Object.assign(
      element,
      { crossOrigin: '', integrity: `sha384-${hash}`, onload: settle, onerror: settle },
      how(href),
    );
    own('querySelector', 'html')?.append(element);
  });
}

/** Runs a file after the browser has compared it with its hash; a file that was changed is refused. */
const run = (file: string) =>
  once(file, () => fetchBy('script', file, (url) => ({ type: 'module', src: policy?.createScriptURL(url) ?? url })));

async function load(tag: string): Promise<void> {
  // On its way already while the shared chunk comes: it must run first, or WebKit would take a changed one unasked.
  fetchBy('link', tag, (href) => ({ rel: 'preload', as: 'script', href })).catch(() => undefined);
  await run('shared');
  await run(tag);
}

function once<T>(name: string, start: () => T): T {
  if (!asked.has(name)) asked.set(name, start());
  return asked.get(name) as T;
}

function want(element: Element): void {
  const stands = standsFor(element);
  const tag = stands ?? element.localName.slice(tags.includes(element.localName) ? 0 : prefix.length);
  const name = stands === null ? element.localName : prefix + tag;
  const settle = () => {
    const owner = customElements.get(name) as { version?: string } | undefined;
    if (owner && !prefix) tell(owner.version ?? `<${tag}>`, version);
    if (stands !== null && element.isConnected) fulfil(element);
  };
  if (customElements.get(name) || !tags.includes(tag)) {
    settle();
    return;
  }
  once(`<${tag}>`, () => load(tag)).then(settle, () => {
    // What the host put inside the tag stays. The next tag of its kind tries again.
    if (asked.size)
      console.warn(`Alliance Elements: <${tag}> did not load, or was changed on its way; what is inside it stays.`);
    asked.clear();
  });
}

// The first loader on the page answers the others, which then stand down.
if (own('dispatchEvent', new CustomEvent(hello, { cancelable: true, detail: version }))) {
  own('addEventListener', hello, (event) => {
    event.preventDefault();
    tell(version, (event as CustomEvent<string>).detail);
  });
  own('addEventListener', running, (event) =>
    (event as CustomEvent<(run: Run) => void>).detail((file) => (hashes[file] ? run(file) : undefined)),
  );
  findAll([placeholders, ...tags, ...tags.map((tag) => prefix + tag)].join(), want);
}
