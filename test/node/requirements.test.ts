import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

/** What a host page does to an embed, and what we must therefore prove. Each is named by the tests that prove it. */
const requirements: Readonly<Record<string, string>> = {
  R1: 'loading twice is silent, the first copy wins',
  R2: 'a foreign owner of one of our tags does not stop the others',
  R3: 'the root font size does not matter',
  R4: 'the reader’s own text size does matter',
  R5: 'inherited type is reset once',
  R6: 'a universal reset does not squash',
  R7: 'nothing shifts when a widget arrives',
  R8: 'nothing is hidden for ever',
  R9: 'a strict policy is not violated',
  R10: 'Trusted Types, alone and twice',
  R11: 'no text becomes code or markup',
  R12: 'properties set before the element is defined are honoured',
  R13: 'the single file defines all; the loader survives a replaced body, late tags and shadow roots',
  R14: 'names and descriptions never cross a root by id',
  R15: 'the heading level can be set, and falls back',
  R16: 'a followed link can be observed',
  R17: 'key facts are in the light DOM of the documented snippet',
  R18: 'forced colours',
  R19: 'focus',
  R20: 'server rendering does not crash',
  R21: 'frameworks',
  R22: 'the CMS ladder',
  R23: 'cross-origin for real',
  R24: 'no globals',
  R25: 'files are found from the script’s own address',
  R26: 'tree shaking',
  R27: 'integrity',
  R28: 'source maps are complete',
  R29: 'print',
  R30: 'no fonts',
  R31: 'right to left and languages',
  R32: 'moving is safe',
  R33: 'nothing leaks',
};

const titles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.(ts|mjs)$|(withstands|promises)\.ts$/.test(name) && !name.includes('node_modules'))
  .flatMap((name) => [...readFileSync(join('test', name), 'utf8').matchAll(/\b(?:it|describe|test)\(\s*[`'"](.*)/g)])
  .map(([, title = '']) => title);

/** What a row asks for beyond its first words, and the titles of the tests that hold each part of it. */
const parts: Readonly<Record<string, readonly RegExp[]>> = {
  R8: [
    /R8 is still readable where no script runs/,
    /R8: nothing that we publish hides an element until it is defined/,
    /R8: where the page’s policy blocks our script/,
    /each snippet’s words are there to be read, and each link goes where it says/,
  ],
  R22: [
    /a snippet pasted into a CMS \(R22\)/,
    /never ends in less than its row of the table has today, whichever of the ten widgets/,
    /WordPress takes a script out of a link and grids out of a style/,
    /says what the test found/,
  ],
  R31: [
    /R31 is its own mirror image on such a page/,
    /R31 turns round on a page that runs from right to left/,
    /R31 says in which language its words are/,
    /R31: a second language’s words/,
    /are what the card shows, all of them, with their language and none of ours/,
  ],
};

describe('every requirement of a host page has a test that names it', () => {
  for (const [id, promise] of Object.entries(requirements))
    it(`${id}: ${promise}`, () => {
      assert.ok(
        titles.some((title) => new RegExp(`\\b${id}\\b`).test(title)),
        `no test names ${id}`,
      );
      for (const part of parts[id] ?? [])
        assert.equal(titles.filter((title) => part.test(title)).length, 1, `${id}: one test is called ${String(part)}`);
    });
});
