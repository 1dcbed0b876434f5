import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Source } from '../../src/base/source.js';
import { sourceFile, type SourceEntry } from '../../src/content/schema/common.js';
import { schemas, type FileSchema } from '../../src/content/schema/index.js';
import { ContentError, ContentFile, type Mistake } from './read.js';

/** Everything in `content/`, checked: for each file (by its path there) what the widgets get. */
export type Content = ReadonlyMap<string, unknown>;

/**
 * The language of the words that widgets get: its folder stands beside `content/en`, with files of the same names and
 * shapes. What is not words, such as the organisations, is the same in all.
 */
export const languageAsked = process.env['CONTENT_LANGUAGE'] ?? 'en-GB';

/** The words of one language: a folder named after it. English has its own. */
const inLanguage = /^([a-z]{2,3}(?:-[A-Za-z\d]+)*)\/(.+)$/;
const folderOf = (language: string) => (language === 'en-GB' ? 'en' : language);

/**
 * Reads and checks a whole content folder, with the words of all languages that it has.
 *
 * @param root - The `content` folder.
 * @param language - The language that widgets get, under the names of the English files.
 * @throws {ContentError} naming every mistake: file, line, field, what was found and what was expected.
 */
export function checkContent(root: string, language = languageAsked): Content {
  const mistakes: Mistake[] = [];
  const files = new Map<string, ContentFile>();
  for (const path of filesIn(root)) {
    try {
      files.set(path, new ContentFile(join('content', path), readFileSync(join(root, path), 'utf8')));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }

  const sources = new Map<string, SourceEntry>();
  for (const [path, file] of files) {
    if (!path.startsWith('sources/')) continue;
    const parsed = sourceFile.safeParse(file.value);
    if (!parsed.success) mistakes.push(...parsed.error.issues.map((issue) => file.mistake(issue.path, issue.message)));
    parsed.data?.forEach((entry, index) => {
      if (sources.has(entry.id)) mistakes.push(file.mistake([index, 'id'], 'expected an id that no other source has'));
      sources.set(entry.id, entry);
    });
  }

  const content = new Map<string, unknown>();
  const add = (path: string, file: ContentFile, entry: FileSchema) => {
    const unknownSources = missingSources(file.value, sources);
    mistakes.push(...unknownSources.map((at) => file.mistake(at, 'expected the id of a source in content/sources/')));
    const problems = entry.check(file.value, sources);
    mistakes.push(...problems.map(({ path: at, message }) => file.mistake(at, message)));
    if (problems.length || unknownSources.length) return;
    content.set(path, withSources(entry.build(file.value, sources), sources));
    for (const [part, build] of Object.entries(entry.parts ?? {})) content.set(`${path}?${part}`, build(file.value));
  };
  for (const [path, entry] of Object.entries(schemas)) {
    const file = files.get(path);
    if (!file) {
      if (!mistakes.some((mistake) => mistake.file.endsWith(path)))
        mistakes.push({
          file: join('content', path),
          line: 1,
          field: '(file)',
          found: 'nothing',
          expected: 'the file',
        });
      continue;
    }
    add(path, file, entry);
  }
  // What another language has for them: no file of English stands in for one that is not there.
  if (folderOf(language) !== 'en') for (const path of content.keys()) if (path.startsWith('en/')) content.delete(path);
  for (const [path, file] of files) {
    const [, folder, name] = inLanguage.exec(path) ?? [];
    const entry = schemas[`en/${name}`];
    if (folder && folder !== 'en' && entry) add(folder === folderOf(language) ? `en/${name}` : path, file, entry);
  }
  const known = new Set(Object.keys(schemas));
  for (const [path, file] of files) {
    if (!known.has(path.replace(inLanguage, 'en/$2')) && !known.has(path) && !path.startsWith('sources/'))
      mistakes.push(file.mistake([], 'expected a schema for this file in src/content/schema/index.ts'));
  }

  if (mistakes.length) throw new ContentError(mistakes);
  return content;
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Paths of all ids under a key `sources` that no source has. */
export function missingSources(
  value: unknown,
  sources: ReadonlyMap<string, unknown>,
  at: (string | number)[] = [],
): (string | number)[][] {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key];
    if (key === 'sources' && Array.isArray(child))
      return child.flatMap((id, index) => (typeof id === 'string' && !sources.has(id) ? [[...path, index]] : []));
    return missingSources(child, sources, path);
  });
}

/** Replaces the ids in a file's own `sources` by what the reader sees of them. */
export function withSources(built: unknown, sources: ReadonlyMap<string, SourceEntry>): unknown {
  if (!built || typeof built !== 'object' || !('sources' in built) || !Array.isArray(built.sources)) return built;
  return {
    ...built,
    sources: built.sources.map((id: unknown) => (typeof id === 'string' ? shown(sources.get(id)) : id)),
  };
}

function shown(entry: SourceEntry | undefined): Source | undefined {
  return entry && { title: entry.title, publisher: entry.publisher, ...(entry.url && { url: entry.url }) };
}
