import type { Finding, Knowledge } from './finding.js';
import type { PageElement } from './html.js';
import { nearest } from './near.js';
import { mark, short, type Sight } from './page.js';

/** What is on a page in the place of our tags: misspelt, closed as in XML, or as words. */
export function tagFindings(sight: Sight, knowledge: Knowledge): readonly Finding[] {
  return [
    ...slipFindings(sight, knowledge),
    ...sight.elements.flatMap((element) => markFindings(element, knowledge)),
    ...closingFindings(sight),
    ...escapedFindings(sight, knowledge),
  ];
}

/** Tags that nobody has, but for a slip of the pen. */
function slipFindings({ elements, prefix }: Sight, { tags }: Knowledge): readonly Finding[] {
  const names = Object.keys(tags);
  // A page has many elements and few names for them.
  const meant = new Map<string, string | undefined>();
  return elements.flatMap(({ tag, line, attributes }): readonly Finding[] => {
    if (Object.hasOwn(tags, tag)) return [];
    const own = prefix && tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
    if (Object.hasOwn(tags, own)) return [];
    const other = names.find((name) => tag.endsWith(`-${name}`));
    if (other) {
      const before = tag.slice(0, -other.length);
      return [
        {
          level: 'warning',
          line,
          what: `<${short(tag)}> is none of our tags.`,
          mend: `If it is to be our ${other}, write <${prefix}${other}>, or put data-prefix="${before}" on our script tag.`,
        },
      ];
    }
    if (!meant.has(own)) meant.set(own, nearTag(own, names));
    // `<contact card>`: to a browser the second word is an attribute.
    const [second = ''] = Object.keys(attributes);
    const apart = names.find((name) => name === `${own}-${second}`);
    const near = apart ?? meant.get(own);
    const said = apart ? `${tag} ${second}` : tag;
    return near
      ? [{ level: 'error', line, what: `There is no <${short(said)}>.`, mend: `Did you mean <${prefix}${near}>?` }]
      : [];
  });
}

/** All of our names have a hyphen in them; one word of one, such as `contact` or `list`, is many things. */
function nearTag(tag: string, names: readonly string[]): string | undefined {
  const near = tag.length > 6 ? nearest(tag, names) : undefined;
  return near?.startsWith(`${tag}-`) ? undefined : near;
}

/** The mark of a place, misspelt or where it does nothing. */
function markFindings({ tag, line, attributes }: PageElement, { tags }: Knowledge): readonly Finding[] {
  if (mark in attributes)
    return tag === 'form'
      ? [
          {
            level: 'error',
            line,
            what: 'A form is no place for a widget.',
            mend: `Put ${mark} on a div.`,
          },
        ]
      : [];
  return Object.entries(attributes).flatMap(([name, value]): readonly Finding[] =>
    name.startsWith('data-') && (nearest(name, [mark]) ?? (/alliance|element|widget/.test(name) && tags[value]))
      ? [
          {
            level: 'error',
            line,
            what: `${short(name)} marks no place for a widget.`,
            mend: `Write ${mark}="${value}".`,
          },
        ]
      : [],
  );
}

/** Tags closed as in XML: browsers read on, and take all that follows for what is inside. */
function closingFindings({ html, widgets }: Sight): readonly Finding[] {
  const tags = new Set(widgets.filter(({ way }) => way === 'tag').map(({ element }) => element.tag));
  return [...tags].flatMap((tag) => {
    // Counted on from the last, or a page with many would take for ever.
    let [line, at] = [1, 0];
    return [...html.matchAll(new RegExp(`<${tag}\\b[^<>]*/>`, 'gi'))].map(({ index }) => {
      line += html.slice(at, index).split('\n').length - 1;
      at = index;
      return {
        level: 'error' as const,
        line,
        what: `<${tag} … /> is not closed: browsers take all that follows for its fallback, which then goes out of sight.`,
        mend: `Write <${tag} …>your words</${tag}>.`,
      };
    });
  });
}

/** Code that readers see as text: it was pasted where an editor takes words. */
function escapedFindings({ texts }: Sight, { tags }: Knowledge): readonly Finding[] {
  const ours = new RegExp(
    `<(${Object.keys(tags).join('|')})[\\s>]|<\\w+\\s[^>]*${mark}|<script\\s[^>]*alliance-elements`,
  );
  return texts
    .filter(({ text, isCode }) => !isCode && ours.test(text))
    .map(({ text, line }) => ({
      level: 'error',
      line,
      what: `Our code stands on the page as words that readers see: ${short(ours.exec(text)?.[0] ?? '')}…`,
      mend: 'Paste it where the editor takes HTML (“Source”, “Text”, “Custom HTML”), not among the words.',
    }));
}
