import { isOwnComputer, isOwnSite, isToFillIn, originOf, sourceOf } from './address.js';
import { quoted } from './markup.js';
import { narrowest } from './measure.js';
import type { Output } from './outputs.js';
import type { Attributes, Choice, FrameChoice, Knowledge, Widget } from './types.js';
import { wordingOf } from './wording.js';

const where = 'Where the widget is to be';
const frameOptions = 'Its words are there without scripts. Options in its address need them.';

/** What can ask where a reader is, which a page must let a frame do. */
const locating = new Set(['alliance-finder', 'region-map']);

/** What to know of an address that is not good everywhere. */
export function whereFrom(base: string): string | undefined {
  if (isToFillIn(base)) return 'Put your own address in the place of YOUR-HOST, or write it under “1. Choose”.';
  if (isOwnComputer(base))
    return 'This address is your own computer’s: nobody else gets the widgets from it. Change it before you publish.';
  return isOwnSite(base) ? 'For pages of the site that has the files in that folder, and of no other.' : undefined;
}

/** The options that a frame takes from its address. */
export const framedOf = ({ options }: Widget, attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => options.some((option) => option.name === name && option.framed)),
  );

/** The others, as the builder calls them: they do not come along. */
export const lostIn = ({ tag, options }: Widget, attributes: Attributes): readonly string[] =>
  Object.keys(attributes)
    .map((name) => options.find((option) => option.name === name) ?? { name, description: '', framed: false })
    .filter(({ framed }) => !framed)
    .map((option) => wordingOf(tag, option).title);

const pixels = (count: number) => `${count.toLocaleString('en-GB')} pixels`;

/** For which place the height is, and what becomes of it in another. */
function heightHint({ width, height, narrow }: FrameChoice, grows: boolean): string {
  if (height === undefined)
    return 'Its height could not be measured here. Look at it on your page, and change the number if it does not fit.';
  const measured = `Its height, ${pixels(height)}, is what it needs in a place ${width} pixels wide, measured just now in this browser.`;
  const phone =
    narrow === undefined || narrow === height
      ? []
      : [
          `On a phone, ${narrowest} pixels wide, it needs ${narrow.toLocaleString('en-GB')}${
            grows ? '' : narrow > height ? ': there it scrolls within its frame' : ': there some room below stays empty'
          }.`,
        ];
  const rest = grows
    ? 'With the script below, it takes what it needs at every width, and when a reader opens more of it. Without, it scrolls within its frame.'
    : 'When a reader opens more of it, it scrolls too.';
  return [measured, ...phone, rest].join(' ');
}

/** The frame, and what is to be known of it. */
function frameOf({ widget, attributes, base, frame }: Choice, grows: boolean) {
  const kept = framedOf(widget, attributes);
  const left = Object.keys(attributes).filter((name) => !(name in kept));
  const query = new URLSearchParams(kept).toString();
  const src = `${base}frame/${widget.tag}.html${query && `?${query}`}`;
  const height = frame.height ?? widget.height;
  return {
    html: `<iframe src=${quoted(src)} title=${quoted(frame.title)} width="100%" height="${height}" frameborder="0"></iframe>`,
    hint: [
      left.length &&
        `A frame does not take ${left.join(', ')}, and shows the widget without: anybody can write an address, and its words would stand on our page.`,
      heightHint(frame, grows),
      locating.has(widget.tag) && 'For a reader to be asked where they are, add allow="geolocation" to the tag.',
      whereFrom(base),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

export function iframe({ frameParent }: Knowledge, choice: Choice): Output {
  const { base, widget, attributes } = choice;
  const { html, hint } = frameOf(choice, true);
  const script = `<script src=${quoted(`${base}${frameParent.file}`)} integrity="${frameParent.integrity}" crossorigin="anonymous" defer></script>`;
  return {
    name: 'iframe',
    title: 'A site that takes frames alone: the iframe',
    hint: `A page of ours in a frame. ${frameOptions}`,
    framed: { grows: true, lost: lostIn(widget, attributes) },
    pieces: [
      { name: 'place', label: where, text: html, hint },
      {
        name: 'once',
        label: 'Once on that page, after the frames, if you may',
        text: script,
        hint: 'Makes each frame as tall as what is in it.',
      },
      {
        name: 'policy',
        label: 'What your content security policy must allow',
        text: `frame-src ${sourceOf(base)};\nscript-src ${sourceOf(base)};`,
        hint: 'The second line is for the script. If you leave that out, leave out its line too.',
      },
    ],
  };
}

export function sharePoint(choice: Choice): Output {
  const { html, hint } = frameOf(choice, false);
  const host = originOf(choice.base).replace(/^https?:\/\//i, '');
  return {
    name: 'sharepoint',
    title: 'SharePoint',
    hint: `Paste it into an Embed web part. ${frameOptions}`,
    framed: { grows: false, lost: lostIn(choice.widget, choice.attributes) },
    pieces: [
      {
        name: 'place',
        label: 'In an Embed web part',
        text: html,
        hint: host ? hint : `SharePoint takes a whole address: give one that begins with https:// above. ${hint}`,
      },
      ...(host
        ? [
            {
              name: 'policy' as const,
              label: 'What the site must allow: hosts that frames may come from',
              text: host,
              hint: 'An administrator adds it under “HTML Field Security” in the settings of the site.',
            },
          ]
        : []),
    ],
  };
}
