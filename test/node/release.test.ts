import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** Runs a script of package.json; gives what it printed, and fails with it. */
function run(script: string): string {
  try {
    return execFileSync('npm', ['run', '--silent', script], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm run ${script} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

describe('what is to be released', () => {
  it('keeps to its limits of bytes, requests and hops', () => {
    assert.match(run('size'), /first contact-card, all it loads/);
  });

  it('is a package that publint and attw find nothing wrong with', () => {
    assert.match(run('check:package'), /No problems found|All good/);
  });
});
