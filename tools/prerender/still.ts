import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A paragraph of an element that is true only where scripts run, and what stands in its place where they do not. */
export interface Still {
  /** The words of the paragraph. */
  readonly says: string;
  /** The markup in its place. */
  readonly instead: string;
}

/**
 * Puts what readers without scripts get right behind the paragraph that it stands in for, in a `noscript`: nobody else is
 * shown it, so nothing moves for it. The styles hide what stands before a `noscript`, and plain words leave it out.
 */
export function withStill<T extends Tree.ParentNode>(tree: T, still?: Still): T {
  if (!still) return tree;
  const place = find(tree, (element) => element.tagName === 'p' && wordsOf(element) === still.says);
  const around = place?.parentNode;
  const [noscript] = parseFragment(`<noscript>${still.instead}</noscript>`, { scriptingEnabled: false }).childNodes;
  if (!place || !around || !noscript) throw new Error(`nothing says: ${still.says}`);
  noscript.parentNode = around;
  around.childNodes.splice(around.childNodes.indexOf(place) + 1, 0, noscript);
  return tree;
}

const wordsOf = ({ childNodes }: Tree.Element): string =>
  childNodes
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .trim();

function find(parent: Tree.ParentNode, is: (element: Tree.Element) => boolean): Tree.Element | undefined {
  for (const node of parent.childNodes)
    if ('tagName' in node) {
      const found = is(node) ? node : find(node, is);
      if (found) return found;
    }
  return undefined;
}

/** Whether what follows stands in its place for readers without scripts. */
export const givesWay = (nodes: readonly Tree.ChildNode[], index: number): boolean =>
  nodes[index + 1]?.nodeName === 'noscript';
