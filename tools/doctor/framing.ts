import { end, isNosniff, isPage, policiesIn, typeOf, type Answer } from './answer.js';
import type { Circumstances, Finding } from './finding.js';
import type { Sight, Widget } from './page.js';
import { allows, directivesOf } from './policy.js';
import { wayFindings } from './sent.js';

/** What keeps a frame's page, which came, from being shown in this page. */
export function framingFindings(
  answer: Answer,
  { element: { line }, tag }: Widget,
  sight: Sight,
  { isolated }: Circumstances,
): readonly Finding[] {
  const last = end(answer);
  const { href } = last.address;
  const findings: Finding[] = [...wayFindings(answer, line, sight)];
  const say = (level: Finding['level'], what: string, mend: string) => void findings.push({ level, line, what, mend });
  const type = typeOf(last);
  const isHtml = type === 'text/html' || type === 'application/xhtml+xml';
  if (!isHtml && (type || isNosniff(last) || !isPage(answer.body)))
    say(
      'error',
      `The frame is sent as ${type || 'nothing (without Content-Type)'}, so browsers show no page (${href}).`,
      'Have the server send Content-Type: text/html with files that end in .html.',
    );
  else if (!new TextDecoder().decode(answer.body).includes(`<${tag}`))
    say(
      'error',
      `The frame is not there: ${href} answers with another page, without <${tag}>.`,
      'Open that address in a browser; correct it, or copy dist/frame there.',
    );
  const refusal = refusalOf(answer, sight.page);
  if (refusal) say(refusal.level, `The frame’s server sends ${refusal.said} (${href}).`, refusal.mend);
  const embedder = last.headers.get('cross-origin-embedder-policy')?.split(';', 1)[0]?.trim().toLowerCase();
  if (isolated && embedder !== 'require-corp' && embedder !== 'credentialless')
    say(
      'error',
      `This page isolates itself (Cross-Origin-Embedder-Policy), and the frame is sent without that header: nothing stands in its place (${href}).`,
      'Have the server of the frame send Cross-Origin-Embedder-Policy: require-corp; docs/serving.md has settings that do.',
    );
  return findings;
}

interface Refusal {
  readonly level: Finding['level'];
  readonly said: string;
  readonly mend: string;
}

const mend = 'For the folder frame, have it send Content-Security-Policy: frame-ancestors * and no X-Frame-Options.';

/** What in a frame's headers keeps it out of a page; `frame-ancestors` counts before `X-Frame-Options`, as in browsers. */
function refusalOf(answer: Answer, page: URL | undefined): Refusal | undefined {
  const { address, headers } = end(answer);
  const isOwn = page?.origin === address.origin;
  const lines = policiesIn(headers).flatMap((policy) => {
    const sources = directivesOf(policy).get('frame-ancestors');
    return sources ? [sources] : [];
  });
  for (const sources of lines) {
    const said = `Content-Security-Policy: frame-ancestors ${sources.join(' ')}`;
    if (sources.some((source) => source === '*')) continue;
    if (!sources.some((source) => source.toLowerCase() !== "'none'"))
      return { level: 'error', said: `${said}: no page may show it`, mend };
    if (!page)
      return {
        level: 'warning',
        said: `${said}: only the pages of those may show it`,
        mend: `If this page is none of them: ${mend} With --address the doctor knows where this page is.`,
      };
    // In that line 'self' is the site of the frame.
    if (!sources.some((source) => allows(source, page, address)))
      return {
        level: 'error',
        said: `${said}, and ${page.origin} is not among them: nothing stands in its place`,
        mend,
      };
  }
  if (lines.length) return undefined;
  const options = new Set(
    (headers.get('x-frame-options') ?? '').split(',').map((option) => option.trim().toLowerCase()),
  );
  const known = ['deny', 'sameorigin', 'allowall'].filter((option) => options.has(option));
  const said = `X-Frame-Options: ${headers.get('x-frame-options') ?? ''}`;
  if (options.has('deny') || (options.size > 1 && known.length))
    return { level: 'error', said: `${said}: no page may show it`, mend };
  if (options.has('sameorigin') && !isOwn)
    return page
      ? { level: 'error', said: `${said}: only pages of ${address.origin} may show it`, mend }
      : {
          level: 'warning',
          said: `${said}: only pages of ${address.origin} may show it`,
          mend: `If this page is on another site: ${mend} With --address the doctor knows where this page is.`,
        };
  return undefined;
}
