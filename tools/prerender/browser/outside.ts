/**
 * For a page that has our frames: makes each as tall as what is in it. A classic script that leaves no name behind; without
 * it a frame keeps the height that its tag has, and scrolls. See docs/prerendering.md.
 */
const kind = 'alliance-frame';
/** Frames from the folder beside this script are ours; no other is ever touched, be it of the same site. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL('frame/', script.src) : undefined;
/** Taller than any of ours, and small enough to do no harm. */
const tallest = 50_000;

const frames = () =>
  [...document.getElementsByTagName('iframe')].filter(({ src }) => home && src.startsWith(home.href));

addEventListener('message', ({ source, origin, data }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
  if (data?.type !== kind) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  // A sandbox that does not let a frame have its origin gives it none.
  if (!frame || (origin !== home?.origin && !(origin === 'null' && frame.hasAttribute('sandbox')))) return;
  const { height } = data;
  if (typeof height === 'number' && height > 0 && height < tallest) frame.height = `${Math.ceil(height)}`;
});

// Those that were ready before. They tell of their height alone, so whoever is there may know that we ask.
for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: kind }, '*');
