import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { checkContent } from '../../tools/content/check.js';
import { content } from '../../tools/content/plugin.js';
import { ContentError, type Mistake } from '../../tools/content/read.js';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the content folder in which one file is changed. */
function spoilt(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-content-'));
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

/** The one mistake that a change makes, and the text of the line it is said to stand on. */
function mistakeOf(file: string, change: (text: string) => string): Mistake & { text: string } {
  const folder = spoilt(file, change);
  const mistakes = mistakesIn(folder);
  assert.equal(mistakes.length, 1, JSON.stringify(mistakes, null, 1));
  const [mistake] = mistakes as [Mistake];
  assert.equal(mistake.file, join('content', file));
  return { ...mistake, text: readFileSync(join(folder, file), 'utf8').split('\n')[mistake.line - 1] ?? '' };
}

describe('content as it stands', () => {
  it('is in order', () => {
    assert.ok(checkContent('content').size >= 7);
  });
});

describe('a mistake in a content file is named with file, line, field, what was found and what was expected', () => {
  it('a value of the wrong type', () => {
    const mistake = mistakeOf('en/interface.yaml', (text) => text.replace(/^publisher: .*/m, 'publisher: 12'));
    assert.equal(mistake.field, 'publisher');
    assert.equal(mistake.found, '12');
    assert.match(mistake.expected, /expected string/);
    assert.equal(mistake.text, 'publisher: 12');
  });

  it('a field that nobody knows', () => {
    const mistake = mistakeOf('en/interface.yaml', (text) => `${text}\nnonsense: yes\n`);
    assert.match(mistake.expected, /nonsense/);
  });

  it('words with markup in them', () => {
    const mistake = mistakeOf('en/interface.yaml', (text) => text.replace(/^publisher: .*/m, 'publisher: <b>Us</b>'));
    assert.match(mistake.expected, /plain words/);
  });

  it('a javascript: link', () => {
    const mistake = mistakeOf('organisations.yaml', (text) =>
      text.replace('website: https://www.cuh.nhs.uk/', 'website: javascript:alert(1)'),
    );
    assert.match(mistake.field, /^trusts\[0\]\.website$/);
    assert.match(mistake.found, /javascript/);
    assert.match(mistake.expected, /https/);
    assert.match(mistake.text, /website: javascript/);
  });

  it('a date in the future', () => {
    const mistake = mistakeOf('organisations.yaml', (text) =>
      text.replace(/^checked: 2026-11-22$/m, 'checked: 2999-01-01'),
    );
    assert.equal(mistake.field, 'checked');
    assert.match(mistake.expected, /future/);
  });

  it('a date that does not exist', () => {
    const mistake = mistakeOf('en/contact-card.yaml', (text) => text.replace('due: 2027-02-22', 'due: 2027-02-30'));
    assert.equal(mistake.field, 'review.due');
  });

  it('a successor that does not exist', () => {
    const mistakes = mistakesIn(
      spoilt('organisations.yaml', (text) =>
        text.replace('successors: [norfolk-and-suffolk-icb]', 'successors: [nowhere-icb]'),
      ),
    );
    const found = mistakes.find(({ field }) => field.endsWith('successors[0]'));
    assert.ok(found, JSON.stringify(mistakes));
    assert.match(found.found, /nowhere-icb/);
  });

  it('two bodies with one id', () => {
    const mistakes = mistakesIn(
      spoilt('organisations.yaml', (text) => text.replace('id: luton-ccg', 'id: bedfordshire-ccg')),
    );
    assert.ok(mistakes.some(({ field, expected }) => /^ccgs\[\d+\]\.id$/.test(field) && expected.includes('no other')));
  });

  it('a source that does not exist', () => {
    const mistakes = mistakesIn(
      spoilt('organisations.yaml', (text) => text.replace('trusts: [ods-etr-2025]', 'trusts: [hearsay]')),
    );
    assert.ok(mistakes.some(({ field, found }) => field === 'shown.trusts[0]' && found === '"hearsay"'));
  });

  it('a missing source', () => {
    const mistakes = mistakesIn(
      spoilt('organisations.yaml', (text) => text.replace('trusts: [ods-etr-2025]', 'trusts: []')),
    );
    assert.ok(
      mistakes.some(({ field, expected }) => field === 'shown.trusts' && expected.includes('at least one source')),
    );
  });

  it('two sources with one id', () => {
    const mistakes = mistakesIn(
      spoilt('sources/organisations.yaml', (text) => text.replace('- id: mse-chairs', '- id: parl-icb-2026')),
    );
    assert.ok(mistakes.some(({ field, expected }) => field.endsWith('.id') && expected.includes('no other source')));
  });

  it('YAML that is broken', () => {
    const mistakes = mistakesIn(spoilt('en/interface.yaml', (text) => text.replace('publisher:', 'publisher: [')));
    assert.ok(mistakes.some(({ file, found }) => file.endsWith('interface.yaml') && found === 'broken YAML'));
  });

  it('a file that is missing, and a file that has no schema', () => {
    const folder = spoilt('en/interface.yaml', (text) => `${text} `);
    rmSync(join(folder, 'en/contact-card.yaml'));
    writeFileSync(join(folder, 'en/stray.yaml'), 'a: 1\n');
    const files = mistakesIn(folder).map(({ file }) => file);
    assert.deepEqual(files.sort(), ['content/en/contact-card.yaml', 'content/en/stray.yaml']);
  });

  it('and it stops the build', async () => {
    const folder = spoilt('en/interface.yaml', (text) => text.replace(/^publisher: .*/m, 'publisher: 12'));
    const entry = join(folder, 'entry.js');
    writeFileSync(entry, "import words from './en/interface.yaml'; console.log(words);");
    await assert.rejects(
      rollup({ input: entry, plugins: [content(folder)] }),
      /content\/en\/interface\.yaml:\d+: publisher: found 12; .*expected string/,
    );
  });
});
