import { expect, fixture } from '@open-wc/testing';
import fc from 'fast-check';
import { AllianceElement } from '../src/base/alliance-element.js';
import { bigList } from './hostile/big-list.js';
import { payloads, shown } from './hostile/payloads.js';
import { harmIn, Newcomers, Sentinel } from './hostile/sentinel.js';
import { waitForAll, Widget } from './support.js';
import { widgets } from './widgets.js';

const ours = payloads.map(({ text }) => text);
/** Of every class some: a slot takes whatever it is given in one way. */
const some = [...new Set([...ours, ...bigList])].filter((_, index) => index % 4 === 0);
const tags = Object.keys(widgets);
/** Words on the page, so few that nothing but an empty box has less. */
const least = 20;

describe('Hostile text and elements in slots', function () {
  this.timeout(60_000);

  for (const [tag, markup] of Object.entries(widgets))
    it(`${tag}: any of ${some.length} strings in any slot`, async () => {
      // Once with what it has to show, once where the host's own words are what is shown.
      const place = await fixture<HTMLElement>(
        `<div>${markup}<${tag} organisation="nobody" search="nowhere"></${tag}></div>`,
      );
      await waitForAll(place);
      const elements = [...place.querySelectorAll<AllianceElement>(tag)];
      const slots = new Set(
        elements.flatMap((element) =>
          new Widget(element).all<HTMLSlotElement & HTMLElement>('slot').map(({ name }) => name),
        ),
      );
      expect([...slots]).to.include.members(['heading', 'footer']);
      const sentinel = new Sentinel(place);
      const newcomers = elements.map((element) => new Newcomers(new Widget(element).root));
      const faults: string[] = [];
      for (const text of some) {
        for (const element of elements) {
          const words = ['', ...slots].map((name) => {
            const holder = document.createElement('p');
            if (name) holder.slot = name;
            holder.textContent = text;
            return holder;
          });
          element.replaceChildren(text, ...words);
          await element.updateComplete;
          if (element.childNodes.length !== words.length + 1)
            faults.push(`${shown(text)}: the host's own words changed`);
        }
        const found = [...newcomers.flatMap((each) => each.harm()), ...sentinel.faults()];
        faults.push(...found.map((fault) => `${shown(text)}: ${fault}`));
      }
      faults.push(...elements.flatMap((element) => harmIn(new Widget(element).root)), ...(await sentinel.end()));
      expect(faults).to.deep.equal([]);
      for (const each of newcomers) each.end();
    });
});

/** Something that a host's page may hold; no handlers, since what a host's own handlers do is the host's. */
interface Thing {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly children: readonly Thing[];
}

const hostTags = ['div', 'p', 'form', 'input', 'table', 'tr', 'select', 'option', 'template', 'details', 'dialog', 'a'];
const oddTags = [
  'svg',
  'math',
  'button',
  'label',
  'slot',
  'noscript',
  'textarea',
  'fieldset',
  'ul',
  'x-foreign',
  'title',
];
const attributeNames = [
  ...['id', 'name', 'class', 'slot', 'lang', 'dir', 'hidden', 'part', 'for', 'title', 'exportparts', 'contenteditable'],
  ...new Set(tags.flatMap((tag) => (customElements.get(tag) as unknown as typeof AllianceElement).observedAttributes)),
];
const text = fc.oneof(
  fc.constantFrom(...ours),
  fc.constantFrom('rtl', 'luton', 'RM102', 'north', 'bowel'),
  fc.string(),
);
const thing = (depth: number): fc.Arbitrary<Thing> =>
  fc.record({
    tag: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...tags) }, fc.constantFrom(...hostTags, ...oddTags)),
    attributes: fc.array(fc.tuple(fc.constantFrom(...attributeNames), text), { maxLength: 4 }),
    text,
    children: depth ? fc.array(thing(depth - 1), { maxLength: 3 }) : fc.constant([]),
  });
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('move', 'remove', 'bring back', 'clone', 'attribute', 'text', 'empty', 'wait', 'elsewhere'),
    which: fc.nat(),
    where: fc.nat(),
    name: fc.constantFrom(...attributeNames),
    value: text,
  }),
  { maxLength: 12 },
);

describe('Random hostile pages', function () {
  this.timeout(60_000);

  it('throw nothing and run nothing, and every widget on them has something to say', async () => {
    const place = await fixture<HTMLElement>('<div></div>');
    const sentinel = new Sentinel(place);
    const build = ({ tag, attributes, text: words, children }: Thing): Element => {
      const made = document.createElement(tag);
      for (const [name, value] of attributes) made.setAttribute(name, value);
      made.append(words, ...children.map(build));
      return made;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(thing(3), { minLength: 1, maxLength: 3 }), steps, async (things, then) => {
        place.replaceChildren(...things.map(build));
        const gone: Element[] = [];
        const elsewhere = document.implementation.createHTMLDocument('').body;
        for (const { act, which, where, name, value } of then) {
          const all = [...place.querySelectorAll('*')];
          const one = all[which % all.length];
          const other = all[where % all.length] ?? place;
          if (act === 'wait') await Promise.resolve();
          else if (act === 'bring back') place.append(...gone.splice(0, 1));
          else if (!one) continue;
          else if (act === 'move' && !one.contains(other)) other.append(one);
          else if (act === 'clone' && all.length < 60) other.before(one.cloneNode(true));
          else if (act === 'attribute') one.setAttribute(name, value);
          else if (act === 'text') one.append(value);
          else if (act === 'empty') one.replaceChildren();
          else if (act === 'elsewhere') {
            elsewhere.append(one);
            gone.push(one);
          } else if (act === 'remove') {
            one.remove();
            gone.push(one);
          }
        }
        await waitForAll(place);
        const faults = sentinel.faults();
        for (const element of place.querySelectorAll('*')) {
          if (!(element instanceof AllianceElement)) continue;
          const { root } = new Widget(element);
          faults.push(...harmIn(root));
          if (root.textContent.length < least) faults.push(`<${element.localName}> is empty`);
        }
        expect(faults).to.deep.equal([]);
      }),
      { numRuns: 40 },
    );
    place.replaceChildren();
    expect(await sentinel.end()).to.deep.equal([]);
  });
});
