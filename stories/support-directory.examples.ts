import type { Example } from './example.js';

/** Every state of `<support-directory>`, for the stories and the tests. */
export const examples = {
  ready: {
    summary: 'With nothing set: somebody to talk to now, then the choice, local help, and help by need.',
    html: `<support-directory></support-directory>`,
  },
  'by need': {
    summary: 'One need: no choice to make.',
    html: `<support-directory need="end-of-life"></support-directory>`,
  },
  'several needs': {
    summary: 'Several needs, in the order given; a reader chooses among them.',
    html: `<support-directory need="money work relatives"></support-directory>`,
  },
  'talk to someone now': {
    summary: 'Only who to talk to now, for the side of a page.',
    html: `<support-directory need="talk"></support-directory>`,
  },
  'unknown need': {
    summary: 'A need that is not known falls back to all, with one warning.',
    html: `<support-directory need="parking"></support-directory>`,
  },
  north: {
    summary: 'One alliance: its local help first.',
    html: `<support-directory alliance="north"></support-directory>`,
  },
  south: {
    summary: 'An alliance without local help that could be verified: it says so.',
    html: `<support-directory alliance="south"></support-directory>`,
  },
  'follows a map': {
    summary: 'The area chosen on the map brings its local help.',
    html: `<region-map id="map" selected="norfolk-and-waveney"></region-map>
<support-directory for="map"></support-directory>`,
  },
  'follows a map that comes later': {
    summary: 'The map stands below; its CCG area belongs to a system without local help.',
    html: `<support-directory for="later" need="practical money"></support-directory>
<region-map id="later" level="ccg" selected="luton"></region-map>`,
  },
  'heading level': {
    summary: 'Lower in the outline of the page.',
    html: `<support-directory heading-level="4" need="types"></support-directory>`,
  },
  'own words': {
    summary: "The host's own heading and footer.",
    html: `<support-directory need="children">
  <span slot="heading">For young people</span>
  <span slot="footer">Kept by the web team.</span>
</support-directory>`,
  },
  sidebar: {
    summary: 'In 240 pixels.',
    html: `<table role="presentation"><tr><td width="240"><support-directory></support-directory></td></tr></table>`,
  },
  'right to left': {
    summary: 'On a page that reads from right to left.',
    html: `<div dir="rtl"><support-directory alliance="north"></support-directory></div>`,
  },
  'long words': {
    summary: 'A heading with a word longer than the widget is wide.',
    html: `<table role="presentation"><tr><td width="240"><support-directory need="money">
  <span slot="heading">Krebspatientenunterstützungsangebotsverzeichnis</span>
</support-directory></td></tr></table>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
