import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** An element of somebody's page. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number | undefined;
  /** The words inside, as one line. */
  readonly words: string;
  /** Text inside that a parser takes for no markup, such as that of a script. */
  readonly children: readonly PageElement[];
}

/** All elements of a page, or of a piece of one, in order. Any text will do. */
export function elementsOf(html: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const read = (node: Node): PageElement[] => {
    const inner = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
    if (!('tagName' in node)) return inner.flatMap(read);
    const at = found.push(undefined as never) - 1;
    const element: PageElement = {
      tag: node.tagName,
      // Without a prototype, so that an attribute named after something of every object is only itself.
      attributes: Object.assign(
        Object.create(null) as Record<string, string>,
        Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      ),
      line: node.sourceCodeLocation?.startLine,
      words: textOf(node).replace(/\s+/g, ' ').trim(),
      children: inner.flatMap(read),
    };
    found[at] = element;
    return [element];
  };
  read(parse(html, { sourceCodeLocationInfo: true }));
  // A parser adds what a page leaves out; that has no line.
  return found.filter(({ line }) => line !== undefined);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && ['script', 'style', 'template'].includes(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}
