import { expect, fixture } from '@open-wc/testing';
import type { AllianceElement } from '../../src/base/alliance-element.js';
import { fulfil } from '../../src/placeholders.js';
import { everyString } from './big-list.js';
import { eachBeforeFirstDrawn } from './first.js';
import { shown } from './payloads.js';
import { Sentinel } from './sentinel.js';
import { Tally } from './tally.js';
import { warnings } from '../support.js';
import { widgets } from '../widgets.js';

// Places for widgets, `<div data-alliance-element>`, whose options anybody who may write a `div` can choose: each string of
// the big list and each of ours, alone, in each option of each of the ten widgets, and in `data-slot`, is handed on as it is
// and nothing else is: 1,512 strings in 125 places, 189,000 pairs. And the widgets that come of such places, with each string
// in each option before they are first drawn, all options of a widget at once, each with another string: 114 options and, of
// the contact card once more, 15; 195,048 pairs.

/** What a place hands on besides what an element observes. */
const handedOn = ['id', 'class', 'lang', 'dir', 'hidden'];
/** How many options each element has at least, with those that are handed on and `data-slot`. */
const least: Readonly<Record<string, number>> = {
  'alliance-finder': 12,
  'alliance-overview': 12,
  'care-pathway': 12,
  'contact-card': 17,
  'partner-list': 14,
  'prevention-guidance': 11,
  'region-map': 13,
  'screening-guidance': 11,
  'support-directory': 11,
  'symptom-guidance': 12,
};
const count = everyString.length;

function placeFor(tag: string, options: readonly (readonly [name: string, value: string])[]): HTMLElement {
  const div = document.createElement('div');
  div.setAttribute('data-alliance-element', tag);
  for (const [name, value] of options) div.setAttribute(`data-${name}`, value);
  return div;
}

/** The widgets of one of the two files. */
export function hostilePlaces(file: 0 | 1): void {
  describe('Hostile text in places for widgets', function () {
    this.timeout(240_000);

    for (const tag of Object.keys(widgets).filter((_, index) => index % 2 === file)) {
      const element = customElements.get(tag) as unknown as typeof AllianceElement;
      const options = [...element.observedAttributes, ...handedOn];

      it(`${tag}: each of ${count} strings in each option is handed on as it is, and nothing else`, async () => {
        const place = await fixture<HTMLElement>('<div></div>');
        const sentinel = new Sentinel(place);
        const tally = new Tally();
        const faults: string[] = [];
        // Not on the page: what the widgets do with it is tried below.
        const nowhere = document.createElement('div');
        for (const option of options)
          for (const text of everyString) {
            const div = placeFor(tag, [[option, text]]);
            // A page that lets nobody write `onclick` may let them write `data-onclick`.
            for (const name of ['onclick', 'style', 'src']) div.setAttribute(`data-${name}`, text);
            const words = div.appendChild(document.createElement('p'));
            words.setAttribute('data-slot', text);
            words.textContent = text;
            nowhere.replaceChildren(div);
            fulfil(div);
            const [made] = nowhere.children;
            // Whoever may write no tag is not to choose where readers' postcodes go.
            const expected = option === 'lookup' ? [] : [option];
            const got = made?.localName === tag ? made.getAttributeNames() : ['another element'];
            if (got.join() === expected.join() && expected.every((name) => made?.getAttribute(name) === text))
              tally.add(option, text);
            else faults.push(`${option}=${shown(text)}: ${got.join()}`);
            if (made?.childNodes.length === 1 && words.parentNode === made && !words.children.length)
              if (words.slot === text && words.textContent === text) tally.add('data-slot', text);
          }
        faults.push(...(await sentinel.end()));
        expect(faults.slice(0, 30), `${faults.length} in all`).to.deep.equal([]);
        expect(tally.places, 'options').to.be.at.least(least[tag] ?? Infinity);
        expect(tally.pairs).to.equal(tally.places * count);
      });

      const open = options.filter((option) => option !== 'lookup');
      const read = (made: Element, option: string) => made.getAttribute(option);
      it(`${tag}: each of ${count} strings in each of them before it is first drawn`, () =>
        eachBeforeFirstDrawn(open, (values) => placeFor(tag, values), read));

      // An organisation that is not known hides the rest, so once more with one that is, or none.
      if (tag === 'contact-card')
        it(`${tag}: the same with an organisation`, () =>
          eachBeforeFirstDrawn(
            open.filter((option) => option !== 'organisation'),
            (values, turn) => placeFor(tag, [...values, ['organisation', turn % 2 ? 'RM102' : '']]),
            read,
          ));
    }

    it('a place for any of the strings stays as it is, with a word to who builds the page', async () => {
      const place = await fixture<HTMLElement>('<div></div>');
      const sentinel = new Sentinel(place);
      const divs = everyString.map((text) => placeFor(text, []));
      divs.forEach((div, index) => (div.textContent = everyString[index]!));
      const said = await warnings(async () => {
        place.append(...divs);
        await Promise.resolve();
      });
      expect([...place.children]).to.deep.equal(divs);
      expect(divs.map(({ textContent }) => textContent)).to.deep.equal([...everyString]);
      expect(said.length).to.equal(count);
      expect(await sentinel.end()).to.deep.equal([]);
    });
  });
}
