import { html, type TemplateResult } from 'lit';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
/** Visual size of a heading, apart from its level: 1.5, 1.25 and 1 times the text, or as small print. */
export type HeadingSize = 'l' | 'm' | 's' | 'small';

const templates = new Map<string, TemplateStringsArray>();

/**
 * A real `h1` to `h6`. Lit cannot vary a tag name, so the template's strings are made here, once per tag; only the
 * library's own constants go into them, never text from a host.
 *
 * @param level - From 1; what is deeper than 6 is 6.
 * @param attributes - Constant attributes such as `id="heading"`.
 */
export function heading(
  level: number,
  size: HeadingSize,
  content: unknown,
  attributes = 'part="subheading"',
): TemplateResult {
  const tag = `h${Math.min(6, level)}`;
  const open = `<${tag} class=${size} ${attributes}>`;
  let strings = templates.get(open);
  if (!strings) {
    const parts = [open, `</${tag}>`];
    templates.set(open, (strings = Object.assign(parts, { raw: parts })));
  }
  return html(strings, content);
}
