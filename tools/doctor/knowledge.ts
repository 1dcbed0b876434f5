import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lists, organisationsSchema, type Entry, type List } from '../../src/content/schema/organisations.js';
import type { Manifest } from '../rollup/files.js';
import type { Body, Knowledge } from './finding.js';

interface Elements {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }[];
  }[];
}

/** What there is to know of a built release. The build writes it into the command and into the script of the page. */
export function knowledgeOf(dist: string): Knowledge {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(dist, file), 'utf8'));
  const { version } = read('../package.json') as Knowledge;
  const { files, elements } = read('manifest.json') as Manifest;
  const declarations = (read('custom-elements.json') as Elements).modules.flatMap(
    ({ declarations = [] }) => declarations,
  );
  const tags = declarations.flatMap(({ tagName, attributes = [] }) =>
    tagName ? [[tagName, attributes.map(({ name }) => name)] as const] : [],
  );
  return {
    version,
    files: Object.fromEntries(
      Object.entries(files).flatMap(([name, { integrity }]) =>
        name.startsWith('alliance-elements.') ? [[name, { integrity }]] : [],
      ),
    ),
    tags: Object.fromEntries(tags),
    chunks: elements,
    framed: Object.fromEntries(tags.map(([tag]) => [tag, framedIn(join(dist, 'frame', `${tag}.html`))])),
    ...organisations(),
  };
}

/** The options that a frame page takes from its address, as it names them to its script. */
const framedIn = (page: string): readonly string[] =>
  /data-options="([^"]*)"/.exec(readFileSync(page, 'utf8'))?.[1]?.split(' ').filter(Boolean) ?? [];

/** The organisations as the catalogue has them, with the names that people may write instead of an id. */
function organisations(): Pick<Knowledge, 'bodies' | 'areas'> {
  const file = new URL('../../content/organisations.yaml', import.meta.url);
  const content = organisationsSchema.parse(parse(readFileSync(file, 'utf8')));
  const entries = (Object.keys(lists) as List[]).flatMap((list) => content[list] as readonly Entry[]);
  const bodies = entries.map(
    ({ id, name, 'ods-code': code, abbreviations = [], 'former-names': former = [], closed }): Body => ({
      id,
      name,
      code,
      others: [...abbreviations, ...former.map((each) => each.name)],
      closed,
      heirs: closed ? heirsOf(id, entries) : [],
    }),
  );
  const areas = [...content.alliances, ...content.systems, ...content.ccgs];
  // An area's id is its body's without the kind, as in src/geography/areas.ts.
  return { bodies, areas: areas.map(({ id }) => id.replace(/-(ics|ccg)$/, '')) };
}

/** Who does the work of a closed body today: the ends of its chain of successors. */
function heirsOf(id: string, entries: readonly Entry[]): readonly string[] {
  const { closed, successors = [] } = entries.find((each) => each.id === id) ?? {};
  return closed ? [...new Set(successors.flatMap((next) => heirsOf(next, entries)))] : [id];
}
