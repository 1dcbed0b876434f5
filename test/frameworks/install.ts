/**
 * Puts everything that the apps are built with into `test/frameworks/node_modules`: what the lock file there names, and
 * our own package as `npm pack` makes it of `dist`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(folder, 'node_modules');

function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Installs what is missing: npm leaves a lock file of what it has installed, which is then the newer one. */
function installTools(): void {
  const [locked, installed] = [join(folder, 'package-lock.json'), join(modules, '.package-lock.json')];
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
}

/** Packs the library, if it was built anew, and unpacks it as npm does; what it depends on, Lit, the lock file names. */
function installLibrary(): void {
  const target = join(modules, 'alliance-elements');
  const stamp = join(modules, '.packed');
  // The first and the last that a build writes for npm.
  const built = ['package.json', 'dist/npm/index.js', 'dist/npm/types/frameworks/svelte.d.ts'];
  const newest = `${Math.max(...built.map((file) => statSync(join(root, file)).mtimeMs))}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === newest) return;
  const scratch = mkdtempSync(join(tmpdir(), 'alliance-pack-'));
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], root);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', join(scratch, filename), '--strip-components=1', '-C', target], root);
  rmSync(scratch, { recursive: true });
  writeFileSync(stamp, newest);
}

export function install(): void {
  installTools();
  installLibrary();
}

/** A program that the lock file brought, run in a folder here; gives what it printed, or throws it. */
export function runTool(name: string, args: readonly string[], cwd: string): string {
  return run(join(modules, '.bin', name), args, join(folder, cwd));
}
