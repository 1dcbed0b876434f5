import type { Finding, Knowledge } from './finding.js';
import { pinnedIn, type Script } from './page.js';

const algorithms = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;
type Algorithm = keyof typeof algorithms;

/** The hashes that an `integrity` attribute names, of the strongest kind alone, as browsers do; none if it has none. */
export function hashesIn(integrity: string): readonly { readonly algorithm: Algorithm; readonly value: string }[] {
  const all = integrity.split(/\s+/).flatMap((token) => {
    const [, algorithm, value] = /^(sha256|sha384|sha512)-([\w+/-]+={0,2})(?:\?.*)?$/.exec(token) ?? [];
    return algorithm && value ? [{ algorithm: algorithm as Algorithm, value }] : [];
  });
  const strongest = all
    .map(({ algorithm }) => algorithm)
    .sort()
    .at(-1);
  return all.filter(({ algorithm }) => algorithm === strongest);
}

/** The `integrity` of what a server sent. */
export async function integrityOf(body: Uint8Array<ArrayBuffer>, algorithm: Algorithm = 'sha384'): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest(algorithms[algorithm], body));
  return `${algorithm}-${btoa(String.fromCharCode(...digest))}`;
}

/** The hashes by which a policy may know a text on the page itself. */
export const hashesOf = (text: string): Promise<readonly string[]> =>
  Promise.all(
    (Object.keys(algorithms) as Algorithm[]).map((algorithm) => integrityOf(new TextEncoder().encode(text), algorithm)),
  );

/** Whether a browser runs this body for this attribute. */
async function matches(integrity: string, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  for (const { algorithm, value } of hashesIn(integrity)) {
    const sent = await integrityOf(body, algorithm);
    if (sent === `${algorithm}-${value.replaceAll('-', '+').replaceAll('_', '/')}`) return true;
  }
  return false;
}

/**
 * What is wrong with the integrity attribute of one of our scripts.
 *
 * @param body - What the server really sends, if it was asked: then that decides, and not what this release has.
 */
export async function integrityFindings(
  script: Script,
  { version, files }: Knowledge,
  body: Uint8Array<ArrayBuffer> | undefined,
): Promise<readonly Finding[]> {
  const { element, file, pinned } = script;
  const { line, attributes } = element;
  const { integrity = '' } = attributes;
  const isOther = pinned !== undefined && pinned !== version;
  const released = files[file]?.integrity ?? '';
  const sent = body && (await integrityOf(body));
  const named = hashesIn(integrity);
  // Of another version we know only what is sent.
  const right = isOther ? sent : released;
  if (!integrity.trim() || !named.length) {
    if (!right && !integrity.trim()) return [];
    return [
      {
        level: 'warning',
        line,
        what: integrity.trim()
          ? `The integrity attribute has no hash in it (sha384-…): browsers then compare nothing.`
          : `The script tag has no integrity attribute: the browser cannot tell whether ${file} was changed on its way.`,
        mend: right
          ? `Write integrity="${right}" crossorigin="anonymous".`
          : 'Take the whole tag from the embed builder.',
      },
    ];
  }
  const isReleased = named.some(({ algorithm, value }) => `${algorithm}-${value}` === released);
  if (!body)
    return isOther || isReleased
      ? []
      : [
          {
            level: 'error',
            line,
            what: `The integrity attribute is not that of ${file} of version ${version}: the browser refuses it.`,
            mend: `Change it to integrity="${released}", or use the file that it belongs to.`,
          },
        ];
  if (await matches(integrity, body))
    return isOther || isReleased || sent === released
      ? []
      : [
          {
            level: 'warning',
            line,
            what: `${file} there is not the one of version ${version}, though its integrity attribute fits it.`,
            mend: 'If it is an older one, copy the files of the new version into a folder of their own, and take the tag anew.',
          },
        ];
  const where = script.address?.href ?? script.src;
  return [
    {
      level: 'error',
      line,
      what: `The integrity attribute does not match what ${where} really sends: the browser refuses it.`,
      mend:
        sent === released
          ? `The file is the right one, so write integrity="${released}".`
          : isReleased
            ? `The attribute is right for version ${version}; the file there is another, or was changed on its way (by a “minifying” plugin or proxy, perhaps). Copy it from dist again.`
            : `Copy the file from dist again, and take the tag from the embed builder. It sends ${sent ?? ''}${pinnedIn(where) ? '' : ', of whatever version that is'}.`,
    },
  ];
}
