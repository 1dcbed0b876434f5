import type { Finding } from './finding.js';

/** A content security policy: for each directive its values, the first of a name alone, as browsers do. */
function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), values);
  }
  return found;
}

/** Whether a source of a policy lets an address through, as CSP Level 3 matches hosts. */
function allows(source: string, address: URL, page: URL | undefined): boolean {
  if (source === '*') return /^https?:$/.test(address.protocol);
  if (source === "'self'") return address.origin === page?.origin;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return source.toLowerCase() === address.protocol;
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source) ?? [];
  if (!host) return false;
  if (
    scheme &&
    `${scheme.toLowerCase()}:` !== address.protocol &&
    !(scheme === 'http' && address.protocol === 'https:')
  )
    return false;
  const fits = host.startsWith('*.')
    ? address.hostname.endsWith(host.slice(1))
    : address.hostname === host.toLowerCase();
  if (!fits || (port && port !== '*' && port !== (address.port || (address.protocol === 'https:' ? '443' : '80'))))
    return false;
  if (!port && address.port) return false;
  return !path || path === '/' || (path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path);
}

/**
 * What in a page's policy stops our scripts, line by line.
 *
 * @param scripts - Addresses of our scripts, with the nonce of each tag, if it has one.
 * @param page - Address of the page, if it is known: `'self'` is nothing without it.
 * @param frames - Addresses of frames with our pages.
 * @param lookup - Address of a postcode service that the page has asked for.
 */
export function policyFindings(
  policy: string,
  scripts: readonly { readonly address: URL; readonly nonce?: string | undefined }[],
  page: URL | undefined,
  frames: readonly URL[],
  lookup?: URL,
): readonly Finding[] {
  const directives = directivesOf(policy);
  const first = (...names: readonly string[]) => names.find((name) => directives.has(name));
  const findings: Finding[] = [];
  const scriptLine = first('script-src-elem', 'script-src', 'default-src');
  const sources = directives.get(scriptLine ?? '');
  if (scriptLine && sources)
    for (const { address, nonce } of scripts) {
      const strict = sources.includes("'strict-dynamic'");
      const trusted = sources.some((source) => nonce && source === `'nonce-${nonce}'`);
      if (trusted && (strict || sources.some((source) => allows(source, address, page)))) continue;
      const said = `${scriptLine} ${sources.join(' ')}`.trim();
      if (strict)
        findings.push({
          level: 'error',
          what: `The policy line "${said}" stops ${address.href}: with 'strict-dynamic' only a script with the page's nonce runs.`,
          mend: 'Give our script tag the nonce of the page: <script nonce="…" src="…">. What it loads is then trusted.',
        });
      else if (!sources.some((source) => allows(source, address, page)))
        findings.push({
          level: 'error',
          what: trusted
            ? `The policy line "${said}" lets our script run by its nonce, but not what it loads from ${address.origin}.`
            : `The policy line "${said}" stops ${address.href}.`,
          mend: `Add ${address.origin} to ${scriptLine === 'default-src' ? 'a script-src line' : scriptLine}, or use the single file with the nonce.`,
        });
    }
  const types = directives.get('trusted-types');
  // A page with our frames alone has no policy of ours in it.
  if (types && scripts.length && !types.includes('*') && !types.includes('alliance-elements'))
    findings.push({
      level: 'error',
      what: `The policy line "trusted-types ${types.join(' ')}" stops every widget: it does not name our policy.`,
      mend: 'Add alliance-elements to that line.',
    });
  const frameLine = first('frame-src', 'child-src', 'default-src');
  for (const address of frames)
    if (frameLine && !directives.get(frameLine)?.some((source) => allows(source, address, page)))
      findings.push({
        level: 'error',
        what: `The policy line "${frameLine} ${directives.get(frameLine)?.join(' ') ?? ''}" stops the frame ${address.href}.`,
        mend: `Add ${address.origin} to frame-src.`,
      });
  const connectLine = first('connect-src', 'default-src');
  if (lookup && connectLine && !directives.get(connectLine)?.some((source) => allows(source, lookup, page)))
    findings.push({
      level: 'warning',
      what: `The policy line "${connectLine} ${directives.get(connectLine)?.join(' ') ?? ''}" stops the postcode service ${lookup.origin}: the finder then answers from its table alone.`,
      mend: `Add ${lookup.origin} to connect-src, or leave out the attribute lookup.`,
    });
  return findings;
}
