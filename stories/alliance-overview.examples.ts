import type { Example } from './example.js';

/** A page's own words inside a tag: what readers have until the script arrives, and without it. */
const fallback = '<p>Read <a href="https://www.canceralliance.co.uk/public">about the Cancer Alliances</a>.</p>';

export const examples: Readonly<Record<string, Example>> = {
  Region: {
    summary: 'Both alliances together: what they are, what they aim for, key figures, history and next steps.',
    html: `<alliance-overview>${fallback}</alliance-overview>`,
  },
  North: {
    summary: 'The North Alliance, with its own areas and figures.',
    html: `<alliance-overview alliance="north">${fallback}</alliance-overview>`,
  },
  South: {
    summary: 'The South Alliance, with its own areas and figures.',
    html: `<alliance-overview alliance="south">${fallback}</alliance-overview>`,
  },
  'Figures only': {
    summary: 'One section. Each figure states its year and where it comes from.',
    html: '<alliance-overview sections="figures"></alliance-overview>',
  },
  'History only': {
    summary: 'What changed and when. A fact that rests on one source says whose word it is.',
    html: '<alliance-overview sections="history"></alliance-overview>',
  },
  'Sections in the order of the host': {
    summary: 'The host picks two sections and puts what to do next first.',
    html: '<alliance-overview sections="next-steps about"></alliance-overview>',
  },
  Compact: {
    summary: 'Fewer words and small figures, in a sidebar of 240 pixels.',
    html: '<div class="narrow"><alliance-overview compact></alliance-overview></div>',
  },
  'Compact figures of one alliance': {
    summary: 'The smallest useful overview: the figures of one alliance in a sidebar.',
    html: '<div class="narrow"><alliance-overview compact alliance="north" sections="figures"></alliance-overview></div>',
  },
  'Deep in the outline of a page': {
    summary: 'The heading takes its level from the host, and the headings within follow it.',
    html: '<h1>Our trust</h1><h2>Cancer care</h2><h3>Partners</h3><alliance-overview heading-level="4"></alliance-overview>',
  },
  'Named by the host': {
    summary: 'The host gives the region a name of its own for assistive technology.',
    html: '<alliance-overview aria-label="Our Cancer Alliance" sections="about"></alliance-overview>',
  },
  'Heading and footer of the host': {
    summary: 'The host’s own words in the heading, and in place of the link to the Alliances’ website.',
    html: `<alliance-overview sections="about">
      <span slot="heading">Who plans cancer care here</span>
      <p slot="footer">Shown by Example Hospital.</p>
    </alliance-overview>`,
  },
  'Attributes that are not known': {
    summary: 'A wrong alliance shows the region, and a wrong section is left out. Each logs one warning.',
    html: '<alliance-overview alliance="west" sections="about, poetry"></alliance-overview>',
  },
  'Right to left': {
    summary: 'On a page that runs from right to left the layout turns. The English words and figures do not.',
    html: '<div dir="rtl"><alliance-overview sections="figures history"></alliance-overview></div>',
  },
};
