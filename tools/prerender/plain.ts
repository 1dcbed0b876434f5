import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { givesWay } from './still.js';

type Node = Tree.ChildNode;
type Element = Tree.Element;

/** What only works, or only looks well, in the widget. */
const dropped = new Set(
  'button canvas fieldset form iframe input label meta script select style svg template textarea'.split(' '),
);
/** Parts that say again what stands beside them: a key to the map, the table of a chart. */
const repeated = /(^| )(chip|chart-table)( |$)/;
const blocks = new Set('h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr th td'.split(' '));
/** Elements that stand inside a line, by what is written for them. */
const inline: Readonly<Record<string, string>> = { a: 'a', b: 'strong', strong: 'strong', em: 'em', i: 'em', br: 'br' };
const linked = /^(https:|tel:|sms:|mailto:)/;

const isElement = (node: Node): node is Element => 'tagName' in node;
const get = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const has = (element: Element, name: string) => get(element, name) !== undefined;
const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);

function isDropped(element: Element): boolean {
  return (
    dropped.has(element.tagName) ||
    has(element, 'hidden') ||
    get(element, 'role') === 'status' ||
    ` ${get(element, 'class') ?? ''} `.includes(' screen ') ||
    repeated.test(`${get(element, 'class') ?? ''} ${get(element, 'part') ?? ''}`)
  );
}

/**
 * What a widget says as HTML that every editor and sanitiser lets through: headings, paragraphs, lists, tables and links,
 * with no attribute but a link's address. What folds is open, under a heading; what only works with a script is not there.
 */
export function plain(tree: Tree.DocumentFragment): string {
  const out = parseFragment('');
  const target = { into: out as Tree.ParentNode, inItem: false, level: 0, top: 0 };
  convert(tree.childNodes, target);
  tidy(out);
  // All that is one line may stand within a sentence of the page.
  const [only] = out.childNodes;
  if (out.childNodes.length === 1 && only && isElement(only) && only.tagName === 'p') out.childNodes = only.childNodes;
  return (
    serialize(out)
      .replace(/(<\/(?:h[1-6]|p|ul|ol|li|table|thead|tbody|tr)>|<(?:ul|ol|table|thead|tbody|tr)>)(?=<)/g, '$1\n')
      // Where a cleaner takes the line end away, the words on both sides of it must not become one.
      .replaceAll('<br>', '<br>\n')
      .trim()
  );
}

/** Where converted nodes go, and what they stand under. */
interface Target {
  into: Tree.ParentNode;
  inItem: boolean;
  /** Of the last heading, and of the first one. */
  level: number;
  top: number;
}

function add(into: Tree.ParentNode, tagName: string, attrs: Element['attrs'] = []): Element {
  const [element] = parseFragment(`<template></template>`).childNodes as [Element];
  const made = { ...element, nodeName: tagName, tagName, attrs, childNodes: [], parentNode: into };
  delete (made as Partial<Tree.Template>).content;
  into.childNodes.push(made);
  return made;
}

function addText(into: Tree.ParentNode, value: string): void {
  into.childNodes.push({ nodeName: '#text', value, parentNode: into });
}

function convert(nodes: readonly Node[], target: Target): void {
  for (const [index, node] of nodes.entries()) {
    if ('value' in node) addText(target.into, node.value);
    else if (isElement(node) && !isDropped(node) && !givesWay(nodes, index)) convertElement(node, target);
  }
}

function convertElement(element: Element, target: Target): void {
  const { tagName, childNodes } = element;
  const { into } = target;
  if (isHeading(element)) {
    target.level = Number(tagName[1]);
    target.top ||= target.level;
  }
  // What a widget ends with belongs to all of it.
  if (tagName === 'footer') target.level = target.top;

  if (tagName === 'details') convertDetails(element, target);
  else if (tagName === 'dl') convertTerms(element, target);
  else if (tagName in inline) {
    const href = get(element, 'href') ?? '';
    if (tagName !== 'a') convert(childNodes, { ...target, into: add(into, inline[tagName] ?? '') });
    else if (linked.test(href))
      convert(childNodes, { ...target, into: add(into, 'a', [{ name: 'href', value: href }]) });
    else convert(childNodes, target);
  } else if (blocks.has(tagName)) {
    const own = { ...target, into: add(into, tagName), inItem: target.inItem || tagName === 'li' };
    convert(childNodes, own);
  } else if (tagName === 'span' || tagName === 'slot') convert(childNodes, target);
  else {
    // A box: what stands in it is apart from what is around it.
    const box = add(into, 'div');
    convert(childNodes, Object.assign(target, { into: box }));
    target.into = into;
  }
}

