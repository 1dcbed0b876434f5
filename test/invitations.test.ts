import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { asks, invitations, type Answer, type Answers } from '../src/elements/screening-guidance/invitations.js';
import type { Outcome, Programme } from '../src/content/schema/screening-guidance.js';

// The specification of "Which am I invited to?", to be read by a clinician. One person a line; "-" is a question that
// was left out. On the right, what the checker says about each programme:
//   invited    can expect invitations              some-areas  may be invited, depending on where they live (lung)
//   register   register with a GP to be invited    can-ask     not invited, but can ask
//   ask-gp     a GP can tell more                  not-yet     not at this age yet
//   no-invite  an invitation is unlikely           depends     it depends on a question left out
// No outcome says that somebody does not need screening, and each repeats that symptoms go to a GP now.
const cases = `
age | GP     | registered | breasts | cervix | prostate | smoked  || bowel    | breast    | cervical  | lung       | prostate  | who
 52 | yes    | female     | yes     | yes    | no       | no      || invited  | invited   | invited   | no-invite  | no-invite | woman of 52
 60 | yes    | female     | yes     | yes    | no       | yes     || invited  | invited   | invited   | some-areas | no-invite | woman of 60 who smoked
 60 | yes    | male       | no      | no     | yes      | yes     || invited  | no-invite | no-invite | some-areas | can-ask   | man of 60 who smoked
 60 | yes    | male       | no      | no     | yes      | no      || invited  | no-invite | no-invite | no-invite  | can-ask   | man of 60 who never smoked
 17 | yes    | female     | yes     | yes    | no       | no      || not-yet  | not-yet   | not-yet   | no-invite  | no-invite | girl of 17
  0 | yes    | -          | -       | -      | -        | -       || not-yet  | not-yet   | not-yet   | not-yet    | ask-gp    | newborn
 20 | yes    | female     | yes     | yes    | no       | yes     || not-yet  | not-yet   | not-yet   | not-yet    | no-invite | woman of 20
 20 | yes    | male       | no      | no     | yes      | no      || not-yet  | no-invite | no-invite | no-invite  | ask-gp    | man of 20
 24 | yes    | female     | yes     | yes    | no       | no      || not-yet  | not-yet   | not-yet   | no-invite  | no-invite | cervical: the last year before 25
 25 | yes    | female     | yes     | yes    | no       | no      || not-yet  | not-yet   | invited   | no-invite  | no-invite | cervical: first year
 49 | yes    | female     | yes     | yes    | no       | yes     || not-yet  | not-yet   | invited   | not-yet    | no-invite | the last year before 50
 50 | yes    | female     | yes     | yes    | no       | yes     || invited  | invited   | invited   | not-yet    | no-invite | bowel and breast: first year
 49 | yes    | male       | no      | no     | yes      | yes     || not-yet  | no-invite | no-invite | not-yet    | ask-gp    | prostate: the last year before 50
 50 | yes    | male       | no      | no     | yes      | yes     || invited  | no-invite | no-invite | not-yet    | can-ask   | prostate: may ask from 50
 54 | yes    | female     | yes     | yes    | no       | yes     || invited  | invited   | invited   | not-yet    | no-invite | lung: the last year before 55
 55 | yes    | female     | yes     | yes    | no       | yes     || invited  | invited   | invited   | some-areas | no-invite | lung: first year
 64 | yes    | female     | yes     | yes    | no       | no      || invited  | invited   | invited   | no-invite  | no-invite | cervical: last year
 65 | yes    | female     | yes     | yes    | no       | no      || invited  | invited   | ask-gp    | no-invite  | no-invite | cervical: past 64
 70 | yes    | female     | yes     | yes    | no       | no      || invited  | invited   | ask-gp    | no-invite  | no-invite | breast: last year
 71 | yes    | female     | yes     | yes    | no       | no      || invited  | can-ask   | ask-gp    | no-invite  | no-invite | breast: can ask from 71
 74 | yes    | female     | yes     | yes    | no       | yes     || invited  | can-ask   | ask-gp    | some-areas | no-invite | bowel and lung: last year
 75 | yes    | female     | yes     | yes    | no       | yes     || can-ask  | can-ask   | ask-gp    | no-invite  | no-invite | bowel: can ask from 75
 90 | yes    | male       | no      | no     | yes      | yes     || can-ask  | no-invite | no-invite | no-invite  | can-ask   | man of 90
130 | yes    | female     | yes     | yes    | no       | no      || can-ask  | can-ask   | ask-gp    | no-invite  | no-invite | as old as can be said
 60 | yes    | female     | yes     | no     | yes      | no      || invited  | invited   | ask-gp    | no-invite  | can-ask   | trans woman registered as female
 60 | yes    | male       | yes     | no     | yes      | no      || invited  | can-ask   | no-invite | no-invite  | can-ask   | trans woman registered as male
 60 | yes    | female     | yes     | yes    | no       | yes     || invited  | invited   | invited   | some-areas | no-invite | trans man registered as female
 60 | yes    | male       | yes     | yes    | no       | yes     || invited  | can-ask   | can-ask   | some-areas | no-invite | trans man registered as male
 60 | yes    | male       | no      | yes    | no       | no      || invited  | no-invite | can-ask   | no-invite  | no-invite | trans man after chest surgery, registered as male
 60 | yes    | female     | no      | yes    | no       | no      || invited  | ask-gp    | invited   | no-invite  | no-invite | after removal of both breasts, registered as female
 60 | yes    | female     | yes     | no     | no       | no      || invited  | invited   | ask-gp    | no-invite  | no-invite | after removal of the womb and cervix
 60 | yes    | other      | yes     | yes    | no       | no      || invited  | can-ask   | can-ask   | no-invite  | no-invite | non-binary person, registered as something else
 60 | yes    | other      | unsure  | unsure | unsure   | no      || invited  | ask-gp    | ask-gp    | no-invite  | ask-gp    | not sure what they have
 60 | yes    | other      | no      | no     | yes      | no      || invited  | ask-gp    | no-invite | no-invite  | can-ask   | registered as something else, has a prostate
 60 | yes    | private    | yes     | yes    | no       | private || invited  | depends   | depends   | depends    | no-invite | prefers not to say
 60 | yes    | private    | no      | no     | yes      | no      || invited  | depends   | no-invite | no-invite  | can-ask   | prefers not to say how registered
 30 | yes    | male       | yes     | yes    | no       | no      || not-yet  | not-yet   | can-ask   | no-invite  | no-invite | trans man of 30 registered as male
 24 | yes    | male       | yes     | yes    | no       | no      || not-yet  | not-yet   | not-yet   | no-invite  | no-invite | trans man of 24 registered as male
 71 | yes    | male       | yes     | yes    | no       | no      || invited  | ask-gp    | ask-gp    | no-invite  | no-invite | trans man of 71 registered as male
 71 | yes    | female     | no      | yes    | no       | no      || invited  | ask-gp    | ask-gp    | no-invite  | no-invite | 71, after removal of both breasts
 71 | yes    | other      | yes     | yes    | no       | no      || invited  | ask-gp    | ask-gp    | no-invite  | no-invite | 71, registered as something else
 60 | no     | female     | yes     | yes    | no       | yes     || register | register  | register  | register   | no-invite | woman without a GP
 60 | no     | male       | no      | no     | yes      | yes     || register | no-invite | no-invite | register   | can-ask   | man without a GP
 40 | no     | female     | yes     | yes    | no       | yes     || not-yet  | not-yet   | register  | not-yet    | no-invite | woman of 40 without a GP
 80 | no     | female     | yes     | yes    | no       | yes     || can-ask  | can-ask   | ask-gp    | no-invite  | no-invite | woman of 80 without a GP
 60 | unsure | female     | yes     | yes    | no       | yes     || depends  | depends   | depends   | depends    | no-invite | not sure about the GP
 60 | -      | male       | no      | no     | yes      | no      || depends  | no-invite | no-invite | no-invite  | can-ask   | left the GP out
 60 | yes    | -          | -       | -      | -        | -       || invited  | depends   | depends   | depends    | depends   | only age and GP
 72 | yes    | -          | -       | -      | -        | -       || invited  | depends   | ask-gp    | depends    | depends   | only age and GP, 72
 80 | yes    | -          | -       | -      | -        | -       || can-ask  | depends   | ask-gp    | no-invite  | depends   | only age and GP, 80
 60 | yes    | female     | -       | -      | -        | yes     || invited  | invited   | invited   | some-areas | depends   | registered as female, left the rest out
 60 | yes    | male       | -       | -      | -        | -       || invited  | depends   | depends   | depends    | depends   | registered as male, left the rest out
  - | yes    | female     | yes     | yes    | no       | yes     || depends  | depends   | depends   | depends    | no-invite | left the age out
  - | yes    | male       | no      | no     | no       | no      || depends  | no-invite | no-invite | no-invite  | no-invite | left the age out, has none of the parts
  - | -      | -          | -       | -      | -        | -       || depends  | depends   | depends   | depends    | depends   | answered nothing
`;

