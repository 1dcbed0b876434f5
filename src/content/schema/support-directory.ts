import { z } from 'zod';
import { httpsUrl, plural, sourceIds, text } from './common.js';
import { factual, guidance, type Guidance } from './guidance.js';

/** What people want help with; the file says each in words, in the order to show. */
const needs = ['talk', 'money', 'work', 'practical', 'relatives', 'children', 'types', 'end-of-life'] as const;
export type Need = (typeof needs)[number];

/** The systems of the region, as the map names them. */
const systems = [
  'norfolk-and-waveney',
  'suffolk-and-north-east-essex',
  'cambridgeshire-and-peterborough',
  'bedfordshire-luton-and-milton-keynes',
  'hertfordshire-and-west-essex',
  'mid-and-south-essex',
] as const;

/** A helpline's number: as any other, or one of the short ones that are the same everywhere in Europe. */
const helpline = z
  .string()
  .regex(/^(116 \d{3}|0\d{3} \d{3} \d{4}|0\d{4} \d{6}|02\d \d{4} \d{4})$/, 'expected a UK helpline number with spaces');

/** Nobody calls in vain because of a time that was read second hand. */
const verified = z.strictObject({
  text,
  sources: sourceIds,
  confidence: z.literal('verified', 'expected what was verified; leave out what was not'),
});

const service = factual({
  name: text,
  /** What it is for. */
  what: text,
  /** What it helps with; the first is what it is mostly for. */
  needs: z.array(z.enum(needs)).min(1, 'expected at least one need'),
  /** Systems that it is for; without them it is for everybody. */
  areas: z.array(z.enum(systems)).min(1, 'expected at least one area').optional(),
  places: text.optional(),
  /** What readers are told of the age of facts that came from the news. */
  dated: text.optional(),
  phone: helpline.optional(),
  text: z
    .strictObject({ word: text, number: z.string().regex(/^\d{5}$/, 'expected a number of 5 figures') })
    .optional(),
  website: httpsUrl.optional(),
  hours: verified.optional(),
  languages: verified.optional(),
})
  .refine(({ phone, text: sms, website }) => phone ?? sms ?? website, 'expected a phone, a text number or a website')
  .refine(({ areas, places }) => !areas === !places, {
    path: ['places'],
    message: 'expected of a local service where it is, of another nothing',
  });

export const supportDirectorySchema = guidance({
  intro: text,
  pick: text,
  all: text,
  count: plural,
  'alliance-area': text,
  local: text,
  'local-in': text,
  'local-note': text,
  'local-count': plural,
  'local-none': text,
  labels: z.strictObject({
    phone: text,
    text,
    hours: text,
    languages: text,
    places: text,
    dated: text,
    website: text,
    needs: text,
  }),
  send: text,
  needs: z.record(z.enum(needs), text),
  services: z
    .record(z.string().regex(/^[a-z-]+$/, 'expected an id of small letters and hyphens'), service)
    .superRefine((services, context) => {
      // A reader in an area without local help still finds some for each need that is offered.
      for (const need of needs)
        if (!Object.values(services).some(({ areas, needs: for_ }) => !areas && for_.includes(need)))
          context.addIssue({ code: 'custom', message: `expected a service that helps everywhere for ${need}` });
    }),
});

export type SupportDirectoryWords = Guidance<typeof supportDirectorySchema>;
