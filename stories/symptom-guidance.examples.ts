import type { Example } from './example.js';

const fallback = `
  <p>In an emergency, call 999. If something is not normal for you, talk to a GP.</p>
  <p><a href="https://www.canceralliance.co.uk/">East of England Cancer Alliances</a></p>`;

export const examples = {
  ready: {
    summary: 'What is an emergency, the search box, and all parts of the body, closed.',
    html: `<symptom-guidance>${fallback}</symptom-guidance>`,
  },
  'one area': {
    summary: 'Poo and bottom alone, open: a card of each level, the most urgent first.',
    html: `<symptom-guidance area="bowel">${fallback}</symptom-guidance>`,
  },
  'several areas': {
    summary: 'Three parts of the body, open, in the host’s own order.',
    html: `<symptom-guidance area="breast, skin, prostate"></symptom-guidance>`,
  },
  'area unknown': {
    summary: 'A part of the body that is not known is left out, with one warning in the console.',
    html: `<symptom-guidance area="elbow skin"></symptom-guidance>`,
  },
  'nothing known': {
    summary: 'No area is known: all are shown, closed, with one warning for each word.',
    html: `<symptom-guidance area="elbow knee"></symptom-guidance>`,
  },
  'search with hits': {
    summary: 'A search for a part of the body: the symptoms that match, each under the heading of its care card.',
    html: `<symptom-guidance search="lump"></symptom-guidance>`,
  },
  'emergency words': {
    summary:
      'Words that match an emergency: that card stands first among what matches, and above the search as always.',
    html: `<symptom-guidance search="coughing blood"></symptom-guidance>`,
  },
  'readers’ words': {
    summary: 'Words as people say them: the synonym list knows what they mean.',
    html: `<symptom-guidance search="always knackered and blood from my bum"></symptom-guidance>`,
  },
  misspelling: {
    summary: 'Two misspelled words, of which one is in the synonym list and the other one letter off.',
    html: `<symptom-guidance search="diorea or stomache pain"></symptom-guidance>`,
  },
  'nothing found': {
    summary: 'Words that match nothing: the status says who to talk to all the same.',
    html: `<symptom-guidance search="zebra"></symptom-guidance>`,
  },
  'without search': {
    summary: 'The host has left the search box out.',
    html: `<symptom-guidance search="false" area="mouth"></symptom-guidance>`,
  },
  'heading level': {
    summary: 'Under a host’s h3: the widget begins at h4, and what is inside follows down to h6.',
    html: `<h1>Health</h1><h2>Cancer</h2><h3>Signs</h3><symptom-guidance heading-level="4" area="chest"></symptom-guidance>`,
  },
  'host words': {
    summary: 'The host’s own heading and its own words at the foot.',
    html: `<symptom-guidance area="womb">
  <span slot="heading">When to call Riverside Surgery</span>
  <p slot="footer">Our phone lines open at 8 in the morning.</p>
</symptom-guidance>`,
  },
  'long words': {
    summary: 'A heading from the host that is long, and has one very long word in it.',
    html: `<symptom-guidance area="brain">
  <span slot="heading">Signs, symptoms and Pneumonoultramicroscopicsilicovolcanoconiosis and everything else to tell a GP</span>
</symptom-guidance>`,
  },
  sidebar: {
    summary: 'In an old page’s sidebar of 240 pixels.',
    html: `<table role="presentation"><tr><td width="240"><symptom-guidance area="tummy" search="poo"></symptom-guidance></td></tr></table>`,
  },
  'right to left': {
    summary: 'On a page that is written from right to left.',
    html: `<div dir="rtl" lang="ur"><symptom-guidance area="bladder" search="blood"></symptom-guidance></div>`,
  },
  'own name': {
    summary: 'Named by the host for people who move by landmarks.',
    html: `<symptom-guidance aria-label="Signs of cancer" area="testicle blood"></symptom-guidance>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
