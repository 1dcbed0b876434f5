import type { Example } from './example.js';

export const examples: Record<string, Example> = {
  'by id': {
    summary: 'A hospital, by its id.',
    html: '<contact-card organisation="norfolk-and-norwich-university-hospital"></contact-card>',
  },
  'by ODS code': {
    summary: 'A hospital, by the code that the NHS knows it by; small letters and spaces do no harm.',
    html: '<contact-card organisation="rgt 01"></contact-card>',
  },
  trust: {
    summary: 'A trust, which has a website of its own.',
    html: '<contact-card organisation="cambridge-university-hospitals"></contact-card>',
  },
  'alliance, north': {
    summary: 'An alliance. It has no telephone or email that was checked, so the card leads to its website.',
    html: '<contact-card alliance="north"></contact-card>',
  },
  'alliance, south': {
    summary: 'The other alliance.',
    html: '<contact-card alliance="south"></contact-card>',
  },
  region: {
    summary: 'Nothing asked for: the whole region.',
    html: '<contact-card></contact-card>',
  },
  board: {
    summary: 'A body that plans services, opened in 2026.',
    html: '<contact-card organisation="norfolk-and-suffolk-icb"></contact-card>',
  },
  'closed, one successor': {
    summary: 'A body that has closed says so, and shows who does its work now, through any that closed between.',
    html: '<contact-card organisation="norfolk-and-waveney-ccg"></contact-card>',
  },
  'closed, two successors': {
    summary: 'The work of a closed body was shared out between two.',
    html: '<contact-card organisation="suffolk-and-north-east-essex-icb"></contact-card>',
  },
  inline: {
    summary: 'Within a sentence.',
    html: `<p>
  For your appointment, ring
  <contact-card layout="inline" organisation="norfolk-and-norwich-university-hospital"></contact-card>
  and ask for the clinic that is named in your letter.
</p>`,
  },
  'inline, closed': {
    summary: 'Within a sentence, a closed body says so, with those that follow it in brackets.',
    html: `<p>
  This was decided by
  <contact-card layout="inline" organisation="suffolk-and-north-east-essex-icb"></contact-card>
  in 2025.
</p>`,
  },
  compact: {
    summary: 'For a sidebar.',
    html: '<contact-card layout="compact" organisation="norfolk-and-norwich-university-hospital"></contact-card>',
  },
  'details of the host': {
    summary: 'The details that the host gives replace ours and are marked as its own.',
    html: `<contact-card
  organisation="norfolk-and-norwich-university-hospital"
  name="Cancer information desk"
  telephone="01632 960123"
  email="desk@trust.example"
  address="Level 2, East Block, 1 Example Road, Norwich"
  website="https://trust.example/cancer"
></contact-card>`,
  },
  'details in a slot': {
    summary: 'What the host has to add, such as the hours of its desk.',
    html: `<contact-card organisation="norfolk-and-norwich-university-hospital">
  <p slot="details">The information desk is open from 9am to 4pm, Monday to Friday.</p>
</contact-card>`,
  },
  'junk details': {
    summary: 'Details that cannot be right are left out; the card shows what it knows.',
    html: `<contact-card
  organisation="norfolk-and-norwich-university-hospital"
  name="<img src=x onerror=alert(1)>"
  telephone="call me"
  email="nobody"
  website="javascript:alert(1)"
  layout="poster"
  heading-level="9"
></contact-card>`,
  },
  'unknown id': {
    summary: 'An id that is not known, and nothing inside the tag: a plain sentence and the way to the website.',
    html: '<contact-card organisation="atlantis-general"></contact-card>',
  },
  'unknown id with fallback': {
    summary: 'An id that is not known: what the host put inside the tag stays.',
    html: `<contact-card organisation="atlantis-general">
  <p>Ring our switchboard on <a href="tel:01632960123">01632 960123</a>.</p>
</contact-card>`,
  },
  'unknown alliance': {
    summary: 'An alliance that does not exist is taken for the whole region.',
    html: '<contact-card alliance="west"></contact-card>',
  },
  long: {
    summary: 'A long name and a long address break where they must.',
    html: `<contact-card
  organisation="norfolk-and-norwich-university-hospital"
  name="The Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Centre for Cancer Information, Support and Wellbeing, with the Department of Very Long Names"
  address="The Department of Very Long Names, Second Floor, North-Eastern Entrance, The Old Building behind the New Building, 12345 A Street Whose Name Is Long, Long Stratton near Norwich"
  email="a.very.long.address.for.a.very.long.department@a-very-long-domain-name-for-a-trust.example"
></contact-card>`,
  },
  'narrow, 240 pixels': {
    summary: 'In the narrowest sidebar that we promise to fit.',
    html: `<div class="narrow">
  <contact-card organisation="norfolk-and-norwich-university-hospital"></contact-card>
</div>`,
  },
  'right to left': {
    summary: 'On a page that is read from right to left.',
    html: `<div dir="rtl">
  <contact-card organisation="norfolk-and-norwich-university-hospital"></contact-card>
</div>`,
  },
  'heading level 4': {
    summary: 'The heading takes its place in the host’s outline; a successor’s name is one level below.',
    html: '<contact-card heading-level="4" organisation="norfolk-and-waveney-ccg"></contact-card>',
  },
  'heading in a slot': {
    summary: 'The host’s own words as the heading.',
    html: `<contact-card organisation="norfolk-and-norwich-university-hospital">
  <span slot="heading">How to reach us</span>
</contact-card>`,
  },
  'footer in a slot': {
    summary: 'The host’s own words above the line on sources.',
    html: `<contact-card organisation="norfolk-and-norwich-university-hospital">
  <p slot="footer">Something wrong? Tell <a href="https://trust.example/web">our web team</a>.</p>
</contact-card>`,
  },
  'own label': {
    summary: 'A name for the region that only assistive technology says.',
    html: '<contact-card aria-label="Who to ring" organisation="norfolk-and-norwich-university-hospital"></contact-card>',
  },
};
