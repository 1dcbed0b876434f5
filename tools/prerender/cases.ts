import type { Attributes } from './render.js';

/** A snippet that hosts commonly want. The build writes each of its forms to dist/snippets. */
export interface Case {
  /** Name of its files. */
  readonly name: string;
  readonly tag: string;
  readonly attributes?: Attributes;
}

/** Ids of the trusts, whose pages most of our cards will be on. */
export const trusts = [
  'bedfordshire-hospitals',
  'cambridge-university-hospitals',
  'east-and-north-hertfordshire',
  'east-suffolk-and-north-essex',
  'james-paget-university-hospitals',
  'mid-and-south-essex',
  'milton-keynes-university-hospital',
  'norfolk-and-norwich-university-hospitals',
  'north-west-anglia',
  'princess-alexandra-hospital',
  'queen-elizabeth-hospital-kings-lynn',
  'royal-papworth-hospital',
  'west-hertfordshire',
  'west-suffolk',
] as const;

const hospital = 'norfolk-and-norwich-university-hospital';

/**
 * Every element by itself, and the height in pixels that its frame has until a script says how tall it is: its own where
 * it is 640 pixels wide, but no more than a screen.
 */
export const elements: Readonly<Record<string, number>> = {
  'alliance-finder': 859,
  'alliance-overview': 900,
  'care-pathway': 900,
  'contact-card': 605,
  'partner-list': 900,
  'prevention-guidance': 900,
  'region-map': 900,
  'screening-guidance': 900,
  'support-directory': 900,
  'symptom-guidance': 900,
};

export const cases: readonly Case[] = [
  ...Object.keys(elements).map((tag) => ({ name: tag, tag })),
  { name: 'alliance-overview-compact', tag: 'alliance-overview', attributes: { compact: '' } },
  { name: 'care-pathway-relative', tag: 'care-pathway', attributes: { audience: 'relative' } },
  ...['north', 'south'].map((alliance) => ({
    name: `contact-card-${alliance}`,
    tag: 'contact-card',
    attributes: { alliance },
  })),
  ...trusts.map((organisation) => ({
    name: `contact-card-${organisation}`,
    tag: 'contact-card',
    attributes: { organisation },
  })),
  { name: 'contact-card-hospital', tag: 'contact-card', attributes: { organisation: hospital } },
  { name: 'contact-card-compact', tag: 'contact-card', attributes: { organisation: hospital, layout: 'compact' } },
  { name: 'contact-card-inline', tag: 'contact-card', attributes: { organisation: hospital, layout: 'inline' } },
  { name: 'partner-list-hospitals', tag: 'partner-list', attributes: { kind: 'hospital', filter: '' } },
  { name: 'partner-list-trusts', tag: 'partner-list', attributes: { kind: 'trust' } },
  { name: 'region-map-alliances', tag: 'region-map', attributes: { level: 'alliance' } },
  { name: 'region-map-hospitals', tag: 'region-map', attributes: { hospitals: '' } },
  ...['bowel', 'breast', 'cervical', 'lung', 'prostate'].map((programme) => ({
    name: `screening-guidance-${programme}`,
    tag: 'screening-guidance',
    attributes: { programme },
  })),
];
