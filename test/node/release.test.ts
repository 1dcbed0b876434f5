import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
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

interface Package {
  readonly version: string;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
}
const ours = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

/** The names of all files that `npm pack` takes. */
function packed(): readonly string[] {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const [{ files }] = JSON.parse(told) as [{ files: readonly { path: string }[] }];
  return files.map(({ path }) => path);
}

describe('what is to be released', () => {
  it('keeps to its limits of bytes, requests and hops', () => {
    assert.match(run('size'), /first contact-card, all it loads/);
  });

  it('is a package that publint and attw find nothing wrong with', () => {
    assert.match(run('check:package'), /No problems found|All good/);
  });

  it('has no page with a link to what is not in the package', () => {
    const files = packed();
    const pages = files.filter((name) => name.endsWith('.md'));
    for (const page of ['README.md', 'SECURITY.md', 'docs/cms.md']) assert.ok(pages.includes(page), page);
    const dead = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/(?:\]\(|(?:src|href)=")(?!\w+:|#|\/)([^)#"\s]+)/g)]
        .map(([, target = '']) => posix.join(posix.dirname(page), target))
        .filter((target) => !files.some((name) => name === target || name.startsWith(`${target.replace(/\/$/, '')}/`)))
        .map((target) => `${page} links to ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  it('takes its licence, its notices and its list of components along', () => {
    const files = packed();
    for (const name of ['LICENSE', 'NOTICE', 'dist/NOTICE', 'dist/sbom.cdx.json', 'dist/tools/doctor.NOTICE.txt'])
      assert.ok(files.includes(name), name);
  });

  it('is for all, and says where it was made or is not published', () => {
    assert.deepEqual(ours.publishConfig, { access: 'public', provenance: true });
  });

  it('is told of in the changelog, first of all', () => {
    const [, newest] = /^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
    assert.equal(newest, ours.version);
  });
});
