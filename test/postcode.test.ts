import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { outcodes } from '../src/content/outcodes.js';
import { lettersOnly, readPostcode } from '../src/elements/alliance-finder/postcode.js';

const known = (outcode: string) => outcodes().has(outcode);
const read = (text: string) => readPostcode(text, known);
const told = (text: string) => {
  const reading = read(text);
  return reading && `${reading.outcode} ${reading.inward}`.trim();
};

const outcode = fc.constantFrom(...outcodes().keys());
const letter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
const inward = fc.tuple(fc.integer({ min: 0, max: 9 }), letter, letter).map((signs) => signs.join(''));
/** Spaces, and other signs that people and forms put in. */
const gap = fc.constantFrom('', ' ', '  ', '\u00a0', '-', '.', '\t');

/** A text with random case, and something between any two signs. */
const scattered = (text: string) =>
  fc
    .array(fc.tuple(fc.boolean(), gap), { minLength: text.length, maxLength: text.length })
    .map((changes) =>
      changes.map(([small, space], i) => (small ? text.charAt(i).toLowerCase() : text.charAt(i)) + space).join(''),
    );

/** A text with random slips between O and 0, I and 1. */
const slipped = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((slips) =>
      text.replace(/[O0I1]/g, (sign, at: number) => (slips[at] ? { O: '0', 0: 'O', I: '1', 1: 'I' }[sign]! : sign)),
    );

describe('a postcode is read', () => {
  it('whole, whatever its case and whatever stands between its signs', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(outcode, inward)
          .chain(([first, second]) => fc.tuple(fc.constant(`${first} ${second}`), scattered(first + second))),
        ([whole, text]) => {
          expect(told(text)).to.equal(whole);
        },
      ),
    );
  });

  it('whole, with O for 0, I for 1 and the other way round', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(outcode, inward)
          .chain(([first, second]) =>
            fc.tuple(fc.constant(`${first} ${second}`), slipped(first), slipped(second), fc.constantFrom('', ' ')),
          ),
        ([whole, first, second, space]) => {
          expect(told(first + space + second)).to.equal(whole);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('by its first half alone, with slips, where that is one of ours', () => {
    fc.assert(
      fc.property(
        outcode.chain((first) => fc.tuple(fc.constant(first), slipped(first))),
        ([first, text]) => {
          expect(told(text)).to.equal(first);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('as far as it was typed, where a space parts its halves', () => {
    fc.assert(
      fc.property(outcode, inward, fc.integer({ min: 1, max: 3 }), (first, second, length) => {
        const part = second.slice(0, length);
        expect(told(`${first} ${part}`)).to.equal(`${first} ${part}`);
      }),
    );
  });

  it('as it was read the first time, when its reading is read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z0-9 ]{1,9}$/)), (text) => {
        const once = told(text);
        if (once) expect(told(once)).to.equal(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('or not at all, and any text whatever does no harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const reading = read(text);
        if (reading) {
          expect(reading.outcode).to.match(/^[A-Z]{1,2}\d[A-Z\d]?$/);
          expect(reading.inward).to.match(/^(\d[A-Z]{0,2})?$/);
        }
        lettersOnly(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('in what was typed alone: no sign is made up or left out', () => {
    const plain = (text: string) => text.toUpperCase().replace(/O/g, '0').replace(/I/g, '1').replace(/ /g, '');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{2,4} ?[0-9OI]?[A-Z]{0,2}$/), (text) => {
        const reading = told(text);
        if (reading) expect(plain(reading)).to.equal(plain(text));
      }),
      { numRuns: 1000 },
    );
  });

  for (const [text, reading] of [
    // Without a space the first half is the longest that can be: PE20 is a place of its own, and not ours.
    ['NR23', 'NR23'],
    ['PE20', 'PE20'],
    ['PE2 0', 'PE2 0'],
    ['PE201', 'PE20 1'],
    ['NR23A', 'NR2 3A'],
    ['E14', 'E14'],
    ['E1 4A', 'E1 4A'],
    ['EN 4 0', 'EN4 0'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['sw1a1aa', 'SW1A 1AA'],
    ['W1A', 'W1A'],
    ['C0 4', 'CO4'],
    ['CMO', 'CM0'],
    ['CMO 7', 'CM0 7'],
    ['IPII 1AA', 'IP11 1AA'],
  ] as const)
    it(`"${text}" as ${reading}`, () => expect(told(text)).to.equal(reading));

  for (const text of [
    '',
    ' ',
    'N',
    'NR',
    '2',
    'Norwich',
    'Oil',
    'Hoo',
    'NR2 3ABC',
    'NR2 3CM',
    '1234567',
    'GIR 0AA',
    '🏥',
    '\ud800',
  ])
    it(`"${text}" as none`, () => expect(told(text)).to.equal(undefined));
});

describe('the letters of a postcode', () => {
  it('are known when they stand alone, with slips', () => {
    expect(['NR', ' n r ', 'c0', 'E', '1p'].map(lettersOnly)).to.deep.equal(['NR', 'NR', 'CO', 'E', 'IP']);
    expect(['', 'NR2', 'NRX', '22', '??'].map(lettersOnly)).to.deep.equal(Array(5).fill(undefined));
  });
});
