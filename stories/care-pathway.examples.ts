import type { Example } from './example.js';

const fallback = `
  <p>Noticed something that is not normal for you? Talk to a GP.</p>
  <p><a href="https://www.canceralliance.co.uk/">East of England Cancer Alliances</a></p>`;

export const examples = {
  ready: {
    summary: 'All steps, closed, for everyone: the parts for relatives come last in each.',
    html: `<care-pathway>${fallback}</care-pathway>`,
  },
  'one step open': {
    summary: 'On a page about waiting for tests: that step is open, with its aim and the date of the aim.',
    html: `<care-pathway stage="tests">${fallback}</care-pathway>`,
  },
  'for relatives': {
    summary: 'On a page for relatives and carers: what they could do comes first in each step. Nothing is left out.',
    html: `<care-pathway audience="relative" stage="results"></care-pathway>`,
  },
  'for the person': {
    summary: 'Without the parts for relatives.',
    html: `<care-pathway audience="patient" stage="treatment"></care-pathway>`,
  },
  'when cancer cannot be cured': {
    summary: 'The step that wants the kindest words, open.',
    html: `<care-pathway stage="not-cured"></care-pathway>`,
  },
  'unknown step': {
    summary: 'A step that does not exist: all stay closed, with one warning in the console.',
    html: `<care-pathway stage="waiting-room"></care-pathway>`,
  },
  'unknown audience': {
    summary: 'An audience that does not exist: it speaks to everyone, with one warning in the console.',
    html: `<care-pathway audience="staff" stage="gp"></care-pathway>`,
  },
  'heading level': {
    summary: 'Under a host’s h3: the widget begins at h4, and what is inside follows down to h6.',
    html: `<h1>Health</h1><h2>Cancer</h2><h3>Your care</h3><care-pathway heading-level="4" stage="decisions"></care-pathway>`,
  },
  'page heading': {
    summary: 'As the main heading of its page.',
    html: `<care-pathway heading-level="1"></care-pathway>`,
  },
  'host words': {
    summary: 'The host’s own heading and its own words at the foot.',
    html: `<care-pathway stage="tests">
  <span slot="heading">Your tests at Riverside Hospital</span>
  <p slot="footer">Ask at the desk if you would like somebody to go through this with you.</p>
</care-pathway>`,
  },
  'long words': {
    summary: 'A heading from the host that is long, and has one very long word in it.',
    html: `<care-pathway>
  <span slot="heading">Finding out about Pneumonoultramicroscopicsilicovolcanoconiosis and what comes after that</span>
</care-pathway>`,
  },
  sidebar: {
    summary: 'In an old page’s sidebar of 240 pixels.',
    html: `<table role="presentation"><tr><td width="240"><care-pathway stage="decisions"></care-pathway></td></tr></table>`,
  },
  'right to left': {
    summary: 'On a page that is written from right to left: the line runs down the other side.',
    html: `<div dir="rtl" lang="ur"><care-pathway stage="gp"></care-pathway></div>`,
  },
  'own name': {
    summary: 'Named by the host for people who move by landmarks.',
    html: `<care-pathway aria-label="Steps of cancer care"></care-pathway>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
