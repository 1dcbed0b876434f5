import { z } from 'zod';
import { httpsUrl, telephone, text } from './common.js';
import { fact, facts, factual, guidance, idsUnder, type Guidance } from './guidance.js';

/** The topics, in the order in which they are shown. */
const topics = ['smoking', 'weight', 'sun', 'alcohol', 'diet', 'activity', 'vaccination'] as const;
export type Topic = (typeof topics)[number];

/** What cites its sources by their positions. */
type Placed<T> = Omit<T, 'cites'> & { cites: number[] };

const topic = z
  .strictObject({
    name: text,
    /** What to do, where a source says so. */
    do: facts.optional(),
    /** Why; `{share}` stands for the words of the topic's bar. */
    why: fact,
    phone: factual({ name: text, number: telephone }).optional(),
    /** Whom to ask: a pointer and no fact. */
    ask: text,
    /** The NHS page to read on. */
    page: z.strictObject({ text, 'page-url': httpsUrl }),
  })
  .transform((about) => ({ ...about, cites: idsUnder(about) }));

const bar = factual({
  label: text,
  /** The topic that the bar belongs to; a bar without one stands for all. */
  topic: z.enum(topics).optional(),
  /** Of 100. */
  value: z.number().positive().max(100),
});

const file = guidance({
  /** Ids of what readers are shown whatever the topics. */
  cites: z.array(z.string()),
  intro: fact,
  blame: factual({ heading: text, text }),
  chart: z.strictObject({
    caption: text,
    said: text.refine((words) => words.includes('{n}'), 'expected {n}, the place of the number'),
    bars: z
      .array(bar)
      .refine(
        (bars) => bars.every(({ confidence }) => confidence === 'verified'),
        'expected only figures read at their source',
      ),
    labels: z.strictObject({ table: text, label: text, value: text }),
    // Without it, readers would add the bars up.
    overlap: fact,
  }),
  labels: z.strictObject({ do: text, why: text, help: text }),
  topics: z.record(z.enum(topics), topic),
})
  .refine(
    // One number stands in one place: a topic takes its share from its bar.
    ({ chart, topics: all }) =>
      topics.every((id) => all[id].why.includes('{share}') === chart.bars.some((each) => each.topic === id)),
    'expected {share} in the `why` of each topic that has a bar, and of no other',
  )
  .transform((words) => {
    // Sources by their positions, so that readers are told of those alone whose facts they were shown.
    const placed = <T extends { readonly cites: readonly string[] }>(part: T): Placed<T> => ({
      ...part,
      cites: part.cites.map((id) => words.sources.indexOf(id)),
    });
    const all = Object.fromEntries(topics.map((id) => [id, placed(words.topics[id])]));
    return { ...placed(words), topics: all as Record<Topic, Placed<(typeof words.topics)[Topic]>> };
  });

export const preventionGuidanceSchema = z.preprocess(
  (raw) => (typeof raw === 'object' && raw ? { ...raw, cites: idsUnder({ ...raw, topics: undefined }) } : raw),
  file,
);

export type PreventionGuidanceWords = Guidance<typeof preventionGuidanceSchema>;
