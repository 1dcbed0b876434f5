import type { Circumstances, Finding } from './finding.js';
import { hashesOf } from './integrity.js';
import type { Sight } from './page.js';

/** A content security policy: for each directive its values, the first of a name alone, as browsers do. */
export function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), values);
  }
  return found;
}

/** Whether a source of a policy lets an address through, as CSP Level 3 matches hosts. */
export function allows(source: string, address: URL, page: URL | undefined): boolean {
  if (source === '*') return /^https?:$/.test(address.protocol);
  if (source.toLowerCase() === "'self'") return address.origin === page?.origin;
  const isScheme = (scheme: string) =>
    scheme.toLowerCase() === address.protocol || (scheme.toLowerCase() === 'http:' && address.protocol === 'https:');
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return isScheme(source);
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source) ?? [];
  if (!host || (scheme && !isScheme(`${scheme}:`))) return false;
  const fits = host.startsWith('*.')
    ? address.hostname.endsWith(host.slice(1).toLowerCase())
    : address.hostname === host.toLowerCase();
  if (!fits || (port && port !== '*' && port !== (address.port || (address.protocol === 'https:' ? '443' : '80'))))
    return false;
  if (!port && address.port) return false;
  return !path || path === '/' || (path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path);
}

/** A style on the page, and what a policy may know it by. */
interface Style {
  readonly tag: string;
  readonly nonce: string | undefined;
  readonly hashes: readonly string[];
}

/** What a policy is held against. */
interface Wanted {
  /** Addresses of our scripts, with what a tag has for a policy to know it by. */
  readonly scripts: readonly {
    readonly address: URL;
    /** As it is to be written in a policy. */
    readonly origin: string;
    /** Whether it makes our widgets, and not only lets frames grow. */
    readonly isOurs: boolean;
    readonly nonce?: string | undefined;
    readonly integrity?: string | undefined;
  }[];
  /** Address of the page, which is what `'self'` means. */
  readonly page: URL;
  /** Addresses of frames with our pages. */
  readonly frames: readonly URL[];
  /** Styles of prerendered widgets, which stand on the page itself. */
  readonly styles: readonly Style[];
  /** Address of a postcode service that the page has asked for. */
  readonly lookup: URL | undefined;
}

/** What in a page's policies, in headers and in its own `meta` tags, stops what is ours. */
export async function policyFindings(
  sight: Sight,
  { policies: sent = [] }: Circumstances,
): Promise<readonly Finding[]> {
  // Of a page without an address one thing is known: what it names without an origin is on its own site.
  const page = sight.page ?? new URL('https://this-page.invalid/');
  const originOf = ({ origin }: URL) => (!sight.page && origin === page.origin ? "'self'" : origin);
  const lookup = sight.widgets.map(({ attributes }) => attributes['lookup']).find((url) => url && URL.canParse(url));
  const wanted: Wanted = {
    page,
    scripts: [...sight.scripts, ...sight.helpers].flatMap((script) => {
      const { address = URL.canParse(script.src, page.href) && new URL(script.src, page.href), element } = script;
      const { nonce, integrity } = element.attributes;
      const isOurs = sight.scripts.includes(script);
      return address ? [{ address, origin: originOf(address), isOurs, nonce, integrity }] : [];
    }),
    frames: sight.frames.flatMap(({ address }) => address ?? []),
    styles: await stylesOf(sight),
    lookup: lookup ? new URL(lookup) : undefined,
  };
  const own = sight.elements.flatMap(({ tag, line, attributes }) =>
    tag === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'content-security-policy'
      ? stopped(attributes['content'] ?? '', wanted, false).map((finding) => ({ ...finding, line }))
      : [],
  );
  return [...sent.flatMap((policy) => stopped(policy, wanted, true)), ...own];
}

