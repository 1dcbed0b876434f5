/**
 * Runs in the frame page of an element, before the loader: gives the element the options that stand in the page's own
 * address, and tells the page around it how tall it is, now and whenever that changes. See docs/prerendering.md.
 */
const kind = 'alliance-frame';
const root = document.documentElement;

// Only names that the page itself lists: an address that anybody can write must not bring words or numbers of its own.
const names = document.querySelector('script[data-options]')?.getAttribute('data-options')?.split(' ') ?? [];
const options = [...new URLSearchParams(location.search)].filter(([name]) => names.includes(name));
for (const [name, value] of options) document.body.firstElementChild?.setAttribute(name, value.slice(0, 200));

function tell(): void {
  const height = Math.ceil(root.getBoundingClientRect().height);
  // A height is no secret, and in a sandbox nobody knows whose page this is in.
  parent.postMessage({ type: kind, height }, '*');
}

function start(): void {
  new ResizeObserver(tell).observe(root);
  // A page whose script came later than this one's asks.
  addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
    if (source === parent && data?.type === kind) tell();
  });
}

// What stands here before the element is drawn knows nothing of options, nor is it as tall.
if (parent !== window) {
  if (options.length) addEventListener('alliance-ready', start, { once: true });
  else start();
}
