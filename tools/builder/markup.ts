import type { Attributes } from './types.js';

const numbered = (signs: RegExp) => (value: string) => value.replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);

/** Text as text. */
export const text = numbered(/[&<>]/g);
/** Text as the quoted value of an attribute. */
export const quoted = (value: string): string => `"${numbered(/["&<>]/g)(value)}"`;

const written = (given: Attributes, before = '') =>
  Object.entries(given)
    .map(([name, value]) => ` ${before}${name}${value && `=${quoted(value)}`}`)
    .join('');

const isBlock = (words: string) => /<(p|ul|h\d)>/.test(words);

/** Within a sentence, no line ends are added. */
const around = (words: string) => (isBlock(words) ? `\n${words}\n` : words);

export const tagWith = (tag: string, attributes: Attributes, words: string, root = ''): string =>
  `<${tag}${written(attributes)}>${root}${around(words)}</${tag}>`;

export const divWith = (tag: string, attributes: Attributes, words: string): string =>
  `<div data-alliance-element="${tag}"${written(attributes, 'data-')}>\n${words}\n</div>`;

/** The same tag as JSX, where an empty element closes itself and braces begin code. */
export function jsxWith(tag: string, attributes: Attributes, words: string): string {
  const inner = words.replace(/[{}]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('<br>', '<br />');
  return tagWith(tag, attributes, inner);
}

/** A word for a shell, quoted where it must be. */
export const shellWord = (word: string): string =>
  /^[\w./:=@,+-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
