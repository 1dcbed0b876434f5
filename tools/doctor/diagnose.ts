import type { Circumstances, Finding, Knowledge } from './finding.js';
import { elementsOf, type PageElement } from './html.js';
import { policyFindings } from './policy.js';

const mark = 'data-alliance-element';
const slots = ['heading', 'footer', 'details'];
/** What any element may have. */
const everywhere = /^(id|class|lang|dir|hidden|title|role|slot|part|style|tabindex|aria-.*|data-.*|on.*)$/;
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** How many letters are to be changed, at most two, to make one name of another; more is no slip. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return (row[b.length] ?? 3) <= 2;
}

/** Everything that is to be said about a page with our widgets, the gravest first. Any text will do; nothing throws. */
export async function diagnose(html: string, circumstances: Circumstances): Promise<readonly Finding[]> {
  const { knowledge, address } = circumstances;
  const elements = elementsOf(html);
  const page = address && URL.canParse(address) ? new URL(address) : undefined;
  const scripts = elements.filter(({ tag, attributes }) => tag === 'script' && isOurs(attributes['src']));
  const prefix = scripts.map(({ attributes }) => attributes['data-prefix'] ?? '').find(Boolean) ?? '';
  const widgets = elements.flatMap((element) => widgetOf(element, knowledge, prefix) ?? []);
  const frames = elements.filter(
    ({ tag, attributes }) => tag === 'iframe' && /\/frame\/[\w-]+\.html/.test(attributes['src'] ?? ''),
  );

  const findings = [
    ...scriptFindings(scripts, knowledge, page, frames.length > 0),
    ...prefixFindings(scripts),
    ...(await Promise.all(widgets.map((widget) => widgetFindings(widget, elements, circumstances)))).flat(),
    ...slipFindings(elements, knowledge),
    ...closingFindings(html, widgets),
    ...frames.flatMap((frame) => frameFindings(frame, knowledge)),
    ...policies(elements, scripts, frames, widgets, circumstances, page),
  ];
  if (scripts.length && !widgets.length && !frames.length)
    findings.push({
      level: 'error',
      what: 'Our script is on the page, but there is no widget: neither a tag such as <contact-card> nor a place for one.',
      mend: `An editor that deletes tags it does not know leaves their words behind. Write <div ${mark}="contact-card" …> instead: it becomes the widget.`,
    });
  if (!scripts.length && !widgets.length && !frames.length)
    findings.push({
      level: 'error',
      what: 'There is nothing of ours on this page.',
      mend: 'Paste a snippet from the embed builder.',
    });
  if (!findings.some(({ level }) => level !== 'good'))
    findings.push({ level: 'good', what: `${widgets.length + frames.length} of our widgets, and nothing to mend.` });
  const order = ['error', 'warning', 'good'];
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || (a.line ?? 0) - (b.line ?? 0));
}