const programmes: readonly Programme[] = ['bowel', 'breast', 'cervical', 'lung', 'prostate'];

interface Case {
  readonly line: string;
  readonly answers: Answers;
  readonly expected: readonly string[];
}

const table: readonly Case[] = cases
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [left = '', right = ''] = line.split('||');
    const [age, gp, registered, breasts, cervix, prostate, smoked] = left
      .split('|')
      .map((cell) => (cell.trim() === '-' ? undefined : cell.trim()));
    const answers = { gp, registered, breasts, cervix, prostate, smoked } as Answers;
    const outcomes = right.split('|').map((cell) => cell.trim().replace('some-areas', 'invited-in-some-areas'));
    return {
      line: `${outcomes[5]} (${left.replace(/\s+/g, ' ').trim()})`,
      answers: age === undefined ? answers : { ...answers, age: Number(age) },
      expected: outcomes.slice(0, 5),
    };
  });

const outcomesOf = (answers: Answers): Outcome[] => invitations(answers).map(({ outcome }) => outcome);
const find = (answers: Answers, programme: Programme): Answer => {
  const found = invitations(answers).find((answer) => answer.programme === programme);
  if (!found) throw new Error(`no answer about ${programme}`);
  return found;
};

const parts = ['yes', 'no', 'unsure'] as const;
const possible = {
  gp: parts,
  registered: ['female', 'male', 'other', 'private'],
  breasts: parts,
  cervix: parts,
  prostate: parts,
  smoked: ['yes', 'no', 'private'],
} as const;

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const anyone: fc.Arbitrary<Answers> = fc.record({
  age: fc.option(fc.integer({ min: 0, max: 130 }), { nil: undefined }),
  gp: maybe(possible.gp),
  registered: maybe(possible.registered),
  breasts: maybe(possible.breasts),
  cervix: maybe(possible.cervix),
  prostate: maybe(possible.prostate),
  smoked: maybe(possible.smoked),
});

