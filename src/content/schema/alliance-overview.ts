import { z } from 'zod';
import type { Source } from '../../base/source.js';
import { confidence, pastDay, review, sourceIds, telephone, text } from './common.js';
import { reviewed } from './guidance.js';

const evidence = { sources: sourceIds, confidence, checked: pastDay };
type Evidence = Pick<z.output<z.ZodObject<typeof evidence>>, keyof typeof evidence>;

const year = z
  .int()
  .min(2000, 'expected a year from 2000 on')
  .refine((value) => value <= new Date().getFullYear(), 'expected a year that has come');
const number = z.int().positive('expected a number above nought');
const figured = text.refine((value) => value.includes('{figure}'), 'expected {figure} where the big number stands');

/** A figure without its year is no figure: what readers see under it must name the year. */
const dated = ({ basis, year: named }: { basis: string; year: number }) => basis.includes(`${named}`);
const datedMessage = { path: ['basis'], message: 'expected words that name the year of the figure' };

const count = z
  .strictObject({
    id: z.enum(['people', 'systems', 'ccgs', 'trusts'], 'expected people, systems, ccgs or trusts'),
    text: figured,
    basis: text,
    unit: z.literal('million', 'expected million').optional(),
    year,
    region: number,
    north: number,
    south: number,
    published: z.strictObject({ text, value: number, year, ...evidence }).optional(),
    ...evidence,
  })
  .refine(dated, datedMessage)
  .refine(({ region, north, south }) => north + south === region, {
    path: ['region'],
    message: 'expected the sum of north and south',
  })
  .refine(({ published }) => !published || published.text.includes(`${published.year}`), {
    path: ['published', 'text'],
    message: 'expected words that name the year of the figure',
  });

const share = z
  .strictObject({ text: figured, figure: text, basis: text, year, ...evidence })
  .refine(dated, datedMessage);

const change = z
  .strictObject({ when: text, date: pastDay, text, note: text.optional(), ...evidence })
  .refine(({ when, date }) => when.includes(date.slice(0, 4)), {
    path: ['when'],
    message: 'expected words that name the year of `date`',
  });

const step = z
  .strictObject({ text, short: text, link: text.optional(), telephone: telephone.optional(), ...evidence })
  .refine((value) => value.confidence === 'verified' || !(value.link ?? value.telephone), {
    path: ['confidence'],
    message: 'expected verified, since readers are sent there',
  });

const ordered = (steps: readonly { date: string }[]) =>
  steps.every(({ date }, index) => !index || date >= (steps[index - 1]?.date ?? ''));

const file = z.strictObject({
  review,
  heading: z.strictObject({ region: text, north: text, south: text }),
  awaiting: text,
  about: z.strictObject({ heading: text, text, short: text, alliances: text, north: text, south: text, ...evidence }),
  aims: z.strictObject({ heading: text, intro: text, list: z.array(text).min(1), short: text, ...evidence }),
  figures: z.strictObject({
    heading: text,
    counts: z.array(count).min(1),
    why: z.strictObject({ heading: text, text: z.array(text).min(1), ...evidence }),
    uk: text,
    shares: z.array(share).min(1),
  }),
  history: z.strictObject({
    heading: text,
    steps: z.array(change).min(1).refine(ordered, 'expected the steps in the order of their dates'),
  }),
  'next-steps': z.strictObject({ heading: text, steps: z.array(step).min(1) }),
});

/** What the widget needs of the file, without what only an editor reads. */
function compact({ review, heading, awaiting, ...sections }: z.output<typeof file>) {
  const { about, aims, figures, history, 'next-steps': next } = sections;
  const facts = {
    about: [about],
    aims: [aims],
    figures: [
      ...figures.counts,
      ...figures.counts.flatMap((fact) => fact.published ?? []),
      figures.why,
      ...figures.shares,
    ],
    history: history.steps,
    'next-steps': next.steps,
  } satisfies Record<string, readonly Evidence[]>;
  const all: readonly Evidence[] = Object.values(facts).flat();
  const sources = [...new Set(all.flatMap((fact) => fact.sources))];
  const cited = (own: readonly Evidence[]) =>
    [...new Set(own.flatMap((fact) => fact.sources))].map((id) => sources.indexOf(id));
  const first = (fact: Evidence) => sources.indexOf(fact.sources[0] ?? '');
  /** The position of the source of a fact that awaits a second one: readers are told whose word it is. */
  const awaits = (fact: Evidence) => fact.confidence === 'secondary' && { source: first(fact) };

  return {
    // The oldest check is the one to tell: no fact is older than the line under the widget says.
    reviewed: { ...reviewed(review), checked: all.map((fact) => fact.checked).sort()[0] ?? '' },
    heading,
    awaiting,
    about: { ...pick(about, 'heading', 'text', 'short', 'alliances', 'north', 'south'), sources: cited(facts.about) },
    aims: { ...pick(aims, 'heading', 'intro', 'list', 'short'), sources: cited(facts.aims) },
    figures: {
      ...pick(figures, 'heading', 'uk'),
      counts: figures.counts.map((fact) => ({
        ...pick(fact, 'text', 'basis', 'unit', 'region', 'north', 'south'),
        ...(fact.published && { published: fact.published.text }),
        ...awaits(fact),
      })),
      why: pick(figures.why, 'heading', 'text'),
      shares: figures.shares.map((fact) => ({ ...pick(fact, 'text', 'figure', 'basis'), ...awaits(fact) })),
      sources: cited(facts.figures),
    },
    history: {
      heading: history.heading,
      steps: history.steps.map((fact) => ({ ...pick(fact, 'when', 'text', 'note'), ...awaits(fact) })),
      sources: cited(facts.history),
    },
    'next-steps': {
      heading: next.heading,
      steps: next.steps.map((fact) => ({ ...pick(fact, 'text', 'short', 'telephone', 'link'), source: first(fact) })),
      sources: cited(facts['next-steps']),
    },
    sources,
  };
}

function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>;
}

export const allianceOverviewSchema = file.transform(compact);

/** The words of the widget. The content plugin puts each source in the place of its id. */
export type AllianceOverviewWords = Omit<z.output<typeof allianceOverviewSchema>, 'sources'> & {
  readonly sources: readonly Source[];
};
