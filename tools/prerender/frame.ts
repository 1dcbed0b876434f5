import type { Release } from './release.js';
import { attributesOf, type Rendered } from './render.js';
import { attribute, element, hashOf, text, titleOf } from './snippet.js';

/** The options that the address of a frame page may carry, for the elements that have them. */
export const offered: readonly string[] = [
  'alliance',
  'area',
  'as-of',
  'audience',
  'compact',
  'filter',
  'group-by',
  'heading-level',
  'hospitals',
  'kind',
  'layout',
  'level',
  'need',
  'organisation',
  'programme',
  'search',
  'sections',
  'selected',
  'stage',
  'topics',
];

/**
 * Those that it may not. Anybody can write an address, and what it says would stand on our own page: no telephone number,
 * no link, no words of others, and no service that a reader's postcode goes to.
 */
export const refused: readonly string[] = [
  'address',
  'aria-label',
  'email',
  'for',
  'lookup',
  'name',
  'telephone',
  'website',
];

const pageStyles = 'body{margin:0;display:flow-root}';

/**
 * A page that holds one element and is whole without scripts, for sites that take frames alone. Its links open in the page
 * around it.
 */
export function framePage(rendered: Rendered, release: Release): string {
  const { tag, styles } = rendered;
  const inside = release.frameScript;
  const policy = [
    "default-src 'none'",
    // Known by their hashes, wherever the page is kept, and also in a sandbox, where WebKit's 'self' is nobody. What these
    // two load is what they carry the hashes of.
    `script-src '${release.loader.integrity}' '${inside.integrity}' 'strict-dynamic'`,
    `style-src ${hashOf(pageStyles)} ${hashOf(styles)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types alliance-elements',
  ].join('; ');
  const options = attributesOf(tag).filter((name) => offered.includes(name));
  const script = (src: string, integrity: string, more = '') =>
    `<script type="module" src="${src}" integrity="${integrity}" crossorigin="anonymous"${more}></script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content=${attribute(policy)}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${text(titleOf(rendered))}</title>
<base target="_top">
<style>${pageStyles}</style>
${script(inside.file.replace('frame/', ''), inside.integrity, ` data-options=${attribute(options.join(' '))}`)}
${script('../alliance-elements.js', release.loader.integrity)}
</head>
<body>${element(rendered)}</body>
</html>
`;
}
