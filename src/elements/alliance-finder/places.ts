import words from '../../../content/en/alliance-finder.yaml';
import { organisation, organisations, type Organisation } from '../../content/catalogue.js';
import { outcodes, type Outcode } from '../../content/outcodes.js';
import { fold } from '../../content/search-text.js';
import { ofOutcode, ofSystems, type Found } from './found.js';

/** A name that readers know: a town with a hospital or a trust, or what an area is named after. */
interface Named {
  readonly name: string;
  readonly row?: Outcode | undefined;
  readonly system?: Organisation | undefined;
}

/** Names of directions alone name no place: "East" of "East and North Hertfordshire". */
const direction = /^(north|south|east|west|mid)( |$)/;

const joint = /, | and /;

const wordsOf = (text: string) =>
  fold(text)
    .replace(/\bst\b/g, 'saint')
    .split(' ');

let names: readonly Named[] | undefined;

/** Every name that can be looked up, towns first. */
function known(): readonly Named[] {
  names ??= organisations()
    .flatMap(({ kind, id, shortName, town, postcode = '', system }): readonly Named[] => {
      const row = outcodes().get(postcode.split(' ')[0] ?? '');
      const own = organisation(kind === 'system' ? id : system);
      if (town) return row ? town.split(', ').map((name) => ({ name, row })) : [];
      if (kind !== 'system' && kind !== 'ccg') return [];
      return [shortName, ...shortName.split(joint)].map((name) => ({ name, system: own }));
    })
    .sort((a, b) => +!a.row - +!b.row);
  return names;
}

/** The answer for a town or an area by its name, or by a word of its name. */
export function ofName(text: string): Found | undefined {
  const asked = wordsOf(text);
  if (asked.every((word) => direction.test(word) || word.length < 4)) return undefined;
  const whole = known().filter(({ name }) => String(wordsOf(name)) === String(asked));
  const found = whole.length
    ? whole
    : known().filter(({ name }) => !joint.test(name) && asked.every((word) => wordsOf(name).includes(word)));
  const [first] = found;
  const distinct = new Set(found.map(({ name }) => name));
  // "Saint" may be one of several towns.
  if (!first || (first.row && distinct.size > 1)) return undefined;
  // "Essex" of "Mid Essex" and others, as they write it.
  const shared = first.name
    .split(' ')
    .filter((word) => asked.includes(wordsOf(word).join()))
    .join(' ');
  const name = distinct.size > 1 ? shared : first.name;
  if (first.row) return ofOutcode(first.row, name);
  return ofSystems(name, [...new Set(found.flatMap(({ system }) => system ?? []))], [words.surer]);
}
