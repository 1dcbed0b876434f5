import type { Answer, Hop, Silence } from './answer.js';

/** What a question to a server may cost at most. */
const limits = { milliseconds: 10_000, bytes: 3_000_000, steps: 5 } as const;

/** What goes wrong on the way, by the codes of Node and of its fetch. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/, 'names a host that this computer does not find'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'names a host where no server listens'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'breaks off before it has answered'],
  [/TIMEOUT|TimeoutError|^ETIMEDOUT$/i, `gives no answer within ${limits.milliseconds / 1000} seconds`],
  [/CERT_HAS_EXPIRED/, 'has a certificate that is out of date'],
  [/ALTNAME/, 'has a certificate for another name'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|SSL|EPROTO/, 'has a certificate that this computer does not trust'],
  [/HPE_|PARSER/, 'answers with something that is no HTTP'],
];

/** Why there is no answer, in words that end a sentence. */
function whyNot(error: unknown): string {
  const codes: string[] = [];
  // fetch wraps what happened, sometimes twice.
  for (let each = error, deep = 0; each instanceof Error && deep < 5; each = each.cause, deep++)
    codes.push((each as NodeJS.ErrnoException).code ?? '', each.name, each.message);
  const [, words] = reasons.find(([pattern]) => codes.some((code) => pattern.test(code))) ?? [];
  const plain = codes.filter((code) => /\s/.test(code)).at(-1);
  return words ?? `gives no answer (${plain ?? 'nobody says why'})`;
}

/** A body up to a limit; nothing if there is more. */
async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); reader && next && !next.done; next = await reader.read()) {
    const piece = next.value as Uint8Array;
    bytes += piece.length;
    if (bytes > limits.bytes) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(piece);
  }
  const body = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  return body;
}

/**
 * Fetches one address and nothing else, for at most ten seconds, three megabytes and five steps, all of them http or
 * https; without cookies or passwords, and without running anything. It never throws.
 *
 * @param origin - Origin of the page in whose place it asks: some servers say only then who may read.
 */
export async function get(address: URL, origin?: string): Promise<Answer | Silence> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const hops: Hop[] = [];
  try {
    for (let next = address; ;) {
      const response = await fetch(next, {
        signal,
        redirect: 'manual',
        headers: {
          accept: '*/*',
          'user-agent': 'Mozilla/5.0 (compatible; alliance-elements doctor)',
          ...(origin === undefined ? {} : { origin }),
        },
      });
      const hop: Hop = { address: next, status: response.status, headers: response.headers };
      hops.push(hop);
      const to = response.headers.get('location');
      const isSentOn = [301, 302, 303, 307, 308].includes(response.status) && to !== null;
      if (!isSentOn || hops.length > limits.steps || !URL.canParse(to, next.href)) {
        const body = response.ok ? await bodyOf(response) : new Uint8Array();
        if (!response.ok) await response.body?.cancel();
        return body
          ? { hops: hops as [Hop, ...Hop[]], body }
          : { silence: `sends more than ${limits.bytes / 1_000_000} megabytes, which is nothing of ours` };
      }
      await response.body?.cancel();
      next = new URL(to, next);
      if (!/^https?:$/.test(next.protocol)) return { silence: `sends on to ${next.protocol}, which is no web address` };
    }
  } catch (error) {
    return { silence: whyNot(error) };
  }
}
