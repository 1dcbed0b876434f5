import { createHash } from 'node:crypto';
import type { OutputBundle, OutputChunk, Plugin } from 'rollup';

type File = readonly [name: string, integrity: string];

/** The `integrity` value of a file's bytes. */
export function integrityOf(code: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(code).digest('base64')}`;
}

/** Tells the loader, which is built after the elements, what they were written to. */
export class FileTable {
  readonly #files: Record<string, File[]> = {};

  /** Notes the files of each element's chunk: itself, then all it imports. */
  collect(): Plugin {
    return {
      name: 'alliance-files',
      writeBundle: (_options, bundle) => {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
          const names = [chunk.fileName, ...importsOf(chunk, bundle)];
          this.#files[chunk.name] = names.map((name) => [name, integrityOf((bundle[name] as OutputChunk).code)]);
        }
      },
    };
  }

  /** Serves the table as `virtual:files`. */
  provide(): Plugin {
    return {
      name: 'alliance-files-table',
      resolveId: (id) => (id === 'virtual:files' ? `\0${id}` : null),
      load: (id) => (id === '\0virtual:files' ? `export default ${JSON.stringify(this.#files)}` : null),
    };
  }
}

function importsOf(chunk: OutputChunk, bundle: OutputBundle, seen = new Set<string>()): readonly string[] {
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type !== 'chunk' || seen.has(name)) continue;
    seen.add(name);
    importsOf(imported, bundle, seen);
  }
  return [...seen];
}
