import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import words from '../content/en/symptom-guidance.yaml';
import synonyms from '../content/synonyms.yaml';
import { search, type AreaCard } from '../src/elements/symptom-guidance/sign-search.js';

const cards: readonly AreaCard[] = Object.values(words.areas).flatMap(({ name, cards }) =>
  cards.map((card) => ({ ...card, area: name })),
);
const signs = [...new Set(cards.flatMap(({ items }) => items))];
const found = (query: string) => (search(query, cards) ?? []).flatMap(({ items }) => items);
const anySign = fc.constantFrom(...signs);

/** The sign that says this. */
function sign(part: string): string {
  const one = signs.find((text) => text.includes(part));
  if (!one) throw new Error(`no sign says ${part}`);
  return one;
}

describe('search of signs', () => {
  describe('understands what readers type', () => {
    for (const [query, part] of [
      // Their words.
      ['poo', 'change in your poo'],
      ['tummy', 'lump in your tummy'],
      ['lump', 'have a new lump'],
      ['coughing blood', 'more than a few spots'],
      ['always tired', 'tired and unwell'],
      ['I am exhausted all the time', 'tired and unwell'],
      ['blood in my stool', 'blood in your poo'],
      ['bleeding from bum', 'from your bottom and it does not stop'],
      ['waterworks', 'hurts when you pee'],
      ['blood in urine', 'blood in your pee'],
      ['weeing a lot at night', 'pee more often'],
      ['throwing up', 'sick for more than 2 days'],
      ['vomiting blood', 'blood in your vomit'],
      ['blood when I am sick', 'blood in your vomit'],
      ['jaundice', 'look yellow'],
      ['losing weight', 'lost weight'],
      ['balls', 'swelling in a testicle'],
      ['boob', 'size or shape'],
      ['short of breath', 'short of breath'],
      ['breathless', 'out of breath'],
      ["can't breathe", 'very hard to breathe'],
      ['night sweats', 'drenched'],
      ['bleeding after sex', 'after sex'],
      ['postmenopausal bleeding menopause', 'blood after the menopause'],
      ['melanoma', 'mole itches'],
      ['constipated', 'constipation'],
      ['swollen belly', 'bloated'],
      ['acid reflux', 'heartburn'],
      ['sore throat', 'sore throat'],
      ['itchy', 'itchy'],
      ['UTI', 'UTIs'],
      // Parts of the body.
      ['throat', 'swallow'],
      ['lungs', 'cough for 3 weeks'],
      ['prostate', 'flow is weak'],
      ['womb', 'menopause'],
      ['kidney', 'below your ribs'],
      ['skin', 'has not healed'],
      ['armpit', 'lump or thicker area'],
      // Misspellings.
      ['diarrhea', 'diarrhoea, constipation'],
      ['diarhoea', 'diarrhoea, constipation'],
      ['diorea', 'diarrhoea, constipation'],
      ['bleading', 'bleed from your bottom and'],
      ['stomache', 'lump in your tummy'],
      ['breif', 'short of breath'],
      ['caugh', 'cough for 3 weeks'],
      ['tierd', 'tired and unwell'],
      ['swolen', 'swollen'],
      ['indegestion', 'indigestion'],
      ['ulser', 'mouth ulcer'],
      ['brest', 'dimpled'],
      ['testical', 'testicle'],
    ] as const)
      it(`${query}: ${part}`, () => expect(found(query)).to.include(sign(part)));
  });

  it('shows only the signs that share most words with what was typed', () => {
    expect(found('mouth ulcer')).to.deep.equal([sign('mouth ulcer')]);
    expect(found('coughing blood')).to.have.members([sign('cough up blood'), sign('few spots')]);
  });

  it('keeps each sign under the heading and level of its card', () => {
    for (const query of ['blood', 'lump', 'cough'])
      for (const { level, heading, items } of search(query, cards) ?? [])
        for (const item of items)
          expect(
            cards.some((card) => card.level === level && card.heading === heading && card.items.includes(item)),
            item,
          ).to.be.true;
  });

  it('gives one card for each heading, and each sign once on it', () => {
    const headings = (search('blood', cards) ?? []).map(({ heading }) => heading);
    expect(new Set(headings).size).to.equal(headings.length);
    for (const { items } of search('blood', cards) ?? []) expect(new Set(items).size).to.equal(items.length);
  });

  it('waits while there is nothing to look for', () => {
    for (const query of ['', ' ', 'c', 'co', '?!', 'I have been feeling', '3'])
      expect(search(query, cards), query).to.equal(undefined);
  });

  // What can be an emergency, and whose emergency words nobody has read, is answered by none of its milder signs alone.
  it('knows no mild answer to what can be grave', () => {
    for (const query of ['fever', 'high temperature', 'stroke', 'seizure', 'collapsed'])
      expect(search(query, cards), query).to.deep.equal([]);
    expect(JSON.stringify(search('testicle pain', cards))).not.to.match(/ache|heavy/);
  });

  it('says when nothing matches', () => {
    for (const query of ['zebra', 'xyzzy', 'broken ankle']) expect(search(query, cards), query).to.deep.equal([]);
  });

  it('does not take a word inside another for a match, nor poor for poo', () => {
    expect(found('tenderness')).to.be.empty;
    expect(found('people')).to.be.empty;
  });

  it('has no synonym that leads nowhere', () => {
    for (const word of synonyms.words.split(/\s/)) expect(found(word), word).not.to.be.empty;
  });

  it('ignores no word that a synonym is for', () => {
    const ignored = synonyms.ignore.split(' ');
    expect(synonyms.words.split(/\s/).filter((word) => ignored.includes(word))).to.deep.equal([]);
  });

  describe('whatever is typed', () => {
    it('finds every sign by its own words', () => {
      for (const text of signs) expect(found(text), text).to.include(text);
    });

    it('finds every sign by each of its own words that says something', () => {
      for (const text of signs)
        for (const word of text.split(/[^a-z]+/i)) if (search(word, cards)) expect(found(word), word).to.include(text);
    });

    it('forgives case, accents, punctuation and the order of words', () => {
      fc.assert(
        fc.property(anySign, fc.infiniteStream(fc.boolean()), (text, flips) => {
          const shouted = [...text].map((letter) => (flips.next().value ? letter.toUpperCase() : letter)).join('');
          const turned = text.split(' ').reverse().join(' ... ');
          const all = [...found(text)].sort();
          expect([...found(shouted)].sort()).to.deep.equal(all);
          expect([...found(turned)].sort()).to.deep.equal(all);
          expect([...found(text.replaceAll('e', 'é'))].sort()).to.deep.equal(all);
        }),
      );
    });

    it('forgives one wrong, missing, doubled or swapped letter in a long word', () => {
      const long = [...new Set(signs.flatMap((text) => text.match(/[a-z]{7,}/g) ?? []))].filter((word) =>
        search(word, cards),
      );
      fc.assert(
        fc.property(
          fc.constantFrom(...long),
          fc.nat(),
          fc.constantFrom('wrong', 'missing', 'doubled', 'swapped'),
          (word, n, kind) => {
            // Not the first letter, which people get right, and no ending, which may turn the word into another.
            const at = 1 + (n % (word.length - 3));
            const [before, letter, next, rest] = [
              word.slice(0, at),
              word.charAt(at),
              word.charAt(at + 1),
              word.slice(at + 2),
            ];
            const slip = { wrong: `q${next}`, missing: next, doubled: letter + letter + next, swapped: next + letter }[
              kind
            ];
            for (const text of signs.filter((text) => text.split(/[^a-z]+/).includes(word)))
              expect(found(before + slip + rest), before + slip + rest).to.include(text);
          },
        ),
      );
    });

    it('is not led away by words that say nothing, or that no sign knows', () => {
      fc.assert(
        fc.property(anySign, fc.constantFrom('I have been feeling', 'zzyzx', 'the', 'quokka'), (text, noise) => {
          expect(found(`${noise} ${text} ${noise}`)).to.deep.equal(found(text));
        }),
      );
    });

    it('never throws, and never gives what is not a sign', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), anySign), (query) => {
          expect(signs).to.include.members(found(query));
        }),
      );
    });
  });
});
