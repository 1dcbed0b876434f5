import { end, isPage, isSilence, type Answer, type Silence } from './answer.js';
import type { Circumstances, Finding } from './finding.js';
import { framingFindings } from './framing.js';
import { integrityFindings, integrityOf } from './integrity.js';
import { lostFinding } from './lost.js';
import type { Script, Sight } from './page.js';
import { sentFindings, wayFindings } from './sent.js';

/** More addresses than these no page of ours has: the doctor is not to knock at doors for a page full of them. */
const most = 24;

/** Asks for what a page names, each address once; nobody, where there is nobody to ask. */
class Asking {
  readonly #asked = new Map<string, Promise<Answer | Silence>>();
  readonly #circumstances: Circumstances;
  readonly #origin: string;

  constructor(circumstances: Circumstances, page: URL | undefined) {
    this.#circumstances = circumstances;
    this.#origin = page?.origin ?? 'null';
  }

  async for(address: URL | undefined, written = ''): Promise<Answer | Silence | undefined> {
    const { ask, unasked } = this.#circumstances;
    const isAddress = address && /^https?:$/.test(address.protocol);
    if (!ask || !isAddress) {
      // What is no web address at all is told of as such.
      if (isAddress || !address) unasked?.(address?.href ?? written);
      return undefined;
    }
    const { href } = address;
    if (!this.#asked.has(href)) {
      if (this.#asked.size >= most) return undefined;
      this.#asked.set(href, ask(address, this.#origin));
    }
    return this.#asked.get(href);
  }
}

/** What is wrong with the files that a page names: with what their servers send, or else with the hashes in its tags. */
export async function servedFindings(sight: Sight, circumstances: Circumstances): Promise<readonly Finding[]> {
  const asking = new Asking(circumstances, sight.page);
  const scripts = [...sight.scripts, ...sight.helpers].map((script) =>
    scriptFindings(script, sight, circumstances, asking),
  );
  const frames = sight.frames.map(async (frame) => {
    const { address, element } = frame;
    const said = await asking.for(address, element.attributes['src']);
    if (!said || !address) return [];
    const lost = lostFinding(said, address, element.line, 'frame', circumstances);
    return lost ?? framingFindings(said as Answer, frame, sight, circumstances);
  });
  return (await Promise.all([...scripts, ...frames])).flat();
}

async function scriptFindings(
  script: Script,
  sight: Sight,
  circumstances: Circumstances,
  asking: Asking,
): Promise<readonly Finding[]> {
  const { element, address, isPlaceholder, file } = script;
  const { line, attributes } = element;
  if (isPlaceholder) return [];
  const said = await asking.for(address, script.src);
  const { knowledge } = circumstances;
  if (!said || !address) return integrityFindings(script, knowledge, undefined);
  const lost = lostFinding(said, address, line, 'script', circumstances);
  if (lost) return [...lost, ...(await integrityFindings(script, knowledge, undefined))];
  const answer = said as Answer;
  if (isPage(answer.body))
    return [
      {
        level: 'error',
        line,
        what: `The script is not there: ${address.href} answers with a page and not with a script.`,
        mend: 'Open that address in a browser: it is often a page that says “not found”, or that asks you to sign in. Correct it, or copy the files there.',
      },
    ];
  const isModule = attributes['type']?.trim().toLowerCase() === 'module';
  const readsWithCors = isModule || attributes['crossorigin'] !== undefined;
  return [
    ...wayFindings(answer, line, sight),
    ...sentFindings(answer, { line, page: sight.page, isModule, readsWithCors, attributes }),
    ...(await integrityFindings(script, knowledge, answer.body)),
    ...(file === 'alliance-elements.js' ? await chunkFindings(script, sight, circumstances, asking, answer) : []),
  ];
}

/** The files that our script loads for the widgets on the page: they are to stand beside it. */
async function chunkFindings(
  { element: { line }, address }: Script,
  { widgets }: Sight,
  { knowledge }: Circumstances,
  asking: Asking,
  answer: Answer,
): Promise<readonly Finding[]> {
  const { chunks, files } = knowledge;
  // Only of our own version do we know what it loads.
  if (!address || (await integrityOf(answer.body)) !== files['alliance-elements.js']?.integrity) return [];
  const wanted = new Set(widgets.flatMap(({ tag }) => (Object.hasOwn(chunks, tag) ? (chunks[tag] ?? []) : [])));
  const lost: string[] = [];
  const changed: string[] = [];
  for (const file of wanted) {
    const said = await asking.for(new URL(file, end(answer).address));
    if (!said) continue;
    if (isSilence(said) || end(said).status !== 200 || isPage(said.body)) lost.push(file);
    else if ((await integrityOf(said.body)) !== files[file]?.integrity) changed.push(file);
  }
  const finding = (what: string): Finding => ({
    level: 'error',
    line,
    what,
    mend: 'Copy all of dist/alliance-elements*.js into that folder again, as they are: their names change with their contents.',
  });
  return [
    ...(lost.length ? [finding(`The script is there, but not what it loads: ${lost.join(', ')}.`)] : []),
    ...(changed.length
      ? [finding(`What the script loads was changed on its way, so browsers refuse it: ${changed.join(', ')}.`)]
      : []),
  ];
}
