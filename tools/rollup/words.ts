import type { Plugin } from 'rollup';

const files = /\/content\/en\/[\w~-]+\.yaml$/;

/**
 * Takes a file of words apart into one export for each of its keys, where the source asks for all as one object. So the
 * bundles carry no key, and no word that nothing shows. What asks for a word by a name that it works out gets the object
 * all the same: that costs bytes, so such words stand in an object of their own within the file.
 */
export function words(): Plugin {
  return {
    name: 'alliance-words',
    transform(code, id) {
      if (!files.test(id))
        return {
          code: code.replace(/^import (\w+) from ("[^"]*\/content\/en\/[\w-]+\.yaml")/gm, 'import * as $1 from $2'),
          map: null,
        };
      const parts = Object.entries(JSON.parse(code.replace(/^export default |;$/g, '')) as object);
      return {
        code: [
          ...parts.map(([, value], index) => `const part${index} = ${JSON.stringify(value)};`),
          `export { ${parts.map(([key], index) => `part${index} as ${JSON.stringify(key)}`).join(', ')} };`,
        ].join('\n'),
        map: { mappings: '' },
      };
    },
  };
}
