import type { Example } from './example.js';

const fallback = `
  <p>The NHS offers screening for some cancers. If you have symptoms, talk to a GP now.</p>
  <p><a href="https://www.canceralliance.co.uk/">East of England Cancer Alliances</a></p>`;

export const examples = {
  ready: {
    summary: 'All programmes, closed, and the checker with no question answered.',
    html: `<screening-guidance>${fallback}</screening-guidance>`,
  },
  'one programme': {
    summary: 'Bowel screening alone: open, with its helpline. The checker asks only what bears on it.',
    html: `<screening-guidance programme="bowel">${fallback}</screening-guidance>`,
  },
  'breast screening': {
    summary: 'Breast screening alone: a figure for its benefit stands beside the same review’s figure for harm.',
    html: `<screening-guidance programme="breast"></screening-guidance>`,
  },
  'cervical screening': {
    summary: 'Cervical screening alone, the longest text, with the 5 years between tests since July 2025.',
    html: `<screening-guidance programme="cervical"></screening-guidance>`,
  },
  'lung screening': {
    summary: 'Lung cancer screening alone: by invitation only, area by area.',
    html: `<screening-guidance programme="lung"></screening-guidance>`,
  },
  'no programme': {
    summary: 'The honest answer on prostate cancer, for which there is no screening programme.',
    html: `<screening-guidance programme="prostate"></screening-guidance>`,
  },
  'several programmes': {
    summary: 'Three programmes in the host’s own order.',
    html: `<screening-guidance programme="cervical, breast, bowel"></screening-guidance>`,
  },
  'unknown programme': {
    summary: 'A programme that does not exist is left out, with one warning in the console.',
    html: `<screening-guidance programme="skin lung"></screening-guidance>`,
  },
  'nothing known': {
    summary: 'None of the programmes exists: all are shown, with one warning for each word.',
    html: `<screening-guidance programme="skin kidney"></screening-guidance>`,
  },
  'heading level': {
    summary: 'Under a host’s h3: the widget begins at h4, and what is inside follows down to h6.',
    html: `<h1>Health</h1><h2>Cancer</h2><h3>Staying well</h3><screening-guidance heading-level="4" programme="bowel lung"></screening-guidance>`,
  },
  'page heading': {
    summary: 'As the main heading of its page.',
    html: `<screening-guidance heading-level="1"></screening-guidance>`,
  },
  'host words': {
    summary: 'The host’s own heading and its own words at the foot.',
    html: `<screening-guidance programme="bowel breast">
  <span slot="heading">Screening at Riverside Surgery</span>
  <p slot="footer">Ask at reception if you would like a nurse to go through this with you.</p>
</screening-guidance>`,
  },
  'long words': {
    summary: 'A heading from the host that is long, and has one very long word in it.',
    html: `<screening-guidance programme="prostate">
  <span slot="heading">Screening, checks and what to ask about Pneumonoultramicroscopicsilicovolcanoconiosis and everything else</span>
</screening-guidance>`,
  },
  sidebar: {
    summary: 'In an old page’s sidebar of 240 pixels: benefits and harms stand one above the other, in the same rank.',
    html: `<table role="presentation"><tr><td width="240"><screening-guidance programme="lung"></screening-guidance></td></tr></table>`,
  },
  'right to left': {
    summary: 'On a page that is written from right to left.',
    html: `<div dir="rtl" lang="ur"><screening-guidance programme="breast cervical"></screening-guidance></div>`,
  },
  'own name': {
    summary: 'Named by the host for people who move by landmarks.',
    html: `<screening-guidance aria-label="Screening for cancer" programme="bowel lung"></screening-guidance>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
