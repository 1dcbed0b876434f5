import { z } from 'zod';
import { careCardOf, careItem, levels } from './care-card.js';
import { plural, text } from './common.js';
import { fact, factual, guidance, type Guidance } from './guidance.js';

/** Parts of the body, in the order in which they are shown. */
export const areas = [
  'general',
  'mouth',
  'chest',
  'breast',
  'tummy',
  'bowel',
  'bladder',
  'prostate',
  'testicle',
  'womb',
  'skin',
  'blood',
  'brain',
] as const;
export type BodyArea = (typeof areas)[number];

/** A card whose lines are ids of signs: a sign is written once, wherever it stands, with its own sources. */
const card = careCardOf(z.string());
const areaSchema = z.strictObject({
  name: text,
  cards: z
    .array(card)
    .min(1)
    .max(4, 'expected a few cards, 4 at most')
    .refine((cards) => {
      const order = cards.map(({ level }) => levels.indexOf(level));
      return order.every((place, at) => place >= (order[at - 1] ?? 0));
    }, 'expected the most urgent card first'),
});

const words = guidance({
  signs: z.record(z.string().regex(/^[a-z-]+$/), factual({ text: careItem })),
  /** What stands above all else: every sign that is an emergency. */
  emergency: card.refine(({ level }) => level === 'emergency', 'expected an emergency card'),
  /** That most people with these symptoms do not have cancer. */
  reassure: fact,
  /** What it means that a sign has no time. */
  wait: fact,
  /** To go back to a GP. */
  again: fact,
  areas: z.record(z.enum(areas), areaSchema),
  search: text,
  hint: text,
  clear: text,
  results: text,
  found: plural,
  none: text,
});
type Words = z.output<typeof words>;
type Card = Words['emergency'];

/** Every card of the file, and where it stands. */
function placed({ emergency, areas }: Words) {
  const inAreas = Object.entries(areas).flatMap(([area, { cards }]) =>
    cards.map((card, at) => ({ card, path: ['areas', area, 'cards', at] })),
  );
  return [{ card: emergency, path: ['emergency'] }, ...inAreas];
}

export const symptomGuidanceSchema = words
  .superRefine((file, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const all = placed(file);
    const urgency = new Map<string, string>();
    for (const { card, path } of all)
      card.items.forEach((id, at) => {
        const known = urgency.get(id) ?? card.level;
        if (!Object.hasOwn(file.signs, id)) say([...path, 'items', at], 'expected the id of a sign');
        else if (known !== card.level) say([...path, 'items', at], `expected a sign that is nowhere ${known}`);
        if (card.level === 'emergency' && !file.emergency.items.includes(id))
          say([...path, 'items', at], 'expected a sign that the first card has too');
        urgency.set(id, known);
      });
    for (const id of Object.keys(file.signs))
      if (!urgency.has(id)) say(['signs', id], 'expected a sign that some card has');
  })
  .transform(({ signs, emergency, areas, ...rest }) => {
    const told = (card: Card): Card => ({ ...card, items: card.items.map((id) => signs[id] ?? id) });
    const body: Record<string, Words['areas'][BodyArea]> = {};
    for (const [id, { name, cards }] of Object.entries(areas)) body[id] = { name, cards: cards.map(told) };
    return { ...rest, emergency: told(emergency), areas: body as Words['areas'] };
  });

export type SymptomGuidanceWords = Guidance<typeof symptomGuidanceSchema>;
