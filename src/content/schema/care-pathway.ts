import { z } from 'zod';
import { telephone, text } from './common.js';
import { fact, facts, factual, guidance, type Guidance } from './guidance.js';

/** The steps that follow on each other, in order. */
const steps = ['noticing', 'gp', 'tests', 'results', 'decisions', 'treatment'] as const;
/** What may come after them, which is not the same for everyone. */
const next = ['after', 'living', 'not-cured'] as const;
export type StageId = (typeof steps | typeof next)[number];

/** A question is one: it asks, and claims nothing that would want a source. */
const questions = z.array(text.refine((value) => value.endsWith('?'), 'expected a question')).min(1);
/** What somebody could do: our own ideas. */
const tips = z.array(text).min(1);

const month = /: (January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\.$/;
/** How long it may take: told as aims with their month, never as what will be. */
const waits = facts.refine(
  ({ text: lines }) =>
    lines.every((line) => /\baims\b/.test(line) && month.test(line) && !/\byou will\b|\bpromise/i.test(line)),
  { path: ['text'], message: 'expected aims, each with the month of its source at its end' },
);

const stage = z.strictObject({
  name: text,
  /** What happens, and what is known. */
  what: facts,
  /** The number of the line that `what` names: whoever reads of it can call it there. */
  call: factual({ phone: telephone }).optional(),
  tips: tips.optional(),
  waits: waits.optional(),
  ask: questions.min(3, 'expected at least three questions'),
  relatives: z.strictObject({ tips, ask: questions }),
});

export const carePathwaySchema = guidance({
  intro: fact,
  /** Said on a page for relatives: who "you" is. */
  relative: text,
  labels: z.strictObject({
    call: text,
    waits: text,
    ask: text,
    relatives: text,
    'relatives-ask': text,
    print: text,
    hint: text,
    sheet: text,
    own: text,
  }),
  caveat: fact,
  steps: z.record(z.enum(steps), stage),
  next: z.strictObject({ heading: text, text, steps: z.record(z.enum(next), stage) }),
});

export type CarePathwayWords = Guidance<typeof carePathwaySchema>;
export type Stage = CarePathwayWords['steps']['gp'];
