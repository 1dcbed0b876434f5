import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'test/cms';
/** Where the cleaners are. */
export const packages = join(folder, 'node_modules');

interface Manifest {
  readonly version: string;
}
const manifest = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

/** The version of a cleaner. */
export const versionOf = (name: string): string => manifest(join(packages, name, 'package.json')).version;

/** The cleaners are large, so they have a lock of their own and come when they are first needed. */
export function install(): void {
  const { packages: locked } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Manifest & { dependencies?: Readonly<Record<string, string>> }>>;
  };
  const missing = Object.keys(locked['']?.dependencies ?? {}).some(
    (name) =>
      !existsSync(join(packages, name, 'package.json')) || versionOf(name) !== locked[`node_modules/${name}`]?.version,
  );
  if (missing)
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder], { stdio: 'ignore' });
}
