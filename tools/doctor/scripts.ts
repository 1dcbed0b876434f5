import type { Finding, Knowledge } from './finding.js';
import { short, type Script, type Sight } from './page.js';
import { prefixFindings } from './prefixes.js';

/** What is wrong with the tags of our scripts, as they stand on the page. */
export function scriptFindings(sight: Sight, knowledge: Knowledge): readonly Finding[] {
  const { scripts, helpers, frames, widgets } = sight;
  if (!scripts.length && (widgets.length || !frames.length))
    return [
      {
        level: 'error',
        what: 'Our script is not on the page.',
        mend: 'Put it into the template of the site, once: editors take scripts out of what is pasted into a text.',
      },
    ];
  const [, ...more] = scripts;
  return [
    ...more.map(({ element: { line }, src }): Finding => ({
      level: 'warning',
      line,
      what: `Our script is on the page ${scripts.length} times (${short(src)}); the first one wins.`,
      mend: 'Keep one, in the template of the site.',
    })),
    ...[...scripts, ...helpers].flatMap((script) => tagFindings(script, sight, knowledge)),
    ...prefixFindings(sight),
  ];
}

function tagFindings(script: Script, { page }: Sight, { version }: Knowledge): readonly Finding[] {
  const { element, src, file, address, pinned } = script;
  const { line, attributes } = element;
  const { integrity, crossorigin, type, nomodule } = attributes;
  const findings: Finding[] = [];
  const say = (level: Finding['level'], what: string, mend: string) => void findings.push({ level, line, what, mend });
  if (script.isPlaceholder)
    say(
      'error',
      'The script tag still has what stands in the documents for an address, a version or a hash.',
      'Take the whole tag from dist/snippets, from the embed builder or from what npm start prints.',
    );
  else if (pinned && pinned !== version)
    say(
      'warning',
      `Version ${pinned} is on the page; this is the doctor of ${version}.`,
      `Change the address to ${version}, and the integrity attribute with it.`,
    );
  const isElsewhere = !page || address?.origin !== page.origin;
  if (integrity && crossorigin === undefined && isElsewhere)
    say(
      'error',
      'The script tag has integrity but no crossorigin attribute: from another site the browser refuses it.',
      'Add crossorigin="anonymous".',
    );
  if (crossorigin?.toLowerCase() === 'use-credentials' && isElsewhere)
    say(
      'error',
      'crossorigin="use-credentials" asks with the reader’s cookies, which files for everybody are not sent to.',
      'Write crossorigin="anonymous".',
    );
  const isModule = type?.trim().toLowerCase() === 'module';
  if (file.includes('.all.js') && !isModule)
    say(
      'error',
      `${file} is a module, and the script tag does not say so.`,
      'Add type="module", or use alliance-elements.all.classic.js.',
    );
  else if (type && !isModule && !/^(text|application)\/(x-)?(java|ecma)script$/i.test(type.trim()))
    say('error', `type="${short(type)}" is nothing that a browser runs.`, 'Write type="module".');
  if (nomodule !== undefined && !isModule)
    say('error', 'With nomodule no browser of today runs the script.', 'Take nomodule away.');
  if (address?.protocol === 'http:' && !isOwnComputer(address) && page?.protocol !== 'http:')
    say('error', 'The script comes over http: a page over https does not load it.', 'Write https.');
  if (/^(file:|[a-z]:[\\/])/i.test(src.trim()))
    say('error', 'The script is named by its place on somebody’s computer.', 'Use its address on the web.');
  return [...findings, ...ownComputerFindings('script', address, page, line)];
}

/** Browsers take what comes from the reader's own computer for safe. */
export const isOwnComputer = ({ hostname }: URL): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** What others would have to get from somebody's own computer; of a page that is there itself, nothing. */
export function ownComputerFindings(
  what: 'script' | 'frame',
  address: URL | undefined,
  page: URL | undefined,
  line: number | undefined,
): readonly Finding[] {
  if (!address || !/^https?:$/.test(address.protocol) || !isOwnComputer(address)) return [];
  if (page && isOwnComputer(page)) return [];
  return [
    {
      level: 'warning',
      line,
      what: `The ${what} comes from ${address.origin}, which is one’s own computer: no reader elsewhere gets it.`,
      mend: 'Before you publish, write the address of the files on the web. To try something out it is good.',
    },
  ];
}
