import { z } from 'zod';
import { review, text } from './common.js';
import { fact } from './guidance.js';

/** How soon help is wanted, the most urgent first: the order in which cards stand. */
export const levels = ['emergency', 'urgent', 'non-urgent'] as const;
export type CareLevel = (typeof levels)[number];

/** The services that a heading may send somebody to, by the level of its card. */
const services: Readonly<Record<CareLevel, readonly string[]>> = {
  emergency: ['999', 'A&E'],
  urgent: ['urgent GP appointment', 'NHS 111'],
  'non-urgent': ['GP', 'dentist', 'pharmacist', 'hospital team'],
};

/** Every service, the longer name before the name inside it. */
const service = /999|A&E|NHS 111|urgent GP appointment|GP|dentist|pharmacist|hospital team/g;
const longest = 20;
const address = /https?:|www\.|@|\b[\w-]+\.(uk|com|org|net)\b/i;

/** One call to action: one sentence that the items end. What it may send somebody to rests on the card's level. */
const callToAction = text
  .regex(/^[A-Z].* if:$/s, 'expected a call to action that ends in "if:"')
  .regex(/^[^.?!:;]*:?$/, 'expected one sentence');

/** One line of a card: it ends the heading's sentence, and can be understood without the lines beside it. */
export const careItem = text
  .regex(/^[a-z]/, 'expected words that go on from "if:", with a small letter')
  .refine((value) => !/(\b(and|or)|[.,;:!?])$/i.test(value), 'expected a line that stands alone, without an end mark')
  .refine((value) => !address.test(value), 'expected no address')
  .refine((value) => value.split(/\s+/).length <= longest, `expected at most ${longest} words`);

/**
 * A care card after the NHS pattern. A file whose card breaks a rule stops the build.
 *
 * @param item - What a line is: its words, or the id of words that stand elsewhere in the file.
 */
export const careCardOf = <I extends z.ZodType<string>>(item: I) =>
  z
    .strictObject({
      level: z.enum(levels, `expected one of ${levels.join(', ')}`),
      heading: callToAction,
      items: z
        .array(item)
        .min(1, 'expected at least one item')
        .refine((items) => new Set(items).size === items.length, 'expected no item twice'),
      /** Words below the list. */
      more: fact.optional(),
    })
    .superRefine(({ level, heading, more }, context) => {
      const called = new Set(heading.match(service));
      const wrong = [...called].filter((name) => !services[level].includes(name));
      if (wrong.length || called.size < 1 || called.size > 2)
        context.addIssue({
          code: 'custom',
          path: ['heading'],
          message: `expected one service, two at most, of those for ${level}: ${services[level].join(', ')}`,
        });
      if (level === 'emergency' && more)
        context.addIssue({ code: 'custom', path: ['more'], message: 'expected nothing more in an emergency card' });
    });

/** A card with its lines in it. */
export const careCardSchema = careCardOf(careItem);

/** The words that are read before a card's heading. */
export const careCardWordsSchema = z
  .strictObject({ review, levels: z.record(z.enum(levels), text.regex(/:$/, 'expected words that end in ":"')) })
  .transform(({ review: _, ...words }) => words);

export type CareCardWords = z.output<typeof careCardWordsSchema>;
