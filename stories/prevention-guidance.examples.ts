import type { Example } from './example.js';

const fallback = `
  <p>About 4 in 10 cancers are linked to things that can change. Cancer is nobody’s fault.</p>
  <p><a href="https://www.canceralliance.co.uk/">East of England Cancer Alliances</a></p>`;

export const examples = {
  ready: {
    summary: 'The chart with its table folded, and all topics, closed.',
    html: `<prevention-guidance>${fallback}</prevention-guidance>`,
  },
  'one topic': {
    summary: 'Smoking alone: open, with its helpline. The chart has its bar beside that of all things together.',
    html: `<prevention-guidance topics="smoking">${fallback}</prevention-guidance>`,
  },
  'several topics': {
    summary: 'Three topics in the host’s own order, one of which has a bar.',
    html: `<prevention-guidance topics="vaccination, weight, sun"></prevention-guidance>`,
  },
  'no chart': {
    summary: 'Topics for which no share was read at its source: nothing is drawn for them.',
    html: `<prevention-guidance topics="alcohol sun"></prevention-guidance>`,
  },
  'nothing but a pointer': {
    summary: 'Being active: no advice was read at its source yet, so it says why, and whom to ask.',
    html: `<prevention-guidance topics="activity"></prevention-guidance>`,
  },
  'unknown topic': {
    summary: 'A topic that does not exist is left out, with one warning in the console.',
    html: `<prevention-guidance topics="sleep weight"></prevention-guidance>`,
  },
  'nothing known': {
    summary: 'None of the topics exists: all are shown, with one warning for each word.',
    html: `<prevention-guidance topics="sleep stress"></prevention-guidance>`,
  },
  'heading level': {
    summary: 'Under a host’s h3: the widget begins at h4, and what is inside follows down to h6.',
    html: `<h1>Health</h1><h2>Cancer</h2><h3>Staying well</h3><prevention-guidance heading-level="4" topics="sun alcohol"></prevention-guidance>`,
  },
  'host words': {
    summary: 'The host’s own heading and its own words at the foot.',
    html: `<prevention-guidance topics="smoking weight">
  <span slot="heading">Staying well with Riverside Surgery</span>
  <p slot="footer">Ask at reception for a time to talk with our nurse.</p>
</prevention-guidance>`,
  },
  'long words': {
    summary: 'A heading from the host that is long, and has one very long word in it.',
    html: `<prevention-guidance topics="weight">
  <span slot="heading">Smoking, weight, sun, alcohol and Pneumonoultramicroscopicsilicovolcanoconiosis and everything else</span>
</prevention-guidance>`,
  },
  sidebar: {
    summary: 'In an old page’s sidebar of 240 pixels: labels wrap, and a value without room goes below its bar.',
    html: `<table role="presentation"><tr><td width="240"><prevention-guidance></prevention-guidance></td></tr></table>`,
  },
  'right to left': {
    summary: 'On a page that is written from right to left: the bars begin at the right.',
    html: `<div dir="rtl" lang="ur"><prevention-guidance></prevention-guidance></div>`,
  },
  'own name': {
    summary: 'Named by the host for people who move by landmarks.',
    html: `<prevention-guidance aria-label="Ways to stay well" topics="sun"></prevention-guidance>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
