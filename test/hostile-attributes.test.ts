import { expect, fixture } from '@open-wc/testing';
import { AllianceElement } from '../src/base/alliance-element.js';
import { bigList } from './hostile/big-list.js';
import { payloads, shown } from './hostile/payloads.js';
import { harmIn, Newcomers, Sentinel } from './hostile/sentinel.js';
import { Widget } from './support.js';
import { widgets } from './widgets.js';
import { publicProperties } from './withstands.js';

const ours = payloads.map(({ text }) => text);
/** All of ours; of the big list, which has many of a kind, every fourth. */
const everything = [...new Set([...ours, ...bigList.filter((_, index) => index % 4 === 0)])];
/** Strings of every class, where what they do is much the same as elsewhere. */
const some = ours.filter((_, index) => index % 5 === 0);
/** What all widgets have in common is the work of their base: tried together, each with another string. */
const shared = publicProperties(AllianceElement);
const common = [...Object.values(shared), 'lang', 'dir', 'class', 'part', 'id', 'title', 'slot', 'name', 'data-config'];

/** Words on the page, so few that nothing but an empty box has less. */
const least = 20;

/** Writes a string into an attribute or, where the name begins with a dot, a property. */
function write(element: Element, name: string, value: unknown): void {
  if (name.startsWith('.')) Reflect.set(element, name.slice(1), value);
  else if (typeof value === 'string') element.setAttribute(name, value);
  else element.removeAttribute(name);
}

describe('Hostile text in attributes and properties', function () {
  this.timeout(60_000);

  for (const [tag, markup] of Object.entries(widgets)) {
    const properties = publicProperties(customElements.get(tag) as unknown as typeof AllianceElement);
    const own = Object.entries(properties).filter(([name]) => !(name in shared));
    // Alone, so that none hides what another does.
    const places: readonly (readonly [names: readonly string[], texts: readonly string[]])[] = [
      ...own.map(([, attribute]) => [[attribute], everything] as const),
      ...own.map(([property]) => [[`.${property}`], some] as const),
      [[...new Set(common)].filter((name) => !own.some(([, attribute]) => attribute === name)), everything],
      [Object.keys(shared).map((property) => `.${property}`), some],
    ];

    it(`${tag}: any of ${everything.length} strings in any of them`, async () => {
      const widget = await Widget.from(markup, tag);
      const { element, root } = widget;
      const sentinel = new Sentinel(element.parentElement!);
      const newcomers = new Newcomers(root);
      const faults: string[] = [];
      for (const [names, texts] of places) {
        const values = names.map((name) =>
          name.startsWith('.') ? (Reflect.get(element, name.slice(1)) as unknown) : element.getAttribute(name),
        );
        for (let turn = 0; turn < texts.length; turn++) {
          names.forEach((name, index) => write(element, name, texts[(turn + 37 * index) % texts.length]));
          // The language and the direction around it are heard of a moment later.
          await Promise.resolve();
          if (element.isUpdatePending) await element.updateComplete;
          const found = [...newcomers.harm(), ...sentinel.faults()];
          if (root.textContent.length < least) found.push('an empty box');
          faults.push(...found.map((fault) => `${names.join()} from ${shown(texts[turn]!)}: ${fault}`));
        }
        names.forEach((name, index) => write(element, name, values[index]));
        await widget.settled();
      }
      newcomers.end();
      faults.push(...(await sentinel.end()), ...harmIn(root));
      expect(faults).to.deep.equal([]);
      expect(sentinel.warned, 'that it was read').to.be.above(0);
    });

    it(`${tag}: the same before it is on the page`, async () => {
      const place = await fixture<HTMLElement>('<div></div>');
      const sentinel = new Sentinel(place);
      const faults: string[] = [];
      const names = [...new Set(places.flatMap(([each]) => each))];
      // Each string in one place, and strings of each class in each place: all in all are tried above.
      const pairs = some.map((text, index) => [names[index % names.length]!, text] as const);
      while (pairs.length) {
        const made = pairs.splice(0, 50).map(([name, text]) => {
          const element = document.createElement(tag) as AllianceElement;
          write(element, name, text);
          return [name, text, element] as const;
        });
        place.append(...made.map(([, , element]) => element));
        for (const [name, text, element] of made) {
          await element.updateComplete;
          const { root } = new Widget(element);
          const found = [...harmIn(root), ...sentinel.faults()];
          if (root.textContent.length < least) found.push('an empty box');
          faults.push(...found.map((fault) => `${name}=${shown(text)}: ${fault}`));
        }
        place.replaceChildren();
      }
      faults.push(...(await sentinel.end()));
      expect(faults).to.deep.equal([]);
    });
  }
});
