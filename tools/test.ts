/**
 * `npm test`: builds the library, then runs the tests of tools, content and build (Node) and those of the widgets (a
 * real browser), and ends with one line: how many passed and how many failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Totals {
  readonly passed: number;
  readonly failed: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'alliance-test-'));

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function totalsOf(file: string): Totals | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Totals;
  } catch {
    return undefined;
  }
}

/** A run that ended badly without saying why counts as one failure: silence is no success. */
async function suite(command: string, args: readonly string[]): Promise<Totals> {
  const file = join(scratch, `${Math.random()}.json`);
  const code = await run(command, args, { TEST_TOTALS: file });
  const { passed, failed } = totalsOf(file) ?? { passed: 0, failed: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

if ((await run('npm', ['run', 'build', '--silent'])) !== 0) {
  console.error('The build failed, so nothing was tested.');
  process.exit(1);
}
const nodeTests = readdirSync('test/node', { recursive: true, encoding: 'utf8' }).map((name) =>
  join('test/node', name),
);
const underNode = (ending: string, ...flags: string[]) =>
  suite('node', [
    ...flags,
    '--test',
    '--test-concurrency=1',
    '--test-timeout=300000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tools/node-totals.mjs',
    '--test-reporter-destination=stdout',
    ...nodeTests.filter((name) => name.endsWith(ending)),
  ]);
const results = [
  await underNode('.test.ts', '--import', 'jiti/register'),
  // These run tools that load their own settings through jiti, which cannot be done twice in one process.
  await underNode('.test.mjs'),
  await suite('npx', ['--no-install', 'wtr']),
];
rmSync(scratch, { recursive: true });

const sum = (key: keyof Totals) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') || !sum('passed') ? 1 : 0;
