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
const asked = new Map<string, Promise<unknown>>();
const quiet = (): void => undefined;

/**
 * Where this script came from: its neighbours are fetched from there. A module has no `currentScript`, but a stack; what a
 * host's own code fetched and ran (jQuery's `.html()` does) has neither, but a tag.
 */
const base =
  // The prototype's own: a page can name an image "currentScript".
  (Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null)?.src ||
  /\bhttps?:\S+?\/alliance-elements\.js/.exec(`${new Error().stack}`)?.[0] ||
  (own('querySelector', 'script[src*="alliance-elements"]') as HTMLScriptElement | null)?.src;

/** An engine that compares no hashes gets everything in one file, whose name follows from the page's own pin alone. */
const compares = 'integrity' in HTMLScriptElement.prototype;
const first = compares ? 'shared' : 'all';

/** Puts a tag for a file in the document until it has come, and leaves the document as it was. */
async function fetchBy(kind: 'link' | 'script', file: string): Promise<unknown> {
  const hash = hashes[file];
  // Chunks are named after their hashes.
  const name = hash?.slice(0, 8).replace(/\W/g, '-') ?? 'classic';
  const { href } = new URL(`alliance-elements.${file}.${name}.js`, base);
  const element = own('createElement', kind);
  return new Promise((onload, onerror) => {
    // Each kind of tag takes what it knows.
    Object.assign(element, {
      crossOrigin: '',
      integrity: `sha384-${hash}`,
      onload,
      onerror,
      rel: 'preload',
      as: 'script',
      href,
      src: policy?.createScriptURL(href) ?? href,
    });
    own('querySelector', 'html')?.append(element);
  }).finally(() => element.remove());
}

/** Runs a file after the browser has compared it with its hash; a file that was changed is refused. */
const run = (file: string) => fetchBy('script', file);

/** Runs a file and, before it, what all share. What has run never runs again; what failed does, for the next who asks. */
const bring = (file: string) =>
  once(file, () => {
    // An element's is on its way already while the shared chunk comes. Others come later, and WebKit would remember a
    // failure.
    if (compares && file.includes('-')) fetchBy('link', file).catch(quiet);
    return once(first, () => run(first))
      .then(() => compares && run(file))
      .catch((error: unknown) => {
        // What the host put inside the tag stays.
        console.warn(`Alliance Elements: ${file} did not load or was changed.`);
        throw error;
      });
  });

function once(name: string, start: () => Promise<unknown>): Promise<unknown> {
  const found = asked.get(name) ?? start();
  asked.set(name, found);
  found.catch(() => asked.delete(name));
  return found;
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
  bring(tag).then(settle, quiet);
}

// The first loader on the page answers the others, which then stand down.
if (own('dispatchEvent', new CustomEvent(hello, { cancelable: true, detail: version }))) {
  own('addEventListener', hello, (event) => {
    event.preventDefault();
    tell(version, (event as CustomEvent<string>).detail);
  });
  own('addEventListener', running, (event) =>
    (event as CustomEvent<(run: Run) => void>).detail((file) => hashes[file] && bring(file)),
  );
  findAll([placeholders, ...tags, ...tags.map((tag) => prefix + tag)].join(), want);
}
