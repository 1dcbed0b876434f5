/**
 * Stands in for lit-html in the bundles and the tests: templates as Lit's, for what ours use, in a third of the bytes.
 * The browser's own parser finds where values go: a hole is (part of) an attribute's value, or a whole child; never a tag,
 * nor text in a `textarea`, `style` or `title`. Why so, and how it is kept true: docs/decisions/0010-lean-lit.md.
 */

import { own } from './own.js';
import { policy } from './policy.js';

/** Stands in a template's markup where a value will be. Values themselves never become markup. */
const hole = '\uE000';

/** Which element or comment has a hole, counted from the first; of an attribute, its name and the text around its values. */
type Hole = readonly [index: number, name?: string, pieces?: readonly string[]];
type Template = readonly [content: DocumentFragment, holes: readonly Hole[]];
/** Puts values in their place, and says how many it takes. */
type Setter = readonly [takes: number, set: (values: readonly unknown[]) => void];

/** A class, so that nothing a host hands over can pass for one. */
class Result {
  declare isSvg?: boolean;
  declare key?: unknown;

  constructor(
    readonly strings: TemplateStringsArray,
    readonly values: readonly unknown[],
  ) {}
}

export const nothing = Symbol();
export const html = (strings: TemplateStringsArray, ...values: unknown[]): Result => new Result(strings, values);
export const svg = (strings: TemplateStringsArray, ...values: unknown[]): Result =>
  Object.assign(html(strings, ...values), { isSvg: true });

/** As text; null and undefined are none. */
const asText = (...values: unknown[]) => values.join('');
const walk = (root: Node) => own('createTreeWalker', root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);

const templates = new WeakMap<TemplateStringsArray, Template>();

/** Parsed once, however many elements use it. */
function templateOf({ strings, isSvg }: Result): Template {
  const known = templates.get(strings);
  if (known) return known;
  const inTag = (text: string) => text.lastIndexOf('<') > text.lastIndexOf('>');
  let markup = strings.reduce((text, next) => text + (inTag(text) ? hole : `<!--${hole}-->`) + next);
  // What fills a hole ends at the next node, so there is one behind the last.
  markup += '<!---->';
  if (isSvg) markup = `<svg>${markup}</svg>`;
  const element = own('createElement', 'template') as HTMLTemplateElement;
  element.innerHTML = policy ? policy.createHTML(markup) : markup;
  const { content } = element;
  const root = content.firstElementChild;
  if (isSvg) root?.replaceWith(...root.childNodes);

  const holes: Hole[] = [];
  const walker = walk(content);
  for (let index = 0, node; (node = walker.nextNode() as Element | Comment | null); index++)
    if ('data' in node) {
      if (node.data === hole) holes.push([index]);
    } else
      for (const name of node.getAttributeNames()) {
        const pieces = (node.getAttribute(name) ?? '').split(hole);
        if (pieces.length < 2) continue;
        holes.push([index, name, pieces]);
        node.removeAttribute(name);
      }
  const template: Template = [content, holes];
  templates.set(strings, template);
  return template;
}

/** `name`, `.property`, `?boolean` or `@event`: set when one of its values is not what it was. */
function attribute(element: Element, name: string, pieces: readonly string[], host: unknown): Setter {
  const [, kind, own = name] = /^([.?@])(.*)/.exec(name) ?? [];
  let old: readonly unknown[] = pieces.map(() => nothing);
  if (kind === '@')
    element.addEventListener(own, (event) => {
      if (typeof old[0] === 'function') old[0].call(host, event);
    });
  const set = (values: readonly unknown[]): void => {
    const changed = values.some((value, index) => value !== old[index]);
    old = values;
    if (!changed || kind === '@') return;
    const value = values[0] === nothing ? undefined : values[0];
    if (kind === '.') Reflect.set(element, own, value);
    else if (kind === '?') element.toggleAttribute(own, !!value);
    else if (values.includes(nothing)) element.removeAttribute(own);
    else element.setAttribute(own, asText(...pieces.flatMap((piece, index) => [values[index - 1], piece])));
  };
  return [pieces.length - 1, set];
}

/** What fills a hole among children: text, a template, a list of such, or nothing. */
class Child {
  readonly #host: unknown;
  readonly #start: Node;
  /** What follows; null at the end of a root. */
  readonly end: Node | null;
  /** A template, the list, or the text node; a value of another kind replaces it. */
  #filling: unknown;
  #key: unknown;
  #setters: readonly Setter[] = [];
  readonly #items: Child[] = [];

  constructor(host: unknown, start: Node, end: Node | null) {
    this.#host = host;
    this.#start = start;
    this.end = end;
  }

  set(value: unknown): void {
    if (value instanceof Result) this.#setTemplate(value);
    else if (typeof value === 'object' && value && Symbol.iterator in value)
      this.#setItems([...(value as Iterable<unknown>)]);
    else this.#setText(value === nothing ? '' : asText(value));
  }

  #setTemplate(result: Result): void {
    const template = templateOf(result);
    let made: DocumentFragment | undefined;
    if (this.#filling !== template || this.#key !== result.key) {
      made = own('importNode', template[0], true) as DocumentFragment;
      const walker = walk(made);
      let at = -1;
      this.#setters = template[1].map(([index, name, pieces = []]) => {
        for (; at < index; at++) walker.nextNode();
        const node = walker.currentNode;
        if (name) return attribute(node as Element, name, pieces, this.#host);
        const child = new Child(this.#host, node, node.nextSibling);
        return [1, ([value]) => child.set(value)];
      });
    }
    let from = 0;
    for (const [takes, set] of this.#setters) set(result.values.slice(from, (from += takes)));
    if (!made) return;
    this.#fill(template);
    this.#insert(made);
    this.#key = result.key;
  }

  #setItems(values: readonly unknown[]): void {
    const items = this.#items;
    if (this.#filling !== items) {
      this.#fill(items);
      items.length = 0;
    }
    values.forEach((value, index) => {
      (items[index] ??= new Child(this.#host, this.#insert(new Comment()), this.#insert(new Comment()))).set(value);
    });
    items.length = values.length;
    this.#fill(items, items.at(-1)?.end ?? this.#start);
  }

  #setText(text: string): void {
    if (!text) this.#fill(undefined);
    else if (this.#filling instanceof Text) this.#filling.data = text;
    else this.#insert(this.#fill(new Text(text)));
  }

  /** Takes away what is there, or what is there after a node, for what is to come. */
  #fill<T>(filling: T, after = this.#start): T {
    while (after.nextSibling && after.nextSibling !== this.end) after.nextSibling.remove();
    this.#filling = filling;
    return filling;
  }

  #insert<T extends Node>(node: T): T {
    this.#start.parentNode?.insertBefore(node, this.end);
    return node;
  }
}

const roots = new WeakMap<Node, Child>();

/** Fills a root, of which nothing that was there before is kept; a `host` is the `this` of event listeners. */
export function render(value: unknown, root: Element | DocumentFragment, { host }: { host?: unknown } = {}): void {
  let child = roots.get(root);
  if (!child) {
    root.replaceChildren(new Comment());
    roots.set(root, (child = new Child(host, root.firstChild as Node, null)));
  }
  child.set(value);
}
