import { format, resolveConfig } from 'prettier';
import type { EngineName } from './engines.js';
import type { Change, Compared, Whose } from './host-styles-page.js';
import type { Sheet } from './host-styles-sheets.js';

/** What one engine found. */
export interface Run {
  /** What was read inside ours, as a person would call it. */
  readonly nodes: readonly string[];
  /** By sheet. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Sheets in which the page has another ground for a reader who prefers dark. */
  readonly turned: readonly string[];
}

const titles: Readonly<Record<EngineName, string>> = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const thousands = (count: number) => `${Math.floor(count / 10_000) * 10},000`;

/** docs/host-styles.md, from what the engines found. */
export async function report(
  sheets: Readonly<Record<'real' | 'hostile' | 'decided', readonly Sheet[]>>,
  runs: ReadonlyMap<EngineName, Run>,
): Promise<string> {
  const sides = (whose: Whose, list: readonly Sheet[]): Compared[] =>
    [...runs.values()].flatMap(({ changes }) =>
      list.flatMap(({ id }) => [changes.get(id)!.light[whose], changes.get(id)!.dark[whose]]),
    );
  const sum = (whose: Whose, list: readonly Sheet[]) =>
    sides(whose, list).reduce((total, { changed }) => total + changed, 0);
  const score = ({ ours, theirs }: Change['light'], count: (side: Compared) => number) =>
    `${count(ours)} / ${theirs.changed}`;
  const table = (list: readonly Sheet[], count: (side: Compared) => number = ({ changed }) => changed) =>
    [
      `| sheet | ${[...runs.keys()].map((name) => `${titles[name]}, light | dark`).join(' | ')} |`,
      `| --- | ${[...runs.keys()].map(() => '--: | --:').join(' | ')} |`,
      ...list.map(({ id, label }) => {
        const cells = [...runs.values()].flatMap(({ changes }) => {
          const { light, dark } = changes.get(id)!;
          return [score(light, count), score(dark, count)];
        });
        return `| ${label} | ${cells.join(' | ')} |`;
      }),
    ].join('\n');
  const read = [...runs].map(([name, { changes }]) => {
    const { ours, theirs } = [...changes.values()][0]!.light;
    return `| ${titles[name]} | ${thousands(ours.properties)} | ${thousands(theirs.properties)} |`;
  });
  const both = [...sheets.real, ...sheets.hostile];
  const turned = (list: readonly Sheet[]) =>
    list.filter(({ id }) => [...runs.values()].every((run) => run.turned.includes(id))).map(({ label }) => label);
  const dressed = [...turned(sheets.real), `${turned(sheets.hostile).length} of the hostile ones`];
  const text = `# Host style sheets

Written by \`test/node/host-styles.test.ts\`, which also holds it true. What it stands on is [decision 2](decisions/0002-host-rule.md).

**${sheets.real.length} real style sheets and ${sheets.hostile.length} hostile ones, in light and dark, in three engines: ${sum('ours', both)} properties of ours changed, ${sum('theirs', both)} of theirs.**

Ours are all ten widgets, 600 pixels wide, against the same on a bare page: every computed property and the place of one node of each kind in the shadow tree, pseudo-elements included (of what more than three widgets share, three; of parts, all). Theirs is a page of a partner with whatever pages have, wearing the same sheet, against itself before our library came; no sheet, font or attribute may stay behind. Read at least, with each sheet and scheme:

| engine | ours | theirs |
| --- | --: | --: |
${read.join('\n')}

In each cell: properties changed in ours / in theirs. Dark is a page with \`color-scheme: dark\` before a reader whose system is dark too: each engine is started as on such a system, so that \`@media (prefers-color-scheme: dark)\` counts. Of these sheets ${new Intl.ListFormat('en-GB').format(dressed)} then give the page another ground, of which the test makes sure.

## Real sheets

${table(sheets.real)}

Tailwind's preflight is a source: \`--theme()\` is read as \`var()\`. What a sheet would fetch from elsewhere, such as Frutiger from nhs.uk, is not fetched.

## Hostile sheets

${table(sheets.hostile)}

## What is the page's to decide

These must reach us, and nothing else may come with them: lengths where a typeface or a zoom changes, colours where a theme does. In each cell: properties that followed / changed in theirs.

${table(sheets.decided, ({ allowed }) => allowed).replace(/\b[1-9]\d*(?= \/)/g, 'follows')}

## What is not counted, or not kept out

- The widget's own box (margin, width, \`display\`, \`overflow\`) and \`::part\`: the page's to style. Custom properties of the page, which inherit; that no property takes its value from one is counted. The state of links (\`:visited\`), which no script may read.
- \`text-decoration\` on a block around a widget is drawn through its words, as through those of every block inside.
- On a page written from top to bottom (\`writing-mode\`) a widget has no width.
`;
  return format(text, { ...(await resolveConfig('docs/host-styles.md')), parser: 'markdown' });
}
