import { z } from 'zod';
import type { Source } from '../../base/source.js';
import { confidence, review, sourceIds, telephone, text } from './common.js';
import { idsUnder, isSecondary, reviewed } from './guidance.js';

/** The programmes, in the order in which they are shown. */
export const programmes = ['bowel', 'breast', 'cervical', 'lung', 'prostate'] as const;
export type Programme = (typeof programmes)[number];

/** What the checker asks, in the order in which it asks. */
const questions = ['age', 'gp', 'registered', 'breasts', 'cervix', 'prostate', 'smoked'] as const;
export type Question = (typeof questions)[number];

/** What the checker can say about one programme; there is no outcome that says "not for you". */
const outcomes = [
  'invited',
  'invited-in-some-areas',
  'register',
  'can-ask',
  'ask-gp',
  'not-yet',
  'no-invite',
  'depends',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Why it says so: each is a sentence or two in the content file, with its sources. */
const reasons = [
  'bowel-rule',
  'bowel-early',
  'bowel-late',
  'breast-rule',
  'breast-first',
  'breast-risk',
  'breast-ask',
  'breast-none',
  'breast-late',
  'breast-late-gp',
  'cervical-rule',
  'cervical-24',
  'cervical-gap',
  'cervical-ask',
  'cervical-none',
  'cervical-unsure',
  'cervical-late',
  'lung-rule',
  'lung-wait',
  'lung-never',
  'lung-late',
  'prostate-rule',
  'prostate-ask',
  'prostate-risk',
  'prostate-none',
  'prostate-unsure',
  'register',
  'symptoms',
] as const;
export type Reason = (typeof reasons)[number];

const fact = { sources: sourceIds, confidence };
const lines = z.array(text).min(1, 'expected at least one line');
const section = z.strictObject({ text: lines, ...fact });
const reason = z.strictObject({ text, ...fact });
const record = <K extends string, V extends z.ZodType>(keys: readonly K[], value: V) => z.record(z.enum(keys), value);

const programme = z
  .strictObject({
    name: text,
    /** Who is invited. */
    who: section,
    /** How often. */
    often: section,
    /** What happens, step by step. */
    steps: section,
    // Side by side and of one rank: a schema without the other would let a benefit stand alone.
    benefits: section,
    harms: section,
    /** How to take part, or ask. */
    ask: section,
    phone: z.strictObject({ name: text, number: telephone, ...fact }).optional(),
    /** A page to read more on, named by its source. */
    link: z.strictObject({ text, source: z.string() }),
    /** What a result means. */
    result: section,
  })
  .refine(({ link, ...parts }) => idsUnder(parts).includes(link.source), {
    path: ['link', 'source'],
    message: 'expected the id of a source that the programme rests on',
  });

const file = z.strictObject({
  review,
  heading: text,
  intro: section,
  symptoms: section.extend({ heading: text }),
  choice: section,
  /** That facts were read in copies: readers are told while any fact is secondary. */
  copies: text.optional(),
  labels: z.strictObject({
    who: text,
    often: text,
    steps: text,
    benefits: text,
    harms: text,
    ask: text,
    result: text,
  }),
  programmes: record(programmes, programme),
  checker: z.strictObject({
    heading: text,
    intro: text,
    privacy: text,
    questions: record(
      questions,
      z.strictObject({
        /** The question. */
        text,
        hint: text.optional(),
        /** How "It depends on" goes on when the question was skipped. */
        depends: text,
        /** What can be answered; a question without options takes a number. */
        options: z.record(z.string().regex(/^[a-z]+$/), text).optional(),
      }),
    ),
    error: text,
    'error-prefix': text,
    submit: text,
    again: text,
    answer: text,
    announce: text,
    young: section,
    outcomes: record(outcomes, text),
    reasons: record(reasons, reason),
    caveat: text,
  }),
});

type File = z.output<typeof file>;

/** What the widget needs of the file, without what only an editor reads. */
function compact({ review, checker, programmes: all, ...words }: File) {
  const sources: string[] = [];
  const index = (id: string) => {
    const at = sources.indexOf(id);
    return at < 0 ? sources.push(id) - 1 : at;
  };
  const cited = (...parts: unknown[]) => [...new Set(parts.flatMap(idsUnder).map(index))];
  const reasonEntries = Object.entries(checker.reasons);
  const reasonsOf = (name: string) => reasonEntries.filter(([key]) => key.startsWith(name)).map(([, value]) => value);

  /** Sources of what every reader sees, whatever programmes the host picked. */
  const shared = cited(words, checker.young, reasonsOf('register'), reasonsOf('symptoms'));
  const lean = (name: Programme) => {
    const { phone, link, ...parts } = all[name];
    return {
      name: parts.name,
      who: parts.who.text,
      often: parts.often.text,
      steps: parts.steps.text,
      benefits: parts.benefits.text,
      harms: parts.harms.text,
      ask: parts.ask.text,
      result: parts.result.text,
      link: { text: link.text, source: index(link.source) },
      ...(phone && { phone: { name: phone.name, number: phone.number } }),
      /** Positions in the list of sources. */
      sources: cited(parts, phone, link, reasonsOf(name)),
    };
  };
  return {
    reviewed: reviewed(review),
    heading: words.heading,
    intro: words.intro.text,
    symptoms: { heading: words.symptoms.heading, text: words.symptoms.text },
    choice: words.choice.text,
    ...(words.copies && { copies: words.copies }),
    labels: words.labels,
    programmes: Object.fromEntries(programmes.map((name) => [name, lean(name)])) as Record<
      Programme,
      ReturnType<typeof lean>
    >,
    checker: {
      ...checker,
      young: checker.young.text,
      reasons: Object.fromEntries(reasonEntries.map(([key, { text }]) => [key, text])) as Record<Reason, string>,
    },
    shared,
    sources,
  };
}

export const screeningSchema = file
  .refine((whole) => whole.copies !== undefined || !isSecondary(whole), {
    path: ['copies'],
    message: 'expected words that tell readers so, while any fact is secondary',
  })
  .transform(compact);

/** The words of the widget. The content plugin puts each source in the place of its id. */
export type ScreeningWords = Omit<z.output<typeof screeningSchema>, 'sources'> & {
  readonly sources: readonly Source[];
};
