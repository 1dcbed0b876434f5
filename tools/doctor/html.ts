import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** An element of somebody's page. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number | undefined;
  /** The words inside, as one line, without what a parser takes for no text, such as a script. */
  readonly words: string;
  /** Its own text, letter by letter. */
  readonly code: string;
  /** The elements inside it, without those inside these. */
  readonly children: readonly PageElement[];
}

/** Text of a page, and whether it shows code on purpose. */
export interface PageText {
  readonly text: string;
  readonly line: number | undefined;
  readonly isCode: boolean;
}

export interface Page {
  readonly elements: readonly PageElement[];
  readonly texts: readonly PageText[];
}

/** Deeper than any browser follows; without an end a page of nothing but opening tags would take hours. */
const deepest = 1000;

/** What a page is not looked into for. */
class TooDeep extends Error {}

/** All elements and texts of a page, or of a piece of one, in order. Any text will do; nothing if it is too deep. */
export function read(html: string): Page | undefined {
  let depth = 0;
  try {
    return pageOf(
      parse(html, {
        sourceCodeLocationInfo: true,
        treeAdapter: {
          ...defaultTreeAdapter,
          onItemPush: () => {
            if (++depth > deepest) throw new TooDeep();
          },
          onItemPop: () => {
            depth--;
          },
        },
      }),
    );
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** Reads a tree. No deeper than the parser lets it be, so it may call itself. */
function pageOf(root: Node): Page {
  const elements: PageElement[] = [];
  const texts: PageText[] = [];
  const visit = (node: Node, isCode: boolean): PageElement[] => {
    if ('value' in node && node.value.trim())
      texts.push({ text: node.value, line: node.sourceCodeLocation?.startLine, isCode });
    const within = insideOf(node);
    if (!('tagName' in node)) return within.flatMap((each) => visit(each, isCode));
    const inCode = isCode || /^(code|pre|samp|script|style|template|textarea|title)$/.test(node.tagName);
    const children: PageElement[] = [];
    const element: PageElement = {
      tag: node.tagName,
      // Without a prototype, so that an attribute named after something of every object is only itself.
      attributes: Object.assign(
        Object.create(null) as Record<string, string>,
        Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      ),
      line: node.sourceCodeLocation?.startLine,
      // Few are asked for theirs; each reads all that is inside.
      get words() {
        return textOf(node).replace(/\s+/g, ' ').trim();
      },
      get code() {
        return within.map((each) => ('value' in each ? each.value : '')).join('');
      },
      children,
    };
    elements.push(element);
    for (const each of within) children.push(...visit(each, inCode));
    return [element];
  };
  visit(root, false);
  // A parser adds what a page leaves out; that has no line.
  return { elements: elements.filter(({ line }) => line !== undefined), texts };
}

const insideOf = (node: Node): readonly Node[] =>
  'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && ['script', 'style', 'template'].includes(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}
