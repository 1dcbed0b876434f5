import type { Outcome, Programme, Question, Reason } from '../../content/schema/screening-guidance.js';

/** What a reader told the checker. Everything may be left out, and what is not understood counts as left out. */
export interface Answers {
  /** Age in years, 0 to 130. */
  readonly age?: number | undefined;
  /** Registered with a GP in England. */
  readonly gp?: 'yes' | 'no' | 'unsure' | undefined;
  /** How the GP surgery has the person registered. */
  readonly registered?: 'female' | 'male' | 'other' | 'private' | undefined;
  readonly breasts?: 'yes' | 'no' | 'unsure' | undefined;
  readonly cervix?: 'yes' | 'no' | 'unsure' | undefined;
  readonly prostate?: 'yes' | 'no' | 'unsure' | undefined;
  /** Smokes or has ever smoked. */
  readonly smoked?: 'yes' | 'no' | 'private' | undefined;
}

/** What the checker says about one programme, and why. */
export interface Answer {
  readonly programme: Programme;
  readonly outcome: Outcome;
  /** Sentences to show, in order; the last is always that symptoms go to a GP now. */
  readonly reasons: readonly Reason[];
  /** What else would have to be known; filled if, and only if, the outcome is `depends`. */
  readonly dependsOn: readonly Question[];
}

type Finding = readonly [outcome: Outcome, ...reasons: Reason[]];

/** The questions that bear on each programme; those of a programme that is not shown are not asked. */
export const asks: Readonly<Record<Programme, readonly Question[]>> = {
  bowel: ['age', 'gp'],
  breast: ['age', 'gp', 'registered', 'breasts'],
  cervical: ['age', 'gp', 'registered', 'cervix'],
  lung: ['age', 'gp', 'smoked'],
  prostate: ['age', 'prostate'],
};

/** An age that a person can have, in whole years; anything else is undefined. */
export function wholeAge(age: unknown): number | undefined {
  return typeof age === 'number' && age >= 0 && age <= 130 ? Math.floor(age) : undefined;
}

