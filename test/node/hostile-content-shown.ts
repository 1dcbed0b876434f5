import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { shown } from '../hostile/payloads.js';
import { built, files, type ContentFile, type Field } from './hostile-fields.js';
import { Show, type Content, type Seen } from './hostile-shown.js';
import { all, isClosed, isNote, takeAll } from './hostile-takes.js';

// What a schema takes (hostile-content.test.ts) and a reader may be shown is shown: in each turn widgets in 38 states are made
// of a content in which every such text is another, until each text has been each string that it takes: about 820,000 pairs,
// in two turns. Others are refused by a rule between fields, alone too. Ids and their like are not shown: whatever they take is
// letters, figures and hyphens, or names nothing and is refused; nor are notes for who keeps a file, which no widget is given.

/** How many pairs of a text and a string that it takes each of the two turns shows at least. */
const leastShown = 340_000;

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

/** Every other string that each text takes. */
export function showHalf(half: 0 | 1): void {
  describe(`Hostile text that content files may hold, ${half ? 'the other' : 'one'} half of it`, () => {
    // Two, since a browser draws on one core what the other core makes for the next turn.
    let shows: readonly Show[];
    before(async () => {
      takeAll();
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
    async function showAll(
      texts: ReadonlyMap<Field, readonly string[]>,
    ): Promise<{ pairs: number; refused: Change[] }> {
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
      const own = ({ takes }: Field) => takes.filter((_, index) => index % 2 === half);
      const first = await showAll(new Map(fields.map((field) => [field, own(field)])));
      // Once more, where all else in the file is its own: what is still refused is refused for itself.
      const again = new Map<Field, string[]>();
      for (const [field, text] of first.refused) again.set(field, [...(again.get(field) ?? []), text]);
      const second = await showAll(again);
      const pairs = first.pairs + second.pairs;
      const taken = fields.reduce((sum, field) => sum + own(field).length, 0);
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
}
