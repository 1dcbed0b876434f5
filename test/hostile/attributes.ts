import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { AllianceElement } from '../../src/base/alliance-element.js';
import { everyString } from './big-list.js';
import { shown } from './payloads.js';
import { harmIn, Newcomers, Sentinel } from './sentinel.js';
import { Tally } from './tally.js';
import { Widget } from '../support.js';
import { widgets } from '../widgets.js';
import { publicProperties } from '../withstands.js';

// Each string of the big list and each of ours, alone, in each observed attribute and each public property of each of the
// ten widgets while it is on the page, and in each attribute that any element has and that a widget may read: one render,
// one look at all that came, one verdict for each. Attributes that decide what else is shown are tried from several states.
// How many places that makes stands beside each widget; 1,512 strings in 265 places are 400,680 pairs. Two files
// share the widgets, so that neither takes long.

/** Attributes of every element, which a widget may read though it does not observe them. */
const everywhere = ['lang', 'dir', 'class', 'part', 'id', 'title', 'slot', 'name', 'data-config'];

/** More states of a widget, in which its own attributes do something else. */
const bare = (tag: string) => `<${tag}></${tag}>`;
const states: Readonly<Record<string, readonly string[]>> = {
  'contact-card': [
    '<contact-card name="A" layout="inline"></contact-card>',
    '<contact-card organisation="norfolk-and-waveney-ccg" name="A" telephone="01234 567890"></contact-card>',
    '<contact-card layout="compact" address="B"></contact-card>',
  ],
  'partner-list': ['<partner-list kind="hospital" group-by="system" as-of="2020-12-31"></partner-list>'],
};

/** How many places each widget has at least: a place that goes missing has to be taken off here. */
const least: Readonly<Record<string, number>> = {
  'alliance-finder': 23,
  'alliance-overview': 21,
  'care-pathway': 23,
  'contact-card': 58,
  'partner-list': 33,
  'prevention-guidance': 19,
  'region-map': 26,
  'screening-guidance': 20,
  'support-directory': 19,
  'symptom-guidance': 23,
};

/** Words on the page, so few that nothing but an empty box has less; in a sentence, a name is enough that can be seen. */
const fewest = 20;
const isEmpty = (markup: string, text: string) =>
  markup.includes('inline') ? !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text) : text.length < fewest;

const read = (element: Element, name: string): unknown =>
  name.startsWith('.') ? Reflect.get(element, name.slice(1)) : element.getAttribute(name);

/** Writes a value into an attribute or, where the name begins with a dot, a property. */
function write(element: Element, name: string, value: unknown): void {
  if (name.startsWith('.')) Reflect.set(element, name.slice(1), value);
  else if (typeof value === 'string') element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** The widgets of one of the two files. */
export function hostileAttributes(file: 0 | 1): void {
  describe('Hostile text in attributes and properties', function () {
    this.timeout(240_000);

    for (const [tag, usual] of Object.entries(widgets).filter((_, index) => index % 2 === file)) {
      const properties = publicProperties(customElements.get(tag) as unknown as typeof AllianceElement);
      const shared = publicProperties(AllianceElement);
      const own = Object.values(properties).filter((attribute) => !Object.values(shared).includes(attribute));
      const all = [
        ...new Set([...Object.values(properties), ...everywhere]),
        ...Object.keys(properties).map((property) => `.${property}`),
      ];
      const begins: readonly (readonly [markup: string, names: readonly string[]])[] = [
        [usual, all],
        ...[...(states[tag] ?? []), bare(tag)]
          .filter((markup) => markup !== usual)
          .map((markup) => [markup, own] as const),
      ];

      it(`${tag}: each of ${everyString.length} strings in each of them`, async () => {
        const tally = new Tally();
        const faults: string[] = [];
        let warned = 0;
        for (const [markup, names] of begins) {
          const widget = await Widget.from(markup, tag);
          const { element, root } = widget;
          const sentinel = new Sentinel(element.parentElement!);
          const newcomers = new Newcomers(root);
          for (const name of names) {
            const before = read(element, name);
            for (const text of everyString) {
              write(element, name, text);
              // The language and the direction around it are heard of a moment later.
              await Promise.resolve();
              if (element.isUpdatePending) await element.updateComplete;
              const found = [...newcomers.harm(), ...sentinel.faults()];
              if (isEmpty(markup, root.textContent)) found.push('an empty box');
              if (read(element, name) === text) tally.add(`${markup} ${name}`, text);
              faults.push(...found.map((fault) => `${markup} ${name} from ${shown(text)}: ${fault}`));
            }
            write(element, name, before);
            await widget.settled();
          }
          newcomers.end();
          faults.push(...(await sentinel.end()), ...harmIn(root));
          warned += sentinel.warned;
        }
        expect(warned, 'that it was read').to.be.above(0);
        expect(faults.slice(0, 30), `${faults.length} in all`).to.deep.equal([]);
        expect(tally.places, 'places').to.be.at.least(least[tag] ?? Infinity);
        expect(tally.pairs, 'pairs of a place and a string').to.equal(tally.places * everyString.length);
      });

      it(`${tag}: anything that a script could set, in any property, in any order`, async () => {
        const widget = await Widget.from(usual, tag);
        const { element, root } = widget;
        const sentinel = new Sentinel(element.parentElement!);
        const newcomers = new Newcomers(root);
        const text = fc.oneof(fc.constantFrom(...everyString), fc.string({ unit: 'binary' }));
        const value = fc.oneof(
          text,
          fc.anything({ values: [text], key: text, withNullPrototype: true, withBigInt: true, withDate: true }),
          // What says of itself that it is something else.
          text.map((words) => ({ toString: () => words, trim: () => words, toLowerCase: () => words, length: 3 })),
          fc.constant({
            toString() {
              throw new Error('asked for its text');
            },
          }),
        );
        const step = fc.tuple(fc.constantFrom(...Object.keys(properties)), value, fc.boolean());
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
            for (const [property, given, waits] of steps) {
              Reflect.set(element, property, given);
              if (waits) await element.updateComplete;
            }
            await element.updateComplete;
            expect([...newcomers.harm(), ...sentinel.faults()]).to.deep.equal([]);
            expect(root.textContent.length).to.be.at.least(fewest);
          }),
          { numRuns: 60 },
        );
        newcomers.end();
        expect([...(await sentinel.end()), ...harmIn(root)]).to.deep.equal([]);
      });
    }
  });
}