const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** What one policy stops, line by line. */
function stopped(
  policy: string,
  { scripts, page, frames, styles, lookup }: Wanted,
  isHeader: boolean,
): readonly Finding[] {
  const directives = directivesOf(policy);
  const first = (...names: readonly string[]) => names.find((name) => directives.has(name));
  const line = (name = '') => short(`${name} ${directives.get(name)?.join(' ') ?? ''}`.trim());
  const findings: Finding[] = [];
  const say = (level: Finding['level'], what: string, mend: string) =>
    void findings.push({
      level,
      what: `The policy line ${what}`,
      mend: isHeader ? `${mend} It stands in the header Content-Security-Policy.` : mend,
    });
  const scriptLine = first('script-src-elem', 'script-src', 'default-src');
  const sources = directives.get(scriptLine ?? '');
  if (scriptLine && sources)
    for (const { address, origin, nonce, integrity = '' } of scripts) {
      const named = origin === "'self'" ? address.pathname : address.href;
      const strict = sources.some((source) => source.toLowerCase() === "'strict-dynamic'");
      const hashes = integrity.split(/\s+/).filter(Boolean);
      // A tag is known by the page's nonce, or by a hash that its integrity attribute has too.
      const trusted =
        sources.some((source) => nonce && source === `'nonce-${nonce}'`) ||
        (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`)));
      const isAllowed = sources.some((source) => allows(source, address, page));
      if (strict ? trusted : isAllowed) continue;
      if (strict)
        say(
          'error',
          `"${line(scriptLine)}" stops ${named}: with 'strict-dynamic' only a script with the page's nonce runs.`,
          'Give our script tag the nonce of the page: <script nonce="…" src="…">. What it loads is then trusted.',
        );
      else if (!trusted || !isWhole(address))
        say(
          'error',
          trusted
            ? `"${line(scriptLine)}" lets our script run by its nonce or hash, but not what it loads from ${origin}.`
            : `"${line(scriptLine)}" stops ${named}.`,
          `Add ${origin} to ${scriptLine === 'default-src' ? 'a script-src line' : scriptLine}, or use the single file with the nonce.`,
        );
    }
  // A page with our frames alone has no policy of ours in it.
  const isOurs = scripts.some((script) => script.isOurs);
  const types = directives.get('trusted-types');
  if (types && isOurs && !types.includes('*') && !types.includes('alliance-elements'))
    say(
      'error',
      `"${line('trusted-types')}" stops every widget: it does not name our policy.`,
      'Add alliance-elements to that line.',
    );
  const sandbox = directives.get('sandbox');
  if (isHeader && sandbox && isOurs && !sandbox.some((token) => token.toLowerCase() === 'allow-scripts'))
    say('error', `"${line('sandbox')}" lets no script run on the page.`, 'Add allow-scripts to that line.');
  const styleLine = first('style-src-elem', 'style-src', 'default-src');
  for (const style of styles)
    if (styleLine && !allowsStyle(directives.get(styleLine) ?? [], style))
      say(
        'warning',
        `"${line(styleLine)}" stops the style of the prerendered ${style.tag}: until the script has come it stands without.`,
        `Add '${style.hashes[0] ?? ''}' to ${styleLine === 'default-src' ? 'a style-src line' : styleLine}.`,
      );
  const frameLine = first('frame-src', 'child-src', 'default-src');
  for (const address of frames)
    if (frameLine && !directives.get(frameLine)?.some((source) => allows(source, address, page)))
      say('error', `"${line(frameLine)}" stops the frame ${address.href}.`, `Add ${address.origin} to frame-src.`);
  const connectLine = first('connect-src', 'default-src');
  if (lookup && connectLine && !directives.get(connectLine)?.some((source) => allows(source, lookup, page)))
    say(
      'warning',
      `"${line(connectLine)}" stops the postcode service ${lookup.origin}: the finder then answers from its table alone.`,
      `Add ${lookup.origin} to connect-src, or leave out the attribute lookup.`,
    );
  return findings;
}

/** Whether a script is one file that loads no other. */
const isWhole = ({ pathname }: URL) => /\.(all|all\.classic|frame)\.js$/.test(pathname);

/** The style of each prerendered widget, each once. */
async function stylesOf({ widgets }: Sight): Promise<readonly Style[]> {
  const found = new Map<string, Style>();
  for (const { tag, element } of widgets)
    for (const { attributes, children } of element.children)
      for (const style of 'shadowrootmode' in attributes ? children.filter((each) => each.tag === 'style') : [])
        if (!found.has(style.code))
          found.set(style.code, { tag, nonce: style.attributes['nonce'], hashes: await hashesOf(style.code) });
  return [...found.values()];
}

function allowsStyle(sources: readonly string[], { nonce, hashes }: Style): boolean {
  const known = sources.filter((source) => /^'(nonce|sha\d+)-/i.test(source));
  // With a nonce or a hash in the line, 'unsafe-inline' is nothing.
  return known.length
    ? known.some((source) => (nonce && source === `'nonce-${nonce}'`) || hashes.includes(source.slice(1, -1)))
    : sources.some((source) => source.toLowerCase() === "'unsafe-inline'");
}
