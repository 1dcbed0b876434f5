import { z } from 'zod';
import { confidence, day, httpsUrl, pastDay, sourceIds, telephone, text } from './common.js';

/** The shape of `content/organisations.yaml`. What each field means stands at the top of that file. */

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'expected an id of small letters and hyphens');
/** A name travels as one cell of one line. */
const name = text.refine((value) => !/[|\n]/.test(value), 'expected one line without a bar');
const ids = z.array(id).min(1, 'expected at least one id');
const odsCode = z
  .string()
  .regex(/^[A-Z0-9]{3,6}$/, 'expected an ODS code of 3 to 6 capitals and figures, in quotes if need be');
const abbreviation = z.string().regex(/^[^\s<>]{2,12}$/, 'expected a short form without spaces');
const yearOrDay = z.union([pastDay, z.string().regex(/^(19|20)\d\d$/)], {
  error: 'expected a day that has come, written YYYY-MM-DD, or a year in quotes',
});
const yearAndMonth = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'expected a year and month, written YYYY-MM');

const degrees = (least: number, most: number) =>
  z
    .number(`expected degrees between ${least} and ${most}`)
    .min(least, `expected degrees between ${least} and ${most}`)
    .max(most, `expected degrees between ${least} and ${most}`)
    .refine((value) => Math.abs(value * 1e4 - Math.round(value * 1e4)) < 1e-6, 'expected at most 4 decimals');

const place = z.strictObject({
  town: name,
  postcode: z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, 'expected a postcode in capitals with one space'),
  latitude: degrees(51, 54),
  longitude: degrees(-2, 3),
});

/** Fields that state a fact about the world, and so need evidence. Names for our own use do not. */
export const facts = [
  'name',
  'former-names',
  'ods-code',
  'alliance',
  'system',
  'areas',
  'trust',
  'opened',
  'closed',
  'successors',
  'population',
  'place',
  'telephone',
  'website',
  'page',
] as const;

const evidence = z.strictObject({
  for: z.array(z.enum(facts, 'expected the name of a field that states a fact')).min(1, 'expected at least one field'),
  level: confidence,
  sources: sourceIds,
  note: text.optional(),
});

const body = {
  id,
  name,
  abbreviations: z.array(abbreviation).optional(),
  'former-names': z.array(z.strictObject({ name, until: yearAndMonth })).optional(),
  'ods-code': odsCode.optional(),
  opened: yearOrDay.optional(),
  closed: pastDay.optional(),
  successors: ids.optional(),
  website: httpsUrl.optional(),
  page: httpsUrl.optional(),
  checked: pastDay.optional(),
  evidence: z.array(evidence).min(1, 'expected evidence for what is said'),
};
const contact = { telephone: telephone.optional(), 'telephone-kind': z.enum(['switchboard', 'hospital']).optional() };

export const organisationsSchema = z.strictObject({
  checked: pastDay,
  due: day,
  shown: z.strictObject({
    alliances: sourceIds,
    systems: sourceIds,
    ccgs: sourceIds,
    icbs: sourceIds,
    trusts: sourceIds,
    hospitals: sourceIds,
  }),
  population: z.strictObject({ year: z.int().min(2011).max(2026), sources: sourceIds }),
  alliances: z.array(z.strictObject({ ...body, id: z.enum(['north', 'south'], 'expected north or south') })),
  systems: z.array(z.strictObject({ ...body, alliance: z.enum(['north', 'south'], 'expected north or south') })),
  ccgs: z.array(z.strictObject({ ...body, system: id, population: z.int().positive().optional() })),
  icbs: z.array(z.strictObject({ ...body, system: id.optional(), areas: ids.optional() })),
  trusts: z.array(z.strictObject({ ...body, ...contact, system: id, place })),
  hospitals: z.array(
    z.strictObject({
      ...body,
      ...contact,
      trust: id,
      place,
      main: z.boolean().optional(),
      'outside-area': z.boolean().optional(),
    }),
  ),
});

export type Organisations = z.output<typeof organisationsSchema>;

/** The lists of the file, in the order of the catalogue, and the kind of body each holds. */
export const lists = {
  alliances: 'alliance',
  systems: 'system',
  ccgs: 'ccg',
  icbs: 'icb',
  trusts: 'trust',
  hospitals: 'hospital',
} as const;

export type List = keyof typeof lists;

/** Any body of the file, seen with all fields that some body has. */
export type Entry = { [K in List]: Organisations[K][number] }[List] &
  Partial<
    Pick<Organisations['systems'][number], 'alliance'> &
      Pick<Organisations['ccgs'][number], 'population'> &
      Pick<Organisations['icbs'][number], 'areas' | 'system'> &
      Pick<
        Organisations['hospitals'][number],
        'trust' | 'place' | 'telephone' | 'telephone-kind' | 'main' | 'outside-area'
      >
  >;
