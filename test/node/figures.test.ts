import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import type { Organisations } from '../../src/content/schema/organisations.js';

/** A content file as its owner wrote it. */
const read = (path: string): unknown => parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'));

interface Count {
  readonly id: string;
  readonly year: number;
  readonly region: number;
  readonly north: number;
  readonly south: number;
}

const { population, systems, ccgs, trusts } = read('organisations.yaml') as Organisations;
const { figures } = read('en/alliance-overview.yaml') as { figures: { counts: readonly Count[] } };
const counts = new Map(figures.counts.map((count) => [count.id, count]));

const allianceOf = (systemId: string) => systems.find(({ id }) => id === systemId)?.alliance;
const snapshot = ccgs.filter(({ opened = '', closed = '9999' }) => opened <= '2020-04-01' && closed >= '2020-04-01');

describe('the figures of the overview and the list of organisations tell the same story', () => {
  it('people: the sum of the estimates for the CCG areas of 2020, and their year', () => {
    for (const alliance of ['north', 'south'] as const) {
      const people = snapshot
        .filter(({ system }) => allianceOf(system) === alliance)
        .reduce((sum, ccg) => sum + (ccg.population ?? NaN), 0);
      assert.equal(counts.get('people')?.[alliance], people, alliance);
    }
    assert.equal(counts.get('people')?.year, population.year);
  });

  it('systems, CCGs on 1 April 2020, and trusts: counted', () => {
    for (const alliance of ['north', 'south'] as const) {
      const within = ({ system }: { system: string }) => allianceOf(system) === alliance;
      assert.equal(counts.get('systems')?.[alliance], systems.filter((body) => body.alliance === alliance).length);
      assert.equal(counts.get('ccgs')?.[alliance], snapshot.filter(within).length);
      assert.equal(counts.get('trusts')?.[alliance], trusts.filter(within).length);
    }
  });

  it('the client’s own counts: 6, 16 and 14', () => {
    assert.deepEqual(
      ['systems', 'ccgs', 'trusts'].map((id) => counts.get(id)?.region),
      [6, 16, 14],
    );
  });
});
