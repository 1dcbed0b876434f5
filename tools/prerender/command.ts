import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { framePage } from './frame.js';
import { plain } from './plain.js';
import { releaseIn } from './release.js';
import { attributesOf, prerender, PrerenderError, type Attributes } from './render.js';
import { snippet } from './snippet.js';

// What the build writes dist/frame and dist/snippets with.
export { framePage, offered, refused } from './frame.js';
export { plain } from './plain.js';
export { releaseIn } from './release.js';
export { attributesOf, prerender, still, type Attributes } from './render.js';
export { box, element, frameTags, hashOf, loaderTag, snippet, titleOf } from './snippet.js';

export const summary = 'Writes the HTML that a widget shows, so that it is there before and without any script.';

export const help = `alliance-elements prerender TAG [--ATTRIBUTE=VALUE …] [--plain | --frame] [--base=URL] [--dir=rtl]

${summary}

  alliance-elements prerender contact-card --organisation=RGT
      the tag with its content in a declarative shadow root, and the script tag that makes it live
  alliance-elements prerender contact-card --organisation=RGT --plain
      the words alone: headings, lists and links, which every editor lets through
  alliance-elements prerender region-map --level=alliance --frame
      a whole page for an iframe, to be kept in the folder "frame" beside the library's files

  --base=URL   where the library's files are; by default a place to fill in
  --dir=rtl    for a page that reads from right to left
`;

/** The options that are not an element's attributes. */
const own = ['plain', 'frame', 'help'] as const;

/** Runs the command; gives its exit code. */
export function run(
  args: readonly string[],
  print: (text: string) => void = (text) => void process.stdout.write(text),
  complain: (text: string) => void = (text) => void process.stderr.write(text),
): number {
  try {
    print(output(args));
    return 0;
  } catch (error) {
    if (!(error instanceof PrerenderError)) throw error;
    complain(`${error.message}\n`);
    return 1;
  }
}

function output(args: readonly string[]): string {
  const { tokens } = parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true });
  // Of nothing: a name such as __proto__ is then one like any other, and refused as such.
  const given = Object.create(null) as Record<string, string>;
  const flags = new Set<string>();
  const tags: string[] = [];
  for (const token of tokens)
    if (token.kind === 'positional') tags.push(token.value);
    else if (token.kind === 'option') {
      const isOwn = own.some((name) => name === token.name) && token.value === undefined;
      if (isOwn) flags.add(token.name);
      else given[token.name] = token.value ?? '';
    }
  const [tag, ...more] = tags;
  if (flags.has('help') || !tag) {
    if (flags.has('help')) return help;
    throw new PrerenderError(help);
  }
  if (more.length) throw new PrerenderError(`One tag at a time, not also ${more.join(' ')}. Write --name=value.`);
  const { base, dir, ...attributes } = given;
  if (dir !== undefined && dir !== 'rtl' && dir !== 'ltr') throw new PrerenderError('--dir is ltr or rtl.');
  return write(tag, attributes, flags, base, dir);
}

function write(tag: string, given: Attributes, flags: ReadonlySet<string>, base?: string, dir?: 'ltr' | 'rtl'): string {
  // Asked first, so that a name that is no tag of ours is told of as such.
  attributesOf(tag);
  const rendered = prerender(tag, given, dir);
  if (flags.has('plain')) return `${plain(rendered.tree)}\n`;
  const release = releaseIn(join(dirname(fileURLToPath(import.meta.url)), '../..'));
  if (flags.has('frame')) return framePage(rendered, release);
  if (base !== undefined && !isPlace(base))
    throw new PrerenderError('--base is an address, such as https://example.org/alliance-elements/.');
  return snippet(rendered, release, base?.replace(/\/?$/, '/'));
}

/** Whether scripts may come from there: an address with its protocol, or a path on the page's own site. */
function isPlace(base: string): boolean {
  const page = 'https://page.example/';
  if (!/^(https?:\/\/|\/|\.)[^\s"'<>&]*$/.test(base) || !URL.canParse(base, page)) return false;
  return base.startsWith('http') || new URL(base, page).origin === new URL(page).origin;
}