/** Open, for good: the words to open it become a heading, or in a list the first words of the entry. */
function convertDetails({ childNodes }: Element, target: Target): void {
  const { into, level } = target;
  const summary = childNodes.find((node): node is Element => isElement(node) && node.tagName === 'summary');
  const rest = childNodes.filter((node) => node !== summary);
  const titled = summary?.childNodes.some((node) => isElement(node) && isHeading(node));
  if (summary && titled) convert(summary.childNodes, target);
  else if (summary) {
    target.level = Math.min(6, level + 1);
    const line = add(into, target.inItem ? 'p' : `h${target.level}`);
    const title = target.inItem ? add(line, 'strong') : line;
    const isNote = (node: Node) => isElement(node) && ` ${get(node, 'class') ?? ''} `.includes(' small ');
    for (const node of summary.childNodes) {
      if (isNote(node)) addText(line, ' ');
      convert([node], { ...target, into: isNote(node) ? line : title });
    }
  }
  convert(rest, target);
  target.level = level;
}

/** Terms and what they stand for, as a list, since editors that know no `dl` would run them together. */
function convertTerms({ childNodes }: Element, target: Target): void {
  const list = add(target.into, 'ul');
  let item: Element | undefined;
  for (const node of childNodes)
    if (isElement(node) && node.tagName === 'dt') {
      item = add(list, 'li');
      convert(node.childNodes, { ...target, into: add(item, 'strong') });
      addText(item, ': ');
    } else if (isElement(node) && item) convert(node.childNodes, { ...target, into: item });
}

/** Boxes give way to what is in them; lines of text that stand among blocks become paragraphs; what is empty goes. */
function tidy(parent: Tree.ParentNode): void {
  const kept: Node[] = [];
  for (const node of parent.childNodes) {
    const last = kept.at(-1);
    if ('value' in node && last && 'value' in last) {
      last.value = (last.value + node.value).replace(/\s+/g, ' ');
      continue;
    }
    if (isElement(node)) tidy(node);
    if ('value' in node) node.value = node.value.replace(/\s+/g, ' ');
    if (isElement(node) && !node.childNodes.length && node.tagName !== 'br') continue;
    kept.push(node);
  }
  const isBlock = (node: Node) => isElement(node) && (blocks.has(node.tagName) || node.tagName === 'div');
  const hasBlocks = kept.some(isBlock);
  const isHolder = !('tagName' in parent) || parent.tagName === 'div' || parent.tagName === 'li';
  const flat: Node[] = [];
  let line: Node[] = [];
  const endLine = () => {
    const words = trimmed(line);
    line = [];
    if (!words.length) return;
    // A box of one line is a paragraph; a list's entry, or a line that is all there is, stays as it is.
    const wrap = hasBlocks || ('tagName' in parent && parent.tagName === 'div');
    if (wrap && isHolder && !('tagName' in parent && parent.tagName === 'li')) {
      const paragraph = add(parent, 'p');
      paragraph.childNodes = words;
      flat.push(paragraph);
    } else flat.push(...words);
  };
  for (const node of kept)
    if (isBlock(node)) {
      endLine();
      if (isElement(node) && node.tagName === 'div') flat.push(...node.childNodes);
      else flat.push(node);
    } else line.push(node);
  endLine();
  parent.childNodes = flat;
  if ('tagName' in parent && /^(ul|ol|table|thead|tbody|tr)$/.test(parent.tagName))
    parent.childNodes = parent.childNodes.filter(isElement);
}

/** A line without spaces at its ends; nothing if there is nothing else. */
function trimmed(line: readonly Node[]): Node[] {
  const nodes = [...line];
  const isBlank = (node?: Node) => node !== undefined && 'value' in node && !node.value.trim();
  while (isBlank(nodes[0])) nodes.shift();
  while (isBlank(nodes.at(-1))) nodes.pop();
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first && 'value' in first) first.value = first.value.trimStart();
  if (last && 'value' in last) last.value = last.value.trimEnd();
  return nodes;
}
