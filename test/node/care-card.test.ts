import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { careCardSchema } from '../../src/content/schema/care-card.js';
import { checkContent } from '../../tools/content/check.js';
import { content } from '../../tools/content/plugin.js';
import { ContentError, type Mistake } from '../../tools/content/read.js';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the content folder in which one file is changed. */
function spoilt(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-cards-'));
  folders.push(folder);
  cpSync('content', folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  assert.notEqual(after, before, 'the test changes nothing');
  writeFileSync(path, after);
  return folder;
}

function mistakesIn(folder: string): readonly Mistake[] {
  try {
    checkContent(folder);
  } catch (error) {
    if (error instanceof ContentError) return error.mistakes;
    throw error;
  }
  return [];
}

const symptoms = 'en/symptom-guidance.yaml';

/** The one mistake that a change in the symptoms makes, and the text of the line it is said to stand on. */
function mistakeOf(from: string | RegExp, to: string, file = symptoms): Mistake & { text: string } {
  const folder = spoilt(file, (text) => text.replace(from, to));
  const mistakes = mistakesIn(folder);
  assert.equal(mistakes.length, 1, JSON.stringify(mistakes, null, 1));
  const [mistake] = mistakes as [Mistake];
  assert.equal(mistake.file, join('content', file));
  return { ...mistake, text: readFileSync(join(folder, file), 'utf8').split('\n')[mistake.line - 1] ?? '' };
}

const fact = { sources: ['one'], confidence: 'verified' };
const gp = { level: 'non-urgent', heading: 'Speak to a GP if:', items: ['you have a cough'] };
const urgent = { ...gp, level: 'urgent', heading: 'Ask for an urgent GP appointment or get help from NHS 111 if:' };
const emergency = { ...gp, level: 'emergency', heading: 'Call 999 or go to A&E now if:' };

/** What is wrong with a card: where, and what was expected. */
const wrong = (card: object): string[] =>
  careCardSchema.safeParse(card).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

function breaks(card: object, at: string, expected: RegExp): void {
  const said = wrong(card);
  assert.equal(said.length, 1, `${JSON.stringify(card)} ${said.join('\n')}`);
  assert.ok(said[0]?.startsWith(`${at}: `), said[0]);
  assert.match(said[0] ?? '', expected);
}

describe('a care card', () => {
  it('of each level passes', () => {
    for (const card of [gp, urgent, emergency]) assert.deepEqual(wrong(card), []);
  });

  it('passes with one service or two, of those for its level', () => {
    for (const heading of [
      'Speak to a GP or dentist if:',
      'Ask a pharmacist if:',
      'Talk to your hospital team or a GP if:',
    ])
      assert.deepEqual(wrong({ ...gp, heading }), []);
    for (const heading of ['Get help from NHS 111 if:', 'Ask for an urgent GP appointment if:'])
      assert.deepEqual(wrong({ ...urgent, heading }), []);
    for (const heading of ['Call 999 if:', 'Go to A&E if:']) assert.deepEqual(wrong({ ...emergency, heading }), []);
  });

  it('has a level that is known', () => {
    breaks({ ...gp, level: 'routine' }, 'level', /expected one of emergency, urgent, non-urgent/);
  });

  it('has a heading that ends in "if:"', () => {
    for (const heading of ['Speak to a GP:', 'Speak to a GP if', 'Speak to a GP about:', 'speak to a GP if:'])
      breaks({ ...gp, heading }, 'heading', /ends in "if:"/);
  });

  it('has a heading of one sentence', () => {
    breaks({ ...gp, heading: 'Do not wait. Speak to a GP if:' }, 'heading', /one sentence/);
    breaks({ ...gp, heading: 'Worried? Speak to a GP if:' }, 'heading', /one sentence/);
  });

  it('calls for the services of its level, and for no other', () => {
    const others = [gp, urgent, emergency];
    for (const card of others)
      for (const { heading } of others) {
        if (heading === card.heading) continue;
        breaks({ ...card, heading }, 'heading', new RegExp(`of those for ${card.level}:`));
      }
    breaks({ ...emergency, heading: 'Call 999 or NHS 111 if:' }, 'heading', /999, A&E/);
    breaks({ ...urgent, heading: 'Speak to a GP or get help from NHS 111 if:' }, 'heading', /urgent GP appointment/);
    breaks({ ...gp, heading: 'Speak to a GP or call 999 if:' }, 'heading', /GP, dentist/);
  });

  it('calls for one service at least, and for two at most', () => {
    breaks({ ...gp, heading: 'Get help if:' }, 'heading', /one service, two at most/);
    breaks({ ...gp, heading: 'Call our helpline if:' }, 'heading', /one service, two at most/);
    breaks({ ...gp, heading: 'Speak to a GP, a dentist or a pharmacist if:' }, 'heading', /one service, two at most/);
  });

  it('has at least one item, and none twice', () => {
    breaks({ ...gp, items: [] }, 'items', /at least one/);
    breaks({ ...gp, items: ['you cough', 'you cough'] }, 'items', /no item twice/);
  });

  it('has items that end the sentence of the heading and stand alone', () => {
    for (const item of ['you have a cough and', 'you have a cough or', 'you have a cough,', 'you have a cough.'])
      breaks({ ...gp, items: [item] }, 'items.0', /stands alone/);
    breaks({ ...gp, items: ['You have a cough'] }, 'items.0', /small letter/);
    breaks({ ...gp, items: ['you cough', `you cough ${'very '.repeat(20)}much`] }, 'items.1', /at most 20 words/);
    breaks({ ...gp, items: ['you have <b>a cough</b>'] }, 'items.0', /plain words/);
  });

  it('leads nowhere from its items', () => {
    for (const item of ['see https://nhs.uk', 'see www.nhs.uk', 'you wrote to me@nhs.net', 'you read nhs.uk'])
      breaks({ ...gp, items: [item] }, 'items.0', /no address/);
  });

  it('says nothing more, and leads nowhere, in an emergency', () => {
    const more = { text: 'Read on.', ...fact };
    assert.deepEqual(wrong({ ...gp, more }), []);
    breaks({ ...emergency, more }, 'more', /nothing more in an emergency/);
    breaks({ ...emergency, link: 'https://www.nhs.uk/' }, '', /link/);
  });

  it('takes what it says more from a source', () => {
    breaks({ ...gp, more: { text: 'Read on.', ...fact, sources: [] } }, 'more.sources', /at least one source/);
  });
});

describe('a card that breaks a rule in a content file is named with file, line, field, found and expected', () => {
  it('a heading without "if:"', () => {
    const mistake = mistakeOf("heading: 'Call 999 or go to A&E now if:'", "heading: 'Call 999 or go to A&E now'");
    assert.equal(mistake.field, 'emergency.heading');
    assert.equal(mistake.found, '"Call 999 or go to A&E now"');
    assert.match(mistake.expected, /ends in "if:"/);
    assert.match(mistake.text, /heading: 'Call 999 or go to A&E now'$/);
  });

  it('a service that is not of its level', () => {
    const mistake = mistakeOf('Speak to a GP or dentist if:', 'Call 999 or speak to a dentist if:');
    assert.equal(mistake.field, 'areas.mouth.cards[0].heading');
    assert.match(mistake.expected, /for non-urgent/);
    assert.match(mistake.text, /Call 999 or speak/);
  });

  it('an item that hangs on the next', () => {
    const mistake = mistakeOf('you have a new lump,', "'you have a new lump, and',");
    assert.equal(mistake.field, 'signs.lump.text');
    assert.match(mistake.expected, /stands alone/);
  });

  it('something more in an emergency card', () => {
    const mistake = mistakeOf(
      '  items: [breathe, cough-much-blood, bottom-nonstop',
      '  more: { text: Read on., sources: [sym-bowel], confidence: verified }\n  items: [breathe, cough-much-blood, bottom-nonstop',
    );
    assert.equal(mistake.field, 'emergency.more');
    assert.match(mistake.text, /more:/);
  });

  it('a sign that does not exist, and one that no card has', () => {
    const mistakes = mistakesIn(spoilt(symptoms, (text) => text.replace('mole-itch, sore', 'mole-itch, soar')));
    assert.deepEqual(
      mistakes.map(({ field }) => field),
      ['areas.skin.cards[1].items[3]', 'signs.sore'],
    );
    assert.equal(mistakes[0]?.found, '"soar"');
  });

  it('a sign that is urgent in one place and can wait in another', () => {
    const mistake = mistakeOf('[mole, mole-colour', '[yellow, mole, mole-colour');
    assert.equal(mistake.field, 'areas.skin.cards[1].items[0]');
    assert.match(mistake.expected, /nowhere urgent/);
  });

  it('an emergency that the first card does not have', () => {
    const mistake = mistakeOf('[breathe, cough-much-blood, bottom-nonstop', '[breathe, bottom-nonstop');
    assert.equal(mistake.field, 'areas.chest.cards[0].items[1]');
    assert.match(mistake.expected, /first card/);
  });

  it('cards in the wrong order', () => {
    const late = "      - { level: urgent, heading: 'Get help from NHS 111 if:', items: [cough-blood] }\n";
    const mistake = mistakeOf(/(name: Bruises and glands\n.*\n(?: {6}.*\n)+)/, `$1${late}`);
    assert.equal(mistake.field, 'areas.blood.cards');
    assert.match(mistake.expected, /most urgent card first/);
  });

  it('a word of the urgency left out', () => {
    const mistake = mistakeOf(/^ +urgent: .*\n/m, '', 'en/care-card.yaml');
    assert.match(mistake.field, /^levels/);
  });

  it('a synonym that is no word', () => {
    const mistake = mistakeOf('[leukaemia,', '["blood cancer",', 'synonyms.yaml');
    assert.equal(mistake.field, 'words.bruises[0]');
    assert.match(mistake.expected, /one word/);
  });

  it('and it stops the build', async () => {
    const folder = spoilt(symptoms, (text) => text.replace("Speak to a GP if:'", "Speak to a GP or a nurse:'"));
    const entry = join(folder, 'entry.js');
    writeFileSync(entry, "import words from './en/symptom-guidance.yaml'; console.log(words);");
    await assert.rejects(
      rollup({ input: entry, plugins: [content(folder)] }),
      /content\/en\/symptom-guidance\.yaml:\d+: areas\.general\.cards\[1\]\.heading: found "Speak to a GP or a nurse:"; .*if:/,
    );
  });
});
