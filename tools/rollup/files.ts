import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputChunk, Plugin } from 'rollup';

/** The `integrity` value of a file's bytes. */
export function integrityOf(code: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(code).digest('base64')}`;
}

/** `dist/manifest.json`: every script that a page can load, and which of them each element needs, its own first. */
export interface Manifest {
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly integrity: string }>>;
  readonly elements: Readonly<Record<string, readonly string[]>>;
}

/** Names the chunks of the elements, and tells what was written to the loader, which is built after them, and to all. */
export class FileTable {
  readonly #hashes: Record<string, string> = {};
  readonly #files: Record<string, { readonly bytes: number; readonly integrity: string }> = {};
  readonly #elements: Record<string, readonly string[]> = {};

  /** Names each chunk after its own SHA-384, so that the loader, which knows that, need not carry its name. */
  name(): Plugin {
    return {
      name: 'alliance-file-names',
      generateBundle: (_options, bundle) => {
        const chunks = Object.values(bundle).filter((file): file is OutputChunk => file.type === 'chunk');
        const named: Record<string, string> = {};
        // The shared one first, for the others import it by its name.
        const needs = ({ imports, dynamicImports }: OutputChunk) => [...imports, ...dynamicImports];
        for (const chunk of chunks.sort((a, b) => needs(a).length - needs(b).length)) {
          const { name, imports, fileName } = chunk;
          const strangers = needs(chunk).filter((file) => bundle[file]?.type !== 'chunk' || !named[file]);
          if (strangers.length) throw new Error(`${fileName} imports ${strangers.join()}, unknown to the loader`);
          for (const file of needs(chunk))
            chunk.code = chunk.code.replaceAll(`./${file}"`, `./${named[file] ?? file}"`);
          const hash = integrityOf(chunk.code).slice('sha384-'.length);
          this.#hashes[name] = hash;
          // As the loader does.
          named[fileName] = chunk.fileName = `alliance-elements.${name}.${hash.slice(0, 8).replace(/\W/g, '-')}.js`;
          const map = bundle[`${fileName}.map`];
          if (map) map.fileName = `${chunk.fileName}.map`;
          // Tags have a hyphen; what is shared, or comes on demand, has none.
          if (name.includes('-'))
            this.#elements[name] = [chunk.fileName, ...imports.map((file) => named[file] ?? file)];
        }
      },
    };
  }

  /** Serves the hashes as `virtual:files`. */
  provide(): Plugin {
    return {
      name: 'alliance-file-table',
      resolveId: (id) => (id === 'virtual:files' ? `\0${id}` : null),
      load: (id) => (id === '\0virtual:files' ? `export default ${JSON.stringify(this.#hashes)}` : null),
    };
  }

  /** Lists what was written, for those who pin and serve it. */
  list(): Plugin {
    return {
      name: 'alliance-file-list',
      writeBundle: ({ dir, file }, bundle) => {
        for (const { fileName, ...chunk } of Object.values(bundle))
          if (chunk.type === 'chunk') {
            this.#files[fileName] = { bytes: Buffer.byteLength(chunk.code), integrity: integrityOf(chunk.code) };
          }
        // By name: of two outputs of one input, either may be written first.
        const files = Object.fromEntries(Object.entries(this.#files).sort(([a], [b]) => (a < b ? -1 : 1)));
        const manifest: Manifest = { files, elements: this.#elements };
        writeFileSync(join(dir ?? dirname(file ?? ''), 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
      },
    };
  }
}
