import type { Circumstances, Finding } from './finding.js';
import { nearest } from './near.js';
import { isPlaceholder, pinnedIn, short, type Sight, type Widget } from './page.js';
import { isOwnComputer, ownComputerFindings } from './scripts.js';
import { attributeNear, valueFindings } from './widgets.js';

/** What is wrong with a frame of ours, as it stands on the page. */
export async function frameFindings(
  frame: Widget,
  { page }: Sight,
  { knowledge, complaints }: Circumstances,
): Promise<readonly Finding[]> {
  const { element, tag, address } = frame;
  const { line, attributes } = element;
  const { src = '', sandbox } = attributes;
  const { tags, version } = knowledge;
  const findings: Finding[] = [];
  const say = (level: Finding['level'], what: string, mend?: string) => void findings.push({ level, line, what, mend });
  const known = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  if (!known) {
    const near = nearest(tag, Object.keys(tags));
    say(
      'error',
      `There is no page for a frame with ${short(tag)}.`,
      near ? `Did you mean frame/${near}.html?` : `There are: ${Object.keys(tags).join(', ')}.`,
    );
  }
  const pinned = pinnedIn(src);
  if (isPlaceholder(src))
    say(
      'error',
      'The iframe still has what stands in the documents for an address or a version.',
      'Take it from the embed builder, with your own address.',
    );
  else if (pinned && pinned !== version)
    say(
      'warning',
      `A frame of version ${pinned} is on the page; this is the doctor of ${version}.`,
      `Change the address to ${version}.`,
    );
  if (address?.protocol === 'http:' && !isOwnComputer(address) && page?.protocol !== 'http:')
    say('error', 'The frame comes over http: a page over https shows nothing in its place.', 'Write https.');
  findings.push(...ownComputerFindings('frame', address, page, line));
  if (!attributes['title']?.trim())
    say(
      'warning',
      'The iframe has no title: people who cannot see it do not learn what it is.',
      'Add a title, such as title="Contact details".',
    );
  const taken = (known && knowledge.framed[tag]) ?? [];
  const options = known ? optionFindings(frame, known, taken) : [];
  const isStill = sandbox !== undefined && !/\ballow-scripts\b/i.test(sandbox);
  if (isStill && known && Object.keys(frame.attributes).length)
    say(
      'warning',
      `The iframe’s sandbox lets no script run, so the options in its address do nothing: readers see the whole ${tag}.`,
      'Add allow-scripts to sandbox, or a page made with npx --no-install alliance-elements prerender --frame.',
    );
  else if (sandbox === '')
    say('good', 'The iframe has sandbox="", as some editors add: it shows its words, and no script runs in it.');
  return [...findings, ...options, ...(await valueFindings(frame, taken, { knowledge, complaints }))];
}

/** Options in the address of a frame that it does not take. */
function optionFindings(
  { element: { line }, tag, attributes }: Widget,
  known: readonly string[],
  taken: readonly string[],
): readonly Finding[] {
  return Object.keys(attributes)
    .filter((name) => !taken.includes(name))
    .map((name) => {
      if (known.includes(name))
        return {
          level: 'warning',
          line,
          what: `A frame does not take ${name} from its address, which anybody could write.`,
          mend: 'Use the tag or the div for that, or leave it out.',
        };
      const near = attributeNear(name, taken);
      return {
        level: 'warning',
        line,
        what: `The frame with ${tag} has no option ${short(name)}.`,
        mend: near ? `Did you mean ${near}=…?` : `It has: ${taken.join(', ')}.`,
      };
    });
}
