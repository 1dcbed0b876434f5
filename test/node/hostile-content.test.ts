import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { confidence, day, httpsUrl, telephone, text as words } from '../../src/content/schema/common.js';
import { schemas } from '../../src/content/schema/index.js';
import { checkContent } from '../../tools/content/check.js';
import { ContentError } from '../../tools/content/read.js';
import { payloads, shown } from '../hostile/payloads.js';
import { harmOfLink, prototypes } from '../hostile/sentinel.js';
import { showHalf } from './hostile-content-shown.js';
import { all, fileAt, isClosed, isId, isNote, isReference, takeAll } from './hostile-takes.js';
import { built, files, sources } from './hostile-fields.js';
import { everyString } from './hostile-strings.js';

// Each string of the big list and each of ours in each text of each file in content/, its sources with it: 1,512 strings in
// about 4,800 texts, 7.3 million pairs. In each turn all texts of a file are others, each another, and over the turns each has been
// each string; the schema says of each pair whether it is refused. What asks for a form (a sentence with its placeholders, a
// line of a care card) and so refuses nearly all is tried once more with the string amid its own words. What it takes is
// shown in hostile-content-shown.ts.

/** How many texts there are at least, with room for who takes a few words out; of those there are, all are tried. */
const leastTexts = 4700;
describe('Hostile text in content files', () => {
  it(`each of ${everyString.length} strings in each text is refused with its place, or is plain words`, () => {
    const unchanged = prototypes();
    const { tried, around } = takeAll();
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

// Here, since what each text takes is found once for all.
showHalf(0);
showHalf(1);
