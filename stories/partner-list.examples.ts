import type { Example } from './example.js';

/** Every state of `<partner-list>`, for the stories and the tests. */
export const examples: Readonly<Record<string, Example>> = {
  default: {
    summary: 'What the Alliances publish: six systems, sixteen CCGs, fourteen trusts',
    html: '<partner-list></partner-list>',
  },
  search: {
    summary: 'With a search box',
    html: '<partner-list filter></partner-list>',
  },
  'search for': {
    summary: 'With words in the search box from the start',
    html: '<partner-list kind="trust hospital" filter="norwich"></partner-list>',
  },
  'nothing found': {
    summary: 'A search that nothing matches',
    html: '<partner-list filter="zebra crossing"></partner-list>',
  },
  north: {
    summary: 'One alliance',
    html: '<partner-list alliance="north"></partner-list>',
  },
  'trusts and hospitals': {
    summary: 'Two kinds, in the order given',
    html: '<partner-list kind="hospital trust" alliance="south" filter></partner-list>',
  },
  'boards today': {
    summary: 'The boards that plan and pay for services today',
    html: '<partner-list kind="icb"></partner-list>',
  },
  'by system': {
    summary: 'Grouped by system',
    html: '<partner-list group-by="system" filter></partner-list>',
  },
  'by alliance': {
    summary: 'Grouped by alliance; boards that span both stand in a group of their own',
    html: '<partner-list group-by="alliance" as-of="2026-04-01"></partner-list>',
  },
  'before the trusts of 2020': {
    summary: 'A day before two trusts and one CCG were made',
    html: '<partner-list as-of="2020-03-31"></partner-list>',
  },
  'after the merger of 2021': {
    summary: 'The CCGs on the day of the merger',
    html: '<partner-list kind="ccg" as-of="2021-04-01"></partner-list>',
  },
  'first boards': {
    summary: 'The day that the six boards took over from the CCGs',
    html: '<partner-list as-of="2022-07-01"></partner-list>',
  },
  'systems that closed': {
    summary: 'Grouped by systems on a day when they had closed',
    html: '<partner-list as-of="2026-04-01" group-by="system"></partner-list>',
  },
  empty: {
    summary: 'Nothing fits: CCGs on a day when there were none',
    html: '<partner-list kind="ccg" as-of="2026-04-01"></partner-list>',
  },
  'own words': {
    summary: "The host's own heading, footer and level",
    html: `<partner-list kind="trust" alliance="north" heading-level="3">
  <span slot="heading">Hospitals we work with</span>
  <span slot="footer">Kept by the web team.</span>
</partner-list>`,
  },
  'bad input': {
    summary: 'Values that are not known fall back, each with one warning',
    html: '<partner-list kind="pub" alliance="east" group-by="size" as-of="2031-02-30" heading-level="9"></partner-list>',
  },
  'right to left': {
    summary: 'On a page that reads from right to left',
    html: '<div dir="rtl"><partner-list kind="trust" alliance="south" filter></partner-list></div>',
  },
};
