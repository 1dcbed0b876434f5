import { expect, fixture } from '@open-wc/testing';
import { AllianceElement } from '../../src/base/alliance-element.js';
import { everyString } from './big-list.js';
import { shown } from './payloads.js';
import { harmIn, Sentinel } from './sentinel.js';
import { Tally } from './tally.js';

const count = everyString.length;
/** Words on the page, so few that nothing but an empty box has less. */
const fewest = 20;

/** Another string for each of several names that are tried at once; over all turns each name has had each. */
const valuesOf = (names: readonly string[], turn: number): [name: string, text: string][] =>
  names.map((name, index) => [name, everyString[(turn + 37 * index) % count]!]);

/**
 * Each string in each of some options before a widget is first drawn.
 *
 * @param make - What is put on the page: the widget, or a place for it.
 * @param read - What the widget then has under a name.
 */
export async function eachBeforeFirstDrawn(
  names: readonly string[],
  make: (values: [name: string, text: string][], turn: number) => Element,
  read: (element: Element, name: string) => unknown,
): Promise<void> {
  const place = await fixture<HTMLElement>('<div></div>');
  const sentinel = new Sentinel(place);
  const tally = new Tally();
  const faults: string[] = [];
  const batch = 10;
  for (let from = 0; from < count; from += batch) {
    const turns = Array.from({ length: Math.min(batch, count - from) }, (_, index) => from + index);
    place.replaceChildren(...turns.map((turn) => make(valuesOf(names, turn), turn)));
    // Who finds the places hears of them a moment later.
    await Promise.resolve();
    for (const [index, turn] of turns.entries()) {
      const values = valuesOf(names, turn);
      const say = (fault: string) =>
        faults.push(`${values.map(([name, text]) => `${name}=${shown(text)}`).join(' ')}: ${fault}`);
      const made = place.children[index];
      if (!(made instanceof AllianceElement)) {
        say('nothing came of it');
        continue;
      }
      await made.updateComplete;
      for (const [name, text] of values) if (read(made, name) === text) tally.add(name, text);
      const { shadowRoot } = made;
      [...(shadowRoot ? harmIn(shadowRoot) : ['nothing was drawn']), ...sentinel.faults()].forEach(say);
      if ((shadowRoot?.textContent.length ?? 0) < fewest) say('an empty box');
    }
  }
  place.replaceChildren();
  faults.push(...(await sentinel.end()));
  expect(faults.slice(0, 30), `${faults.length} in all`).to.deep.equal([]);
  expect(tally.places).to.equal(names.length);
  expect(tally.pairs).to.equal(names.length * count);
}
