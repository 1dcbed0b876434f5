import type { Example } from './example.js';

export const examples = {
  ready: {
    summary: 'With nothing set: a postcode, the first half of one, or a town.',
    html: '<alliance-finder></alliance-finder>',
  },
  found: {
    summary: 'An outward code that the host looks up at once: its alliance, area, boards and nearest hospitals.',
    html: '<alliance-finder search="NR2"></alliance-finder>',
  },
  'several boards': {
    summary: 'One area, shared by two boards of today.',
    html: '<alliance-finder search="CM23"></alliance-finder>',
  },
  'areas of one alliance': {
    summary:
      'An outward code in two areas of the same alliance: the alliance is sure, the area is for the reader to say.',
    html: '<alliance-finder search="IP19"></alliance-finder>',
  },
  'both alliances': {
    summary: 'An outward code that both alliances share: both are shown, and the reader chooses.',
    html: '<alliance-finder search="CB9"></alliance-finder>',
  },
  'mostly outside': {
    summary: 'Nearly all of this outward code lies in London.',
    html: '<alliance-finder search="EN4"></alliance-finder>',
  },
  'half outside': {
    summary: 'About half of it lies outside the region.',
    html: '<alliance-finder search="MK19"></alliance-finder>',
  },
  'a town': {
    summary: 'A town stands for the postcode of its hospital, and says so.',
    html: '<alliance-finder search="King’s Lynn"></alliance-finder>',
  },
  'a county': {
    summary: 'Names of areas are known too; this one stands in three of them.',
    html: '<alliance-finder search="Essex"></alliance-finder>',
  },
  outside: {
    summary: 'Outside the region: where other alliances are listed.',
    html: '<alliance-finder search="SW1A 1AA"></alliance-finder>',
  },
  'not known': {
    summary: 'Words of the host that name nothing: one warning for the person who built the page, and an empty field.',
    html: '<alliance-finder search="Atlantis"></alliance-finder>',
  },
  'with a postcode service': {
    summary: 'The host has named a service to ask where half a postcode is not enough; the reader is told.',
    html: '<alliance-finder lookup="https://api.postcodes.io"></alliance-finder>',
  },
  'following a map': {
    summary: 'What is chosen on the map is shown here, and what is found here is chosen on the map.',
    html: `<alliance-finder id="finder" for="map"></alliance-finder>
<region-map id="map" for="finder" selected="luton" level="ccg"></region-map>`,
  },
  'following a map, an alliance': {
    summary: 'A whole alliance, chosen on a map.',
    html: `<alliance-finder for="alliances"></alliance-finder>
<region-map id="alliances" level="alliance" selected="north"></region-map>`,
  },
  'heading level': {
    summary: 'Under a heading of the third level.',
    html: `<h3>Cancer care near you</h3>
<alliance-finder heading-level="4" search="LU1"></alliance-finder>`,
  },
  'words of the host': {
    summary: "The host's own heading, footer and name for the region of the page.",
    html: `<alliance-finder aria-label="Find your Alliance">
  <span slot="heading">Where do you live?</span>
  <span slot="footer">Chosen by our cancer information centre.</span>
</alliance-finder>`,
  },
  fallback: {
    summary:
      'What the host puts inside the tag is seen until the finder is ready, and for ever if the script never comes.',
    html: `<alliance-finder>
  <p>The East of England has two Cancer Alliances, north and south.</p>
</alliance-finder>`,
  },
  'narrow, 240 pixels': {
    summary: 'In a sidebar.',
    html: '<table role="presentation"><tr><td width="240"><alliance-finder search="CB9"></alliance-finder></td></tr></table>',
  },
  'right to left': {
    summary: 'On a page that runs from right to left.',
    html: '<div dir="rtl"><alliance-finder search="PE14"></alliance-finder></div>',
  },
} as const satisfies Readonly<Record<string, Example>>;
