import MagicString from 'magic-string';
import type { AstNode, Plugin } from 'rollup';

/** The event on the document by which a chunk is asked for what it hands out: `alliance-shared`. */
const eventOf = (file: string): string => `'alliance-${file.split('.').at(-2)}'`;

type Names = readonly { readonly from: string; readonly to: string }[];
const members = (names: Names): string => `{ ${names.map(({ from, to }) => `${from}: ${to}`).join(', ')} }`;

/** Asks for what a chunk hands out. The document's own method: a page can name an image "dispatchEvent". */
const ask = (file: string, taken: string): string =>
  `const ${taken} = new Event(${eventOf(file)}); Document.prototype.dispatchEvent.call(document, ${taken});`;

const handOut = (file: string, names: Names): string =>
  `Document.prototype.addEventListener.call(document, ${eventOf(file)}, (event) => Object.assign(event, ${members(names)}));`;

/**
 * Makes the chunks scripts that import nothing: what they need of each other they hand over by events on the document.
 *
 * A browser compares a script with its `integrity`, but nothing that the script imports; and where an import comes from
 * follows from the script's own address after redirects, which its server chooses, and from what the page has in its
 * module map. So only the loader fetches, and it gives the hash of each file (docs/decisions/0005-loading.md).
 */
export function handOver(): Plugin {
  return {
    name: 'alliance-hand-over',
    renderChunk(code, { fileName, isEntry, isDynamicEntry, dynamicImports }) {
      const text = new MagicString(code);
      for (const [index, node] of this.parse(code).body.entries()) {
        const { start, end } = node as AstNode;
        if (node.type === 'ImportDeclaration') {
          const names = node.specifiers.map(({ local, ...specifier }) => {
            if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier')
              return this.error(`${fileName} imports ${String(node.source.value)} whole`);
            return { from: specifier.imported.name, to: local.name };
          });
          const taken = `taken${index}`;
          text.overwrite(start, end, `${ask(String(node.source.value), taken)} const ${members(names)} = ${taken};`);
        } else if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
          const names = node.specifiers.map(({ local, exported }) => {
            if (local.type !== 'Identifier' || exported.type !== 'Identifier')
              return this.error(`${fileName} exports by a name in quotes`);
            return { from: exported.name, to: local.name };
          });
          // What nobody imports, such as an element's class, is nobody's to have.
          text.overwrite(start, end, isEntry && !isDynamicEntry ? '' : handOut(fileName, names));
        } else if (/^(Import|Export)/.test(node.type)) this.error(`${fileName} has an ${node.type}`);
      }
      for (const file of dynamicImports) {
        const [found] = [...code.matchAll(new RegExp(`import\\(['"]\\./${file.replaceAll('.', '\\.')}['"]\\)`, 'g'))];
        if (!found) return this.error(`${fileName} imports ${file} in a way that is not known`);
        const handed = `new Promise((resolve) => { ${ask(file, 'taken')} resolve(taken); })`;
        text.overwrite(found.index, found.index + found[0].length, handed);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** Wraps each chunk, so that it is a classic script that leaves no name behind. */
export function enclosed(): Plugin {
  return {
    name: 'alliance-enclosed',
    renderChunk(code) {
      const text = new MagicString(code.trimEnd()).prepend('(() => {').append('})();\n');
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}
