import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { confidence, day, httpsUrl, telephone, text as words } from '../../src/content/schema/common.js';
import { schemas } from '../../src/content/schema/index.js';
import { checkContent } from '../../tools/content/check.js';
import { ContentError } from '../../tools/content/read.js';
import { payloads, shown } from '../hostile/payloads.js';
import { harmOfLink, prototypes } from '../hostile/sentinel.js';
import { built, files, sources, type ContentFile, type Field } from './hostile-fields.js';
import { Show, type Content, type Seen } from './hostile-shown.js';
import { everyString } from './hostile-strings.js';

// Each string of the big list and each of ours in each text of each file in content/, its sources with it: 1,007 strings in
// about 4,800 texts, 4.8 million pairs. In each turn all texts of a file are others, each another, and over the turns each has been
// each string; the schema says of each pair whether it is refused. What asks for a form (a sentence with its placeholders, a
// line of a care card) and so refuses nearly all is tried once more with the string amid its own words.
//
// What a schema takes and a reader may be shown is then shown: in each turn widgets in 38 states are made of a content in which
// every such text is another, until each text has been each string that it takes: about 617,000 pairs. Another 8,900 are refused by a
// rule between fields, alone too. Ids and their like are not shown: whatever they take is letters, figures and hyphens, or names
// nothing and is refused; nor are notes for who keeps a file, which no widget is given.

/** How many texts there are at least, with room for who takes a few words out; of those there are, all are tried. */
const leastTexts = 4700;
/** How many pairs of a text and a string that it takes are shown at least. */
const leastShown = 600_000;

const all = files.flatMap(({ fields }) => fields);
const fileAt = (path: string): ContentFile => files.find((file) => file.path === path)!;
const keyOf = ({ place }: Field) => String(place.at(-1));
/** Notes for who keeps the files, which no reader is ever sent. */
const isNote = (field: Field) =>
  field.file.path.startsWith('sources/')
    ? /^(read|dated)$/.test(keyOf(field))
    : keyOf(field) === 'note' && field.place.includes('evidence');
/** Ids that a schema takes as they are, and a rule between fields compares with those that there are. */
const isReference = ({ file, place }: Field) =>
  (file.path === 'en/symptom-guidance.yaml' && place.includes('items')) ||
  (file.path === 'en/screening-guidance.yaml' && place.slice(-2).join('.') === 'link.source') ||
  (file.path === 'organisations.yaml' && place[0] === 'shown');
/** Ids, single words and what stands in a closed list: nothing with a sign in it is taken. */
const isClosed = (field: Field) => isReference(field) || field.takes.every((text) => /^[\w-]*$/.test(text));
/** Fields that must be so. */
const isId = ({ file, place }: Field) =>
  (place.at(-2) === 'sources' && typeof place.at(-1) === 'number') ||
  (/^(organisations|outcodes)\.yaml$|^outlines\.json$|^sources\//.test(file.path) &&
    /^(id|system|trust|areas|successors|boards|for|level|ods-code)$/.test(
      String(place.findLast((key) => typeof key === 'string')),
    ));

