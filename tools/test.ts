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

/** Runs a program; what it says is shown as it comes or, for one that runs beside another, when it has ended. */
function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  beside = false,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
    child.on('close', () => process.stdout.write(Buffer.concat(said)));
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
async function suite(command: string, args: readonly string[], beside = false): Promise<Totals> {
  const file = join(scratch, `${Math.random()}.json`);
  const code = await run(command, args, { TEST_TOTALS: file }, beside);
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
const underNode = (is: (name: string) => boolean, flags: readonly string[] = [], beside = false) =>
  suite(
    'node',
    [
      ...flags,
      '--test',
      '--test-concurrency=1',
      // Of a whole file too: it ends what hangs.
      '--test-timeout=900000',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./tools/node-totals.mjs',
      '--test-reporter-destination=stdout',
      ...nodeTests.filter(is),
    ],
    beside,
  );
const withTypes = ['--import', 'jiti/register'];
const isHostile = (name: string) => /hostile-[\w-]+\.test\.ts$/.test(name);

/** What only works on texts, for minutes, and then what runs in the test runner's own browsers. */
async function beside(): Promise<readonly Totals[]> {
  return [await underNode(isHostile, withTypes, true), await suite('npx', ['--no-install', 'wtr'], true)];
}
/** What asks servers, installs and measures. */
async function main(): Promise<readonly Totals[]> {
  return [
    await underNode((name) => name.endsWith('.test.ts') && !isHostile(name), withTypes),
    // These run tools that load their own settings through jiti, which cannot be done twice in one process.
    await underNode((name) => name.endsWith('.test.mjs')),
  ];
}
const results = (await Promise.all([beside(), main()])).flat();
rmSync(scratch, { recursive: true });

const sum = (key: keyof Totals) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') || !sum('passed') ? 1 : 0;
