import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { rollup, type Plugin } from 'rollup';
import { parse, stringify } from 'yaml';
import { checkContent } from '../../tools/content/check.js';
import { content } from '../../tools/content/plugin.js';
import { words } from '../../tools/rollup/words.js';
import type { Site } from '../../tools/serve.js';
import { launch, serveText, watch } from './browser.js';

// A second language, as somebody would add it: a folder beside content/en, and its name for the build. The words are
// made up, as hard as words come: longer than ours, with accents, and with marks of a script that runs the other way.

/** Our modules as they are written, with the endings that they will have. */
const typescript: Plugin = {
  name: 'typescript',
  resolveId: (id, from) =>
    from?.endsWith('.ts') && /^\..*\.js$/.test(id) ? join(dirname(from), id.replace(/js$/, 'ts')) : null,
  transform: async (code, id) =>
    id.endsWith('.ts') ? { code: (await transform(code, { loader: 'ts', target: 'es2022' })).code, map: null } : null,
};

const language = 'fr';
const files = ['contact-card.yaml', 'interface.yaml'];
const mark = '\u200f';

/** Two fifths longer, with accents, between marks; what is filled in stays as it is. */
function madeUp(text: string): string {
  const accents: Readonly<Record<string, string>> = {
    a: 'á',
    e: 'ê',
    i: 'ï',
    o: 'ô',
    u: 'û',
    y: 'ÿ',
    s: 'š',
    n: 'ñ',
    c: 'ç',
  };
  const odd = text
    .split(/(\{\w+\})/)
    .map((piece, index) => (index % 2 ? piece : piece.replace(/[a-z]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  const more = 'ŵŷ '.repeat(Math.ceil((text.length * 0.4) / 3)).trim();
  return `${mark}${odd} ${more}${mark}`;
}

/** Not for readers, or not words. */
const kept = /^(review|confidence|id|website|kind)$|-url$/;
/** A file in that language, and the words of ours that it had in their places. */
function translated(value: unknown, ours: string[]): unknown {
  if (typeof value === 'string') {
    if (!/\p{L}/u.test(value)) return value;
    ours.push(...value.split(/\{\w+\}/).map((piece) => piece.trim()));
    return madeUp(value);
  }
  // Ids of sources, and no words.
  if (Array.isArray(value) && value.every((each) => /^[a-z\d-]+$/.test(String(each)))) return value;
  if (Array.isArray(value)) return value.map((each) => translated(each, ours));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, kept.test(key) ? inner : translated(inner, ours)]),
  );
}

describe('R31: a second language’s words', () => {
  const place = mkdtempSync(join(tmpdir(), 'alliance-language-'));
  const ours: string[] = [];
  let browser: Browser;
  let site: Site;

  before(async () => {
    for (const name of ['content', 'src']) cpSync(name, join(place, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(place, 'node_modules'));
    mkdirSync(join(place, 'content', language));
    for (const name of files) {
      const english: unknown = parse(readFileSync(join('content/en', name), 'utf8'));
      writeFileSync(join(place, 'content', language, name), stringify(translated(english, ours)));
    }
    browser = await launch();
    const page = async (lang?: string) => {
      const script = await built('contact-card', lang);
      const cards = [
        'organisation="RGT"',
        'organisation="norfolk-and-waveney-ccg"',
        'organisation="RGT" layout="compact"',
        'organisation="RGT" layout="inline"',
        'alliance="north" heading-level="4"',
        'name="Our own desk" telephone="01223 245151"',
      ].map((options) => `<contact-card ${options}></contact-card>`);
      return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A partner</title>
        <meta name="viewport" content="width=device-width"><body>${cards.join('')}<script type="module">${script}</script>`;
    };
    site = await serveText({ '/': await page(language), '/english': await page() });
  });
  after(async () => {
    rmSync(place, { recursive: true });
    await Promise.all([browser.close(), site.close()]);
  });

  /** An element with the words of a language, made as the build makes it. */
  async function built(tag: string, lang?: string): Promise<string> {
    const bundle = await rollup({
      input: join(place, `src/elements/${tag}/${tag}.define.ts`),
      plugins: [content(join(place, 'content'), lang), nodeResolve(), typescript, words()],
      onwarn: () => undefined,
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return output[0].code.replaceAll('</script', '<\\/script');
  }

  const shown = async (path: string) => {
    const { page, errors } = await watch(browser);
    await page.setViewport({ width: 320, height: 800 });
    await page.goto(site.origin + path);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('contact-card')].every((card) => card.shadowRoot?.querySelector('.frame')),
    );
    const cards = await page.$$eval('contact-card', (elements) =>
      elements.map((card) => {
        const frame = card.shadowRoot?.querySelector<HTMLElement>('.frame');
        for (const details of frame?.querySelectorAll('details') ?? []) details.open = true;
        const over = [...(frame?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
          (each) => each.getBoundingClientRect().right > innerWidth || each.getBoundingClientRect().left < 0,
        );
        return {
          lang: frame?.lang,
          text: frame?.textContent?.replace(/\s+/g, ' ') ?? '',
          over: over.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        };
      }),
    );
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.deepEqual(errors, []);
    await page.close();
    return { cards, wide };
  };

  it('are checked as ours are, file by file, and a mistake is named where it is', () => {
    const checked = checkContent(join(place, 'content'), language);
    for (const name of files) assert.ok(checked.has(`en/${name}`), name);
    const file = join(place, 'content', language, 'interface.yaml');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace(/^sources: .*$/m, 'sources: <b>x</b>'));
    // Also where English is built: nobody learns of it only later.
    for (const asked of [language, 'en-GB'])
      assert.throws(
        () => checkContent(join(place, 'content'), asked),
        /content\/fr\/interface\.yaml:\d+: sources: .*markup/,
      );
    writeFileSync(file, whole);
  });

  it('are what the card shows, all of them, with their language and none of ours; and nothing is too wide at 320 pixels', async () => {
    const { cards, wide } = await shown('/');
    assert.equal(wide, 320);
    assert.equal(cards.length, 6);
    // Names of publishers are what they are.
    const names = readdirSync('content/sources').map((name) => readFileSync(join('content/sources', name), 'utf8'));
    const words = [...new Set(ours)].filter((piece) => piece.length > 3 && !names.join().includes(piece));
    assert.ok(words.length > 20, `${words.length} words`);
    for (const { lang, text, over } of cards) {
      assert.equal(lang, language);
      assert.deepEqual(over, []);
      assert.ok(text.includes(mark), text);
      assert.deepEqual(
        words.filter((piece) => text.includes(piece)),
        [],
      );
    }
    assert.ok(
      cards.some(({ text }) => /\d+ novembre 20\d\d/.test(text)),
      'dates are written as in that language',
    );
  });

  it('and ours are ours where no language is asked for', async () => {
    const { cards } = await shown('/english');
    for (const { lang, text } of cards) {
      assert.equal(lang, 'en-GB');
      assert.ok(!text.includes(mark));
    }
    assert.ok(ours.some((piece) => piece.length > 10 && cards.some(({ text }) => text.includes(piece))));
  });

  it('are no mixture: a file that the language lacks stops the build and is named', async () => {
    await assert.rejects(built('partner-list', language), /has no partner-list\.yaml in the language fr/);
  });
});
