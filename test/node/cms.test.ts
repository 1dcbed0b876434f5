import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { missing } from '../cms/cleaners.js';
import { withFindings } from '../cms/document.js';
import { install } from '../cms/install.js';
import type { Row } from '../cms/matrix.js';
import type { Outcome } from '../cms/outcome.js';
import { runTrial, type Trial } from '../cms/trial.js';
import type { Way } from '../cms/snippets.js';
import { launch } from './browser.js';

const dist = process.env['DIST'] ?? 'dist';
const page = 'docs/cms.md';
const gone = missing();

let browser: Browser;
let trial: Trial;
before(async () => {
  install();
  browser = await launch();
  trial = await runTrial(browser, dist);
});
after(() => browser.close());

/** Rows of the cleaners whose name begins so; there must be some. */
function rowsOf(name: string, allowed?: boolean): readonly Row[] {
  const rows = trial.rows.filter(
    ({ cleaner }) => cleaner.label.startsWith(name) && (allowed === undefined || !!cleaner.allowed === allowed),
  );
  assert.notEqual(rows.length, 0, name);
  return rows;
}

/** Every widget ends as one of these, in every one of the rows. */
function ends(rows: readonly Row[], way: Way, ...as: readonly Outcome[]): void {
  for (const { cleaner, outcomes } of rows)
    for (const outcome of outcomes[way]) assert.ok(as.includes(outcome), `${cleaner.label}: ${way}: ${outcome}`);
}

const withoutThem = (...packages: readonly string[]) => {
  const needed = packages.filter((name) => gone.includes(name));
  return needed.length && !process.env['CI'] ? { skip: `needs ${needed.join(' and ')}` } : {};
};

/** From the best that a reader can get to the worst. */
const worse: readonly Outcome[] = ['widget', 'words', 'general', 'double', 'spoilt', 'link', 'lost'];

/**
 * The least that each cleaner may leave, by way. What the table in docs/cms.md says is as found and can be written anew;
 * this cannot, so what comes to be worse in a later release of one of them is seen.
 */
const least: Readonly<Record<string, readonly [div: Outcome, tag: Outcome, iframe: Outcome, prerendered: Outcome]>> = {
  'WordPress, `wp_kses_post`, classic editor': ['widget', 'words', 'lost', 'spoilt'],
  'WordPress, `wp_kses_post`, Custom HTML block': ['widget', 'words', 'lost', 'spoilt'],
  'WordPress, `wp_kses_post`, Custom HTML block, allowed': ['widget', 'widget', 'lost', 'widget'],
  'WordPress, classic editor': ['widget', 'double', 'widget', 'double'],
  'WordPress, Custom HTML block': ['widget', 'widget', 'widget', 'widget'],
  'bleach, `strip=True`': ['words', 'words', 'lost', 'spoilt'],
  'bleach, `strip=True`, allowed': ['widget', 'words', 'lost', 'spoilt'],
  TinyMCE: ['widget', 'words', 'general', 'words'],
  'TinyMCE, allowed': ['widget', 'widget', 'widget', 'widget'],
  CKEditor: ['words', 'words', 'lost', 'spoilt'],
  'CKEditor with General HTML Support, allowed': ['widget', 'words', 'lost', 'spoilt'],
  'CKEditor with General HTML Support for all': ['widget', 'widget', 'widget', 'widget'],
  Quill: ['words', 'words', 'link', 'words'],
  DOMPurify: ['widget', 'words', 'lost', 'words'],
  'DOMPurify, allowed': ['widget', 'widget', 'lost', 'widget'],
  'sanitize-html': ['words', 'words', 'lost', 'spoilt'],
  'sanitize-html, allowed': ['widget', 'words', 'widget', 'spoilt'],
};
const nameOf = ({ label, allowed }: Row['cleaner']) => label.replace(/ \d[\d.]*/, '') + (allowed ? ', allowed' : '');

