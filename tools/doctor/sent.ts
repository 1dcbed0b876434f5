import { corsProblem, end, isNosniff, typeOf, type Answer } from './answer.js';
import type { Finding } from './finding.js';
import type { Sight } from './page.js';
import { isOwnComputer } from './scripts.js';

/** What is to be said of a file that a server sends on to. */
export function wayFindings(answer: Answer, line: number | undefined, { page }: Sight): readonly Finding[] {
  const [from] = answer.hops;
  const to = end(answer);
  if (from === to) return [];
  const fell = answer.hops.find(({ address }) => address.protocol === 'http:' && !isOwnComputer(address));
  return fell && from.address.protocol === 'https:' && page?.protocol !== 'http:'
    ? [
        {
          level: 'error',
          line,
          what: `${from.address.href} sends on to ${fell.address.href}, over http: a page over https does not follow.`,
          mend: 'Have the server send on to https, or name the file where it is.',
        },
      ]
    : [
        {
          level: 'warning',
          line,
          what: `${from.address.href} is not where the file is: it sends on to ${to.address.href}.`,
          mend: 'Write that address: it saves readers a wait, and a policy must name both.',
        },
      ];
}

interface Reading {
  readonly line: number | undefined;
  readonly page: URL | undefined;
  readonly isModule: boolean;
  readonly readsWithCors: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What in the headers of a script stops browsers. */
export function sentFindings(answer: Answer, reading: Reading): readonly Finding[] {
  const { line, page, isModule, readsWithCors, attributes } = reading;
  const last = end(answer);
  const { href } = last.address;
  const findings: Finding[] = [];
  const say = (level: Finding['level'], what: string, mend: string) => void findings.push({ level, line, what, mend });
  const isElsewhere = answer.hops.some(({ address }) => address.origin !== page?.origin);
  if (isElsewhere && readsWithCors) {
    const credentials = attributes['crossorigin']?.toLowerCase() === 'use-credentials';
    const problem = corsProblem(answer, page?.origin, credentials);
    // Of a page that is a file nobody knows where it will be.
    if (problem)
      say(
        page || /^(without|with Access-Control-Allow-Origin (twice|: null))/.test(problem) ? 'error' : 'warning',
        `The script is sent ${problem}: from another site browsers refuse it (${href}).`,
        `Have the server send Access-Control-Allow-Origin: * with these files; docs/serving.md has settings that do.${page ? '' : ' If the page is on that site itself, give its address with --address.'}`,
      );
  }
  const resource = last.headers.get('cross-origin-resource-policy')?.trim().toLowerCase();
  if (isElsewhere && !readsWithCors && resource === 'same-origin')
    say(
      'error',
      `The script is sent with Cross-Origin-Resource-Policy: same-origin: no other site gets it (${href}).`,
      'Have the server send cross-origin there.',
    );
  const type = typeOf(last);
  const isScript = /^(text|application)\/(x-)?(java|ecma)script$|^text\/(javascript1\.[0-5]|jscript|livescript)$/.test(
    type,
  );
  const isRefused = isModule || isNosniff(last) || /^(image|audio|video)\/|^text\/csv$/.test(type);
  if (!isScript && isRefused)
    say(
      'error',
      `The script is sent as ${type || 'nothing (without Content-Type)'}${isModule ? '' : ', and with X-Content-Type-Options: nosniff'}: browsers do not run it.`,
      'Have the server send Content-Type: text/javascript with files that end in .js.',
    );
  else if (!isScript)
    say(
      'warning',
      `The script is sent as ${type || 'nothing (without Content-Type)'}; browsers guess that it is one.`,
      'Have the server send Content-Type: text/javascript with files that end in .js.',
    );
  return findings;
}
