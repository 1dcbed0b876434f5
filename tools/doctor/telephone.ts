import { accepted } from '../../src/elements/contact-card/contact.js';
import type { Finding } from './finding.js';
import { short } from './page.js';

/** What people write between figures. */
const between = /[ ()-]/g;

/** Numbers that are shorter than all others: 999, 116 123, 118 500; Childline's and the old 0845 46 47. */
const shorter = /^(1\d\d|11[68]\d{3}|999|08001111|08454647)$/;

/**
 * Whole numbers of the United Kingdom: eleven figures; some of places (01), 0800 and 0500 have ten. None begins with 00,
 * 04 or 06.
 */
const whole = /^0(1\d{8,9}|[2379]\d{9}|5(\d{9}|00\d{6})|8(\d{9}|00\d{6}))$/;

/** Why nobody can be reached by a number; nothing if somebody may be. Only for what the card takes as a number. */
export function telephoneProblem(written: string): string | undefined {
  const figures = written.trim().replace(between, '');
  const abroad = /^(?:\+|00)(?!44)([1-9]\d*)$/.exec(figures)?.[1];
  // A country code and at least four figures; no number of the world has more than fifteen.
  if (abroad) return abroad.length < 6 || abroad.length > 15 ? 'is no number of any country' : undefined;
  // Before it may stand what text relay dials first.
  const own = figures.replace(/^(\+|00)44/, '0').replace(/^1800[0-2](?=0)/, '');
  if (shorter.test(own)) return undefined;
  if (/^(\d)\1*$/.test(own.slice(1))) return 'is one figure again and again';
  if (whole.test(own)) return undefined;
  if (/^[1-9]/.test(own)) return own.length < 9 ? 'has no area code' : 'begins without 0 or +';
  if (!/^0[1-35789]/.test(own)) return 'begins as no number of the United Kingdom does';
  return `has ${own.length} figures, and such a number of the United Kingdom has ${own.startsWith('01') ? '10 or 11' : '11'}`;
}

/** What to say of a card's own number that the card shows, and that cannot be one. */
export function telephoneFinding(
  written: string | undefined,
  line: number | undefined,
  name: (text: string) => string,
): readonly Finding[] {
  // Of what the card does not take, it says so itself.
  if (!written || !accepted.telephone[0].test(written.trim())) return [];
  const problem = telephoneProblem(written);
  return problem
    ? [
        {
          level: 'warning',
          line,
          what: `${name(`telephone="${short(written)}"`)} ${problem}: the card shows it, and nobody can be reached by it.`,
          mend: 'Write the whole number with its area code, such as 01234 567890, and call it once.',
        },
      ]
    : [];
}