describe('a snippet pasted into a CMS (R22)', () => {
  it('never ends in less than its row of the table has today, whichever of the ten widgets and whichever way', () => {
    for (const row of trial.rows) {
      const name = nameOf(row.cleaner);
      const floor = least[name] ?? assert.fail(`no least outcome for ${name}`);
      for (const [index, way] of (['div', 'tag', 'iframe', 'prerendered'] as const).entries()) {
        assert.equal(row.outcomes[way].length, way === 'div' || way === 'tag' ? 10 : 3, `${name}: ${way}`);
        for (const outcome of row.outcomes[way])
          assert.ok(worse.indexOf(outcome) <= worse.indexOf(floor[index] ?? 'widget'), `${name}: ${way}: ${outcome}`);
      }
    }
    if (!gone.length)
      assert.deepEqual(trial.rows.map(({ cleaner }) => nameOf(cleaner)).sort(), Object.keys(least).sort());
  });

  it('ends in a working widget or whole words, with readable links, wherever it is a div or words alone', () => {
    ends(trial.rows, 'div', 'widget', 'words');
    ends(trial.rows, 'words', 'words');
  });

  it('loses no word as a tag; at worst its words stand beside the widget a second time', () => {
    ends(trial.rows, 'tag', 'widget', 'words', 'double');
  });

  it('is a working widget as a div wherever our lines are added', () => {
    ends(
      trial.rows.filter(({ cleaner }) => cleaner.allowed),
      'div',
      'widget',
    );
  });

  it('TinyMCE keeps the div; its frame runs no script and still reads well; our lines keep tag and frame', () => {
    ends(rowsOf('TinyMCE', false), 'div', 'widget');
    ends(rowsOf('TinyMCE', false), 'tag', 'words');
    ends(rowsOf('TinyMCE', false), 'iframe', 'general');
    ends(rowsOf('TinyMCE', true), 'tag', 'widget');
    for (const { left } of rowsOf('TinyMCE', true))
      assert.ok(left.tag.attributes && left.tag.slot, 'what our lines list');
    ends(rowsOf('TinyMCE', true), 'iframe', 'widget');
  });

  it('CKEditor as Drupal’s Basic HTML has it leaves words; Full HTML leaves everything', () => {
    const [basic, , full] = rowsOf('CKEditor');
    ends([basic!], 'div', 'words');
    for (const way of ['div', 'tag', 'iframe'] as const) ends([full!], way, 'widget');
  });

  it('sanitize-html and Quill take the div’s attributes away, and leave words', () => {
    for (const name of ['sanitize-html', 'Quill']) ends(rowsOf(name, false), 'div', 'words');
    for (const { left } of rowsOf('sanitize-html', false)) assert.ok(left.div.div && !left.div.data);
    ends(rowsOf('sanitize-html', true), 'iframe', 'widget');
  });

  it('DOMPurify keeps the div; our lines keep the tag', () => {
    ends(rowsOf('DOMPurify'), 'div', 'widget');
    ends(rowsOf('DOMPurify', true), 'tag', 'widget');
  });

  it('WordPress keeps the div from everyone, in both editors', withoutThem('php-cli', 'wordpress'), () => {
    assert.equal(rowsOf('WordPress').length, 5);
    ends(rowsOf('WordPress'), 'div', 'widget');
    ends(rowsOf('WordPress', true), 'tag', 'widget');
  });

  it(
    'WordPress takes a script out of a link and grids out of a style, and leaves custom properties, in both editors',
    withoutThem('php-cli', 'wordpress'),
    async () => {
      const kses = trial.rows.filter(({ cleaner }) => cleaner.label.includes('wp_kses_post'));
      assert.equal(kses.length, 3);
      for (const { cleaner } of kses) {
        const [cleaned = ''] = await cleaner.clean([
          `<div data-alliance-element="contact-card" data-organisation="RGT" style="display:grid;--alliance-accent:#4a1a66;color:red">
          <p><a href="javascript:alert(1)">One</a> <a href="jAva&#115;cript&colon;alert(1)">Two</a>
          <a href="tel:01223245151" onclick="alert(1)">01223 245151</a> <a href="https://www.cuh.nhs.uk/">Three</a></p></div>`,
        ]);
        assert.doesNotMatch(cleaned, /javascript:|onclick|display:\s*grid/i, cleaner.label);
        for (const kept of [
          '--alliance-accent:#4a1a66',
          'href="tel:01223245151"',
          'href="https://www.cuh.nhs.uk/"',
          'data-organisation="RGT"',
        ])
          assert.ok(cleaned.replace(/: /g, ':').includes(kept), `${cleaner.label}: ${kept}: ${cleaned}`);
      }
    },
  );

  it('bleach keeps the div with our lines, and words without', withoutThem('python3-bleach'), () => {
    ends(rowsOf('bleach', false), 'div', 'words');
    ends(rowsOf('bleach', true), 'div', 'widget');
  });
});

