import files from 'virtual:files';
import { version } from './base/version.js';

/**
 * The script-tag entry: finds our tags on the page, now and later, and loads just what they need. It works as a module
 * and as a classic script, so it imports nothing at run time and leaves no name behind.
 *
 * Tags inside a shadow root are found when something in that root dispatches `alliance-observe`, bubbling and composed.
 */

const hello = 'alliance-loader';

/** Where this script came from: its neighbours are fetched from there. A module has no `currentScript`, but a stack. */
function origin(): string {
  const script = document.currentScript;
  const own = script instanceof HTMLScriptElement ? script.src : '';
  return own || (/(?:https?|file):\/\/.+?(?=:\d+:\d+)/.exec(new Error().stack ?? '')?.[0] ?? '');
}

const base = origin();
const loaded = new Map<string, Promise<unknown>>();

/** Fetches a file ahead and has the browser compare it with its hash; a file that was changed is refused. */
function fetchAhead(url: string, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = 'anonymous';
    link.integrity = integrity;
    link.href = url;
    const end = (settle: () => void) => () => {
      link.remove();
      settle();
    };
    link.onload = end(resolve);
    link.onerror = end(() => reject(new Error(`${url} did not arrive, or is not the file that was published`)));
    (document.head ?? document.documentElement).append(link);
  });
}

async function load(tag: string): Promise<void> {
  const needed = files[tag] ?? [];
  const urls = needed.map(([file]) => new URL(file, base).href);
  await Promise.all(
    needed.map(([, hash], index) => {
      const url = urls[index] ?? '';
      const ahead = loaded.get(url) ?? fetchAhead(url, hash);
      loaded.set(url, ahead);
      return ahead;
    }),
  );
  await import(urls[0] ?? '');
}

function want(tag: string): void {
  if (loaded.has(tag) || customElements.get(tag)) return;
  const wanted = load(tag);
  loaded.set(tag, wanted);
  wanted.catch((error: unknown) => {
    // What the host put inside the tag stays; the next tag of its kind tries again.
    loaded.clear();
    console.warn(`Alliance Elements ${version}: <${tag}> keeps its fallback.`, error);
  });
}

const tags = Object.keys(files);
const selector = tags.join();

function find(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) want(element.localName);
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches(selector)) want(node.localName);
      find(node);
    }
});

function observe(root: Document | ShadowRoot): void {
  observer.observe(root, { childList: true, subtree: true });
  find(root);
}

// The first loader on the page answers the others, which then stand down.
if (document.dispatchEvent(new CustomEvent(hello, { cancelable: true, detail: version }))) {
  document.addEventListener(hello, (event) => {
    event.preventDefault();
    const other: unknown = (event as CustomEvent).detail;
    if (other !== version)
      console.warn(`Alliance Elements ${version} is already on this page; version ${String(other)} stands down.`);
  });
  document.addEventListener('alliance-observe', (event) => {
    const root = (event.composedPath()[0] as Node).getRootNode();
    if (root instanceof ShadowRoot) observe(root);
  });
  observe(document);
}