const fileOf = (src: string) => /alliance-elements(?:\.all)?(?:\.classic)?\.js(?=[?#]|$)/.exec(src)?.[0];
const isOurs = (src: string | undefined) => !!src && fileOf(src) !== undefined;

function scriptFindings(
  scripts: readonly PageElement[],
  { version, files }: Knowledge,
  page: URL | undefined,
  framed: boolean,
): readonly Finding[] {
  if (!scripts.length)
    return framed
      ? []
      : [
          {
            level: 'error',
            what: 'Our script is not on the page.',
            mend: 'Put it into the template of the site, once: editors take scripts out of what is pasted into a text.',
          },
        ];
  const findings: Finding[] = [];
  const [, ...more] = scripts;
  for (const { line, attributes } of more)
    findings.push({
      level: 'warning',
      line,
      what: `Our script is on the page ${scripts.length} times (${short(attributes['src'] ?? '')}); the first one wins.`,
      mend: 'Keep one, in the template of the site.',
    });
  for (const { line, attributes } of scripts) {
    const { src = '', integrity, crossorigin, type } = attributes;
    const file = fileOf(src) ?? '';
    const [, pinned] = /\/(\d+\.\d+\.\d+)\//.exec(src) ?? [];
    if (/YOUR-HOST|\/VERSION\//.test(src) || integrity === '…')
      findings.push({
        level: 'error',
        line,
        what: 'The script tag still has what stands in the documents for an address, a version or a hash.',
        mend: 'Take the whole tag from dist/snippets, from the embed builder or from what npm start prints.',
      });
    else if (pinned && pinned !== version)
      findings.push({
        level: 'warning',
        line,
        what: `Version ${pinned} is on the page; this is the doctor of ${version}.`,
        mend: `Change the address to ${version}, and the integrity attribute with it.`,
      });
    else if (!integrity)
      findings.push({
        level: 'warning',
        line,
        what: `The script tag has no integrity attribute: the browser cannot tell whether ${file} was changed on its way.`,
        mend: `Add integrity="${files[file]?.integrity ?? ''}" crossorigin="anonymous".`,
      });
    else if (!integrity.split(/\s+/).includes(files[file]?.integrity ?? ''))
      findings.push({
        level: 'error',
        line,
        what: `The integrity attribute is not that of ${file} of version ${version}: the browser refuses it.`,
        mend: `Change it to integrity="${files[file]?.integrity ?? ''}", or use the file that it belongs to.`,
      });
    const elsewhere = !page || !URL.canParse(src, page.href) || new URL(src, page).origin !== page.origin;
    if (integrity && crossorigin === undefined && elsewhere)
      findings.push({
        level: 'error',
        line,
        what: 'The script tag has integrity but no crossorigin attribute: from another site the browser refuses it.',
        mend: 'Add crossorigin="anonymous".',
      });
    if (file.includes('.all.js') && type !== 'module')
      findings.push({
        level: 'error',
        line,
        what: `${file} is a module, and the script tag does not say so.`,
        mend: 'Add type="module", or use alliance-elements.all.classic.js.',
      });
    if (/^http:\/\/(?!localhost|127\.|\[::1])/i.test(src) && page?.protocol !== 'http:')
      findings.push({
        level: 'error',
        line,
        what: 'The script comes over http: a page over https does not load it.',
        mend: 'Write https.',
      });
    if (/^file:/i.test(src))
      findings.push({
        level: 'error',
        line,
        what: 'The script is named by its place on somebody’s computer.',
        mend: 'Use its address on the web.',
      });
  }
  return findings;
}

function prefixFindings(scripts: readonly PageElement[]): readonly Finding[] {
  return scripts.flatMap(({ line, attributes }): readonly Finding[] => {
    const prefix = attributes['data-prefix'];
    return prefix === undefined || /^[a-z][a-z0-9]*-$/.test(prefix)
      ? []
      : [
          {
            level: 'warning',
            line,
            what: `data-prefix="${short(prefix)}" can begin no tag, so it is left out of account.`,
            mend: 'Small letters and figures, then a hyphen, such as eoe-.',
          },
        ];
  });
}

/** One widget of ours on a page: as a tag, or as a place for one. */
interface Widget {
  readonly element: PageElement;
  readonly tag: string;
  /** Its attributes as the tag would have them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isPlace: boolean;
}

function widgetOf(element: PageElement, { tags }: Knowledge, prefix: string): Widget | undefined {
  const place = element.attributes[mark];
  if (place !== undefined) {
    const given = Object.entries(element.attributes).flatMap(([name, value]) =>
      name.startsWith('data-') && name !== mark ? [[name.slice('data-'.length), value] as const] : [],
    );
    return { element, tag: place, attributes: Object.fromEntries(given), isPlace: true };
  }
  const tag = prefix && element.tag.startsWith(prefix) ? element.tag.slice(prefix.length) : element.tag;
  return Object.hasOwn(tags, tag) ? { element, tag, attributes: element.attributes, isPlace: false } : undefined;
}

async function widgetFindings(
  { element, tag, attributes, isPlace }: Widget,
  elements: readonly PageElement[],
  { knowledge: { tags }, complaints }: Circumstances,
): Promise<readonly Finding[]> {
  const { line, words, children } = element;
  const name = isPlace ? `${mark}="${short(tag)}"` : `<${tag}>`;
  if (!Object.hasOwn(tags, tag)) {
    const near = Object.keys(tags).find((other) => isSlip(tag, other));
    return [
      {
        level: 'error',
        line,
        what: `There is no ${name}; what is inside stays as it is.`,
        mend: near ? `Did you mean ${near}?` : `There are: ${Object.keys(tags).join(', ')}.`,
      },
    ];
  }
  const findings: Finding[] = [];
  const known = tags[tag] ?? [];
  for (const attribute of Object.keys(attributes)) {
    if (known.includes(attribute) || (isPlace ? ['id', 'slot'].includes(attribute) : everywhere.test(attribute)))
      continue;
    const near = known.find((other) => isSlip(attribute, other));
    findings.push({
      level: 'warning',
      line,
      what: `${name} has no attribute ${isPlace ? 'data-' : ''}${short(attribute)}.`,
      mend: near ? `Did you mean ${isPlace ? 'data-' : ''}${near}?` : `It has: ${known.join(', ')}.`,
    });
  }
  if (isPlace)
    for (const attribute of known.filter((each) => each in element.attributes && !each.startsWith('aria-')))
      findings.push({
        level: 'warning',
        line,
        what: `On a place for a widget, options are written with data- before them; ${attribute} is not.`,
        mend: `Write data-${attribute}="${short(element.attributes[attribute] ?? '')}": most editors keep only that.`,
      });
  const own = Object.fromEntries(Object.entries(attributes).filter(([attribute]) => known.includes(attribute)));
  for (const complaint of await complaints(tag, own))
    // Of an organisation that is not known there is nothing to show but the fallback.
    findings.push({
      level: complaint.startsWith('<contact-card organisation=') ? 'error' : 'warning',
      line,
      what: complaint,
      mend: 'Change the value to one of those.',
    });

  const followed = attributes['for'];
  if (followed) {
    const source = elements.find(
      (each) => each.attributes['id'] === followed || each.attributes['data-id'] === followed,
    );
    const kind = source && (source.attributes[mark] ?? source.tag);
    if (!source || !/(^|-)(region-map|alliance-finder)$/.test(kind ?? ''))
      findings.push({
        level: 'warning',
        line,
        what: `${name} follows "${short(followed)}", which ${source ? 'is no map or finder' : 'is not on this page'}.`,
        mend: 'Give the region-map or alliance-finder that it is to follow this id.',
      });
  }
  const slotted = children.filter(({ attributes: given }) => given['slot'] ?? given['data-slot']);
  for (const { line: at, attributes: given } of slotted) {
    const slot = given['slot'] ?? given['data-slot'] ?? '';
    if (!slots.includes(slot))
      findings.push({
        level: 'warning',
        line: at,
        what: `${name} has no slot "${short(slot)}": nobody sees what is in it.`,
        mend: `There are: ${slots.join(', ')}.`,
      });
  }
  const inSlots = slotted.map((child) => child.words).join(' ').length;
  if (words.length - inSlots < 10)
    findings.push({
      level: 'warning',
      line,
      what: `${name} has no words inside, or very few, for people whose browser does not get the script.`,
      mend: 'Put in the one sentence, link or number that a reader would miss most; dist/snippets has whole ones.',
    });
  return findings;
}

/** Tags closed as in XML: browsers read on, and take all that follows for what is inside. */
function closingFindings(html: string, widgets: readonly Widget[]): readonly Finding[] {
  return [...new Set(widgets.filter(({ isPlace }) => !isPlace).map(({ element }) => element.tag))].flatMap((tag) =>
    [...html.matchAll(new RegExp(`<${tag}\\b[^<>]*/>`, 'gi'))].map(({ index }) => ({
      level: 'error' as const,
      line: html.slice(0, index).split('\n').length,
      what: `<${tag} … /> is not closed: browsers take all that follows for its fallback, which then goes out of sight.`,
      mend: `Write <${tag} …>your words</${tag}>.`,
    })),
  );
}

/** Tags that nobody has, but for a slip of the pen. */
function slipFindings(elements: readonly PageElement[], { tags }: Knowledge): readonly Finding[] {
  return elements.flatMap(({ tag, line }): readonly Finding[] => {
    const near =
      tag.includes('-') && !Object.hasOwn(tags, tag) && Object.keys(tags).find((other) => isSlip(tag, other));
    return near
      ? [{ level: 'error', line, what: `There is no <${short(tag)}>.`, mend: `Did you mean <${near}>?` }]
      : [];
  });
}

function frameFindings({ line, attributes }: PageElement, { tags }: Knowledge): readonly Finding[] {
  const [, tag = ''] = /\/frame\/([\w-]+)\.html/.exec(attributes['src'] ?? '') ?? [];
  const findings: Finding[] = [];
  if (!Object.hasOwn(tags, tag))
    findings.push({
      level: 'error',
      line,
      what: `There is no page for a frame with ${short(tag)}.`,
      mend: `There are: ${Object.keys(tags).join(', ')}.`,
    });
  if (!attributes['title'])
    findings.push({
      level: 'warning',
      line,
      what: 'The iframe has no title: people who cannot see it do not learn what it is.',
      mend: 'Add a title, such as title="Contact details".',
    });
  if (attributes['sandbox'] === '')
    findings.push({
      level: 'good',
      line,
      what: 'The iframe has sandbox="", as some editors add: it shows its words, and no script runs in it.',
    });
  return findings;
}

function policies(
  elements: readonly PageElement[],
  scripts: readonly PageElement[],
  frames: readonly PageElement[],
  widgets: readonly Widget[],
  { policies: sent = [] }: Circumstances,
  page: URL | undefined,
): readonly Finding[] {
  const own = elements.flatMap(({ tag, attributes }) =>
    tag === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy'
      ? (attributes['content'] ?? '')
      : [],
  );
  const ours = scripts.flatMap(({ attributes: { src = '', nonce } }) =>
    URL.canParse(src, page?.href) ? [{ address: new URL(src, page?.href), nonce }] : [],
  );
  const framed = frames.flatMap(({ attributes: { src = '' } }) =>
    URL.canParse(src, page?.href) ? [new URL(src, page?.href)] : [],
  );
  const lookup = widgets.map(({ attributes }) => attributes['lookup']).find((url) => url && URL.canParse(url));
  return [...sent, ...own].flatMap((policy) =>
    policyFindings(policy, ours, page, framed, lookup ? new URL(lookup) : undefined),
  );
}
