import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of what git would take of this repository, in another place, with the same packages installed. */
export function copyOfRepository(): string {
  const place = mkdtempSync(join(tmpdir(), 'alliance-again-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(name))) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    copyFileSync(file, join(place, file));
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(place, 'node_modules'));
  return place;
}
