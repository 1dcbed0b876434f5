import { z } from 'zod';
import { encodeLines } from '../../geography/arcs.js';
import { project } from '../../geography/projection.js';
import { coarse, firstLetter, type BoardCodes, type CompactOutcodes, type Share } from '../outcodes-decode.js';
import { day, pastDay, sourceIds } from './common.js';

/** The shape of `content/outcodes.yaml`. What each field means stands at the top of that file. */

/** Systems and boards by their ids without the kind, in the order of the catalogue; a test holds them to it. */
export const systems = [
  'cambridgeshire-and-peterborough',
  'norfolk-and-waveney',
  'suffolk-and-north-east-essex',
  'bedfordshire-luton-and-milton-keynes',
  'hertfordshire-and-west-essex',
  'mid-and-south-essex',
] as const;
export const boards = ['central-east', 'essex', 'norfolk-and-suffolk'] as const;

const degrees = (least: number, most: number) =>
  z.number(`expected degrees from ${least} to ${most}`).refine((value) => value >= least && value <= most, {
    error: `expected degrees from ${least} to ${most}, which is the region and a little more`,
  });
const system = z.enum(systems, 'expected the id of one of the six systems, without -ics');
const share = z.number().positive('expected a share above 0').max(100, 'expected a share of 100 or less');

const row = z.strictObject({
  at: z.tuple([degrees(51.4, 53.1), degrees(-1.1, 1.8)]),
  systems: z
    .partialRecord(system, share)
    .refine((parts) => Object.keys(parts).length > 0, 'expected at least one system')
    .refine((parts) => sum(parts) <= 100.1, 'expected shares that add up to 100 or less')
    .refine((parts) => {
      const all = Object.values(parts);
      return String(all) === String([...all].sort((a, b) => b - a));
    }, 'expected the largest share first'),
  boards: z
    .array(z.enum(boards, 'expected the id of one of the three boards of 2026, without -icb'))
    .min(1, 'expected at least one board')
    .refine((all) => new Set(all).size === all.length, 'expected each board once'),
});

export const outcodesSchema = z.strictObject({
  checked: pastDay,
  due: day,
  sources: sourceIds,
  'board-codes': z
    .record(z.string().regex(/^E54\d{6}$/, 'expected a code of the form E54000022'), system)
    .refine((codes) => String(Object.values(codes)) === String(systems), 'expected one code for each system, in order'),
  outcodes: z
    .record(z.string().regex(/^[A-PR-UWYZ][A-HK-Y]?\d{1,2}$/, 'expected an outward code such as NR2'), row)
    .check(({ value, issues }) => {
      const codes = Object.keys(value);
      const sorted = [...codes].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
      const wrong = codes.find((code, index) => code !== sorted[index]);
      if (wrong)
        issues.push({ code: 'custom', input: value, path: [wrong], message: 'expected outward codes in their order' });
      if (stepsOf(value).some((step) => step < -46 || step > 45))
        issues.push({ code: 'custom', input: value, path: [], message: 'expected neighbours within 50 km' });
    }),
});

export type Outcodes = z.output<typeof outcodesSchema>;
type Rows = Readonly<Record<string, z.output<typeof row>>>;

const sum = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((total, each) => total + each, 0);
const lettersOf = (outcode: string) => outcode.replace(/\d+/, '');

/** The middle of an outward code, on the table's coarse grid. */
const middle = ([latitude, longitude]: readonly [number, number]) => {
  const { x, y } = project(latitude, longitude);
  return [Math.round(x / coarse), Math.round(y / coarse)] as const;
};

/** Outward codes by their letters. */
function groups(rows: Rows) {
  const found = new Map<string, { district: number; point: readonly [number, number] }[]>();
  for (const [outcode, { at }] of Object.entries(rows)) {
    const letters = lettersOf(outcode);
    const group = found.get(letters) ?? [];
    found.set(letters, [...group, { district: +outcode.slice(letters.length), point: middle(at) }]);
  }
  return found;
}

const stepsOf = (rows: Rows) =>
  [...groups(rows).values()].flatMap((group) =>
    group.slice(1).flatMap(({ point }, index) => point.map((to, axis) => to - (group[index]?.point[axis] ?? to))),
  );

/** Least share, in hundredths, of what readers are told: all, nearly all, most, half, some, few. */
const least = [100, 95, 60, 40, 5, 0] as const;
/** What readers are told of hundredths. */
export const shareOf = (part: number): Share => least.findIndex((from) => part >= from);
/** A smaller rest outside the systems is a matter of how exact the table is. */
const rest = 1;

/** In which systems an outward code lies, and what of it, as figures; 6 is outside. */
function look({ systems: parts, boards: served }: Rows[string]): string {
  const outside = 100 - sum(parts);
  const known = Object.entries(parts).map(
    ([id, part]) => [systems.indexOf(id as 'norfolk-and-waveney'), part] as const,
  );
  const all = outside < rest ? known : [...known, [systems.length, outside] as const].sort((a, b) => b[1] - a[1]);
  // Told as "all" where nothing else is told, whatever the traces.
  const figure = (part: number) => (all.length === 1 ? 0 : shareOf(part));
  const figures = all.map(([index, part]) => `${index}${figure(part)}`).join('');
  return `${figures} ${served.map((id) => boards.indexOf(id)).join('')}`;
}

/** Runs of districts: 1-11,21-25. */
function ranges(districts: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const district of districts) {
    const last = runs.at(-1);
    if (last?.[1] === district - 1) last[1] = district;
    else runs.push([district, district]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join();
}

/** Turns the checked file into the form that travels to readers. */
export function encodeOutcodes(file: Outcodes): CompactOutcodes {
  const rows = file.outcodes as Rows;
  const looks = Object.values(rows).map(look);
  const distinct = [...new Set(looks)];
  const grouped = [...groups(rows)];
  return {
    places: grouped.map(([letters, group]) => letters + ranges(group.map(({ district }) => district))).join(' '),
    kinds: looks.map((each) => String.fromCharCode(firstLetter + distinct.indexOf(each))).join(''),
    looks: distinct.join(),
    points: encodeLines(grouped.map(([, group]) => group.map(({ point }) => point))),
  };
}

/** Travels apart, for those few readers whose whole postcode is asked for. */
export const encodeBoardCodes = (file: Outcodes): BoardCodes => Object.keys(file['board-codes']);
