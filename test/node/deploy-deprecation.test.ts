import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

// docs/deprecation.md: what is promised with a date is counted here, and its lists are those of the servers.

const read = (file: string) => readFileSync(file, 'utf8');
const policy = read('docs/deprecation.md');

/** The sentence over the table of dates. */
const [today = ''] = /^Today, .+$/m.exec(policy) ?? [];

/** The rows of the table under a line, or after a heading, that is just these words. */
function rows(page: string, above: string): readonly (readonly string[])[] {
  const [, table] = page.split(`\n${above}\n\n`);
  if (table === undefined) throw new Error(`there is no “${above}”`);
  const [, , ...lines] = (table.split(/\n(?!\|)/)[0] ?? '').split('\n');
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

const isDay = (text = '') => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const isVersion = (text = '') => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(text);

/** What the lists say that the policy does not allow. */
function broken(page: string): readonly string[] {
  const problems: string[] = [];
  for (const [what, said, version, until, instead] of rows(page, 'Deprecated:')) {
    if (!isDay(said) || !isDay(until) || !isVersion(version)) problems.push(`${what}: two days and a version, please`);
    else if (String(until) < monthsLater(String(said), 12)) problems.push(`${what}: less than 12 months`);
    if (!instead) problems.push(`${what}: what is to be written instead?`);
    if (!read('CHANGELOG.md').includes(String(what))) problems.push(`${what}: not in the changelog`);
  }
  for (const [version, on, why, instead] of rows(page, 'Withdrawn:')) {
    if (!isVersion(version) || !isDay(on)) problems.push(`${version}: a version and a day, please`);
    if (!why || !isVersion(instead)) problems.push(`${version}: why, and which version instead?`);
    if (!read('CHANGELOG.md').includes(`${version} is withdrawn`)) problems.push(`${version}: not in the changelog`);
  }
  return problems;
}

/** The versions in a server's list, without what is only said there. */
const listed = (file: string) =>
  [
    ...read(file)
      .replace(/^ *#.*$/gm, '')
      .matchAll(/"([^"]+)"\)? .*?(\d{4}-\d\d-\d\d)/g),
  ].map(([, version, on]) => [version, on]);

describe('what goes away', () => {
  it('goes by the rules: 12 months for what is deprecated, a reason and a way on for what is withdrawn', () => {
    assert.deepEqual(broken(policy), []);
  });

  it('is looked at: a row that breaks the rules is found', () => {
    const withRows = (above: string, ...lines: readonly string[]) =>
      policy.replace(new RegExp(`(\n${above}\n\n.+\n.+\n)`), `$1${lines.join('\n')}\n`);
    const deprecated = withRows(
      'Deprecated:',
      '| `old` | 2027-01-31 | 1.2.0 | 2028-01-30 | `new` |',
      '| `older` | soon | 1.2.0 | later | |',
    );
    assert.deepEqual(broken(deprecated), [
      '`old`: less than 12 months',
      '`old`: not in the changelog',
      '`older`: two days and a version, please',
      '`older`: what is to be written instead?',
      '`older`: not in the changelog',
    ]);
    const withdrawn = withRows('Withdrawn:', '| 1.0.0 | 2027-01-31 | wrong number | 1.0.1 |', '| 2 | then | | |');
    assert.deepEqual(broken(withdrawn), [
      '1.0.0: not in the changelog',
      '2: a version and a day, please',
      '2: why, and which version instead?',
      '2: not in the changelog',
    ]);
  });

  it('is withdrawn from every server alike', () => {
    const told = rows(policy, 'Withdrawn:').map(([version, on]) => [version, on]);
    assert.deepEqual(listed('deploy/nginx/alliance-elements-withdrawn.map'), told);
    assert.deepEqual(listed('deploy/varnish/withdrawn.vcl'), told);
  });

  it('is told once, and the pages on serving point there', () => {
    for (const page of ['docs/serving.md', 'deploy/cdn.md', 'docs/decisions/0015-serving.md'])
      assert.match(read(page), /deprecation\.md#when-a-version-is-withdrawn\)/, page);
    assert.match(policy, /^## When a version is withdrawn$/m);
  });

  it('has dates that are those of the things themselves', () => {
    const spoken = (day: string) =>
      new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    const checks = readdirSync('content/en').map((file) => {
      const [, checked, due] = /^review: .*checked: ([\d-]+), due: ([\d-]+)/m.exec(read(`content/en/${file}`)) ?? [];
      return { checked: checked ?? assert.fail(file), due: due ?? assert.fail(file) };
    });
    for (const { checked, due } of checks) assert.ok(due <= monthsLater(checked, 3), 'every 3 months');
    const [next = assert.fail()] = checks.map(({ due }) => due).sort();
    const [, expires = ''] = /^Expires: (.+)$/m.exec(read('docs/security.txt')) ?? [];
    assert.deepEqual(
      rows(policy, today).map(([, on]) => on),
      [spoken(next), spoken(expires)],
    );
  });
});
