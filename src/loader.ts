import hashes from 'virtual:files';
import { version } from './base/version.js';

/**
 * The script-tag entry: finds our tags on the page, now and later, and loads just what they need. It works as a module
 * and as a classic script, so it imports nothing at run time and leaves no name behind.
 *
 * Tags inside a shadow root are found when something in that root dispatches `alliance-observe`, bubbling and composed.
 */

const hello = 'alliance-loader';
// None of a page's tags is named `shared`: our own have a hyphen.
const selector = Object.keys(hashes).join();
const asked = new Map<string, Promise<unknown>>();

/** Where this script came from: its neighbours are fetched from there. A module has no `currentScript`, but a stack. */
const script = document.currentScript;
const base =
  (script instanceof HTMLScriptElement && script.src) || /\bhttps?:.+?(?=:\d+:\d+)/.exec(`${new Error().stack}`)?.[0];

/** Fetches a file ahead and has the browser compare it with its hash; a file that was changed is refused. */
function fetchAhead(href: string, integrity: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    // The page is left as it was: what was fetched stays in the browser's memory, not in the host's document.
    const settle = ({ type }: Event) => {
      link.remove();
      (type === 'load' ? resolve : reject)(type);
    };
    Object.assign(link, { rel: 'modulepreload', crossOrigin: '', integrity, href, onload: settle, onerror: settle });
    document.documentElement.append(link);
  });
}

/** Where a chunk is, which is named after its hash; and when it has come whole. */
async function ahead(name: string): Promise<string> {
  const hash = hashes[name]!;
  const { href } = new URL(`alliance-elements.${name}.${hash.slice(0, 8).replace(/\W/g, '-')}.js`, base);
  await once(href, () => fetchAhead(href, `sha384-${hash}`));
  return href;
}

async function load(tag: string): Promise<void> {
  const [href] = await Promise.all([tag, 'shared'].map(ahead));
  await import(href!);
}

function once(name: string, start: () => Promise<unknown>): Promise<unknown> {
  let going = asked.get(name);
  if (!going) asked.set(name, (going = start()));
  return going;
}

function want({ localName: tag }: Element): void {
  if (customElements.get(tag)) return;
  once(tag, () => load(tag)).catch(() => {
    // What the host put inside the tag stays. The next tag of its kind tries again.
    if (asked.size)
      console.warn(`Alliance Elements: <${tag}> did not load, or was changed on its way; what is inside it stays.`);
    asked.clear();
  });
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) find(node);
});

function find(root: ParentNode): void {
  if (root instanceof Element && root.matches(selector)) want(root);
  root.querySelectorAll(selector).forEach(want);
}

function observe(root: Node & ParentNode): void {
  observer.observe(root, { childList: true, subtree: true });
  find(root);
}

// The first loader on the page answers the others, which then stand down.
if (document.dispatchEvent(new CustomEvent(hello, { cancelable: true, detail: version }))) {
  document.addEventListener(hello, (event) => {
    event.preventDefault();
    const other: unknown = (event as CustomEvent).detail;
    if (other !== version) console.warn(`Alliance Elements ${version} is on this page; ${String(other)} stands down.`);
  });
  document.addEventListener('alliance-observe', (event) => {
    const root = (event.composedPath()[0] as Node).getRootNode();
    if (root instanceof ShadowRoot) observe(root);
  });
  observe(document);
}
