import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'yaml';
import { decodeOutcodes } from '../../src/content/outcodes-decode.js';
import { ofCatalogue } from '../../src/content/schema/alliance-finder.js';
import { boards, shareOf, encodeOutcodes, outcodesSchema, systems } from '../../src/content/schema/outcodes.js';
import { miles } from '../../src/geography/distance.js';

const raw = parse(readFileSync('content/outcodes.yaml', 'utf8')) as { outcodes: Record<string, object> };
const file = outcodesSchema.parse(raw);
const compact = encodeOutcodes(file);
const decoded = decodeOutcodes(compact, systems, boards);

const organisations = parse(readFileSync('content/organisations.yaml', 'utf8')) as Record<
  'systems' | 'icbs' | 'hospitals',
  { id: string; closed?: string; place: { latitude: number; longitude: number } }[]
>;

describe('the table of outward codes', () => {
  it('comes to readers as it is in the file: every code, in order, with its systems, shares and boards', () => {
    assert.deepEqual(
      decoded.map(({ outcode }) => outcode),
      Object.keys(file.outcodes),
    );
    for (const { outcode, parts, boards: served } of decoded) {
      const row = file.outcodes[outcode]!;
      const outside = 100 - Object.values(row.systems).reduce((sum, share) => sum + share, 0);
      const all: (readonly [system: string | undefined, share: number])[] = Object.entries(row.systems);
      if (outside >= 1) all.push([undefined, outside]);
      all.sort(([, a], [, b]) => b - a);
      assert.deepEqual(
        parts,
        all.map(([system, share]) => ({ system, share: all.length === 1 ? 0 : shareOf(share) })),
        outcode,
      );
      assert.deepEqual(served, row.boards, outcode);
    }
  });

  it('with places so near to the true ones that no distance a reader sees is out by more than a mile', () => {
    for (const { outcode, latitude, longitude } of decoded) {
      const [trueLatitude, trueLongitude] = file.outcodes[outcode]!.at;
      assert.ok(miles(latitude, longitude, trueLatitude, trueLongitude) < 0.6, outcode);
      for (const { place } of organisations.hospitals) {
        const shown = Math.round(miles(latitude, longitude, place.latitude, place.longitude));
        const meant = Math.round(miles(trueLatitude, trueLongitude, place.latitude, place.longitude));
        assert.ok(Math.abs(shown - meant) <= 1, `${outcode}: ${shown} for ${meant}`);
      }
    }
  });

  it('in the order of the organisations, by which both are told', () => {
    assert.deepEqual(
      organisations.systems.map(({ id }) => id),
      systems.map((id) => `${id}-ics`),
    );
    assert.deepEqual(
      organisations.icbs.filter(({ closed }) => !closed).map(({ id }) => id),
      boards.map((id) => `${id}-icb`),
    );
  });

  it('beside the sources of the catalogue, which its words leave out', () => {
    const { shown } = parse(readFileSync('content/organisations.yaml', 'utf8')) as { shown: Record<string, string[]> };
    const all = Object.values(shown).flat();
    for (const id of ofCatalogue) assert.ok(all.includes(id), id);
  });

  it('in 1,000 bytes', () => {
    const { length } = brotliCompressSync(JSON.stringify(compact), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    });
    assert.ok(length <= 1000, `${length} bytes`);
  });

  const mistakes: Readonly<Record<string, readonly [change: object, message: RegExp]>> = {
    'a code that is none': [{ NORWICH: raw.outcodes['NR2'] }, /outward code such as NR2/],
    'a code out of its order': [{ AL1: raw.outcodes['AL1'] }, /in their order/],
    'a place abroad': [{ WD99: { ...raw.outcodes['WD99'], at: [48.85, 2.35] } }, /degrees from/],
    'a system that is none': [{ WD99: { ...raw.outcodes['WD99'], systems: { kent: 100 } } }, /./],
    'no system': [{ WD99: { ...raw.outcodes['WD99'], systems: {} } }, /at least one system/],
    'shares beyond all': [
      { WD99: { ...raw.outcodes['WD99'], systems: { 'mid-and-south-essex': 80, 'norfolk-and-waveney': 30 } } },
      /add up to 100/,
    ],
    'the largest share last': [
      { WD99: { ...raw.outcodes['WD99'], systems: { 'mid-and-south-essex': 20, 'norfolk-and-waveney': 30 } } },
      /largest share first/,
    ],
    'a board that is none': [{ WD99: { ...raw.outcodes['WD99'], boards: ['kent'] } }, /boards of 2026/],
    'no board': [{ WD99: { ...raw.outcodes['WD99'], boards: [] } }, /at least one board/],
    'neighbours too far apart': [{ WD99: { ...raw.outcodes['WD99'], at: [52.9, 1.7] } }, /within 50 km/],
  };
  for (const [what, [change, message]] of Object.entries(mistakes))
    it(`and a file with ${what} stops the build, with words that say what was expected`, () => {
      // A key that is taken out and put back comes last.
      const rows = Object.fromEntries([
        ...Object.entries(raw.outcodes).filter(([code]) => !(code in change)),
        ...Object.entries(change),
      ]);
      const { error } = outcodesSchema.safeParse({ ...raw, outcodes: rows });
      assert.match(error?.message ?? '', message);
    });
});
