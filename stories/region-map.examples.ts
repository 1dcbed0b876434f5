import type { Example } from './example.js';

export const examples: Record<string, Example> = {
  systems: {
    summary: 'Nothing asked for: the six systems of the two alliances.',
    html: '<region-map></region-map>',
  },
  alliances: {
    summary: 'The two alliances.',
    html: '<region-map level="alliance"></region-map>',
  },
  'CCG areas': {
    summary: 'The sixteen areas of 2020, by number; the list has the same numbers.',
    html: '<region-map level="ccg"></region-map>',
  },
  'one alliance, north': {
    summary: 'One alliance fills the map. Numbers stay those of the whole region.',
    html: '<region-map alliance="north"></region-map>',
  },
  'one alliance, south, CCG areas': {
    summary: 'The eleven areas of the south.',
    html: '<region-map alliance="south" level="ccg"></region-map>',
  },
  hospitals: {
    summary:
      'The main hospitals, each named when its sign or its trust is pointed at. Two stand side by side in Cambridge.',
    html: '<region-map hospitals></region-map>',
  },
  selected: {
    summary: 'An area chosen by the host: the map shows it near, and the list tells of it.',
    html: '<region-map selected="norfolk-and-waveney"></region-map>',
  },
  'selected, two boards': {
    summary: 'An area that two boards of 2026 share.',
    html: '<region-map selected="suffolk-and-north-east-essex" hospitals></region-map>',
  },
  'selected, small': {
    summary: 'A small area keeps its neighbours in sight.',
    html: '<region-map level="ccg" selected="luton" hospitals></region-map>',
  },
  'selected, no hospital': {
    summary: 'An area without a main hospital says which trusts serve it.',
    html: '<region-map level="ccg" selected="thurrock"></region-map>',
  },
  'selected, an alliance': {
    summary: 'A chosen alliance: its systems, boards and trusts.',
    html: '<region-map level="alliance" selected="south"></region-map>',
  },
  'selected, of another level': {
    summary: 'An id may name an area that the map does not list by itself: it stands before the others.',
    html: '<region-map selected="west-suffolk"></region-map>',
  },
  'selected, not known': {
    summary:
      'An id that names nothing: one warning for the person who built the page, and the whole map for the reader.',
    html: '<region-map selected="atlantis"></region-map>',
  },
  'selected, of the other alliance': {
    summary: 'An area that this map does not show counts as not known.',
    html: '<region-map alliance="north" selected="mid-and-south-essex"></region-map>',
  },
  'not known': {
    summary: 'Values that are not known fall back, each with one warning.',
    html: '<region-map level="county" alliance="east" heading-level="9"></region-map>',
  },
  'narrow, 240 pixels': {
    summary: 'In a sidebar, the list stands below the map.',
    html: '<table role="presentation"><tr><td width="240"><region-map level="ccg" hospitals></region-map></td></tr></table>',
  },
  'wide, 1400 pixels': {
    summary: 'The map stops growing; the list stands beside it.',
    html: '<table role="presentation"><tr><td width="1400"><region-map hospitals></region-map></td></tr></table>',
  },
  'right to left': {
    summary: 'On a page that runs from right to left, the list changes sides and the map stays as the land lies.',
    html: '<div dir="rtl"><region-map selected="hertfordshire-and-west-essex"></region-map></div>',
  },
  'heading level': {
    summary: 'Under a heading of the third level.',
    html: `<h3>Around here</h3>
<region-map heading-level="4"></region-map>`,
  },
  'words of the host': {
    summary: "The host's own heading, footer and name for the region of the page.",
    html: `<region-map aria-label="Cancer care near our hospital">
  <span slot="heading">Where our patients live</span>
  <span slot="footer">Chosen by our cancer information centre.</span>
</region-map>`,
  },
  fallback: {
    summary:
      'What the host puts inside the tag is seen until the map is ready, and for ever if the script never comes.',
    html: `<region-map>
  <p>The East of England has two Cancer Alliances, north and south.</p>
</region-map>`,
  },
  'linked maps': {
    summary: 'The second map follows the first: choose an area above, and it shows below at its own level.',
    html: `<region-map id="first-map"></region-map>
<region-map for="first-map" level="ccg" heading-level="3" aria-label="The same area, by CCG"></region-map>`,
  },
};
