import type { AllianceElement } from '../src/base/alliance-element.js';
import { everyString } from './hostile/big-list.js';
import { eachBeforeFirstDrawn } from './hostile/first.js';
import { widgets } from './widgets.js';
import { publicProperties } from './withstands.js';

// Each string of the big list and each of ours in each public property of the ten widgets before they are first drawn, all
// properties of a widget at once, each with another string: 1,512 strings in 65 properties, 98,280 pairs. What each does
// alone, in a widget that is there already, is in hostile-attributes.

describe('Hostile text in properties that a script has set before a widget is first drawn', function () {
  this.timeout(240_000);

  for (const tag of Object.keys(widgets)) {
    const properties = Object.keys(publicProperties(customElements.get(tag) as unknown as typeof AllianceElement));
    it(`${tag}: each of ${everyString.length} strings in each of ${properties.length}`, () =>
      eachBeforeFirstDrawn(
        properties,
        (values) => {
          const made = document.createElement(tag);
          for (const [property, text] of values) Reflect.set(made, property, text);
          return made;
        },
        (made, property) => Reflect.get(made, property) as unknown,
      ));
  }
});