describe('docs/cms.md', () => {
  it('says what the test found', async () => {
    const written = readFileSync(page, 'utf8');
    const found = await withFindings(written, trial);
    if (process.env['UPDATE_DOCS']) {
      assert.deepEqual(gone, [], 'to write the document, every cleaner must be here');
      writeFileSync(page, found);
      return;
    }
    // Without some of the cleaners here, their rows cannot be told, and the tables are narrower.
    const lines = (text: string) => text.split('\n').map((line) => line.replace(/\s+|-{3,}/g, ''));
    const told = new Set(lines(written));
    const news = lines(found).filter((line) => !told.has(line));
    assert.deepEqual(news, [], `UPDATE_DOCS=1 writes ${page} anew`);
    if (!gone.length) assert.ok(written === found, `UPDATE_DOCS=1 writes ${page} anew, without what is no longer so`);
    else assert.ok(!process.env['CI'], `needs ${gone.join(' and ')}`);
  });
});

describe('without what is in the shadow', () => {
  it('the page itself still tells what matters most, while the widget works (R17)', () => {
    for (const way of ['div', 'tag', 'prerendered'] as const) {
      const [card, map, symptoms] = trial.untouched[way].map(({ light }) => light);
      for (const fact of ['Norfolk and Norwich University Hospital', '01603 286286'])
        assert.ok(card?.includes(fact), way);
      assert.match(map ?? '', /North Alliance.*South Alliance/s, way);
      assert.match(symptoms ?? '', /call 999/, way);
    }
  });

  it('every contact card that we publish tells the name and the telephone number (R17)', () => {
    const read = (name: string) => readFileSync(join(dist, 'snippets', name), 'utf8');
    const { snippets } = JSON.parse(read('index.json')) as { snippets: { name: string; title: string; tag: string }[] };
    const cards = snippets.filter(({ tag }) => tag === 'contact-card');
    assert.ok(cards.length > 15);
    for (const { name, title } of cards) {
      const whole = read(`${name}.html`);
      for (const html of [whole, read(`${name}.plain.html`)]) {
        const tree = parseFragment(html);
        withoutTemplates(tree);
        const words = textOf(tree);
        assert.ok(words.includes(title), `${name}: ${title}`);
        for (const [, number = ''] of whole.matchAll(/href="tel:[^>]*>([^<]+)</g))
          assert.ok(words.includes(number), `${name}: ${number}`);
      }
    }
  });
});

function withoutTemplates(node: Tree.ParentNode): void {
  node.childNodes = node.childNodes.filter(({ nodeName }) => nodeName !== 'template');
  for (const child of node.childNodes) if ('childNodes' in child) withoutTemplates(child);
}

const textOf = (node: Tree.Node): string =>
  'childNodes' in node
    ? node.childNodes.map(textOf).join('')
    : node.nodeName === '#text' && 'value' in node
      ? node.value
      : '';
