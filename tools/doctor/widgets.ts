import { closedFinding } from './bodies.js';
import { complaintOf } from './complaints.js';
import type { Circumstances, Finding } from './finding.js';
import { nearest } from './near.js';
import { mark, short, type Sight, type Widget } from './page.js';
import { telephoneFinding } from './telephone.js';
import { valueFinding } from './values.js';

const slots = ['heading', 'footer', 'details'];
/** What any element may have. */
const everywhere = /^(id|class|lang|dir|hidden|title|role|slot|part|style|tabindex|aria-.*|data-.*|on.*)$/;
/** What people call our attributes. */
const synonyms: Readonly<Record<string, string>> = {
  code: 'organisation',
  hospital: 'organisation',
  href: 'website',
  link: 'website',
  mail: 'email',
  ods: 'organisation',
  odscode: 'organisation',
  phone: 'telephone',
  postcode: 'search',
  src: 'website',
  trust: 'organisation',
  url: 'website',
};

/** An attribute as the way in writes it. */
export const writtenFor =
  ({ way }: Pick<Widget, 'way'>) =>
  (text: string): string =>
    way === 'place' ? `data-${text}` : way === 'frame' ? text.replaceAll('"', '') : text;

/** The attribute that was probably meant. */
export function attributeNear(name: string, known: readonly string[]): string | undefined {
  const synonym = synonyms[name.replace(/[-_]/g, '')];
  return nearest(name, known) ?? known.find((each) => each === synonym);
}

/** What is wrong with one of our widgets. */
export async function widgetFindings(
  widget: Widget,
  sight: Sight,
  { knowledge, complaints }: Circumstances,
): Promise<readonly Finding[]> {
  const { element, tag, way } = widget;
  const { line } = element;
  const name = way === 'place' ? `${mark}="${short(tag)}"` : `<${tag}>`;
  const known = Object.hasOwn(knowledge.tags, tag) ? knowledge.tags[tag] : undefined;
  if (!known) {
    const names = Object.keys(knowledge.tags);
    const near = nearest(tag, names);
    return [
      {
        level: 'error',
        line,
        what: `There is no ${name}; what is inside stays as it is.`,
        mend: near ? `Did you mean ${near}?` : `There are: ${names.join(', ')}.`,
      },
    ];
  }
  return [
    ...nameFindings(widget, name, known),
    ...(await valueFindings(widget, known, { knowledge, complaints })),
    ...followFindings(widget, name, sight),
    ...insideFindings(widget, name),
  ];
}

/** Attributes that it does not have, or that are written as for another way in. */
function nameFindings(
  { element: { line, attributes: written }, attributes, way }: Widget,
  name: string,
  known: readonly string[],
): readonly Finding[] {
  const isPlace = way === 'place';
  const findings: Finding[] = [];
  const say = (what: string, mend: string) => void findings.push({ level: 'warning', line, what, mend });
  for (const attribute of Object.keys(attributes)) {
    const bare = attribute.replace(/^data-/, '');
    if (!isPlace && attribute !== bare && known.includes(bare) && !(bare in attributes))
      say(
        `${name} does not read ${attribute}: on the tag itself options stand without data-.`,
        `Write ${bare}="${short(attributes[attribute] ?? '')}".`,
      );
    if (known.includes(attribute) || (isPlace ? ['id', 'slot'].includes(attribute) : everywhere.test(attribute)))
      continue;
    const near = attributeNear(attribute, known);
    const before = isPlace ? 'data-' : '';
    say(
      `${name} has no attribute ${before}${short(attribute)}.`,
      near ? `Did you mean ${before}${near}?` : `It has: ${known.join(', ')}.`,
    );
  }
  if (isPlace)
    for (const attribute of known.filter((each) => each in written && !each.startsWith('aria-')))
      say(
        `On a place for a widget, options are written with data- before them; ${attribute} is not.`,
        `Write data-${attribute}="${short(written[attribute] ?? '')}": most editors keep only that.`,
      );
  return findings;
}

/** Values that it does not take, and bodies that are no more. */
export async function valueFindings(
  widget: Widget,
  known: readonly string[],
  { knowledge, complaints }: Pick<Circumstances, 'knowledge' | 'complaints'>,
): Promise<readonly Finding[]> {
  const { element, tag, attributes } = widget;
  const { line } = element;
  const own = Object.fromEntries(Object.entries(attributes).filter(([attribute]) => known.includes(attribute)));
  const written = writtenFor(widget);
  const said = await complaints(tag, own).catch(() => []);
  return [
    ...said.flatMap((message) => {
      const complaint = complaintOf(message);
      return complaint ? [valueFinding(complaint, line, knowledge, written)] : [];
    }),
    ...(known.includes('organisation')
      ? closedFinding(own['organisation'], line, knowledge, (id) => written(`organisation="${id}"`))
      : []),
    ...telephoneFinding(own['telephone'], line, written),
  ];
}

/** What it follows, which is to be a map or a finder. */
function followFindings({ element, attributes }: Widget, name: string, { elements }: Sight): readonly Finding[] {
  const followed = attributes['for'];
  if (!followed) return [];
  const idOf = ({ attributes: given }: typeof element) => given['id'] ?? given['data-id'] ?? '';
  const isSource = (each: typeof element) =>
    /(^|-)(region-map|alliance-finder)$/.test(each.attributes[mark] ?? each.tag) && each !== element;
  const source = elements.find((each) => idOf(each) === followed);
  if (source && isSource(source)) return [];
  const ids = elements.filter(isSource).map(idOf);
  const near = nearest(followed, ids.filter(Boolean)) ?? (ids.length === 1 ? ids[0] : undefined);
  return [
    {
      level: 'warning',
      line: element.line,
      what: `${name} follows "${short(followed)}", which ${source === element ? 'is itself' : source ? 'is no map or finder' : 'is not on this page'}.`,
      mend: near
        ? `Did you mean for="${short(near)}"?`
        : 'Give the region-map or alliance-finder that it is to follow this id.',
    },
  ];
}

/** What stands inside: words for those without the script, and slots. */
function insideFindings({ element: { line, words, children } }: Widget, name: string): readonly Finding[] {
  const slotted = children.filter(({ attributes: given }) => given['slot'] ?? given['data-slot']);
  const findings = slotted.flatMap(({ line: at, attributes: given }): readonly Finding[] => {
    const slot = given['slot'] ?? given['data-slot'] ?? '';
    return slots.includes(slot)
      ? []
      : [
          {
            level: 'warning',
            line: at,
            what: `${name} has no slot "${short(slot)}": nobody sees what is in it.`,
            mend: `There are: ${slots.join(', ')}.`,
          },
        ];
  });
  const inSlots = slotted.map((child) => child.words).join(' ').length;
  return words.length - inSlots >= 10
    ? findings
    : [
        ...findings,
        {
          level: 'warning',
          line,
          what: `${name} has no words inside, or very few, for people whose browser does not get the script.`,
          mend: 'Put in the one sentence, link or number that a reader would miss most; dist/snippets has whole ones.',
        },
      ];
}
