import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prerender } from '../prerender/command.js';
import { end, isSilence, policiesIn, type Ask } from './answer.js';
import { listening } from './complaints.js';
import { diagnose } from './diagnose.js';
import type { Finding, Knowledge } from './finding.js';
import { get } from './get.js';
import { nearest } from './near.js';
import { isOwnComputer } from './scripts.js';

/** Put in by the build. */
declare const KNOWLEDGE: Knowledge;

export const summary = 'Looks at a page with our widgets, and says what is wrong and how to mend it.';

export const help = `alliance-elements doctor PAGE [--address=URL] [--policy="…"] [--offline] [--strict] [--json]

${summary}

  alliance-elements doctor page.html
  alliance-elements doctor https://www.example.nhs.uk/cancer
      also reads the headers that come with the page, such as its content security policy

It asks the servers that the page names for our scripts, for the files that these load, and for our frames, and says so:
nothing else of the page is fetched, nothing of it is run, and each question ends after 10 seconds, 3 megabytes or
5 redirects.

  --address=URL  where the page will be, for a page that is a file
  --policy="…"   a content security policy, for a page that is a file
  --offline      asks nobody but for the page itself
  --strict       ends with 1 also where there are only things to improve, such as a misspelt attribute
  --json         findings as JSON

Its exit code is 0 if there is nothing to mend (there may be things to improve), 1 if a reader does not get a widget as
it was asked for, and 2 if the doctor could not look, or has no such option.
`;

const options = {
  address: { type: 'string' },
  policy: { type: 'string' },
  offline: { type: 'boolean' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the person at the command line is told, without more. */
class Unreadable extends Error {}

/** What was asked for; an option that there is not is no way of asking for less. */
function asked(args: readonly string[]) {
  const given = { args: [...args], allowPositionals: true, options } as const;
  const names = Object.keys(options).map((name) => `--${name}`);
  for (const token of parseArgs({ ...given, strict: false, tokens: true }).tokens)
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      const near = nearest(token.rawName, names);
      throw new Unreadable(
        `There is no option ${token.rawName}. ${near ? `Did you mean ${near}? ` : ''}There are: ${names.join(', ')}.`,
      );
    }
  return parseArgs(given);
}

interface Page {
  readonly html: string;
  readonly address?: string | undefined;
  readonly policies: readonly string[];
  readonly online: boolean;
  readonly isolated?: boolean;
}

async function pageAt(place: string): Promise<Page> {
  if (!/^https?:\/\//i.test(place)) return pageIn(place);
  if (!URL.canParse(place)) throw new Unreadable(`${place} is no address.`);
  const answer = await get(new URL(place));
  if (isSilence(answer)) throw new Unreadable(`There is no page to look at: ${place} ${answer.silence}.`);
  const { address, status, headers } = end(answer);
  if (status < 200 || status > 299)
    throw new Unreadable(`There is no page to look at: ${address.href} answers ${status}.`);
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? [];
  return {
    html: decoded(answer.body, charset),
    address: address.href,
    policies: policiesIn(headers),
    // A page on this computer says nothing of what is beyond it.
    online: !isOwnComputer(address),
    isolated: /^(require-corp|credentialless)/i.test(headers.get('cross-origin-embedder-policy') ?? ''),
  };
}

function decoded(body: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // What no decoder knows is mostly ASCII.
    return new TextDecoder().decode(body);
  }
}

function pageIn(place: string): Page {
  try {
    const file = /^file:/i.test(place) ? fileURLToPath(place) : place;
    return { html: readFileSync(file, 'utf8'), policies: [], online: false };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isSite = /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?(\/|$)|^localhost\b/i.test(place);
    if (code === 'ENOENT')
      throw new Unreadable(`There is no file ${place}.${isSite ? ` If it is an address, write https://${place}` : ''}`);
    if (code === 'EISDIR') throw new Unreadable(`${place} is a folder. Name a page in it.`);
    throw new Unreadable(`${place} cannot be read${code ? ` (${code})` : ''}.`);
  }
}

/** Without what a terminal would obey: much of what is said was read from a page. */
const tame = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');

const signs = { error: '✗', warning: '!', good: '✓' } as const;

const told = (place: string, { level, line, what, mend }: Finding) =>
  [`${signs[level]} ${place}${line === undefined ? '' : `:${line}`}  ${what}`, ...(mend ? [`    ${mend}`] : [])]
    .map(tame)
    .join('\n');

/** Draws an element for what it says on the console. Where it cannot show what is asked, it has said so by then. */
function draw(tag: string, attributes: Readonly<Record<string, string>>): void {
  try {
    prerender(tag, attributes);
  } catch {
    // Nothing to show is nothing to read.
  }
}

/** Runs the command; gives its exit code. */
export async function run(
  args: readonly string[],
  print: (text: string) => void = (text) => void process.stdout.write(text),
  complain: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<number> {
  try {
    const { values, positionals } = asked(args);
    const [place, ...more] = positionals;
    if (values.help) {
      print(help);
      return 0;
    }
    if (!place || more.length) throw new Unreadable(help.trimEnd());
    if (values.address !== undefined && !/^https?:\/\/[^/]/i.test(values.address))
      throw new Unreadable('--address is where the page will be, such as https://www.example.nhs.uk/cancer.');
    const { html, address, policies, online, isolated } = await pageAt(place);
    const ask: Ask = (file, origin) => {
      // Apart from the findings, which somebody may want to keep.
      if (!values.json) complain(`  asking ${tame(file.href)}\n`);
      return get(file, origin);
    };
    const findings = await diagnose(html, {
      knowledge: KNOWLEDGE,
      address: address ?? values.address,
      policies: values.policy ? [...policies, values.policy] : policies,
      complaints: listening(draw),
      ask: values.offline ? undefined : ask,
      unasked: (named) => {
        if (!values.offline && !values.json)
          complain(`  not asking ${tame(named)}: with --address=… the doctor knows on which site it is\n`);
      },
      online,
      isolated,
    });
    const count = (level: Finding['level']) => findings.filter((each) => each.level === level).length;
    print(
      values.json
        ? `${JSON.stringify(findings, undefined, 2)}\n`
        : `${findings.map((each) => told(place, each)).join('\n')}\n\n${count('error')} to mend, ${count('warning')} to improve.\n`,
    );
    return count('error') || (values.strict && count('warning')) ? 1 : 0;
  } catch (error) {
    complain(`${(error instanceof Error ? error.message : String(error)).split('\n').map(tame).join('\n')}\n`);
    return 2;
  }
}