describe('Hostile text in content files', () => {
  it(`each of ${everyString.length} strings in each text is refused with its place, or is plain words`, () => {
    const unchanged = prototypes();
    let tried = 0;
    let around = 0;
    for (const file of files) {
      assert.deepEqual(file.problems(), [], file.path);
      file.eachInEach(file.fields, (field, text, isTaken) => {
        tried++;
        if (isTaken) field.takes.push(text);
      });
      // Few, and words: what asks for a form. Only what it did not take as it is.
      const formed = file.fields.filter(({ takes, before: own }) => takes.length < 200 && /\S \S/.test(own));
      const alone = new Map(formed.map((field) => [field, new Set(field.takes)]));
      if (formed.length)
        file.eachInEach(
          formed,
          (field, text, isTaken) => {
            around++;
            if (isTaken && !alone.get(field)?.has(text)) field.takes.push(field.around(text));
          },
          (field, text) => field.around(text),
        );
    }
    for (const field of all) {
      if (isNote(field) || isReference(field)) continue;
      if (/^https?:/.test(field.before))
        for (const text of field.takes)
          assert.equal(harmOfLink(text), undefined, `${String(field)} takes ${shown(text)}`);
      else {
        const markup = field.takes.filter((text) => /[<>]/.test(text));
        assert.deepEqual(markup.slice(0, 5).map(shown), [], `${String(field)} takes markup`);
      }
      if (isId(field))
        assert.ok(isClosed(field), `${String(field)} takes what is no id: ${field.takes.map(shown).join(' ')}`);
    }
    assert.deepEqual(unchanged(), []);
    assert.ok(all.length >= leastTexts, `${all.length} texts`);
    assert.equal(tried, all.length * everyString.length);
    assert.ok(around >= 250 * everyString.length, `${around} amid other words`);
  });

  it('each string in each reference is refused, where it names nothing that there is', () => {
    let tried = 0;
    for (const file of files) {
      const references = file.fields.filter(isReference);
      const known = new Set(all.flatMap(({ place, before: id }) => [id, ...place.map(String)]));
      if (references.length)
        file.eachInEach(references, (field, text, isTaken) => {
          tried++;
          assert.ok(!isTaken || known.has(text), `${String(field)} takes ${shown(text)}`);
        });
    }
    assert.ok(tried >= 120 * everyString.length, String(tried));
  });

  it('no note is in what widgets are made of', () => {
    const notes = all.filter(isNote);
    for (const note of notes) note.set('A note that nobody reads');
    const everything = files.map((file) => JSON.stringify(built(file))).join('\n');
    for (const note of notes) note.reset();
    assert.ok(notes.length > 100, String(notes.length));
    assert.ok(!everything.includes('A note that nobody reads'));
  });

  it('anything in the place of a file, or of some texts in it, is told of and throws nothing', () => {
    const unchanged = prototypes();
    const text = fc.constantFrom(...everyString);
    const value = fc.anything({ values: [text, fc.double()], key: text, withNullPrototype: true, withBigInt: true });
    for (const file of files) {
      const check = (whole: unknown) => assert.ok(schemas[file.path]?.check(whole, sources).length !== 0, file.path);
      fc.assert(fc.property(value, check), { numRuns: 50 });
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 4 }), (changes) => {
          try {
            for (const [index, other] of changes) file.fields[index % file.fields.length]!.set(other);
            if (!file.problems().length) built(file);
          } finally {
            file.reset();
          }
        }),
        { numRuns: 50 },
      );
    }
    assert.deepEqual(unchanged(), []);
  });

  it('each string is refused where an address, a telephone number, a day or a list of ids is asked for', () => {
    for (const text of everyString) {
      if (httpsUrl.safeParse(text).success) assert.equal(harmOfLink(text), undefined, shown(text));
      if (words.safeParse(text).success) assert.ok(text.trim() && !/[<>]/.test(text), shown(text));
      for (const schema of [telephone, day, confidence]) assert.ok(!schema.safeParse(text).success, shown(text));
    }
  });

  it('a placeholder that every object could fill is refused, and one of ours is not', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      for (const text of [`{${name}}`, `A {name} and {${name}}.`]) {
        const { error } = words.safeParse(text);
        assert.match(error?.issues[0]?.message ?? '', /^expected a placeholder that is filled/, text);
      }
    for (const text of ['{name}', '{ constructor }', 'constructor', '{}'])
      assert.ok(words.safeParse(text).success, text);
  });

  it('a mistake says file, line, field, what was found and what was expected', () => {
    const kinds = ['script elements', 'control characters', 'SVG', 'javascript:'];
    for (const kind of kinds) {
      const text = payloads.find((payload) => payload.kind === kind && /[<>]/.test(payload.text))?.text ?? '<p>';
      const folder = mkdtempSync(join(tmpdir(), 'alliance-hostile-'));
      try {
        cpSync('content', folder, { recursive: true });
        const file = join(folder, 'en/interface.yaml');
        const document = parseDocument(readFileSync(file, 'utf8'));
        for (const field of ['publisher', 'medical-notice', 'website']) document.set(field, text);
        writeFileSync(file, document.toString({ lineWidth: 0 }));
        const lines = readFileSync(file, 'utf8').split('\n');
        assert.throws(
          () => checkContent(folder),
          (error) => {
            assert.ok(error instanceof ContentError);
            assert.deepEqual(error.mistakes.map(({ field }) => field).sort(), [
              'medical-notice',
              'publisher',
              'website',
            ]);
            for (const { file: name, line, field, found, expected } of error.mistakes) {
              assert.equal(name, 'content/en/interface.yaml');
              assert.ok(lines[line - 1]?.startsWith(`${field}:`), `${kind}: line ${line} of ${field}`);
              assert.equal(found.slice(0, 60), JSON.stringify(text).slice(0, 60));
              assert.match(expected, /^expected /);
            }
            return true;
          },
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  });

  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
    it(`a key named ${key}, wherever it stands, is refused or changes nothing`, () => {
      const unchanged = prototypes();
      const objects = (value: unknown): object[] =>
        value && typeof value === 'object'
          ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objects)]
          : [];
      let refused = 0;
      for (const [path, entry] of Object.entries(schemas)) {
        const value = structuredClone(fileAt(path).value);
        const all = objects(value);
        // Of many of one shape, a few.
        for (const owner of all.filter((_, index) => index % Math.ceil(all.length / 6) === 0)) {
          const [sibling] = Object.values(owner) as unknown[];
          for (const hostile of [sibling, { hostile: true }]) {
            Object.defineProperty(owner, key, { value: hostile, configurable: true, enumerable: true, writable: true });
            if (entry.check(value, sources).length) refused++;
            else entry.build(value, sources);
            Reflect.deleteProperty(owner, key);
          }
        }
      }
      assert.deepEqual(unchanged(), []);
      assert.ok(refused > 40, String(refused));
    });
});

