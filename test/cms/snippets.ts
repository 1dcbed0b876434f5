import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Command from '../../tools/prerender/command.js';

/** What a partner's editor may paste, by the name that the documents give it. */
export const ways = ['div', 'tag', 'iframe', 'words', 'prerendered'] as const;
export type Way = (typeof ways)[number];

/** One widget, with options of its own, as the documents would have it pasted. */
export interface Snippet {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly html: Readonly<Record<Way, string>>;
}

const widgets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'contact-card': { organisation: 'norfolk-and-norwich-university-hospital', 'heading-level': '3' },
  'region-map': { level: 'alliance' },
  'symptom-guidance': { area: 'bowel' },
  'alliance-finder': { search: 'NR2' },
  'alliance-overview': { sections: 'aims history' },
  'care-pathway': { stage: 'tests', audience: 'relative' },
  'partner-list': { kind: 'trust', 'group-by': 'alliance' },
  'prevention-guidance': { topics: 'smoking sun' },
  'screening-guidance': { programme: 'bowel' },
  'support-directory': { need: 'money' },
};

/** All ten are tried as div and as tag, where cleaners look at names and attributes; three tell of the other ways. */
export const triedIn = <T>(way: Way, all: readonly T[]): readonly T[] =>
  way === 'div' || way === 'tag' ? all : all.slice(0, 3);

/** The name that the host gives to each widget. */
export const ownId = 'ours';

/** A line that the host adds to each widget, through its slot. */
export const ownWords = 'Our desk is open on weekdays.';

const command = (dist: string) =>
  import(pathToFileURL(resolve(dist, 'npm/tools/prerender.js')).href) as Promise<typeof Command>;

/** The tag of the loader, for a page's template. */
export async function loaderOf(dist: string, base: string): Promise<string> {
  const { loaderTag, releaseIn } = await command(dist);
  return loaderTag(releaseIn(dist), base);
}

/** What any element may have. */
const general = ['class', 'dir', 'hidden', 'id', 'lang'];
/** Names a service that readers' postcodes are sent to: not for those whose content is cleaned. */
const notForEditors = 'lookup';

/** Our tags, and every attribute that editors may give one of them. */
export async function vocabulary(dist: string): Promise<{ readonly tags: string[]; readonly attributes: string[] }> {
  const { attributesOf } = await command(dist);
  const { elements } = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as { elements: object };
  const tags = Object.keys(elements).sort();
  const attributes = new Set([...general, ...tags.flatMap(attributesOf)]);
  attributes.delete(notForEditors);
  return { tags, attributes: [...attributes].sort() };
}

/** The snippets as the library's own command writes them, with its files at `base`, and the host's own line in them. */
export async function snippets(dist: string, base: string): Promise<readonly Snippet[]> {
  const { box, element, frameTags, loaderTag, plain, prerender, releaseIn } = await command(dist);
  const release = releaseIn(dist);
  // Whoever pastes takes the script along.
  const script = loaderTag(release, base);
  // As others would find it by, and with a line of the host's own.
  const ours = (html: string, before: string) =>
    html
      .replace(/^<[\w-]+/, `$& ${before}id="${ownId}"`)
      .replace(/(<\/[\w-]+>)$/, `<p ${before}slot="footer">${ownWords}</p>\n$1`);
  return Object.entries(widgets).map(([tag, attributes]) => {
    const rendered = prerender(tag, attributes);
    const prerendered = element(rendered);
    return {
      tag,
      attributes: { ...attributes, id: ownId },
      html: {
        div: `${script}\n${ours(box(rendered), 'data-')}`,
        tag: `${script}\n${ours(prerendered.replace(/<template.*?<\/template>/s, ''), '')}`,
        iframe: frameTags(rendered, 900, release, base),
        words: `${plain(rendered.tree)}\n<p>${ownWords}</p>`,
        prerendered: `${script}\n${ours(prerendered, '')}`,
      },
    };
  });
}
