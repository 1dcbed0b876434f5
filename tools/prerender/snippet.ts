import { createHash } from 'node:crypto';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { plain } from './plain.js';
import type { Release } from './release.js';
import type { Attributes, Rendered } from './render.js';

/** Text as text. */
export const text = (value: string): string => value.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Text as the quoted value of an attribute. */
export const attribute = (value: string): string =>
  `"${value.replace(/["&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;

const attributes = (given: Attributes, before = '') =>
  Object.entries(given)
    .map(([name, value]) => ` ${before}${name}${value && `=${attribute(value)}`}`)
    .join('');

/** The address under which a release is kept for ever; `YOUR-HOST` is for the reader to fill in. */
export const home = ({ version }: Release): string => `https://YOUR-HOST/alliance-elements/${version}/`;

/**
 * The tag with what it shows, in a declarative shadow root; and inside it the same in plain words, for browsers and
 * editors that do not know such roots.
 */
export function element({ tag, attributes: given, tree, styles, markup }: Rendered): string {
  const words = plain(tree);
  // Within a sentence, no line ends are added to it.
  const end = /<(p|ul|h\d)>/.test(words) ? '\n' : '';
  return `<${tag}${attributes(given)}><template shadowrootmode="open"><style>${styles}</style>${markup}</template>${end}${words}${end}</${tag}>`;
}

/** What a policy calls an inline style sheet. */
export const hashOf = (styles: string): string => `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;

/** All that a page needs: the script, and the tag with its content. */
export function snippet(rendered: Rendered, release: Release, base?: string): string {
  return `<!-- Once a page, in its template. If your policy has a style-src, add ${hashOf(rendered.styles)} -->
${loaderTag(release, base)}
<!-- Where the widget is to be -->
${element(rendered)}
`;
}

/** The words alone, in the box that editors keep and the loader knows. */
export function box({ tag, attributes: given, tree }: Rendered): string {
  return `<div data-alliance-element="${tag}"${attributes(given, 'data-')}>\n${plain(tree)}\n</div>`;
}

/** The script tag that a page or its template needs once. */
export const loaderTag = (release: Release, base = home(release)): string =>
  `<script type="module" src="${base}alliance-elements.js" integrity="${release.loader.integrity}" crossorigin="anonymous"></script>`;

/** The frame and the script that makes it as tall as what is in it. */
export function frameTags(rendered: Rendered, height: number, release: Release, base = home(release)): string {
  const { integrity } = release.frameParent;
  const query = new URLSearchParams(rendered.attributes).toString();
  const src = `${base}frame/${rendered.tag}.html${query && `?${query}`}`;
  return `<iframe src=${attribute(src)} title=${attribute(titleOf(rendered))} width="100%" height="${height}" frameborder="0"></iframe>
<script src="${base}alliance-elements.frame.js" integrity="${integrity}" crossorigin="anonymous" defer></script>`;
}

/** What a widget's own heading says, or in a sentence its first words in bold. */
export function titleOf({ tree, tag }: Rendered): string {
  const find = (node: Tree.Node): Tree.Element | undefined => {
    if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'id' && value === 'heading')) return node;
    if (!('childNodes' in node)) return undefined;
    for (const child of node.childNodes) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  const words = (node: Tree.Node): string =>
    'value' in node && node.nodeName === '#text'
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(words).join('')
        : '';
  const heading = find(tree);
  return (heading ? words(heading).trim() : '') || tag;
}
