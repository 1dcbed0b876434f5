import type { Reading } from './postcode.js';

/** What a postcode service says of a postcode: codes of its sub-ICB location (a former CCG) and of its board of 2022. */
export interface Codes {
  readonly ccg: string;
  readonly board: string;
}

/** For the whole question, in milliseconds: a reader waits no longer. */
const limit = 3000;
/** A reply has about 2,000 letters. */
const longest = 20_000;
const attempts = 2;

/** The service that a host names: an https address, or one on the same machine for those who try it out. */
export function serviceAt(value: unknown): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const near = /^(localhost|127\.0\.0\.1|\[::1])$/.test(url.hostname);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && near);
  return safe && !url.username && !url.password && !url.search && !url.hash ? url : undefined;
}

/**
 * Asks a service that speaks as postcodes.io does. Sends the postcode and nothing else: no cookie, no address of the page.
 * Whatever goes wrong, the answer is nothing; what may pass is asked once more.
 *
 * @param stopped - Ends the question, when nobody waits for the answer any more.
 */
export async function lookUp(
  service: URL,
  { outcode, inward }: Reading,
  stopped: AbortSignal,
): Promise<Codes | undefined> {
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, limit);
  stopped.addEventListener('abort', end);
  try {
    for (let attempt = 0; attempt < attempts && !stop.signal.aborted && !stopped.aborted; attempt++) {
      try {
        const response = await fetch(`${service.href.replace(/\/$/, '')}/postcodes/${outcode}${inward}`, {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          redirect: 'error',
          cache: 'no-store',
          signal: stop.signal,
        });
        const json = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
        if (response.status < 500)
          return response.ok && json ? codesIn(await textOf(response), outcode + inward) : undefined;
      } catch {
        // No connection, no permission or no time: the next turn of the loop, if there is one, asks again.
      }
    }
    return undefined;
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener('abort', end);
    // Lets go of what was not read.
    end();
  }
}

/** The words of a reply; none, and no more of them are read, where they grow too long to be one. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    text += part.value;
    if (text.length > longest) return '';
  }
  return text;
}

/** The codes in a reply to a question about this postcode; nothing, if it is anything else. */
function codesIn(text: string, postcode: string): Codes | undefined {
  try {
    const { result } = JSON.parse(text) as { result: { postcode: unknown; codes: Record<string, unknown> } };
    // Whatever stands there is compared with codes that we know, as text.
    const { ccg_id, icb } = result.codes;
    if (String(result.postcode).replace(/\s/g, '') === postcode) return { ccg: String(ccg_id), board: String(icb) };
  } catch {
    // Not JSON, or not of this shape.
  }
  return undefined;
}
