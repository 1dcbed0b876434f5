import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  areaBody,
  boardOf,
  checked,
  due,
  livingSuccessors,
  organisation,
  organisations,
  type Kind,
} from '../src/content/catalogue.js';
import { membersOf } from '../src/content/members.js';
import { existedOn, pastOf } from '../src/content/past.js';
import { positions } from '../src/content/positions.js';
import { checkOrganisations } from '../src/content/schema/organisations-check.js';
import type { Organisations } from '../src/content/schema/organisations.js';
import { fold, matches } from '../src/content/search-text.js';

const ofKind = (kind: Kind) => organisations().filter((body) => body.kind === kind);
const on = (kind: Kind, day: string) => ofKind(kind).filter((body) => existedOn(body, day));
const get = (id: string) => {
  const body = organisation(id);
  if (!body) throw new Error(`no ${id} in the catalogue`);
  return body;
};
const ids = (bodies: readonly { id: string }[]) => bodies.map(({ id }) => id);

describe('the catalogue holds what the Alliances publish', () => {
  it('counts 2 alliances, 6 systems, 16 CCGs and 14 trusts at the end of 2020', () => {
    const day = '2020-12-31';
    const counts = (['alliance', 'system', 'ccg', 'icb', 'trust'] as const).map((kind) => on(kind, day).length);
    expect(counts).to.deep.equal([2, 6, 16, 0, 14]);
  });

  it('holds every body ever: 17 CCGs, 9 boards and 27 hospitals', () => {
    expect([ofKind('ccg').length, ofKind('icb').length, ofKind('hospital').length]).to.deep.equal([17, 9, 27]);
  });

  it('gives each alliance its share of CCGs and trusts', () => {
    const share = (kind: Kind, id: 'north' | 'south') =>
      on(kind, '2020-12-31').filter(({ alliances }) => alliances.includes(id)).length;
    expect([share('ccg', 'north'), share('ccg', 'south')]).to.deep.equal([5, 11]);
    expect([share('trust', 'north'), share('trust', 'south')]).to.deep.equal([8, 6]);
    expect([share('system', 'north'), share('system', 'south')]).to.deep.equal([3, 3]);
  });

  it('has every CCG in one system, and every hospital with a trust', () => {
    for (const ccg of ofKind('ccg')) expect(get(ccg.system ?? '').kind).to.equal('system');
    for (const hospital of ofKind('hospital')) {
      const trust = get(hospital.trust ?? '');
      expect(trust.kind).to.equal('trust');
      expect(hospital.system).to.equal(trust.system);
    }
  });

  it('gives no two bodies one id', () => {
    expect(new Set(ids(organisations())).size).to.equal(organisations().length);
  });

  it('says when it was checked, and from which sources', () => {
    expect(checked).to.match(/^20\d\d-\d\d-\d\d$/);
    expect(due > checked).to.equal(true);
    for (const body of organisations()) {
      expect(body.sources, body.id).not.to.be.empty;
      for (const { title, publisher, url } of body.sources) {
        expect(title && publisher).to.be.a('string').and.not.be.empty;
        if (url) expect(url).to.match(/^https:\/\//);
      }
    }
  });
});

describe('a body tells only what is known of it', () => {
  it('knows the Norfolk and Norwich', () => {
    const hospital = get('norfolk-and-norwich-university-hospital');
    expect(hospital).to.deep.include({
      kind: 'hospital',
      name: 'Norfolk and Norwich University Hospital',
      odsCode: 'RM102',
      alliances: ['north'],
      system: 'norfolk-and-waveney-ics',
      trust: 'norfolk-and-norwich-university-hospitals',
      town: 'Norwich',
      postcode: 'NR4 7UY',
      telephone: '01603 286286',
    });
    expect(positions().get(hospital)).to.deep.equal({ latitude: 52.6175, longitude: 1.2212, main: true });
    expect(pastOf(hospital)).to.deep.equal({ abbreviations: ['NNUH'], formerNames: [] });
  });

  it('keeps names that follow no pattern', () => {
    expect(get('queen-elizabeth-hospital-kings-lynn').name).to.equal(
      "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
    );
    expect(get('queen-elizabeth-hospital-kings-lynn').shortName).to.equal("Queen Elizabeth Hospital, King's Lynn");
    expect(pastOf(get('west-hertfordshire')).formerNames).to.deep.equal([
      { name: 'West Hertfordshire Hospitals NHS Trust', until: '2021-12' },
    ]);
    expect(get('princess-alexandra-hospital-site').kind).to.equal('hospital');
  });

  it('gives no number that was seen only in an old list', () => {
    for (const id of ['peterborough-city-hospital', 'ipswich-hospital', 'mount-vernon-cancer-centre'])
      expect(get(id).telephone, id).to.equal(undefined);
  });

  it('gives no address of a closed body, and no telephone or email of an alliance', () => {
    for (const body of organisations().filter(({ closed }) => closed))
      expect(body.website, body.id).to.equal(undefined);
    for (const alliance of ofKind('alliance')) {
      expect(alliance.telephone).to.equal(undefined);
      expect(alliance.website).to.match(/^https:\/\/www\.canceralliance\.co\.uk\/(south)?$/);
    }
  });

  it('gives every trust and hospital a town and postcode, and every hospital a place on the map', () => {
    for (const body of [...ofKind('trust'), ...ofKind('hospital')]) {
      expect(body.town, body.id).to.be.a('string').and.not.be.empty;
      expect(body.postcode, body.id).to.match(/^[A-Z]{1,2}\d\d? \d[A-Z]{2}$/);
    }
    for (const hospital of ofKind('hospital')) {
      expect(positions().get(hospital)?.latitude, hospital.id).to.be.within(51.4, 53.1);
      expect(positions().get(hospital)?.longitude, hospital.id).to.be.within(-1.2, 1.8);
    }
    expect(positions().get(get('luton-ccg'))).to.equal(undefined);
  });

  it('draws 19 main hospitals', () => {
    expect(ofKind('hospital').filter((hospital) => positions().get(hospital)?.main).length).to.equal(19);
  });
});

describe('finding a body', () => {
  it('takes an id, or an ODS code in any case and spacing', () => {
    expect(organisation('luton-ccg')?.name).to.equal('NHS Luton CCG');
    expect(organisation(' rm 102')?.id).to.equal('norfolk-and-norwich-university-hospital');
  });

  it('prefers the board where a system has the same code', () => {
    expect(organisation('QMM')?.id).to.equal('norfolk-and-waveney-icb');
  });

  it('finds nothing for junk, and never throws', () => {
    for (const junk of ['', ' ', '__proto__', 'constructor', 'toString', '<b>', 'x'.repeat(10_000)])
      expect(organisation(junk), junk.slice(0, 20)).to.equal(undefined);
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        const found = organisation(junk);
        return found === undefined || organisations().includes(found);
      }),
    );
  });

  it('leads from an area of the map to its body', () => {
    expect(areaBody('system', 'norfolk-and-waveney')?.id).to.equal('norfolk-and-waveney-ics');
    expect(areaBody('ccg', 'luton')?.id).to.equal('luton-ccg');
    expect(areaBody('alliance', 'north')?.kind).to.equal('alliance');
    expect(areaBody('alliance', 'luton-ccg')).to.equal(undefined);
    expect(areaBody('system', '__proto__')).to.equal(undefined);
  });
});

