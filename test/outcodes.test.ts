import { expect } from '@open-wc/testing';
import { boardOf, organisation, organisations } from '../src/content/catalogue.js';
import { outcodes } from '../src/content/outcodes.js';
import { served } from '../src/elements/alliance-finder/whereabouts/lookup.js';
import { locate } from '../src/geography/point-in-area.js';

const row = (outcode: string) => {
  const found = outcodes().get(outcode);
  if (!found) throw new Error(`no ${outcode}`);
  return found;
};
const boardsOf = (system: string) => boardOf(system).map(({ id }) => id);

// That the table a reader gets is the file on disk, row by row: test/node/outcodes.test.ts.
describe('the outward codes', () => {
  it('are 284', () => {
    expect(outcodes().size).to.equal(284);
  });

  it('each name systems and boards of the catalogue, which fit each other', () => {
    for (const { outcode, parts, boards } of outcodes().values()) {
      const systems = parts.flatMap(({ system }) => system ?? []);
      expect(systems.length, outcode).to.be.within(1, 2);
      for (const id of systems) {
        expect(organisation(id)?.kind, outcode).to.equal('system');
        expect(
          boards.some((board) => boardsOf(id).includes(board)),
          `${outcode} ${id}`,
        ).to.equal(true);
      }
      for (const id of boards) {
        expect(organisation(id)?.kind, outcode).to.equal('icb');
        expect(organisation(id)?.closed, outcode).to.equal(undefined);
        expect(
          systems.some((system) => boardsOf(system).includes(id)),
          `${outcode} ${id}`,
        ).to.equal(true);
      }
    }
  });

  it('stand in the order of the catalogue: one outward code for each system and each board', () => {
    const held: readonly (readonly [outcode: string, system: string, board: string])[] = [
      ['CB1', 'cambridgeshire-and-peterborough', 'central-east'],
      ['NR2', 'norfolk-and-waveney', 'norfolk-and-suffolk'],
      ['IP1', 'suffolk-and-north-east-essex', 'norfolk-and-suffolk'],
      ['CO1', 'suffolk-and-north-east-essex', 'essex'],
      ['LU4', 'bedfordshire-luton-and-milton-keynes', 'central-east'],
      ['WD18', 'hertfordshire-and-west-essex', 'central-east'],
      ['CM19', 'hertfordshire-and-west-essex', 'essex'],
      ['SS1', 'mid-and-south-essex', 'essex'],
    ];
    for (const [outcode, system, board] of held)
      expect([row(outcode).parts, row(outcode).boards]).to.deep.equal([
        [{ system: `${system}-ics`, share: 0 }],
        [`${board}-icb`],
      ]);
  });

  it('lie, but for a few at the edges, where the map has their system', () => {
    // All but those that are shared, or partly outside.
    const whole = [...outcodes().values()].filter(({ parts }) => parts[0]?.share === 0);
    const elsewhere = whole.filter(({ latitude, longitude, parts }) => {
      const { areas, nearBorder } = locate(latitude, longitude);
      return !nearBorder && `${areas.system}-ics` !== parts[0]?.system;
    });
    expect(elsewhere.map(({ outcode }) => outcode)).to.deep.equal([]);
  });

  it('agree with the catalogue on where its hospitals are', () => {
    for (const { postcode, system, kind, id } of organisations()) {
      if (!postcode || !system || kind !== 'hospital') continue;
      const { parts } = row(postcode.split(' ')[0]!);
      expect(
        parts.some((part) => part.system === system || !part.system),
        id,
      ).to.equal(true);
    }
  });

  it('know the boards of 2022 by the codes of postcode services', () => {
    for (const [code, system] of [
      ['E54000056', 'cambridgeshire-and-peterborough-ics'],
      ['E54000022', 'norfolk-and-waveney-ics'],
      ['E54000023', 'suffolk-and-north-east-essex-ics'],
      ['E54000024', 'bedfordshire-luton-and-milton-keynes-ics'],
      ['E54000025', 'hertfordshire-and-west-essex-ics'],
      ['E54000026', 'mid-and-south-essex-ics'],
    ] as const)
      expect(served('', code)?.system.id).to.equal(system);
    for (const code of ['', 'E54000027', 'E54000065', 'undefined']) expect(served('', code)).to.equal(undefined);
  });
});
