import { isOwnComputer, isOwnSite } from './address.js';
import type { Knowledge, Widget } from './types.js';

/** A text for the host's own pages or files. What stands in square brackets is theirs to fill in. */
export interface Note {
  readonly name: 'accessibility' | 'privacy' | 'governance';
  readonly title: string;
  readonly text: string;
}

/** What the notes say of one widget, beyond what the build knows. */
interface Traits {
  /** What a reader knows it as, where its heading is another's name. */
  readonly called?: string;
  /** What a reader may tell it. */
  readonly asks?: string;
  readonly location?: true;
  readonly hazards: readonly Hazard[];
}
type Hazard = 'number' | 'age' | 'emergency' | 'area';

const traits: Readonly<Record<string, Traits>> = {
  'alliance-finder': { asks: 'a postcode or a town', location: true, hazards: ['area', 'number'] },
  'alliance-overview': { hazards: [] },
  'care-pathway': { asks: 'which questions to print', hazards: ['number'] },
  'contact-card': { called: 'Contact details', hazards: ['number'] },
  'partner-list': { asks: 'words to search for', hazards: ['number'] },
  'prevention-guidance': { hazards: ['number'] },
  'region-map': { location: true, hazards: ['area', 'number'] },
  'screening-guidance': { asks: 'answers about age and body, to learn which screening invites them', hazards: ['age'] },
  'support-directory': { hazards: ['number'] },
  'symptom-guidance': { asks: 'words to search for', hazards: ['emergency', 'number'] },
};

const hazards: Readonly<Record<Hazard, readonly [harm: string, control: string]>> = {
  number: [
    'A telephone number or website is out of date, and a reader does not get help.',
    'Each fact has a source and a day by which it is checked again; the widget shows the day. Check: [your organisation] calls its own numbers after each new version.',
  ],
  age: [
    'An age for screening is wrong or has changed, and a reader misses an invitation or waits for one.',
    'Each age has a source, and the widget names its sources and the day of the last check. It sends a reader with questions to a GP.',
  ],
  emergency: [
    'The words for an emergency are folded away or hidden, and a reader does not call 999.',
    'Emergencies come first and are never folded. The words inside the tag have them too. Check: [your organisation] looks at its page on a telephone, and with scripts off.',
  ],
  area: [
    'A reader is told the wrong area, because the first half of a postcode can lie in two.',
    'The widget says so where it cannot tell. An answer leads to people to ask, not to treatment.',
  ],
};

const always: readonly (readonly [harm: string, control: string])[] = [
  [
    'A page keeps an old version, and its facts are old.',
    'The script tag names one version. The widget says when its facts were checked, and after their day is past, that they are due. Check: [name and role] looks for a new version by that day.',
  ],
  [
    'A script does not come, is stopped by a policy, or is changed on its way.',
    'Nothing but the very file that was pinned runs. The words inside the tag then stay, and are complete if they were pasted whole.',
  ],
  [
    'A browser or a service translates the words, and they say something else.',
    'Sentences are short. Numbers and links stay as they are. Check: [your organisation] offers no translation by machine as its own.',
  ],
];

/** A date as it is said. */
export const day = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
/** With a full stop, unless the words bring a stop of their own, as a question does. */
export const ended = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);
/** What a reader knows a widget as. */
export const knownAs = ({ title, tag }: Widget): string => traits[tag]?.called ?? title;
/** The same within a sentence. */
const called = (widget: Widget) => {
  const known = knownAs(widget);
  return known.endsWith('?') ? `“${known}”` : known;
};

/** The three texts for what a host has chosen; nothing for nothing. */
export function notesFor(
  { version }: Knowledge,
  widgets: readonly Widget[],
  base: string,
  lookup: string | undefined,
): readonly Note[] {
  if (!widgets.length) return [];
  const host = URL.canParse(base) ? new URL(base).host : '';
  const files = /^your-host$/i.test(host) || isOwnComputer(base) ? '[host of the files]' : host;
  const asked = isOwnSite(base) ? undefined : files;
  const has = (tag: string) => widgets.some((widget) => widget.tag === tag);
  return [
    { name: 'accessibility', title: 'For your accessibility statement', text: accessibility(version, widgets, has) },
    { name: 'privacy', title: 'For your cookie and privacy pages', text: privacy(widgets, asked, lookup) },
    {
      name: 'governance',
      title: 'For information governance and clinical safety',
      text: governance(version, widgets, asked, lookup),
    },
  ];
}

type Has = (tag: string) => boolean;

