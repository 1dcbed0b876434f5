import boardCodes from '../../../../content/outcodes.yaml?board-codes';
import { boardOf, organisation, organisations, type Organisation } from '../../../content/catalogue.js';

/** Where a postcode service says that a postcode is. */
export interface Served {
  readonly system: Organisation;
  /** The boards that serve it today. */
  readonly boards: readonly Organisation[];
}

/** For the whole question, in milliseconds: a reader waits no longer. */
const limit = 3000;
/** A reply has about 2,000 letters. */
const longest = 20_000;
const attempts = 2;

/**
 * Asks a service that speaks as postcodes.io does. Sends the postcode and nothing else: no cookie, no address of the page.
 * Whatever goes wrong, the answer is nothing; what may pass is asked once more.
 *
 * @param postcode - A whole one, without its space.
 * @param stopped - Ends the question, when nobody waits for the answer any more.
 */
export async function lookUp(service: URL, postcode: string, stopped: AbortSignal): Promise<Served | undefined> {
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, limit);
  stopped.addEventListener('abort', end);
  try {
    for (let attempt = 0; attempt < attempts && !stop.signal.aborted && !stopped.aborted; attempt++) {
      try {
        const response = await fetch(`${service.href.replace(/\/$/, '')}/postcodes/${postcode}`, {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          redirect: 'error',
          cache: 'no-store',
          signal: stop.signal,
        });
        const json = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
        if (response.status < 500) return response.ok && json ? servedIn(await textOf(response), postcode) : undefined;
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

/** What a reply to a question about this postcode says; nothing, if it is anything else or of another region. */
function servedIn(text: string, postcode: string): Served | undefined {
  try {
    const { result } = JSON.parse(text) as { result: { postcode: unknown; codes: Record<string, unknown> } };
    // Whatever stands there is compared with codes that we know, as text.
    const { ccg_id, icb } = result.codes;
    if (String(result.postcode).replace(/\s/g, '') === postcode) return served(String(ccg_id), String(icb));
  } catch {
    // Not JSON, or not of this shape.
  }
  return undefined;
}

/** What the codes of a sub-ICB location (a former CCG) and of a board of 2022 stand for. The finer one comes first. */
export function served(ccg: string, board: string): Served | undefined {
  const area = organisations().find(({ kind, odsCode }) => kind === 'ccg' && odsCode === ccg);
  const systems = organisations().filter(({ kind }) => kind === 'system');
  const system = organisation(area?.system ?? systems[boardCodes.indexOf(board)]?.id);
  if (!system) return undefined;
  const boards = area ? boardOf(area.id) : [];
  // A CCG that was made of three stands for its whole system.
  return { system, boards: boards.length ? boards : boardOf(system.id) };
}
