import { expect, fixture } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import fc from 'fast-check';
import { AllianceElement } from '../src/base/alliance-element.js';
import { fulfil } from '../src/placeholders.js';
import { everyString } from './hostile/big-list.js';
import { payloads, shown } from './hostile/payloads.js';
import { harmIn, Newcomers, Sentinel } from './hostile/sentinel.js';
import { Tally } from './hostile/tally.js';
import { waitForAll, Widget } from './support.js';
import { widgets } from './widgets.js';
import { publicProperties } from './withstands.js';

// Each string of the big list and each of ours in each slot that the manual of each of the ten widgets names: 1,512 strings in
// 31 slots, each once where the widget has something to show and once where the host's own words are what is shown. And random
// pages of widgets, of places for them, and of whatever else a host may write, inside and around each other.

const ours = payloads.map(({ text }) => text);
const tags = Object.keys(widgets);
/** Words on the page, so few that nothing but an empty box has less. */
const least = 20;

/** The slots that a class comment names; the one without a name is ''. */
async function documented(path: string): Promise<string[]> {
  const source = (await readFile({ path })) ?? '';
  return [...source.matchAll(/^ \* @slot (\S+)/gm)].map(([, name = '']) => (name === '-' ? '' : name));
}

describe('Hostile text and elements in slots', function () {
  this.timeout(240_000);

  let slotsInAll = 0;
  for (const [tag, markup] of Object.entries(widgets))
    it(`${tag}: each of ${everyString.length} strings in each slot`, async () => {
      const slots = [
        ...new Set([
          ...(await documented('../src/base/alliance-element.ts')),
          ...(await documented(`../src/elements/${tag}/${tag}.ts`)),
        ]),
      ];
      expect(slots).to.include.members(['', 'heading', 'footer']);
      slotsInAll += slots.length;
      const place = await fixture<HTMLElement>(
        `<div>${markup}<${tag} organisation="nobody" search="nowhere"></${tag}></div>`,
      );
      await waitForAll(place);
      const elements = [...place.querySelectorAll<AllianceElement>(tag)];
      for (const slot of elements.flatMap((element) => new Widget(element).all<HTMLSlotElement & HTMLElement>('slot')))
        expect(slots).to.include(slot.name);
      const sentinel = new Sentinel(place);
      const newcomers = elements.map((element) => new Newcomers(new Widget(element).root));
      const tally = new Tally();
      const stoodIn = new Set<string>();
      const faults: string[] = [];
      for (const text of everyString) {
        for (const [index, element] of elements.entries()) {
          const words = slots.map((name) => {
            const holder = document.createElement('p');
            if (name) holder.slot = name;
            holder.textContent = text;
            return holder;
          });
          // And text that stands in no element, and a child that asks for a slot of that name.
          const stray = document.createElement('p');
          stray.slot = text;
          element.replaceChildren(text, ...words, stray);
          await element.updateComplete;
          if (element.childNodes.length !== words.length + 2)
            faults.push(`${shown(text)}: there is more or less inside`);
          for (const [at, holder] of words.entries()) {
            const name = slots[at] ?? '';
            // Where the widget has such a slot now, they stand in it; where it has not, they wait.
            const { assignedSlot } = holder;
            if (assignedSlot) stoodIn.add(assignedSlot.name);
            const waits = !new Widget(element).root.querySelector(name ? `slot[name=${name}]` : 'slot:not([name])');
            if (holder.textContent === text && !holder.children.length && (assignedSlot?.name === name || waits))
              tally.add(`${index} ${name}`, text);
            else faults.push(`${name}: ${shown(text)}: the host's own words changed`);
          }
        }
        const found = [...newcomers.flatMap((each) => each.harm()), ...sentinel.faults()];
        faults.push(...found.map((fault) => `${shown(text)}: ${fault}`));
      }
      faults.push(...elements.flatMap((element) => harmIn(new Widget(element).root)), ...(await sentinel.end()));
      expect(faults).to.deep.equal([]);
      for (const each of newcomers) each.end();
      // The one without a name is there only where an input cannot be honoured, which only the contact card can say.
      expect([...stoodIn], 'slots that there were').to.include.members(
        slots.filter((name) => name || tag === 'contact-card'),
      );
      expect(tally.pairs).to.equal(2 * slots.length * everyString.length);
    });

  it('in all the slots that there are', () => expect(slotsInAll).to.be.at.least(31));
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
const observed = [
  ...new Set(tags.flatMap((tag) => (customElements.get(tag) as unknown as typeof AllianceElement).observedAttributes)),
];
const properties = [
  ...new Set(
    tags.flatMap((tag) => Object.keys(publicProperties(customElements.get(tag) as unknown as typeof AllianceElement))),
  ),
];
const attributeNames = [
  ...['id', 'name', 'class', 'slot', 'lang', 'dir', 'hidden', 'part', 'for', 'title', 'exportparts', 'contenteditable'],
  ...observed,
  ...observed.map((name) => `data-${name}`),
  ...['data-slot', 'data-onclick', 'data-alliance-element'],
];
const text = fc.oneof(
  fc.constantFrom(...ours),
  fc.constantFrom(...everyString),
  fc.constantFrom('rtl', 'luton', 'RM102', 'north', 'bowel', 'heading', 'footer', 'details', ...tags),
  fc.string({ unit: 'binary' }),
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
    act: fc.constantFrom(
      ...[
        'move',
        'remove',
        'bring back',
        'clone',
        'attribute',
        'property',
        'text',
        'empty',
        'wait',
        'elsewhere',
        'place',
      ],
    ),
    which: fc.nat(),
    where: fc.nat(),
    name: fc.constantFrom(...attributeNames),
    property: fc.constantFrom(...properties),
    value: text,
    given: fc.anything({ values: [text], key: text, withNullPrototype: true, withBigInt: true }),
  }),
  { maxLength: 16 },
);

describe('Random hostile pages', function () {
  this.timeout(240_000);

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
        for (const { act, which, where, name, property, value, given } of then) {
          const all = [...place.querySelectorAll('*')];
          const one = all[which % all.length];
          const other = all[where % all.length] ?? place;
          if (act === 'wait') await Promise.resolve();
          else if (act === 'bring back') place.append(...gone.splice(0, 1));
          else if (!one) continue;
          else if (act === 'move' && !one.contains(other)) other.append(one);
          else if (act === 'clone' && all.length < 60) other.before(one.cloneNode(true));
          else if (act === 'attribute') one.setAttribute(name, value);
          else if (act === 'property' && one instanceof AllianceElement) Reflect.set(one, property, given);
          else if (act === 'place' && one.matches('div, p')) fulfil(one);
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
      { numRuns: 120 },
    );
    place.replaceChildren();
    expect(await sentinel.end()).to.deep.equal([]);
  });
});
