/**
 * What runs in the page: puts one style sheet after another on it and reads every computed property and the place of
 * every node, ours and theirs, twice. Only differences leave the page.
 */

export interface Compared {
  /** How many values were read and held against those from before. */
  readonly properties: number;
  readonly changed: number;
  /** Changes of the kind that the page may decide. */
  readonly allowed: number;
  /** The first of the changes, in words. */
  readonly examples: string[];
}

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];
export type Whose = 'ours' | 'theirs';
/** What a page may decide for us: lengths by its typeface and zoom, colours by its theme, or what is listed. */
export type Allowed = 'colours' | 'lengths' | readonly string[];
/** What one sheet changed. */
export type Change = Readonly<Record<Scheme, Readonly<Record<Whose, Compared>>>>;

interface Reading {
  readonly node: string;
  readonly properties: readonly string[];
  readonly values: string;
}

const gap = '\u0001';
const page = document.documentElement;
const worn = document.querySelector<HTMLStyleElement>('#worn')!;
const host = document.querySelector<HTMLTemplateElement>('#host')!;
const place = document.querySelector('#ours')!;
const kept = new Map<string, readonly Reading[]>();
// Inline boxes cannot be turned, and where they would turn about depends, in Firefox, on what was drawn before.
const ofBlocks = new Set(['perspective-origin', 'transform-origin']);
const readings = ['x', 'y', 'width', 'height'].map((side) => `its ${side}`);
// Custom properties of the page inherit by design; what would matter is a property that takes its value from one.
const longhands = [...getComputedStyle(page)].filter((property) => !property.startsWith('--'));

let ours: readonly Element[] = [];

/**
 * Dresses the page, out of sight, so that nothing moves from one dress to the next; what moves by itself is stopped.
 * The page's own nodes are new each time: WebKit remembers what those that are not drawn wore before.
 */
async function wear(css: string, scheme: Scheme): Promise<void> {
  page.style.cssText = 'display: none !important';
  worn.textContent = css;
  while (place.previousSibling !== host) place.previousSibling!.remove();
  place.before(host.content.cloneNode(true));
  // Asking for a place makes the browser apply what was written.
  page.getBoundingClientRect();
  page.style.cssText = `color-scheme: ${scheme} !important`;
  page.getBoundingClientRect();
  for (const animation of document.getAnimations()) animation.cancel();
  // A typeface that is on its way, or that cannot be had, gives way to another only then.
  await document.fonts.ready;
}