function accessibility(version: string, widgets: readonly Widget[], has: Has): string {
  const limits = [
    'They are in English only.',
    'They have been tested by machine and by keyboard, and not yet by people who use a screen reader every day.',
    ...(has('region-map') ? ['The map is a picture. All that it shows is also in the list beside it.'] : []),
    ...(has('partner-list') ? ['The list of organisations is long. It can be narrowed by kind or with a search.'] : []),
    'Where our page does not load their script, they show plain words in their place.',
  ];
  return `Information from the East of England Cancer Alliances

Some parts of our pages come from the East of England Cancer Alliances:
${list(widgets.map(called))}

They are made to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. [Say whether you have checked them on your own pages, and when.]

How they are tested: each is checked by a program (axe) in light and in dark colours, used by keyboard alone, and read as a screen reader is told it. A program finds only a part of what can be wrong.

What we know is not perfect:
${list(limits)}

If you cannot use a part of this page, tell us: [your contact for accessibility].

[Version of the widgets: ${version}. Take this text anew with each new version.]
`;
}

const localOf = (widgets: readonly Widget[]) =>
  widgets.flatMap((widget) => {
    const { asks, location } = traits[widget.tag] ?? {};
    const parts = [asks, location && 'if you allow it, your location'].filter((part) => part);
    return parts.length ? [`${called(widget)}: ${parts.join('; ')}`] : [];
  });

function privacy(widgets: readonly Widget[], files: string | undefined, lookup: string | undefined): string {
  const local = localOf(widgets);
  return `Cookies

Some parts of our pages come from the East of England Cancer Alliances: ${ended(widgets.map(called).join('; '))} They set no cookies, store nothing in your browser and count no visitors.

Privacy

${
  files
    ? `To show these parts, your browser asks ${files} for their files. As with any website, its log may hold your IP address, the time and the kind of browser. [Say who runs that host, how long its log is kept, and that you have an agreement with them. If the files are on your own site, leave this paragraph out.]`
    : 'The files of these parts come from our own website, as the rest of this page does.'
}
${
  local.length
    ? `\nWhat you type or choose in them stays on your device. It is not sent to us, to the Alliances or to anybody else:\n${list(local)}\n`
    : ''
}${
    lookup
      ? `\nOne exception: where the first half of a postcode is not enough to tell your area, the whole postcode that you type is sent to ${lookup}, as a part of the address that your browser asks for. So the log of that service may hold it, beside your IP address. Until you leave the page, your browser also keeps that address in its list of what the page has loaded, which every script on the page can read. The page tells you that it asks. [Say who runs that service, what they keep and for how long.]\n`
      : ''
  }
Links in these parts lead to other websites, which have their own rules about cookies and privacy.
`;
}

function governance(
  version: string,
  widgets: readonly Widget[],
  files: string | undefined,
  lookup: string | undefined,
): string {
  const local = localOf(widgets);
  const kinds = [...new Set(widgets.flatMap(({ tag }) => traits[tag]?.hazards ?? []))];
  const rows = [...kinds.map((kind) => hazards[kind]), ...always];
  const facts = widgets.map(
    (widget) =>
      `${called(widget)} (${widget.tag}). Facts checked ${day(widget.checked)}, to be checked again by ${day(widget.due)}; ${
        widget.approved ? 'words approved by a clinician' : 'no clinician has approved the words yet'
      }`,
  );
  return `Note for information governance and clinical safety
[your organisation], [date], [name and role of who is responsible for this page]

What it is
Widgets of the East of England Cancer Alliances on our website, version ${version}. Publisher of the words: East of England Cancer Alliances.
${list(facts)}

What data flows
- ${
    files
      ? `A reader’s browser asks ${files} for files. The log of that host may hold IP addresses: [who runs it, where, how long it is kept].`
      : 'The files come from our own website, as the page does. No other host is asked.'
  }
- No cookie, no storage in the browser, no statistics, no fonts or pictures from elsewhere.
${local.length ? `- What a reader tells a widget stays on the device:\n${local.map((line) => `  - ${line}`).join('\n')}\n` : ''}${
    lookup
      ? `- Exception: a full postcode can be sent to ${lookup}, in the path of a request (GET). So it may stand in logs there and on the way, and in the browser’s resource timing, which every script of the page can read. [Agreement with that service, and whether this needs a data protection impact assessment.]\n`
      : widgets.some(({ tag }) => tag === 'alliance-finder')
        ? '- No postcode service is set, so no postcode leaves the device.\n'
        : ''
  }- The script is pinned by its hash (integrity): another file, or a changed one, does not run. It runs on our page and could read it, as any script can.

What the widgets are not
They give general information. They do not diagnose, score or advise one person, and hold no record.

Hazards, and what is done about them
${rows.map(([harm, control], index) => `${index + 1}. ${harm}\n   ${control}`).join('\n')}

For [your organisation] to settle
- Whether DTAC applies to these pages of information, and at which level.
- Whether DCB0129 and DCB0160 apply. That is not settled for public information pages. [Name of the clinical safety officer] decides, and may take the list above into the hazard log.
- Who approves the words for use here, as no clinician has approved ${widgets.every(({ approved }) => !approved) ? 'them' : 'all of them'} yet: [name, role, date].
- Who is told of a mistake, and who takes the widget down: [contact].
`;
}
