/** One step on the way to a file: where it was asked for, and what came back. */
export interface Hop {
  readonly address: URL;
  readonly status: number;
  readonly headers: Headers;
}

/** What a server answered: each step, the last of which brought what there is. */
export interface Answer {
  readonly hops: readonly [Hop, ...Hop[]];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** No answer, and why, in words that end a sentence. */
export interface Silence {
  readonly silence: string;
}

/**
 * Asks a server for a file and for nothing else. It never throws.
 *
 * @param origin - Origin of the page that would ask, as browsers send it; `null` for a page that has none.
 */
export type Ask = (address: URL, origin: string) => Promise<Answer | Silence>;

export const isSilence = (said: Answer | Silence): said is Silence => 'silence' in said;

/** The last step. */
export const end = ({ hops }: Answer): Hop => hops.at(-1) ?? hops[0];

/** The content type alone, without its parameters. */
export const typeOf = ({ headers }: Hop): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

export const isNosniff = ({ headers }: Hop): boolean =>
  headers.get('x-content-type-options')?.split(',', 1)[0]?.trim().toLowerCase() === 'nosniff';

/** Whether a text is a page: many servers answer with one, and with 200, where there is no file. */
export const isPage = (body: Uint8Array): boolean =>
  /^\uFEFF?\s*(<!--(?:(?!-->)[^])*-->\s*)*<(!doctype|html|head|body)\b/i.test(
    new TextDecoder().decode(body.subarray(0, 2000)),
  );

/** Several policies in one header stand between commas. */
export const policiesIn = (headers: Headers): readonly string[] =>
  (headers.get('content-security-policy') ?? '').split(',').filter((policy) => policy.trim());

/**
 * Why a page of another site may not read an answer that it asked for with CORS; nothing if it may.
 *
 * @param origin - Origin of the page, if it is known.
 */
export function corsProblem({ hops }: Answer, origin: string | undefined, credentials: boolean): string | undefined {
  for (const { headers } of hops) {
    const allowed = headers.get('access-control-allow-origin');
    if (allowed === null) return 'without Access-Control-Allow-Origin';
    if (allowed.includes(','))
      return `with Access-Control-Allow-Origin twice ("${allowed}"), which browsers take for none`;
    if (credentials && (allowed === '*' || headers.get('access-control-allow-credentials') !== 'true'))
      return 'for pages that ask without crossorigin="use-credentials"';
    // Of a page whose address nobody gave, only * says that it may.
    if (allowed !== '*' && allowed !== origin) return `with Access-Control-Allow-Origin: ${allowed || '(nothing)'}`;
  }
  return undefined;
}
