import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { sourceFile, type Problem, type SourceEntry } from '../../src/content/schema/common.js';
import { schemas } from '../../src/content/schema/index.js';
import { missingSources, withSources } from '../../tools/content/check.js';
import { everyString } from './hostile-strings.js';

// Every text of every content file, as a place to write something else to.

export type Place = readonly (string | number)[];

const parse = (path: string): unknown => parseDocument(readFileSync(join('content', path), 'utf8')).toJS();

/** Where texts stand in a value, keys apart. */
function textsIn(value: unknown, at: Place = []): [place: Place, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (!value || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]: [string | number, unknown]) => textsIn(child, [...at, key]));
}

/** A text in a content file. */
export class Field {
  /** What its schema takes in its place, of all that was tried. */
  readonly takes: string[] = [];
  readonly #owner: object;
  readonly #key: string | number;

  constructor(
    readonly file: ContentFile,
    readonly place: Place,
    readonly before: string,
  ) {
    const owner = place.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), file.value);
    this.#owner = owner as object;
    this.#key = place.at(-1)!;
  }

  set(value: unknown): void {
    Reflect.set(this.#owner, this.#key, value);
  }

  reset(): void {
    this.set(this.before);
  }

  /** Another text amid its own words, behind the first. */
  around(text: string): string {
    return this.before.replace(' ', () => ` ${text} `);
  }

  /** Whether what is wrong stands here, or around it. */
  isAt(paths: ReadonlySet<string>): boolean {
    return this.place.some((_, end) => paths.has(this.place.slice(0, end + 1).join('/')));
  }

  toString(): string {
    return `${this.file.path} ${this.place.join('.')}`;
  }
}

/** One content file, whose texts are written over in place: nothing is copied, however often. */
export class ContentFile {
  readonly value: unknown;
  readonly fields: readonly Field[];

  constructor(readonly path: string) {
    this.value = parse(path);
    this.fields = textsIn(this.value).map(([place, text]) => new Field(this, place, text));
  }

  /** What is wrong with it as it is now: as its schema says, and ids of sources that there are none of. */
  problems(): readonly Problem[] {
    const entry = schemas[this.path];
    if (!entry) return sourceFile.safeParse(this.value).error?.issues ?? [];
    return [
      ...entry.check(this.value, sources),
      ...missingSources(this.value, sources).map((path) => ({ path, message: 'expected the id of a source' })),
    ];
  }

  wrongPaths(): ReadonlySet<string> {
    return new Set(this.problems().map(({ path }) => path.map(String).join('/')));
  }

  reset(): void {
    for (const field of this.fields) field.reset();
  }

  /**
   * Writes each string into each of some fields: in each turn all of them at once, each with another string. A schema tells
   * of each by itself.
   *
   * @param tried - Called for each string in each field, with whether the schema takes it.
   */
  eachInEach(
    fields: readonly Field[],
    tried: (field: Field, text: string, isTaken: boolean) => void,
    form = (_: Field, text: string) => text,
  ): void {
    const count = everyString.length;
    for (let turn = 0; turn < count; turn++) {
      const texts = fields.map((_, index) => everyString[(index * 7 + turn) % count]!);
      fields.forEach((field, index) => field.set(form(field, texts[index]!)));
      const wrong = this.wrongPaths();
      fields.forEach((field, index) => tried(field, texts[index]!, !field.isAt(wrong)));
    }
    this.reset();
  }
}

export const files: readonly ContentFile[] = [
  ...Object.keys(schemas),
  ...readdirSync('content/sources').map((name) => join('sources', name)),
].map((path) => new ContentFile(path));

/** Every entry of the files in content/sources/, by its id, as it is now: what the other files name. */
export const sources: ReadonlyMap<string, SourceEntry> = new Map(
  files
    .filter(({ path }) => path.startsWith('sources/'))
    .flatMap(({ value }) => value as SourceEntry[])
    .map((entry) => [entry.id, entry]),
);

/** What widgets get of a file as it is now, and of its parts. */
export function built({ path, value }: ContentFile): Readonly<Record<string, unknown>> {
  const entry = schemas[path];
  if (!entry) return {};
  const parts = Object.entries(entry.parts ?? {}).map(([part, make]) => [`${path}?${part}`, make(value)]);
  return { [path]: withSources(entry.build(value, sources), sources), ...(Object.fromEntries(parts) as object) };
}