/** What widgets get of a file as it is now, or where it is wrong. Most are read once for both. */
function madeOf(file: ContentFile): Content | Set<string> {
  if (!file.path.startsWith('en/')) {
    const wrong = file.wrongPaths();
    return wrong.size ? new Set(wrong) : built(file);
  }
  try {
    return built(file);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return new Set(error.issues.map(({ path }) => path.map(String).join('/')));
  }
}

/** One text of a content, and what it is for a turn. */
type Change = readonly [field: Field, text: string];

describe('Hostile text that content files may hold', () => {
  // Two, since a browser draws on one core what the other core makes for the next turn.
  let shows: readonly Show[];
  before(async () => {
    shows = await Promise.all([Show.start(), Show.start()]);
    for (const show of shows) show.stands(Object.assign({}, ...files.map(built)) as Content);
  });
  after(() => Promise.all(shows.map((show) => show.close())));

  /** The files that these texts change. What a rule between fields refuses goes back to what it was, and is told of. */
  function contentOf(changes: readonly Change[]): { content: Content; refused: readonly Change[] } {
    const refused: Change[] = [];
    const content: Record<string, unknown> = {};
    for (const [field, text] of changes) field.set(text);
    // Other files show the words of the sources.
    const hasSources = changes.some(([{ file }]) => file.path.startsWith('sources/'));
    for (const file of files) {
      let own = changes.filter(([field]) => field.file === file);
      if (!own.length && !(hasSources && /^(en\/|organisations)/.test(file.path))) continue;
      for (;;) {
        const made = madeOf(file);
        if (!(made instanceof Set)) {
          if (own.length || hasSources) Object.assign(content, made);
          break;
        }
        let back = own.filter(([field]) => field.isAt(made));
        // Of the whole file: the sentences that are filled in, or all.
        if (!back.length) back = own.filter(([field]) => field.before.includes('{'));
        if (!back.length) back = own;
        assert.ok(back.length, `${file.path} is wrong as it is: ${[...made].join(' ')}`);
        for (const [field] of back) field.reset();
        own = own.filter((change) => !back.includes(change));
        refused.push(...back);
      }
    }
    for (const [field] of changes) field.reset();
    return { content, refused };
  }

  const isHarmless = (show: Show, seen: Seen) => isDeepStrictEqual(seen, show.harmless);

  /** Which one of many changes it was that did harm: halves of them are looked at, and halves of these. */
  async function culprit(show: Show, changes: readonly Change[]): Promise<readonly Change[]> {
    const half = Math.ceil(changes.length / 2);
    if (changes.length > 1)
      for (const some of [changes.slice(0, half), changes.slice(half)])
        if (!isHarmless(show, (await show.look(contentOf(some).content)).seen)) return culprit(show, some);
    return changes;
  }

  /** Shows each field with each of its texts, all fields at once; gives the pairs that were not to be had so. */
  async function showAll(texts: ReadonlyMap<Field, readonly string[]>): Promise<{ pairs: number; refused: Change[] }> {
    const all = { pairs: 0, refused: [] as Change[] };
    const turns = Math.max(0, ...[...texts.values()].map(({ length }) => length));
    let next = 0;
    const work = async (show: Show) => {
      while (next < turns) {
        const turn = next++;
        const changes = [...texts].flatMap(([field, own]): Change[] =>
          own[turn] === undefined ? [] : [[field, own[turn]]],
        );
        const { content, refused } = contentOf(changes);
        all.refused.push(...refused);
        all.pairs += changes.length - refused.length;
        if (changes.length === refused.length) continue;
        const { seen } = await show.look(content);
        if (isHarmless(show, seen)) continue;
        const found = await culprit(show, changes);
        const places = found.map(([field, text]) => `${String(field)}: ${shown(text)}`);
        assert.deepEqual(seen, show.harmless, places.slice(0, 20).join('\n'));
      }
    };
    await Promise.all(shows.map(work));
    return all;
  }

  it('is words and nothing else in every widget that shows it, under a strict policy that reports', async () => {
    const fields = all.filter((field) => !isClosed(field) && !isNote(field));
    const first = await showAll(new Map(fields.map((field) => [field, field.takes])));
    // Once more, where all else in the file is its own: what is still refused is refused for itself.
    const again = new Map<Field, string[]>();
    for (const [field, text] of first.refused) again.set(field, [...(again.get(field) ?? []), text]);
    const second = await showAll(again);
    const pairs = first.pairs + second.pairs;
    const taken = fields.reduce((sum, { takes }) => sum + takes.length, 0);
    assert.equal(pairs + second.refused.length, taken, 'shown, or refused for itself');
    assert.ok(pairs >= leastShown, `${pairs} pairs`);
    for (const show of shows)
      assert.deepEqual(
        [...new Set(show.requests)].filter((url) => !url.startsWith(show.site)),
        [],
      );
  });

  it('nine in ten of all words are among what these widgets show', async () => {
    const [show] = shows as [Show, ...Show[]];
    // Each text of what widgets are made of gets a number at its end.
    const marks: string[] = [];
    const marked = (value: unknown, place: string): unknown => {
      if (typeof value === 'string' && /\s|^[A-Z]/.test(value)) {
        marks.push(`${place}: ${value}`);
        return `${value}\u27e6${marks.length - 1}\u27e7`;
      }
      if (Array.isArray(value)) return value.map((each, index) => marked(each, `${place}.${index}`));
      if (!value || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each, `${place}.${key}`)]));
    };
    const content = Object.assign({}, ...files.map(built)) as Content;
    const words = Object.entries(content).filter(([path]) => path.startsWith('en/'));
    const { shown: text } = await show.look(
      { ...content, ...Object.fromEntries(words.map(([path, value]) => [path, marked(value, path)])) },
      true,
    );
    const unseen = marks.filter((_, index) => !text.includes(`\u27e6${index}\u27e7`));
    assert.ok(unseen.length < marks.length / 10, `${unseen.length} of ${marks.length}:\n${unseen.join('\n')}`);
  });
});
