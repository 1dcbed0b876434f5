import type { Names } from './names.js';
import type { Option } from './types.js';

/** How the builder speaks of an option, to somebody who has never seen code. */
export interface Wording {
  readonly title: string;
  readonly hint?: string;
  /** What comes if nothing is chosen. */
  readonly unset?: string;
  /** What the widget takes, said where it does not take what is written. */
  readonly takes?: string;
  /** Its values, where they are not words that people know. */
  readonly values?: Readonly<Record<string, string>>;
  readonly group?: 'details' | 'team';
}

/** The options that are folded away, by what they have in common. */
export const groups = {
  details: {
    title: 'Your own details, in the place of ours',
    hint: 'The card says below which of its details are yours: “Given by this website: Phone”, for one.',
  },
  team: {
    title: 'Technical options',
    hint: 'For whoever looks after the page. Leave them as they are unless you are asked for one.',
  },
} as const;

const all = 'Tick those that you want. With none ticked it shows all of them.';

/** By the name of the option; one that only one widget has in this way stands after its tag. */
export const wordings: Readonly<Record<string, Wording>> = {
  address: {
    title: 'Address',
    hint: 'At most 300 characters. Our link to a map is then left out.',
    group: 'details',
    takes: 'at most 300 characters, without < and >',
  },
  alliance: { title: 'Alliance', hint: 'For which of the two Alliances it speaks.', unset: 'Both Alliances' },
  area: {
    title: 'Parts of the body',
    hint: 'Those that you tick come first and open. With none ticked it shows all of them, closed.',
  },
  'aria-label': {
    title: 'Name for screen readers',
    hint: 'Empty, its heading is its name. Give it one if the page has two of the same widget.',
    group: 'team',
  },
  'as-of': {
    title: 'As of a day',
    hint: 'The organisations that there were on that day, from 1 January 2020 to today. Empty: those of 2020.',
    takes: 'a day from 1 January 2020 to today',
  },
  audience: {
    title: 'Whom it speaks to',
    unset: 'Patients and relatives',
    values: { patient: 'Patients', relative: 'Relatives' },
  },
  compact: { title: 'Short, for a side column' },
  email: { title: 'Email', group: 'details', takes: 'an address such as name@example.nhs.uk' },
  filter: { title: 'Search box', hint: 'With it, readers find an organisation by name.', unset: 'None' },
  for: {
    title: 'Follow a map or finder on the same page',
    hint: 'When a reader chooses an area there, this shows what belongs to it.',
    group: 'team',
  },
  'group-by': {
    title: 'Grouped by',
    unset: 'Kind of organisation',
    values: { kind: 'Kind of organisation', system: 'Integrated care system', alliance: 'Alliance' },
  },
  'heading-level': {
    title: 'Level of its heading',
    hint: 'One more than that of the heading above it on your page.',
    unset: '2',
    group: 'team',
  },
  hospitals: { title: 'Show the main hospitals' },
  id: {
    title: 'Its own name (id), for others to follow',
    hint: 'A word such as map, without spaces. Others on the page follow it by that name.',
    group: 'team',
  },
  kind: {
    title: 'Kinds of organisation',
    hint: 'Tick those that you want. With none ticked it shows those that the Alliances publish.',
    values: {
      system: 'Integrated care systems',
      ccg: 'Clinical commissioning groups (CCGs)',
      icb: 'Integrated care boards (ICBs)',
      trust: 'NHS trusts',
      hospital: 'Hospitals',
    },
  },
  layout: {
    title: 'Layout',
    unset: 'A card',
    values: { card: 'A card', compact: 'Details alone, for a side column', inline: 'A line within a sentence' },
  },
  level: {
    title: 'What it shows',
    unset: 'Integrated care systems',
    values: {
      system: 'Integrated care systems',
      alliance: 'The two Alliances',
      ccg: 'Clinical commissioning groups (CCGs)',
    },
  },
  lookup: {
    title: 'Postcode service',
    hint: 'An https address that answers as postcodes.io does. It is asked with a reader’s whole postcode, as a part of the address asked for, where the first half is not enough. Empty, nobody is asked.',
    takes: 'an https address without user name or ?',
    group: 'team',
  },
  name: {
    title: 'Name',
    hint: 'At most 200 characters. With a name, and no organisation chosen above, the card is yours alone.',
    group: 'details',
    takes: 'at most 200 characters, without < and >',
  },
  need: { title: 'Help with', hint: all },
  organisation: { title: 'Organisation', hint: 'Whose details it shows.', unset: 'The Cancer Alliances themselves' },
  programme: { title: 'Screening programmes', hint: all },
  search: { title: 'Search box', hint: 'In it readers find symptoms by words of their own.', unset: 'Shown' },
  'alliance-finder search': {
    title: 'Postcode or town that stands in it',
    hint: 'It is looked up at once. Leave it empty for readers to type their own.',
    takes: 'a postcode, its first half, or a town of the region',
  },
  sections: { title: 'Sections', hint: all },
  selected: { title: 'Area chosen from the start', unset: 'None' },
  stage: {
    title: 'Step that is open from the start',
    unset: 'None',
    values: {
      noticing: 'Noticing something',
      gp: 'Talking to a GP',
      tests: 'Referral and tests',
      decisions: 'Deciding on treatment',
      after: 'After treatment',
      living: 'Living with cancer',
      'not-cured': 'When cancer cannot be cured',
    },
  },
  telephone: {
    title: 'Phone',
    hint: 'Such as 01234 567890.',
    group: 'details',
    takes: 'a telephone number in figures, such as 01234 567890',
  },
  topics: { title: 'Topics', hint: all },
  website: {
    title: 'Website',
    hint: 'It begins with https://',
    group: 'details',
    takes: 'an address that begins with https://',
  },
};

/** `next-steps` as words. */
const spelled = (name: string) => {
  const said = name.replaceAll('-', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** An option that is new, and that nobody has found words for, speaks as it does in code. */
export const wordingOf = (tag: string, { name, description }: Pick<Option, 'name' | 'description'>): Wording =>
  wordings[`${tag} ${name}`] ?? wordings[name] ?? { title: spelled(name), hint: description.replaceAll('`', '') };

/** What a value is called: here, or in the widget's own words. */
export const valueIn = ({ values }: Wording, value: string, names?: Names): string =>
  values?.[value] ?? names?.[value] ?? spelled(value);
