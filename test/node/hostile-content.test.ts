import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseDocument } from 'yaml';
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
// 4,802 texts, 4,835,614 pairs. In each turn all texts of a file are others, each another, and over the turns each has been
// each string; the schema says of each pair whether it is refused. What asks for a form (a sentence with its placeholders, a
// line of a care card) and so refuses nearly all is tried once more with the string amid its own words.
//
// What a schema takes and a reader may be shown is then shown: in each turn widgets in 38 states are made of a content in which
// every such text is another, until each text has been each string that it takes. Ids and their like are not shown: whatever
// they take is letters, figures and hyphens, or names nothing and is refused.

const all = files.flatMap(({ fields }) => fields);
const fileAt = (path: string): ContentFile => files.find((file) => file.path === path)!;
const keyOf = ({ place }: Field) => String(place.at(-1));
/** Notes for who keeps the files, which no reader is ever sent. */
const isNote = (field: Field) => /^(note|read|dated)$/.test(keyOf(field));
/** Ids that a schema takes as they are, and a rule between fields compares with those that there are. */
const isReference = ({ file, place }: Field) =>
  (file.path === 'en/symptom-guidance.yaml' && place.includes('items')) ||
  (file.path === 'en/screening-guidance.yaml' && place.slice(-2).join('.') === 'link.source') ||
  (file.path === 'organisations.yaml' && place[0] === 'shown');
/** Ids, single words and what stands in a closed list: nothing with a sign in it is taken. */
const isClosed = (field: Field) => isReference(field) || field.takes.every((text) => /^[\w-]*$/.test(text));
/** Fields that must be so. */
const isId = ({ file, place }: Field) =>
  place.includes('sources') ||
  (/^(organisations|outcodes)\.yaml$|^outlines\.json$|^sources\//.test(file.path) &&
    /^(id|system|trust|areas|successors|boards|for|level|ods-code)$/.test(
      String(place.findLast((key) => typeof key === 'string')),
    ));

describe('Hostile text in content files', () => {
  it(`each of ${everyString.length} strings in each text is refused with its place, or is plain words`, () => {
    const unchanged = prototypes();
    let tried = 0;
    for (const file of files) {
      assert.deepEqual(file.problems(), [], file.path);
      file.eachInEach(file.fields, (field, text, isTaken) => {
        tried++;
        if (isTaken) field.takes.push(text);
      });
      // Few, and words: what asks for a form.
      const formed = file.fields.filter((field) => field.takes.length < 200 && /\S \S/.test(field.before));
      file.eachInEach(
        formed,
        (field, text, isTaken) => {
          tried++;
          if (isTaken) field.takes.push(text);
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
    console.log('TRIED', all.length, tried);
    assert.ok(all.length >= 4802, `${all.length} texts`);
    assert.ok(tried >= all.length * everyString.length, `${tried} pairs`);
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
    assert.ok(tried >= 134 * everyString.length, String(tried));
  });

  it('no note is in what widgets are made of', () => {
    const notes = all.filter(isNote);
    for (const note of notes) note.set('A note that nobody reads');
    const everything = files.map((file) => JSON.stringify(built(file))).join('\n');
    for (const note of notes) note.reset();
    assert.ok(notes.length > 100, String(notes.length));
    assert.ok(!everything.includes('A note that nobody reads'));
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

/** One text of a content, and what it is for a turn. */
type Change = readonly [field: Field, text: string];

describe('Hostile text that content files may hold', () => {
  let show: Show;
  before(async () => {
    show = await Show.start();
  });
  after(() => show.close());

  const made = (): Content => Object.assign({}, ...files.map(built)) as Content;

  /** The content with these texts. What a rule between fields refuses goes back to what it was, and is told of. */
  function contentOf(changes: readonly Change[]): { content: Content; refused: Change[] } {
    const refused: Change[] = [];
    for (const [field, text] of changes) field.set(text);
    const content: Record<string, unknown> = {};
    for (const file of files) {
      let own = changes.filter(([field]) => field.file === file);
      for (let wrong = file.wrongPaths(); wrong.size; wrong = file.wrongPaths()) {
        let back = own.filter(([field]) => field.isAt(wrong));
        // It tells of another place than those that were changed.
        if (!back.length) back = own;
        assert.ok(back.length, `${file.path} is wrong as it is: ${[...wrong].join(' ')}`);
        for (const [field] of back) field.reset();
        own = own.filter((change) => !back.includes(change));
        refused.push(...back);
      }
      if (own.length || file.path.startsWith('en/') || file.path === 'organisations.yaml')
        Object.assign(content, built(file));
    }
    for (const [field] of changes) field.reset();
    return { content, refused };
  }

  const isHarmless = ({ ...seen }: Seen) => JSON.stringify(seen) === JSON.stringify(show.harmless);

  /** Which one of many changes it was that did harm: halves of them are looked at, and halves of these. */
  async function culprit(changes: readonly Change[]): Promise<readonly Change[]> {
    if (changes.length < 2) return changes;
    const half = Math.ceil(changes.length / 2);
    for (const some of [changes.slice(0, half), changes.slice(half)])
      if (!isHarmless((await show.look(contentOf(some).content)).seen)) return culprit(some);
    return changes;
  }

  it('is words and nothing else in every widget that shows it, under a strict policy that reports', async () => {
    show.last(made());
    const fields = all.filter((field) => !isClosed(field) && field.takes.length);
    const turns = Math.max(...fields.map(({ takes }) => takes.length));
    let pairs = 0;
    const again: Change[] = [];
    const t0 = performance.now();
    let tb = 0;
    for (let turn = 0; turn < turns; turn++) {
      const changes = fields.flatMap((field): Change[] =>
        turn < field.takes.length ? [[field, field.takes[turn]!]] : [],
      );
      const t = performance.now();
      const { content, refused } = contentOf(changes);
      tb += performance.now() - t;
      const { seen } = await show.look(content);
      if (!isHarmless(seen)) {
        const found = await culprit(changes);
        assert.deepEqual(
          seen,
          show.harmless,
          found.map(([field, text]) => `${String(field)}: ${shown(text)}`).join('\n'),
        );
      }
      pairs += changes.length - refused.length;
      again.push(...refused);
    }
    console.log('SHOWN', fields.length, turns, pairs, again.length, performance.now() - t0, tb);
    const byField = new Map<string, number>();
    for (const [f] of again) byField.set(String(f), (byField.get(String(f)) ?? 0) + 1);
    console.log([...byField].slice(0, 40));
    assert.deepEqual(
      [...new Set(show.requests)].filter((url) => !url.startsWith(show.site)),
      [],
    );
  });
});