describe('what became of a body', () => {
  it('ends every chain of successors in a body that lives', () => {
    for (const body of organisations().filter(({ closed }) => closed)) {
      const living = livingSuccessors(body);
      expect(living, body.id).not.to.be.empty;
      for (const successor of living) expect(successor.closed, body.id).to.equal(undefined);
    }
  });

  it('follows Luton through the merger and the board to Central East', () => {
    expect(get('luton-ccg').successors).to.deep.equal(['bedfordshire-luton-and-milton-keynes-ccg']);
    expect(ids(livingSuccessors(get('luton-ccg')))).to.deep.equal(['central-east-icb']);
  });

  it('names both boards of a divided system, each once', () => {
    expect(ids(livingSuccessors(get('suffolk-and-north-east-essex-ics')))).to.have.members([
      'essex-icb',
      'norfolk-and-suffolk-icb',
    ]);
    expect(livingSuccessors(get('essex-icb'))).to.be.empty;
  });

  it('knows what existed on a day, last days included', () => {
    const merged = get('bedfordshire-luton-and-milton-keynes-ccg');
    expect(existedOn(get('luton-ccg'), '2021-03-31')).to.equal(true);
    expect(existedOn(get('luton-ccg'), '2021-04-01')).to.equal(false);
    expect(existedOn(merged, '2021-03-31')).to.equal(false);
    expect(existedOn(merged, '2021-04-01')).to.equal(true);
    expect(existedOn(get('north'), '2020-01-01')).to.equal(true);
    expect(existedOn(get('west-suffolk'), '2020-01-01')).to.equal(true);
  });

  it('has 14 CCGs from April 2021, six boards from July 2022 and three from April 2026', () => {
    expect(on('ccg', '2021-04-01').length).to.equal(14);
    expect(on('ccg', '2022-07-01').length).to.equal(0);
    expect(on('icb', '2022-07-01').length).to.equal(6);
    expect(on('icb', '2026-03-31').length).to.equal(6);
    expect(on('icb', '2026-04-01').length).to.equal(3);
  });
});

