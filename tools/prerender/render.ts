// First, so that the elements find it.
import { surroundings } from './page.js';
import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, LitElement } from 'lit';
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import 'virtual:elements';
import { withStill, type Still } from './still.js';

/** An element's attributes, by name; an empty text for one without a value. */
export type Attributes = Readonly<Record<string, string>>;

/** What an element shows before any script has run. */
export interface Rendered {
  readonly tag: string;
  readonly attributes: Attributes;
  /** The content of its shadow root. */
  readonly tree: Tree.DocumentFragment;
  /** The same as markup. */
  readonly markup: string;
  /** Its style sheets, in one. */
  readonly styles: string;
}

/** Told to the person at the command line, or who builds. */
export class PrerenderError extends Error {}

/** The class of an element in Node, as far as it is used here. */
interface ServerClass {
  readonly observedAttributes: readonly string[];
  readonly elementStyles: readonly { readonly cssText: string }[];
}

/** What only a class itself may call. */
interface ServerElement {
  performUpdate(): void;
  update(): void;
  render(): unknown;
  renderRoot: unknown;
}

/** A template, on its way to where a browser's Lit would draw it. */
let drawn: unknown;
// An element's own update runs as in a browser; only its last step, which draws, is ours.
const server = (element: LitElement) => element as unknown as ServerElement;
server(LitElement.prototype).update = function () {
  drawn = this.render();
};

/** What stands in the place of words that ask for a script, by tag: the build writes it in here. */
declare const STILL: Readonly<Record<string, Still>>;
export const still = STILL;

/**
 * Without scripts a control does nothing: it is left out, and so are words that something else stands in for. Nothing
 * moves because of either where scripts run.
 */
const withoutScripts =
  '@media (scripting:none){button,form,fieldset,.screen{display:none}:has(+noscript){display:none}noscript{display:block}}';

/** The attributes that an element takes. */
export function attributesOf(tag: string): readonly string[] {
  return classOf(tag).observedAttributes;
}

function classOf(tag: string): ServerClass {
  const found = customElements.get(tag) as unknown as ServerClass | undefined;
  if (!found) throw new PrerenderError(`<${tag}> is not one of our elements.`);
  return found;
}

/**
 * Renders an element as it would on a page that has nothing else of ours.
 *
 * @throws {PrerenderError} what it does not take, or cannot show.
 */
export function prerender(tag: string, attributes: Attributes = {}, dir: 'ltr' | 'rtl' = 'ltr'): Rendered {
  const ServerElement = classOf(tag);
  const known = ServerElement.observedAttributes;
  for (const name of Object.keys(attributes))
    if (!known.includes(name))
      throw new PrerenderError(`<${tag}> has no attribute "${name}". It has ${[...known].sort().join(', ')}.`);

  surroundings.dir = dir;
  let failed = false;
  class Renderer extends LitElementRenderer {
    override connectedCallback(): void {
      const { element } = this;
      element.addEventListener('alliance-error', () => (failed = true));
      for (const [name, value] of Object.entries(attributes)) this.setAttribute(name, value);
      // Nothing is drawn, so nothing is found in it.
      server(element).renderRoot = { querySelector: () => null };
      server(element).performUpdate();
      const template = drawn;
      server(element).render = () => template;
    }
  }
  // A tag is no value to Lit; this one is a name of ours.
  const strings = Object.assign([`<${tag}></${tag}>`], { raw: [`<${tag}></${tag}>`] });
  const page = collectResultSync(render(html(strings), { elementRenderers: [Renderer] }));
  if (failed) throw new PrerenderError(`<${tag}> cannot show what its attributes ask for.`);

  const tree = rootIn(parseFragment(page));
  clean(tree);
  withStill(tree, still[tag]);
  return {
    tag,
    attributes,
    tree,
    markup: serialize(tree),
    styles: ServerElement.elementStyles.map(({ cssText }) => minified(cssText)).join('') + withoutScripts,
  };
}

/** The content of the declarative root on a page, without its styles. */
function rootIn(page: Tree.DocumentFragment): Tree.DocumentFragment {
  const element = page.childNodes.find((node): node is Tree.Element => 'tagName' in node);
  const template = element?.childNodes.find((node): node is Tree.Template => 'content' in node);
  if (!template) throw new Error('Lit has rendered no shadow root.');
  const { content } = template;
  content.childNodes = content.childNodes.filter(({ nodeName }) => nodeName !== 'style');
  return content;
}

const shapes = new Set('circle ellipse line path polygon polyline rect'.split(' '));

/**
 * Takes out the marks of hydration, which nothing here reads, and the spaces of the templates' own layout. Shapes stand
 * beside each other: a template may leave one open at its end, where a browser, which parses each by itself, closes it.
 */
function clean(parent: Tree.ParentNode): void {
  // Within a line, two texts that a browser draws apart are up to a sixty-fourth of a pixel wider than one.
  const isInline = parent.nodeName === 'span';
  parent.childNodes = parent.childNodes.flatMap(apart).filter((node) => node.nodeName !== '#comment');
  parent.childNodes = parent.childNodes.reduce<Tree.ChildNode[]>((nodes, node) => {
    const last = nodes.at(-1);
    if ('value' in node && last && 'value' in last) {
      if (isInline && last.value.trim() && node.value.trim()) nodes.push(seam(parent), node);
      else last.value += node.value;
    } else nodes.push(node);
    return nodes;
  }, []);
  for (const node of parent.childNodes) {
    if ('value' in node) node.value = node.value.replace(/[ \n\t]+/g, ' ');
    if ('tagName' in node) node.attrs = node.attrs.flatMap(asBrowsersReadIt);
    if ('childNodes' in node) clean(node);
  }
}

/** Lit's server writes a property of a control as an attribute, `checked="false"` too, and a browser takes that for set. */
function asBrowsersReadIt(attribute: Tree.Element['attrs'][number]): Tree.Element['attrs'] {
  if (attribute.name !== 'checked') return [attribute];
  return attribute.value === 'true' ? [{ ...attribute, value: '' }] : [];
}

const seam = (parentNode: Tree.ParentNode): Tree.CommentNode => ({ nodeName: '#comment', data: '', parentNode });

function apart(node: Tree.ChildNode): Tree.ChildNode[] {
  if (!('tagName' in node) || !shapes.has(node.tagName)) return [node];
  return [node, ...node.childNodes.splice(0).flatMap(apart)];
}

const minified = (css: string) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