/** What settles each question for good. */
const settling = {
  age: fc.integer({ min: 0, max: 130 }),
  gp: fc.constantFrom('yes', 'no'),
  registered: fc.constantFrom('female', 'male', 'other'),
  breasts: fc.constantFrom(...parts),
  cervix: fc.constantFrom(...parts),
  prostate: fc.constantFrom(...parts),
  smoked: fc.constantFrom('yes', 'no'),
};

describe('Which am I invited to?', () => {
  describe('case by case', () => {
    it('covers at least 40 people', () => {
      expect(table.length).to.be.at.least(40);
    });

    for (const { line, answers, expected } of table) {
      it(line, () => {
        expect(outcomesOf(answers)).to.deep.equal(expected);
      });
    }
  });

  describe('what it gives as reasons', () => {
    const woman: Answers = { gp: 'yes', registered: 'female', breasts: 'yes', cervix: 'yes', prostate: 'no' };

    it('tells when the first breast invitation comes, until it must have come', () => {
      for (const age of [49, 50, 52]) expect(find({ ...woman, age }, 'breast').reasons).to.include('breast-first');
      expect(find({ ...woman, age: 53 }, 'breast').reasons).not.to.include('breast-first');
    });

    it('tells a person of 24 that the first cervical invitation may come soon', () => {
      expect(find({ ...woman, age: 24 }, 'cervical').reasons).to.include('cervical-24');
      expect(find({ ...woman, age: 23 }, 'cervical').reasons).not.to.include('cervical-24');
      expect(find({ ...woman, age: 24, registered: 'male' }, 'cervical').reasons).not.to.include('cervical-24');
    });

    it('tells people of 75 and over that they can ask for a bowel kit', () => {
      expect(find({ age: 75 }, 'bowel').reasons).to.include('bowel-late');
    });

    it('tells people with breast tissue or a cervix who are not registered as female how to ask', () => {
      const man: Answers = { ...woman, age: 60, registered: 'male' };
      expect(find(man, 'breast').reasons).to.include('breast-ask');
      expect(find(man, 'cervical').reasons).to.include('cervical-ask');
    });

    it('always says that there is no prostate programme', () => {
      fc.assert(fc.property(anyone, (answers) => find(answers, 'prostate').reasons.includes('prostate-rule')));
    });

    it('tells people who never smoked to tell a GP about symptoms all the same', () => {
      expect(find({ age: 60, smoked: 'no' }, 'lung').reasons).to.include('lung-never');
    });

    it('tells people without a GP about registering, wherever an invitation could come', () => {
      for (const programme of ['bowel', 'breast', 'cervical', 'lung'] as const) {
        const answer = find({ ...woman, age: 60, gp: 'no', smoked: 'yes' }, programme);
        expect(answer.reasons).to.include('register');
      }
    });

    it('names what an answer depends on', () => {
      expect(find({}, 'bowel').dependsOn).to.deep.equal(['age', 'gp']);
      expect(find({ age: 60, gp: 'yes', registered: 'male' }, 'cervical').dependsOn).to.deep.equal(['cervix']);
      expect(find({ age: 60, gp: 'unsure', smoked: 'private' }, 'lung').dependsOn).to.deep.equal(['gp', 'smoked']);
    });
  });

  describe('for everyone', () => {
    it('gives one answer for each programme, in order', () => {
      fc.assert(
        fc.property(anyone, (answers) => {
          expect(invitations(answers).map(({ programme }) => programme)).to.deep.equal(programmes);
        }),
      );
    });

    it('explains every answer and ends with symptoms', () => {
      fc.assert(
        fc.property(anyone, (answers) => {
          for (const { programme, reasons } of invitations(answers)) {
            expect(reasons.length).to.be.at.least(2);
            expect(reasons.at(-1)).to.equal('symptoms');
            expect(new Set(reasons).size).to.equal(reasons.length);
            for (const reason of reasons.slice(0, -1))
              expect(reason).to.match(new RegExp(`^(${programme}-|register$)`));
          }
        }),
      );
    });

    it('says what it depends on if, and only if, it depends, and asks only what bears on the programme', () => {
      fc.assert(
        fc.property(anyone, (answers) => {
          for (const { programme, outcome, dependsOn } of invitations(answers)) {
            expect(dependsOn.length > 0).to.equal(outcome === 'depends');
            expect(asks[programme]).to.include.members([...dependsOn]);
          }
        }),
      );
    });

    it('no longer depends once the questions it names are answered', () => {
      fc.assert(
        fc.property(anyone, fc.record(settling), (answers, settled) => {
          for (const { programme, dependsOn } of invitations(answers)) {
            const filled: Record<string, unknown> = { ...answers };
            for (const question of dependsOn) filled[question] = settled[question];
            expect(find(filled, programme).outcome).not.to.equal('depends');
          }
        }),
      );
    });

    it('is never made less certain by answering a question that was left out', () => {
      fc.assert(
        fc.property(
          anyone,
          fc.record(settling),
          fc.constantFrom(...(Object.keys(settling) as (keyof Answers)[])),
          (answers, settled, question) => {
            const before = { ...answers, [question]: undefined };
            const after = { ...answers, [question]: settled[question] };
            invitations(before).forEach(({ programme, outcome }) => {
              if (outcome !== 'depends') expect(find(after, programme).outcome).not.to.equal('depends');
            });
          },
        ),
      );
    });

    it('goes through each programme once as a person grows older: not yet, then invited, then no longer', () => {
      const stage: Readonly<Record<Outcome, (programme: Programme) => number>> = {
        'not-yet': () => 0,
        invited: () => 1,
        'invited-in-some-areas': () => 1,
        register: () => 1,
        depends: () => 1,
        'can-ask': (programme) => (programme === 'bowel' ? 2 : 1),
        'ask-gp': () => 1,
        'no-invite': () => 2,
      };
      fc.assert(
        fc.property(anyone, (answers) => {
          for (const programme of programmes) {
            let before = 0;
            for (let age = 0; age <= 130; age++) {
              const now = stage[find({ ...answers, age }, programme).outcome](programme);
              expect(now).to.be.at.least(before);
              before = now;
            }
          }
        }),
        { numRuns: 50 },
      );
    });

    it('changes only on birthdays at which a programme begins or ends', () => {
      const birthdays: Readonly<Record<Programme, readonly number[]>> = {
        bowel: [50, 75],
        breast: [50, 71],
        cervical: [25, 65],
        lung: [55, 75],
        prostate: [50],
      };
      fc.assert(
        fc.property(anyone, (answers) => {
          for (const programme of programmes) {
            for (let age = 1; age <= 130; age++) {
              const [before, after] = [age - 1, age].map((at) => find({ ...answers, age: at }, programme).outcome);
              if (before !== after) expect(birthdays[programme]).to.include(age);
            }
          }
        }),
        { numRuns: 50 },
      );
    });

    it('never looks at answers that do not bear on a programme', () => {
      fc.assert(
        fc.property(anyone, anyone, (one, two) => {
          for (const programme of programmes) {
            const mixed: Record<string, unknown> = { ...two };
            for (const question of asks[programme]) mixed[question] = one[question];
            expect(find(mixed, programme)).to.deep.equal(find(one, programme));
          }
        }),
      );
    });
  });

  describe('with junk', () => {
    it('never throws and still gives every programme its answer', () => {
      const junk = fc.oneof(
        fc.anything(),
        fc.record(Object.fromEntries(Object.keys(settling).map((key) => [key, fc.anything()]))),
      );
      fc.assert(
        fc.property(junk, (answers) => {
          expect(invitations(answers as Answers).map(({ programme }) => programme)).to.deep.equal(programmes);
        }),
      );
    });

    it('takes an age that nobody has for no age', () => {
      [NaN, -1, -0.5, 131, 130.5, Infinity, -Infinity, '60', null, {}, 60n].forEach((age, index) => {
        const answers = { age, gp: 'yes', registered: 'female' } as unknown as Answers;
        expect(find(answers, 'bowel').outcome, `number ${index}`).to.equal('depends');
      });
    });

    it('counts whole years', () => {
      expect(find({ age: 49.99, gp: 'yes' }, 'bowel').outcome).to.equal('not-yet');
      expect(find({ age: 74.99, gp: 'yes' }, 'bowel').outcome).to.equal('invited');
    });

    it('takes an answer it does not know for none', () => {
      const odd = { age: 60, gp: 'maybe', registered: '<b>', smoked: 1 } as unknown as Answers;
      expect(outcomesOf(odd)).to.deep.equal(outcomesOf({ age: 60 }));
    });
  });
});