describe('who belongs to whom', () => {
  it('lists the members of a trust, a system and an alliance', () => {
    expect(ids(membersOf('east-suffolk-and-north-essex'))).to.deep.equal(['colchester-hospital', 'ipswich-hospital']);
    expect(ids(membersOf('mid-and-south-essex-ics'))).to.include.members([
      'southend-ccg',
      'mid-and-south-essex',
      'orsett-hospital',
    ]);
    expect(ids(membersOf('north')))
      .to.include.members(['norfolk-and-waveney-ics', 'essex-icb'])
      .and.not.include('north');
    expect(membersOf('constructor')).to.be.empty;
  });

  it('gives each CCG area one board today', () => {
    for (const ccg of on('ccg', '2020-12-31')) expect(boardOf(ccg.id).length, ccg.id).to.equal(1);
    expect(ids(boardOf('west-essex-ccg'))).to.deep.equal(['essex-icb']);
    expect(ids(boardOf('hertfordshire-and-west-essex-ics'))).to.deep.equal(['central-east-icb', 'essex-icb']);
  });

  it('lets a board that spans both alliances say so', () => {
    expect(get('central-east-icb').alliances).to.deep.equal(['north', 'south']);
    expect(get('norfolk-and-suffolk-icb').alliances).to.deep.equal(['north']);
  });
});

describe('searching is forgiving', () => {
  for (const [text, query] of [
    ['St Albans City Hospital', 'saint albans'],
    ['Saint Albans', 'st alb'],
    ['Stevenage', 'st'],
    ['St Albans', 'sai'],
    ['Cambridgeshire and Peterborough', 'cambridgeshire & peterborough'],
    ['Ipswich & East Suffolk', 'IPSWICH AND  east'],
    ["Addenbrooke's Hospital", 'addenbrookes'],
    ["Queen Elizabeth Hospital, King's Lynn", 'kings lynn queen'],
    ['King’s Lynn', "king's"],
    ['Westcliff-on-Sea', 'westcliff on sea'],
    ['Café', 'cafe'],
    ['NNUH', 'nnuh'],
    ['C&P', 'c & p'],
    ['anything', ' … '],
  ] as const)
    it(`finds “${text}” for “${query}”`, () => expect(matches(text, query)).to.equal(true));

  it('asks for every word, at the beginning of a word', () => {
    expect(matches('West Suffolk Hospital', 'west norfolk')).to.equal(false);
    expect(matches('West Suffolk Hospital', 'folk')).to.equal(false);
  });

  it('folds any text without a throw, and twice like once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
        expect(matches(text, '')).to.equal(true);
        expect(matches(text, text)).to.equal(true);
      }),
    );
  });
});

describe('a mistake in the file is told', () => {
  const evidence = [{ for: ['name' as const], level: 'verified' as const, sources: ['a'] }];
  const board = (id: string, more: object = {}) => ({ id, name: id, evidence, ...more });
  const problems = (...icbs: object[]) =>
    checkOrganisations(
      {
        checked: '2026-11-22',
        shown: { icbs: ['a', 'b'] },
        alliances: [],
        systems: [],
        ccgs: [],
        icbs,
        trusts: [],
        hospitals: [],
      } as unknown as Organisations,
      new Set(['a']),
    ).map(({ path, message }) => `${path.join('.')}: ${message}`);

  it('two bodies with one id', () => {
    expect(problems(board('one'), board('one')).join('\n')).to.contain(
      'icbs.1.id: expected an id that no other body has',
    );
  });

  it('a successor that does not exist', () => {
    expect(problems(board('one', { closed: '2022-01-01', successors: ['two'] })).join('\n')).to.contain(
      'icbs.0.successors.0: expected the id of a body in this file',
    );
  });

  it('successors that run in a circle', () => {
    const closed = '2022-01-01';
    expect(
      problems(board('one', { closed, successors: ['two'] }), board('two', { closed, successors: ['one'] })).join('\n'),
    ).to.contain('one → two → one runs in a circle');
  });

  it('a chain that ends in a closed body', () => {
    const closed = '2022-01-01';
    expect(problems(board('one', { closed, successors: ['two'] }), board('two', { closed })).join('\n')).to.contain(
      'icbs.0.successors: expected two, which is closed, to have a successor',
    );
  });

  it('a body that closed before it opened', () => {
    expect(problems(board('one', { opened: '2022-01-01', closed: '2021-01-01' })).join('\n')).to.contain(
      'icbs.0.closed: expected a last day after the first',
    );
  });

  it('a fact without evidence, and evidence that is not good enough', () => {
    const website = 'https://example.org/';
    expect(problems(board('one', { website })).join('\n')).to.contain(
      'icbs.0.website: expected evidence for this field',
    );
    const weak = [...evidence, { for: ['website'], level: 'secondary', sources: ['a'] }];
    expect(problems(board('one', { website, evidence: weak })).join('\n')).to.contain(
      'icbs.0.evidence.1.level: expected verified',
    );
  });

  it('a source that does not exist', () => {
    expect(problems().join('\n')).to.contain('shown.icbs.1: expected the id of a source');
  });

  it('the wrong number of bodies', () => {
    expect(problems().join('\n')).to.contain('trusts: expected 14 that existed on 2020-12-31, found 0');
  });
});
