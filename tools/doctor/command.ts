import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prerender } from '../prerender/command.js';
import { listening } from './complaints.js';
import { diagnose } from './diagnose.js';
import type { Finding } from './finding.js';
import { knowledgeOf } from './knowledge.js';

export const summary = 'Looks at a page with our widgets, and says what is wrong and how to mend it.';

export const help = `alliance-elements doctor PAGE [--policy="…"] [--json]

${summary}

  alliance-elements doctor page.html
  alliance-elements doctor https://www.example.nhs.uk/cancer
      also reads the content security policy that comes with the page

  --policy="…"   a content security policy, for a page that is a file
  --json         findings as JSON

Its exit code is 1 if a reader does not get a widget.
`;

const limit = 10_000;

interface Page {
  readonly html: string;
  readonly address?: string;
  readonly policies: readonly string[];
}

async function pageAt(place: string): Promise<Page> {
  if (!/^https?:\/\//i.test(place)) return { html: readFileSync(place, 'utf8'), policies: [] };
  const response = await fetch(place, { signal: AbortSignal.timeout(limit), headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`${place} answers ${response.status}`);
  // Several policies in one header stand between commas.
  const policies = (response.headers.get('content-security-policy') ?? '').split(',').filter((policy) => policy.trim());
  return { html: await response.text(), address: response.url, policies };
}

const signs = { error: '✗', warning: '!', good: '✓' } as const;

const told = (place: string, { level, line, what, mend }: Finding) =>
  [`${signs[level]} ${place}${line === undefined ? '' : `:${line}`}  ${what}`, ...(mend ? [`    ${mend}`] : [])].join(
    '\n',
  );

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
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { policy: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const [place, ...more] = positionals;
    if (values.help) {
      print(help);
      return 0;
    }
    if (!place || more.length) throw new Error(help);
    const { html, address, policies } = await pageAt(place);
    const dist = join(dirname(fileURLToPath(import.meta.url)), '../..');
    const findings = await diagnose(html, {
      knowledge: knowledgeOf(dist),
      address,
      policies: values.policy ? [...policies, values.policy] : policies,
      complaints: listening(draw),
    });
    print(
      values.json
        ? `${JSON.stringify(findings, undefined, 2)}\n`
        : `${findings.map((each) => told(place, each)).join('\n')}\n`,
    );
    return findings.some(({ level }) => level === 'error') ? 1 : 0;
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
