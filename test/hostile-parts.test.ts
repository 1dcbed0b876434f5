import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, render } from 'lit';
import { heading } from '../src/base/heading.js';
import { fill, formatDate, weave } from '../src/base/words.js';
import { careCard } from '../src/parts/care-card.js';
import { link } from '../src/parts/link.js';
import { phone } from '../src/parts/phone.js';
import { provenance } from '../src/parts/provenance.js';
import { everyString as texts } from './hostile/big-list.js';
import { shown } from './hostile/payloads.js';
import { harmIn, Sentinel } from './hostile/sentinel.js';

const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...texts) }, fc.string({ unit: 'binary' }));
const every = { numRuns: 400 };

/** What a renderer makes of it, in a place that is on no page. */
function drawn(value: unknown): HTMLElement {
  const place = document.createElement('div');
  render(value, place);
  return place;
}
/** All words, as they stand in the document. */
const said = (place: Node) => place.textContent ?? '';
/** How the tree is built, whatever its words: kinds, the names of attributes, and no value of any. */
const shape = (place: Element): string =>
  [...place.children].map((child) => `${child.localName}[${child.getAttributeNames().join()}](${shape(child)})`).join();

describe('Hostile text in the pieces that all widgets are made of', () => {
  let place: HTMLElement;
  let sentinel: Sentinel;
  beforeEach(() => {
    place = document.body.appendChild(document.createElement('div'));
    sentinel = new Sentinel(place);
  });
  afterEach(async () => {
    const faults = await sentinel.end();
    place.remove();
    expect(faults).to.deep.equal([]);
  });

  it('fill and weave: a value is put in once, as it is, and is not read for more', () => {
    fc.assert(
      fc.property(text, text, (value, other) => {
        expect(fill('a {name} b {place} c {name}', { name: value, place: other })).to.equal(
          `a ${value} b ${other} c ${value}`,
        );
        expect(weave('{name}{place}', { name: value, place: other })).to.deep.equal(['', value, '', other, '']);
        // Letter by letter the sentence itself, where nothing is to be filled.
        const sentence = value.replace(/[{}]/g, '');
        expect(fill(sentence, { name: other })).to.equal(sentence);
      }),
      every,
    );
  });

  it('fill: any sentence with any values comes out a text', () => {
    fc.assert(
      fc.property(text, fc.dictionary(fc.constantFrom('name', 'n', 'place', 'system'), text), (sentence, values) => {
        expect(fill(sentence, values)).to.be.a('string');
        expect(said(drawn(weave(sentence, values)))).to.equal(fill(sentence, values));
      }),
      every,
    );
  });

  it(`each of ${texts.length} strings in each place of each of them changes words and values, and nothing else`, () => {
    const facts = { checked: '2026-11-22', due: '2026-12-22', approved: false };
    const source = { title: 'a', publisher: 'b', url: 'https://a.example/' };
    const card = { level: 'urgent', heading: 'a', items: ['b'], after: 'c' } as const;
    const places: Readonly<Record<string, (words: string) => unknown>> = {
      heading: (words) => heading(2, 'l', words),
      'words of a link': (words) => link('https://a.example/', words),
      'address of a link': (words) => link(words, 'a'),
      telephone: phone,
      'day of the check': (checked) => provenance({ ...facts, checked, sources: [source] }),
      'day of the next': (due) => provenance({ ...facts, due, sources: [source] }),
      'title of a source': (title) => provenance({ ...facts, sources: [{ ...source, title }] }),
      'publisher of a source': (publisher) => provenance({ ...facts, sources: [{ ...source, publisher }] }),
      'address of a source': (url) => provenance({ ...facts, sources: [{ ...source, url }] }),
      'heading of a card': (words) => careCard({ ...card, heading: words }, 3),
      'line of a card': (words) => careCard({ ...card, items: [words] }, 3),
      'end of a card': (after) => careCard({ ...card, after }, 3),
    };
    let pairs = 0;
    for (const [name, draw] of Object.entries(places)) {
      const usual = shape(drawn(draw('2026-11-22')));
      for (const each of texts) {
        const made = shape(drawn(draw(each)));
        // Without an address a source is words alone.
        if (name === 'address of a source' && !each) continue;
        expect(made, `${name}: ${shown(each)}`).to.equal(usual);
        pairs++;
      }
    }
    expect(pairs).to.be.at.least(12 * texts.length - 1);
  });

  it('a date is a date or the text that was given', () => {
    for (const each of texts) expect(formatDate(each)).to.be.oneOf([each, formatDate(each.trim())]);
    fc.assert(
      fc.property(text, (day) => formatDate(day) === day || /^\d{4}-\d\d-\d\d$/.test(day)),
      every,
    );
  });

  it('a heading is a heading of that level with those words', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (words, level) => {
        const made = drawn(heading(level, 'l', words));
        expect(said(made)).to.equal(words);
        expect(shape(made)).to.equal(`h${Math.min(6, level)}[class,part]()`);
      }),
      every,
    );
  });

  it('a link has the words and the address that it was given, and nothing that either asks for', () => {
    const [usual] = drawn(link('https://a.example/', 'a')).children;
    fc.assert(
      fc.property(text, text, (words, address) => {
        const made = drawn(link(address, words));
        expect(said(made)).to.equal(words);
        expect(shape(made)).to.equal(`a[${usual!.getAttributeNames().join()}]()`);
        const [one] = made.children;
        expect(one!.getAttribute('href')).to.equal(address);
        expect(one!.getAttribute('rel')).to.equal('noopener');
        expect(one!.getAttribute('referrerpolicy')).to.equal('no-referrer');
        expect(one!.hasAttribute('target')).to.equal(false);
      }),
      every,
    );
  });

  it('a telephone number calls what is printed, and only ever calls', () => {
    const usual = shape(drawn(phone('0808 808 0000')));
    fc.assert(
      fc.property(text, (number) => {
        const made = drawn(phone(number));
        expect(shape(made)).to.equal(usual);
        const links = [...made.querySelectorAll('a')];
        // Who dials 18001 first dials a number as it is dialled in this country.
        expect(links.map(said)).to.deep.equal([number, `18001 ${number.replace('+44', '0')}`]);
        for (const one of links) {
          expect(one.getAttribute('href')).to.equal(`tel:${said(one).replaceAll(' ', '')}`);
          expect(one.protocol).to.equal('tel:');
        }
      }),
      every,
    );
  });

  it('sources and days under a widget are words, and lead where they say', () => {
    const fact = fc.record({ title: text, publisher: text, url: fc.option(text, { nil: undefined }) });
    fc.assert(
      fc.property(text, text, fc.array(fact, { maxLength: 4 }), (checked, due, sources) => {
        const made = drawn(provenance({ checked, due, sources, approved: false }));
        const plain = drawn(
          provenance({
            checked: '2026-11-22',
            due: '2026-12-22',
            sources: sources.map(({ url }) => ({ title: 'a', publisher: 'b', url: url && 'https://a.example/' })),
            approved: false,
          }),
        );
        expect(shape(made)).to.equal(shape(plain));
        const lines = [...made.querySelectorAll('li')];
        expect(lines.map(said)).to.deep.equal(sources.map(({ title, publisher }) => `${publisher}: ${title}`));
        expect(lines.map((line) => line.querySelector('a')?.getAttribute('href') ?? '')).to.deep.equal(
          sources.map(({ url }) => url ?? ''),
        );
      }),
      every,
    );
  });

  it('a care card has the words that it was given', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), text, (words, items, after) => {
        const made = drawn(careCard({ level: 'urgent', heading: words, items, after }, 3));
        const plain = drawn(careCard({ level: 'urgent', heading: 'a', items: items.map(() => 'b'), after: 'c' }, 3));
        expect(shape(made)).to.equal(shape(plain));
        expect([...made.querySelectorAll('li')].map(said)).to.deep.equal(items);
      }),
      every,
    );
  });

  it('a value in any place of a template is a value there: attribute, part of one, property, switch, child, list', () => {
    const template = (values: readonly string[]) =>
      html`<p title=${values[0]} class="a ${values[1]} b" ?hidden=${values[2]} .slot=${values[3]} @click=${values[4]}>
        ${values[5]}<b>${values[6]}</b>${[values[7], html`<i>${values[8]}</i>`]}
      </p>`;
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 9, maxLength: 9 }),
        fc.array(text, { minLength: 9, maxLength: 9 }),
        (first, then) => {
          const made = drawn(template(first));
          place.replaceChildren(made);
          for (const values of [first, then, first]) {
            render(template(values), made);
            const one = made.querySelector('p')!;
            expect(one.title).to.equal(values[0]);
            expect(one.getAttribute('class')).to.equal(`a ${values[1]} b`);
            expect(one.hidden).to.equal(!!values[2]);
            expect(one.slot).to.equal(values[3]);
            expect(said(made.querySelector('b')!)).to.equal(values[6]);
            expect(said(made.querySelector('i')!)).to.equal(values[8]);
            expect(said(one).trim()).to.equal([values[5], values[6], values[7], values[8]].join('').trim());
            expect(made.querySelectorAll('*').length).to.equal(3);
            one.click();
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what looks like a template, as an object from JSON or from a host, is no template', () => {
    const forged: readonly unknown[] = [
      { _$litType$: 1, strings: ['<img src=x onerror=hostileRan()>'], values: [] },
      { strings: Object.assign(['<img src=x>'], { raw: ['<img src=x>'] }), values: [], isSvg: false },
      { __html: '<img src=x onerror=hostileRan()>' },
      { toString: () => '<img src=x onerror=hostileRan()>' },
      ['<img src=x onerror=hostileRan()>'],
      { _$litDirective$: String, values: [] },
    ];
    for (const value of forged) {
      const made = drawn(html`<p title=${value}>${value}</p>`);
      expect(shape(made)).to.equal('p[title]()');
      expect(harmIn(made.firstElementChild!)).to.deep.equal([]);
    }
  });
});