// Each programme in the order in which a GP surgery would reason: is there anything to screen, then age, then how the
// person is registered. An invitation follows registration, not the body, so "invited" needs no answer about the body.
const rules: Readonly<Record<Programme, (age: number | undefined, answers: Answers) => Finding>> = {
  bowel(age) {
    if (age === undefined) return ['depends', 'bowel-rule'];
    if (age < 50) return ['not-yet', 'bowel-early'];
    return age < 75 ? ['invited', 'bowel-rule'] : ['can-ask', 'bowel-late'];
  },

  breast(age, { registered, breasts }) {
    if (registered === 'male' && breasts === 'no') return ['no-invite', 'breast-rule'];
    const asking: Reason[] = registered === 'female' ? [] : ['breast-ask'];
    if (age === undefined) return ['depends', 'breast-rule', ...asking];
    if (age < 50) return ['not-yet', 'breast-rule', 'breast-first', ...asking, 'breast-risk'];
    if (age > 70) {
      if (registered === 'female') return breasts === 'no' ? ['ask-gp', 'breast-late-gp'] : ['can-ask', 'breast-late'];
      const known = registered === 'male' || registered === 'other';
      return known ? ['ask-gp', 'breast-late-gp'] : ['depends', 'breast-rule', 'breast-late'];
    }
    switch (registered) {
      case 'female':
        if (breasts === 'no') return ['ask-gp', 'breast-rule', 'breast-none'];
        return age < 53 ? ['invited', 'breast-rule', 'breast-first'] : ['invited', 'breast-rule'];
      case 'male':
      case 'other':
        if (breasts === 'yes') return ['can-ask', 'breast-rule', 'breast-ask'];
        if (breasts === 'no') return ['ask-gp', 'breast-rule', 'breast-none'];
        return [breasts === 'unsure' ? 'ask-gp' : 'depends', 'breast-rule', 'breast-ask'];
      default:
        return ['depends', 'breast-rule', ...asking];
    }
  },

  cervical(age, { registered, cervix }) {
    // An invitation may still come to a person registered as female, until the surgery knows.
    if (cervix === 'no') return [registered === 'female' ? 'ask-gp' : 'no-invite', 'cervical-none'];
    const asking: Reason[] = registered === 'female' ? [] : ['cervical-ask'];
    if (age === undefined) return ['depends', 'cervical-rule', ...asking];
    if (age === 24 && registered === 'female') return ['not-yet', 'cervical-rule', 'cervical-24'];
    if (age < 25) return ['not-yet', 'cervical-rule', ...asking];
    if (age > 64) return ['ask-gp', 'cervical-late'];
    if (cervix === 'unsure') return ['ask-gp', 'cervical-rule', 'cervical-unsure', ...asking];
    switch (registered) {
      case 'female':
        return ['invited', 'cervical-rule', 'cervical-gap'];
      case 'male':
      case 'other':
        return [cervix === 'yes' ? 'can-ask' : 'depends', 'cervical-rule', 'cervical-ask'];
      default:
        return ['depends', 'cervical-rule', 'cervical-ask'];
    }
  },

  lung(age, { smoked }) {
    if (smoked === 'no') return ['no-invite', 'lung-never'];
    if (age === undefined) return ['depends', 'lung-rule'];
    if (age < 55) return ['not-yet', 'lung-rule'];
    if (age > 74) return ['no-invite', 'lung-late'];
    return [smoked === 'yes' ? 'invited-in-some-areas' : 'depends', 'lung-rule', 'lung-wait'];
  },

  prostate(age, { prostate }) {
    if (prostate === 'no') return ['no-invite', 'prostate-rule', 'prostate-none'];
    if (age === undefined) return ['depends', 'prostate-rule', 'prostate-ask', 'prostate-risk'];
    // Not "not yet": no invitation comes later either.
    if (age < 50) return ['ask-gp', 'prostate-rule', 'prostate-ask', 'prostate-risk'];
    if (prostate === 'yes') return ['can-ask', 'prostate-rule', 'prostate-ask'];
    if (prostate === 'unsure') return ['ask-gp', 'prostate-rule', 'prostate-unsure', 'prostate-ask'];
    return ['depends', 'prostate-rule', 'prostate-ask'];
  },
};

/** True when a question has an answer that settles something. "Not sure" about one's body does: a GP can tell. */
function settled(question: Question, answers: Answers): boolean {
  if (question === 'age') return wholeAge(answers.age) !== undefined;
  const answer: unknown = answers[question];
  const known: readonly unknown[] = question === 'registered' ? ['female', 'male', 'other'] : ['yes', 'no'];
  return known.includes(answer) || (answer === 'unsure' && ['breasts', 'cervix', 'prostate'].includes(question));
}

/** Registration with a GP decides last: without it no invitation can come. */
function throughGp([outcome, ...reasons]: Finding, programme: Programme, gp: Answers['gp']): Finding {
  const sent = outcome === 'invited' || outcome === 'invited-in-some-areas';
  if (gp === 'yes' || outcome === 'no-invite' || programme === 'prostate') return [outcome, ...reasons];
  if (gp === 'no') return [sent ? 'register' : outcome, ...reasons, 'register'];
  return [sent ? 'depends' : outcome, ...reasons];
}

/**
 * "Which am I invited to?": one answer for each programme, from what the reader told. Pure: the same answers give the
 * same result, nothing is kept or sent. It never says that a person does not need screening, and never throws.
 * The rules and their reasons are in docs/decisions/0006-invitations.md; the cases in test/invitations.test.ts.
 */
export function invitations(answers: Answers): readonly Answer[] {
  const told: Answers = typeof answers === 'object' && answers !== null ? answers : {};
  const age = wholeAge(told.age);
  return (Object.keys(rules) as Programme[]).map((programme) => {
    const [outcome, ...reasons] = throughGp(rules[programme](age, told), programme, told.gp);
    return {
      programme,
      outcome,
      reasons: [...reasons, 'symptoms'],
      dependsOn: outcome === 'depends' ? asks[programme].filter((question) => !settled(question, told)) : [],
    };
  });
}