const names = new WeakMap<Element, string>();
/** A node as a person would call it. */
function nameOf(node: Element): string {
  let name = names.get(node);
  if (name === undefined) {
    const root = node.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    const words = [...node.classList].map((word) => `.${word}`).join('');
    names.set(node, (name = `${host}${node.localName}${node.id && `#${node.id}`}${words}`));
  }
  return name;
}

/** Pseudo-elements that a node has here and now, or that none of our rules styles but a page might. */
function pseudosOf(node: Element): string[] {
  const drawn = ['::before', '::after'].filter((pseudo) => {
    const { content } = getComputedStyle(node, pseudo);
    return content !== 'none' && content !== 'normal';
  });
  if (node.matches('li, summary')) drawn.push('::marker');
  if (node.matches('input, textarea')) drawn.push('::placeholder');
  return drawn;
}

function read(nodes: readonly Element[]): Reading[] {
  return nodes.flatMap((node) => {
    const root = node.getRootNode();
    const origin = root instanceof ShadowRoot ? root.querySelector('.frame')! : page;
    const [box, from] = [node.getBoundingClientRect(), origin.getBoundingClientRect()];
    // What has no box of its own, such as a slot, has no place either.
    const drawn = box.width || box.height;
    const sides = [drawn && box.x - from.x, drawn && box.y - from.y, box.width, box.height].map((side) =>
      side.toFixed(1),
    );
    return ['', ...pseudosOf(node)].map((pseudo) => {
      const style = getComputedStyle(node, pseudo || null);
      const inline = style.display === 'inline';
      const values = longhands.map((name) => (inline && ofBlocks.has(name) ? '' : style.getPropertyValue(name)));
      if (!pseudo) values.push(...sides);
      return {
        node: nameOf(node) + pseudo,
        properties: pseudo ? longhands : [...longhands, ...readings],
        values: values.join(gap),
      };
    });
  });
}

const inLengths = (value: string) => value.replace(/-?\d[\d.e-]*/g, '#');
const isColour = (value: string) => /^(rgb|color)a?\([^()]*\)$/.test(value);

function mayChange(property: string, was: string, is: string, allowed: Allowed): boolean {
  if (allowed === 'lengths') return inLengths(was) === inLengths(is);
  if (allowed === 'colours') return isColour(was) && isColour(is);
  return allowed.includes(property);
}

/** Places are held to a quarter of a pixel: where a box begins on the page, Firefox rounds it to a sixtieth. */
const same = (property: string, was: string, is: string) =>
  was === is || (property.startsWith('its ') && Math.abs(Number(was) - Number(is)) <= 0.25);

function compare(before: readonly Reading[], after: readonly Reading[], may: Allowed = []): Compared {
  const examples: string[] = [];
  let [properties, changed, allowed] = [0, 0, 0];
  const told = (line: string) => {
    changed++;
    if (examples.length < 40) examples.push(line);
  };
  const found = new Map<string, Reading[]>();
  for (const reading of after) found.set(reading.node, [...(found.get(reading.node) ?? []), reading]);
  for (const was of before) {
    properties += was.properties.length;
    const is = found.get(was.node)?.shift();
    if (!is) told(`${was.node} is gone`);
    else if (is.values !== was.values) {
      const values = is.values.split(gap);
      for (const [at, old] of was.values.split(gap).entries()) {
        const [property = '', now = ''] = [was.properties[at], values[at]];
        if (same(property, old, now)) continue;
        if (mayChange(property, old, now, may)) allowed++;
        else told(`${was.node} ${property}: ${old} → ${now}`);
      }
    }
  }
  for (const [node, left] of found) if (left.length) told(`${node} is new`);
  return { properties, changed, allowed, examples };
}

/** The page’s own nodes. */
const theirs = () =>
  [page, document.body, ...document.body.querySelectorAll('*')].filter((node) => !place.contains(node));

/**
 * One of each kind of node in a widget: the same element with the same names. What all widgets share, such as the line
 * that says where the facts come from, is read in three of them; the frame and its parts in each.
 */
function sample(widgets: readonly Element[]): Element[] {
  const count = new Map<string, number>();
  return widgets.flatMap(({ shadowRoot }) => {
    const here = new Set<string>();
    return [...shadowRoot!.querySelectorAll('*')].filter((node) => {
      const part = node.getAttribute('part');
      const kind = `${node.localName} ${node.getAttribute('class')} ${part}`;
      if (here.has(kind)) return false;
      here.add(kind);
      count.set(kind, (count.get(kind) ?? 0) + 1);
      return part || count.get(kind)! <= 3;
    });
  });
}

/** What a library could leave behind on a page: sheets, fonts, custom properties. */
function furniture(): string {
  return JSON.stringify([
    document.styleSheets.length,
    document.adoptedStyleSheets.length,
    document.fonts.size,
    page.getAttribute('class'),
    document.body.getAttribute('style'),
    document.querySelectorAll('style, link').length,
  ]);
}

const clear = 'rgba(0, 0, 0, 0)';
/** What the page's words stand on, as its sheet says; nothing if it says nothing. */
const ground = () =>
  [document.body, page]
    .map((node) => getComputedStyle(node))
    .map(({ backgroundColor, backgroundImage }) => `${backgroundColor} ${backgroundImage}`)
    .find((said) => said !== `${clear} none`) ?? '';

const measuring = {
  /** Remembers what the page looks like in a sheet while we are not there; gives its ground. */
  async without(sheet: string, css: string, scheme: Scheme): Promise<string> {
    await wear(css, scheme);
    kept.set(`theirs ${sheet}`, read(theirs()));
    kept.set(`furniture ${sheet}`, [{ node: furniture(), properties: [], values: '' }]);
    return ground();
  },

  /** Brings the library and its widgets, opens all that is folded, and remembers what they look like on a bare page. */
  async arrive(library: string, markup: string, scheme: Scheme): Promise<string[]> {
    await wear('', 'light');
    place.innerHTML = markup;
    const widgets = [...place.querySelectorAll<HTMLElement>(':not(:defined)')].filter(({ localName }) =>
      localName.includes('-'),
    );
    for (const widget of widgets)
      // The box of a widget is the page’s to decide. What the page lets flow into it still does.
      widget.style.cssText = 'all: unset !important; display: block !important; width: 600px !important';
    const script = document.createElement('script');
    await new Promise((resolve, reject) => {
      Object.assign(script, {
        src: library,
        onload: resolve,
        onerror: () => reject(new Error('the library did not load')),
      });
      document.head.append(script);
    });
    script.remove();
    const frames = () => widgets.map(({ shadowRoot }) => shadowRoot?.querySelector('.frame'));
    while (!frames().every(Boolean)) await new Promise(requestAnimationFrame);
    for (const { shadowRoot } of widgets)
      for (const folded of shadowRoot!.querySelectorAll('details')) folded.open = true;
    // A map moves to what is chosen: it is read when it has come to rest.
    const whereabouts = () =>
      widgets
        .flatMap(({ shadowRoot }) => [...shadowRoot!.querySelectorAll('path, .frame')])
        .map((node) => Object.values(node.getBoundingClientRect().toJSON() as DOMRect).join())
        .join();
    for (let still = 0, before = ''; still < 20; await new Promise(requestAnimationFrame)) {
      const now = whereabouts();
      still = now === before ? still + 1 : 0;
      before = now;
    }
    ours = sample(widgets);
    await wear('', scheme);
    kept.set('ours', read(ours));
    return ours.map(nameOf);
  },

  /** What a sheet changes in ours, and what we change in theirs while they wear it. */
  async with(sheet: string, css: string, scheme: Scheme, may: Allowed): Promise<Change[Scheme]> {
    await wear(css, scheme);
    const left = furniture() === kept.get(`furniture ${sheet}`)![0]!.node ? [] : ['left behind'];
    const found = compare(kept.get(`theirs ${sheet}`)!, read(theirs()));
    return {
      ours: compare(kept.get('ours')!, read(ours), may),
      theirs: { ...found, changed: found.changed + left.length, examples: [...left, ...found.examples] },
    };
  },
};

export type Measuring = typeof measuring;
Object.assign(window, { measuring });
