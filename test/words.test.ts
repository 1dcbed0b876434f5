import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { count } from '../src/base/count.js';
import { fill, formatDate, today, weave } from '../src/base/words.js';

const name = fc.stringMatching(/^[a-z][a-z\d]{0,9}$/).filter((word) => !(word in {}));

describe('the words of a sentence', () => {
  it('are filled in by name, and a name without a value stays as it is', () => {
    expect(fill('{a} and {b}, {a} again', { a: 1, b: 'two' })).to.equal('1 and two, 1 again');
    expect(fill('{a} and {c}', { a: '' })).to.equal(' and {c}');
  });

  it('are never lost, changed or read as a pattern, whatever is filled in', () => {
    fc.assert(
      fc.property(name, fc.string(), fc.string(), fc.string(), (key, before, value, after) => {
        fc.pre(!/[{}]/.test(before + after));
        expect(fill(`${before}{${key}}${after}`, { [key]: value })).to.equal(before + value + after);
      }),
    );
  });

  it('stand as they are where nothing is to be filled in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sentence) => {
        fc.pre(!/\{\w+\}/.test(sentence));
        expect(fill(sentence, {})).to.equal(sentence);
      }),
    );
  });

  it('are never filled in twice: a value with braces is only text', () => {
    expect(fill('{a}', { a: '{b}', b: 'no' })).to.equal('{b}');
  });

  it('throw for no sentence and no values', () => {
    const values = fc.dictionary(name, fc.oneof(fc.string(), fc.double(), fc.constant(undefined), fc.constant(null)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), values, (sentence, given) => Array.isArray(weave(sentence, given))),
    );
  });

  it('may hold things that are no text, in their place', () => {
    const link = { href: 'https://a.example' };
    expect(weave<object>('See {link}.', { link })).to.deep.equal(['See ', link, '.']);
  });

  it('know one from several, and write thousands with a comma', () => {
    const sentences = { one: '{n} person', many: '{n} people' };
    expect([0, 1, 2, 12345].map((n) => count(sentences, n))).to.deep.equal([
      '0 people',
      '1 person',
      '2 people',
      '12,345 people',
    ]);
  });
});

describe('a day', () => {
  it('is written as people in England write it, the same in every time zone', () => {
    expect(formatDate('2026-11-22')).to.equal('22 November 2026');
    expect(formatDate('2022-07-01')).to.equal('1 July 2022');
    expect(formatDate('2024-02-29')).to.equal('29 February 2024');
  });

  it('that exists comes back as its own year, month and day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(formatDate(day)).to.match(new RegExp(`^${Number(day.slice(8))} [A-Z][a-z]+ ${day.slice(0, 4)}$`));
        },
      ),
    );
  });

  it('that is none is given back as it came', () => {
    const junk = [
      '',
      '2020',
      '2020-13-01',
      '2021-02-29',
      '2026-02-31',
      'after January 2020',
      'about 12 spring 1999',
      '20201122',
    ];
    for (const words of junk) expect(formatDate(words)).to.equal(words);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        fc.pre(!/^\d{4}-\d\d-\d\d$/.test(words));
        expect(formatDate(words)).to.equal(words);
      }),
    );
  });

  it('is today, as an ISO day', () => {
    expect(today()).to.match(/^20\d\d-\d\d-\d\d$/);
    expect(formatDate(today())).not.to.equal(today());
  });
});
