import type { Circumstances, Finding, Knowledge } from './finding.js';
import { read, type PageElement, type PageText } from './html.js';
import { nearest } from './near.js';

/** What makes an element of a host's a place for one of ours. */
export const mark = 'data-alliance-element';

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** One of our scripts, by its tag on the page. */
export interface Script {
  readonly element: PageElement;
  readonly src: string;
  /** The name of the file, without its folder. */
  readonly file: string;
  /** Where it is, if that can be told. */
  readonly address: URL | undefined;
  /** The version that its address names. */
  readonly pinned: string | undefined;
  /** Whether its address is the one that stands in the documents. */
  readonly isPlaceholder: boolean;
}

/** One widget of ours on a page: as a tag, as a place for one, or as a page in a frame. */
export interface Widget {
  readonly element: PageElement;
  readonly tag: string;
  /** Its attributes as the tag would have them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly way: 'tag' | 'place' | 'frame';
  /** Of a frame, where its page is, if that can be told. */
  readonly address?: URL | undefined;
}

/** All of a page that concerns us. */
export interface Sight {
  readonly html: string;
  readonly elements: readonly PageElement[];
  readonly texts: readonly PageText[];
  /** Address of the page. */
  readonly page: URL | undefined;
  /** What makes our widgets. */
  readonly scripts: readonly Script[];
  /** What lets our frames grow. */
  readonly helpers: readonly Script[];
  readonly prefix: string;
  readonly widgets: readonly Widget[];
  readonly frames: readonly Widget[];
  /** What was put right before looking: everything else is said of the page as it was meant. */
  readonly slips: readonly Finding[];
}

// By the path alone: an address that has our name in its query is not ours to ask.
const fileOf = (src: string) =>
  /alliance-elements(?:\.frame|(?:\.all)?(?:\.classic)?)\.js$/.exec(src.trim().split(/[?#]/, 1)[0] ?? '')?.[0];
const framePath = /\/frame\/([\w-]+)\.html(?=[?#]|$)/;
export const isPlaceholder = (address: string): boolean => /YOUR-HOST|\/VERSION\//.test(address);
export const pinnedIn = (address: string): string | undefined => /\/(\d+\.\d+\.\d+)\//.exec(address)?.[1];

/** Quotation marks as word processors write them: to HTML they are letters of the value. */
const curly = /^[“”„«‘’″]|[“”„»‘’″]$/u;
const uncurled = (value: string) => value.replace(/^[“”„«‘’″]+|[“”„»‘’″]+$/gu, '');

/** Reads a page; nothing if no browser would read it either. */
export function sightOf(html: string, { knowledge, address }: Circumstances): Sight | undefined {
  const parsed = read(html);
  if (!parsed) return undefined;
  const slips: Finding[] = [];
  const elements = parsed.elements.map((element) => put(element, knowledge, slips));
  const page = address && URL.canParse(address) ? new URL(address) : undefined;
  const root = elements.find(({ tag, attributes }) => tag === 'base' && attributes['href'])?.attributes['href'];
  const base = root && URL.canParse(root, page?.href) ? new URL(root, page?.href) : page;
  const resolve = (url: string) => (URL.canParse(url, base?.href) ? new URL(url, base?.href) : undefined);

  const named = elements.flatMap((element): readonly Script[] => {
    const { src = '', integrity } = element.attributes;
    const file = element.tag === 'script' ? fileOf(src) : undefined;
    return file
      ? [
          {
            element,
            src,
            file,
            address: resolve(src),
            pinned: pinnedIn(src),
            isPlaceholder: isPlaceholder(src) || integrity === '…',
          },
        ]
      : [];
  });
  const isHelper = ({ file }: Script) => file.includes('.frame.');
  const scripts = named.filter((script) => !isHelper(script));
  const prefix = scripts.map(({ element }) => element.attributes['data-prefix'] ?? '').find(Boolean) ?? '';
  return {
    html,
    elements,
    texts: parsed.texts,
    page,
    scripts,
    helpers: named.filter(isHelper),
    prefix,
    widgets: elements.flatMap((element) => widgetOf(element, knowledge, prefix) ?? []),
    frames: elements.flatMap((element) => frameOf(element, knowledge, resolve) ?? []),
    slips,
  };
}

/** An element of ours without the quotation marks of a word processor; any other as it is. */
function put(element: PageElement, { tags }: Knowledge, slips: Finding[]): PageElement {
  const { tag, line, attributes } = element;
  const bent = Object.entries(attributes).filter(([, value]) => curly.test(value));
  const isOurs =
    Object.hasOwn(tags, tag) || mark in attributes || /alliance-elements|\/frame\//.test(attributes['src'] ?? '');
  const [first] = bent;
  if (!first || !isOurs) return element;
  const [name, value] = first;
  slips.push({
    level: 'error',
    line,
    what: `${name}=${short(value)} has the quotation marks of a word processor: to a browser they are part of the value.`,
    mend: `Write ${name}="${short(uncurled(value))}", with straight ones${bent.length > 1 ? '; the others there, too' : ''}.`,
  });
  const straight = Object.fromEntries(Object.entries(attributes).map(([each, said]) => [each, uncurled(said)]));
  // The words inside are read when they are asked for.
  return Object.create(element, {
    attributes: { value: Object.assign(Object.create(null) as Record<string, string>, straight), enumerable: true },
  }) as PageElement;
}

function widgetOf(element: PageElement, { tags }: Knowledge, prefix: string): Widget | undefined {
  const place = element.attributes[mark];
  if (place !== undefined) {
    const given = Object.entries(element.attributes).flatMap(([name, value]) =>
      name.startsWith('data-') && name !== mark ? [[name.slice('data-'.length), value] as const] : [],
    );
    return { element, tag: place, attributes: Object.fromEntries(given), way: 'place' };
  }
  const tag = prefix && element.tag.startsWith(prefix) ? element.tag.slice(prefix.length) : element.tag;
  return Object.hasOwn(tags, tag) ? { element, tag, attributes: element.attributes, way: 'tag' } : undefined;
}

/** A frame with a page of ours, or with what was probably meant to be one. */
function frameOf(
  element: PageElement,
  { tags }: Knowledge,
  resolve: (url: string) => URL | undefined,
): Widget | undefined {
  const { src = '' } = element.attributes;
  const [, tag] = (element.tag === 'iframe' && framePath.exec(src)) || [];
  // Others have folders of that name, too.
  if (!tag || !(src.includes('alliance-elements') || nearest(tag, Object.keys(tags)))) return undefined;
  const address = resolve(src.trim());
  const options = new URLSearchParams(address?.search ?? /\?([^#]*)/.exec(src)?.[1] ?? '');
  return { element, tag, attributes: Object.fromEntries(options), way: 'frame', address };
}
