import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from './finding.js';

interface Elements {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }[];
  }[];
}

/** What there is to know of a built release. */
export function knowledgeOf(dist: string): Knowledge {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(dist, file), 'utf8'));
  const { version } = read('../package.json') as Knowledge;
  const { files } = read('manifest.json') as Knowledge;
  const declarations = (read('custom-elements.json') as Elements).modules.flatMap(
    ({ declarations = [] }) => declarations,
  );
  const tags = declarations.flatMap(({ tagName, attributes = [] }) =>
    tagName ? [[tagName, attributes.map(({ name }) => name)] as const] : [],
  );
  return {
    version,
    files: Object.fromEntries(Object.entries(files).map(([name, { integrity }]) => [name, { integrity }])),
    tags: Object.fromEntries(tags),
  };
}
