import { buildSync } from 'esbuild';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { serveLibrary } from '../../tools/serve.js';
import { serveText } from './browser.js';
import { engineNames, installed, start, type EngineName } from './engines.js';
import type { Change, Scheme } from './host-styles-page.js';
import { report, type Run } from './host-styles-report.js';
import { decided, decidedSheets, hasTheme, hostileSheets, realSheets } from './host-styles-sheets.js';

// R3, R5, R6, R8 for whole style sheets and every property: what a page wears changes nothing in our widgets, and what
// we bring changes nothing on the page. WRITE_DOCS=true writes the score to docs/host-styles.md.

const widgets = [
  '<alliance-finder></alliance-finder>',
  '<alliance-overview></alliance-overview>',
  '<care-pathway stage="tests"></care-pathway>',
  '<contact-card organisation="RM102"></contact-card>',
  '<partner-list kind="icb" filter="nhs"></partner-list>',
  '<prevention-guidance></prevention-guidance>',
  '<region-map hospitals selected="luton" level="ccg"></region-map>',
  '<screening-guidance programme="bowel"></screening-guidance>',
  '<support-directory></support-directory>',
  '<symptom-guidance></symptom-guidance>',
];

const sheets = { real: realSheets(), hostile: hostileSheets(), decided: decidedSheets() };
const all = [...sheets.real, ...sheets.hostile, ...sheets.decided];

/** The widgets' place does not move the page, and lets through whatever the page lets flow into it. */
const place = `all: unset !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 600px !important; height: 1px !important; overflow: hidden !important`;
const page = `<!doctype html><html lang="en"><head><title>Host</title><style id="worn"></style></head><body>
  <template id="host">${readFileSync('test/host-styles/host.html', 'utf8')}</template><div id="ours" style="${place}"></div><script src="/measuring.js"></script></body></html>`;

/** What one engine found for a reader who prefers light, or dark. */
interface Half {
  readonly nodes: readonly string[];
  readonly grounds: ReadonlyMap<string, string>;
  readonly changes: ReadonlyMap<string, Change[Scheme]>;
}

async function runFor(name: EngineName, prefers: Scheme): Promise<Half> {
  const measuring = buildSync({
    entryPoints: ['test/node/host-styles-page.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  const library = await serveLibrary('dist');
  const host = await serveText({
    '/': page,
    '/measuring.js': measuring.outputFiles[0]!.text,
    ...Object.fromEntries(all.map(({ id, css }) => [`/${id}.css`, css])),
  });
  const engine = await start(name, prefers);
  try {
    await engine.open(`${host.origin}/`);
    const inSheet = <T>(id: string, act: string) =>
      engine.ask<T>(`fetch('/${id}.css').then((answer) => answer.text()).then((css) => ${act})`);
    const grounds = new Map<string, string>();
    for (const { id } of all)
      grounds.set(id, await inSheet<string>(id, `measuring.without('${id}', css, '${prefers}')`));
    const file = `${library.origin}/alliance-elements.all.classic.js`;
    const arriving = `measuring.arrive('${file}', ${JSON.stringify(widgets.join(''))}, '${prefers}')`;
    const nodes = await engine.ask<string[]>(arriving);
    const changes = new Map<string, Change[Scheme]>();
    for (const { id } of all) {
      const may = JSON.stringify(decided[id] ?? []);
      changes.set(id, await inSheet<Change[Scheme]>(id, `measuring.with('${id}', css, '${prefers}', ${may})`));
    }
    return { nodes, grounds, changes };
  } finally {
    await engine.close();
    await Promise.all([host.close(), library.close()]);
  }
}

async function runIn(name: EngineName): Promise<Run> {
  const [light, dark] = [await runFor(name, 'light'), await runFor(name, 'dark')];
  assert.deepEqual(dark.nodes, light.nodes);
  return {
    nodes: light.nodes,
    changes: new Map(
      all.map(({ id }) => [id, { light: light.changes.get(id)!, dark: dark.changes.get(id)! }] as const),
    ),
    turned: all.map(({ id }) => id).filter((id) => light.grounds.get(id) !== dark.grounds.get(id)),
  };
}

const runs = new Map<EngineName, Promise<Run>>();
const run = (name: EngineName) => runs.get(name) ?? runs.set(name, runIn(name)).get(name)!;
const engines = engineNames.filter((name) => installed(name) || process.env['CI']);

// All engines at once; a busy machine may take its time.
describe('Host style sheets', { concurrency: true, timeout: 300_000 }, () => {
  it('are worn by every widget we have', () => {
    const tags = widgets.map((markup) => /<([\w-]+)/.exec(markup)?.[1]);
    assert.deepEqual(tags, readdirSync('src/elements').sort());
  });

  it('find none of our own names registered: `@property` reaches into shadow roots', () => {
    const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/${file}`, 'utf8'));
    const named = styles.flatMap((text) => text.match(/(?<=^\s*|var\()--[a-z][\w-]*/gm) ?? []);
    assert.ok(named.includes('--ae-text'));
    assert.deepEqual(
      named.filter((property) => !/^--(ae|alliance)-/.test(property)),
      [],
    );
  });

  for (const name of engines)
    it(`in ${name}: nothing of ours changes, nothing of theirs, and what the page decides reaches us`, async () => {
      const { nodes, changes } = await run(name);
      for (const part of ['section.frame', 'div.page', 'h2', 'h3', 'p', 'li', 'a', 'button', 'input', 'summary'])
        assert.ok(
          nodes.some((node) => node.split(' ')[1]?.startsWith(part)),
          `${part} was read`,
        );
      for (const part of ['details', 'th', 'td', 'svg', 'rect', 'path', 'slot'])
        assert.ok(
          nodes.some((node) => node.split(' ')[1]?.startsWith(part)),
          `${part} was read`,
        );
      const leaks: string[] = [];
      for (const [id, change] of changes)
        for (const [scheme, sides] of Object.entries(change)) {
          for (const [whose, { changed, examples }] of Object.entries(sides))
            if (changed) leaks.push(`${id}, ${scheme}: ${changed} of ${whose}`, ...examples.map((line) => `  ${line}`));
          if (id in decided && !sides.ours.allowed) leaks.push(`${id}, ${scheme}: did not reach us`);
        }
      assert.deepEqual(leaks, []);
    });

  for (const name of engines)
    it(`in ${name}: who prefers dark gets what a sheet keeps for the dark, another ground for one`, async () => {
      assert.deepEqual((await run(name)).turned, ['bulma', 'water.css', 'dark-alone']);
    });

  it(
    'have the score that docs/host-styles.md publishes',
    { skip: (engines.length < 3 || !hasTheme()) && 'needs three engines, and the theme from Debian' },
    async () => {
      const found = new Map<EngineName, Run>();
      for (const name of engines) found.set(name, await run(name));
      const text = await report(sheets, found);
      if (process.env['WRITE_DOCS']) writeFileSync('docs/host-styles.md', text);
      // How many properties an engine has, and how many nodes a widget, moves on: the page may promise less, never more.
      const counts = /[\d,]+(?=,000)/g;
      const said = (doc: string) => doc.replace(counts, 'n').replace(/[ -]+/g, ' ');
      const published = readFileSync('docs/host-styles.md', 'utf8');
      const [promised, read] = [published, text].map((doc) => (doc.match(counts) ?? []).map(Number));
      assert.equal(said(published), said(text), 'run with WRITE_DOCS=true');
      for (const [at, count] of promised!.entries())
        assert.ok(count <= read![at]!, `${count},000 promised, ${read![at]},000 read`);
    },
  );
});
