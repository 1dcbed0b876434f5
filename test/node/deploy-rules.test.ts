import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';

const folder = mkdtempSync(join(tmpdir(), 'alliance-compress-'));
after(() => rmSync(folder, { recursive: true }));

const compress = () => execFileSync(process.execPath, ['--import', 'jiti/register', 'tools/compress.ts', folder]);
const write = (name: string, bytes: string | Buffer) => writeFileSync(join(folder, name), bytes);
const read = (name: string) => readFileSync(join(folder, name));
const listed = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('packed forms', () => {
  const script = 'export const words = "and the same again";\n'.repeat(50);

  it('stand beside every text file that is served, unpack to it, and save bytes', () => {
    mkdirSync(join(folder, 'frame'));
    mkdirSync(join(folder, 'npm'));
    for (const name of ['a.js', 'a.js.map', 'b.json', 'NOTICE', 'frame/c.html', 'd.svg', 'npm/e.js', 'f.png'])
      write(name, script);
    // What cannot be made smaller, and what is so small that its wrapping weighs more.
    write('random.txt', randomBytes(400));
    write('empty.txt', '');
    // Left by an earlier build.
    write('gone.js.br', 'old');
    write('random.txt.gz', 'old');
    compress();
    for (const name of ['a.js', 'a.js.map', 'b.json', 'NOTICE', 'frame/c.html', 'd.svg']) {
      assert.equal(brotliDecompressSync(read(`${name}.br`)).toString(), script, name);
      assert.equal(gunzipSync(read(`${name}.gz`)).toString(), script, name);
      assert.ok(read(`${name}.br`).length < script.length && read(`${name}.gz`).length < script.length);
    }
    for (const name of ['npm/e.js', 'f.png', 'random.txt', 'empty.txt', 'gone.js'])
      for (const ending of ['br', 'gz']) assert.equal(existsSync(join(folder, `${name}.${ending}`)), false, name);
  });

  it('are the same bytes each time, and say nothing of the hour or the machine', () => {
    const names = listed();
    const files = names.filter((name) => /\.(br|gz)$/.test(name));
    const first = files.map(read);
    compress();
    assert.deepEqual(listed(), names, 'no packed form of a packed form');
    assert.ok(files.every((name, index) => read(name).equals(first[index] ?? Buffer.of())));
    for (const name of files.filter((file) => file.endsWith('.gz')))
      assert.deepEqual([...read(name).subarray(4, 10)], [0, 0, 0, 0, 2, 255], 'no time, best effort, no system');
  });

  it('are the last step of the build, and of this one', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    assert.match(scripts['build'] ?? '', /&& npm run compress$/, 'whatever is written after it would not be packed');
    for (const name of readdirSync('dist').filter((file) => /\.(js|json)$/.test(file)))
      for (const [ending, unpack] of [
        ['br', brotliDecompressSync],
        ['gz', gunzipSync],
      ] as const)
        assert.ok(unpack(readFileSync(`dist/${name}.${ending}`)).equals(readFileSync(`dist/${name}`)), name);
  });
});

describe('what is told to those who serve', () => {
  const text = (file: string) => readFileSync(file, 'utf8');
  const rules = JSON.parse(text('deploy/cdn/rules.json')) as Record<string, Record<string, string>>;

  it('is what nginx is told', () => {
    const nginx = text('deploy/nginx/alliance-elements.conf');
    for (const [kind, headers] of Object.entries(rules))
      for (const [name, value] of Object.entries(headers))
        if (kind === 'types' && name)
          assert.match(nginx, new RegExp(`"?${value.replace('+', '\\+')}"? .*\\b${name}\\b.*;`));
        else assert.ok(nginx.includes(`"${value}"`) || nginx.includes(` ${value};`), `${kind}: ${name}`);
  });

  it('stands in the page for a CDN word for word, but for the long ones, which it points to', () => {
    const page = text('deploy/cdn.md');
    for (const kind of ['everywhere', 'pinned', 'content', 'missing', 'withdrawn'])
      for (const [name, value] of Object.entries(rules[kind] ?? assert.fail(kind))) {
        assert.ok(page.includes(name), name);
        assert.ok(page.includes(value), value);
      }
    assert.ok(page.includes('cdn/rules.json') && page.includes('cdn/cors.json'));
  });

  it('opens a bucket to every site for reading, and for nothing else', () => {
    const { CORSRules } = JSON.parse(text('deploy/cdn/cors.json')) as {
      CORSRules: readonly { AllowedOrigins: string[]; AllowedMethods: string[] }[];
    };
    assert.deepEqual(
      CORSRules.map(({ AllowedOrigins, AllowedMethods }) => [AllowedOrigins, AllowedMethods]),
      [[['*'], ['GET', 'HEAD']]],
    );
  });

  it('uploads packed forms only to a CDN that packs nothing itself, in the rules and in the steps', () => {
    const page = text('deploy/cdn.md');
    assert.match(page, /leave `\.br` and `\.gz` out of the bucket\. If it cannot do brotli, upload them too/);
    assert.match(
      page,
      /^3\. Upload `dist\/` without `npm\/` and `wordpress\/`, and without the packed forms if the CDN makes its own/m,
    );
  });

  it('asks for memory enough: the most that a version may take stands there, and it takes no more', () => {
    const [, most = NaN] =
      /all versions \(at most (\d+) MB each, in three forms\)/.exec(text('deploy/varnish/default.vcl')) ?? [];
    const bytes = readdirSync('dist', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !relative('dist', entry.parentPath).startsWith('npm'))
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    assert.ok(bytes < Number(most) * 1e6 && bytes > Number(most) * 0.5e6, `${bytes} bytes of at most ${most} MB`);
  });

  it('puts nginx’s settings where they look for each other, and security.txt where it is looked for', () => {
    const [, commands = ''] = /^apt-get install nginx .+\n([^`]+)```/m.exec(text('docs/serving.md')) ?? [];
    const there = mkdtempSync(join(folder, 'etc-'));
    mkdirSync(join(there, 'etc/nginx/conf.d'), { recursive: true });
    execFileSync('sh', ['-ec', commands.replace(/(?<= )\/(?=etc|srv)/g, `${there}/`)]);
    const [, list = ''] = /include (\S+);/.exec(text(join(there, 'etc/nginx/conf.d/alliance-elements.conf'))) ?? [];
    assert.equal(text(join(there, 'etc/nginx', list)), text(`deploy/nginx/${list}`));
    assert.equal(text(join(there, 'srv/.well-known/security.txt')), text('docs/security.txt'));
  });

  it('puts a version in its place from the package, without what is for bundlers', () => {
    const { version } = JSON.parse(text('package.json')) as { version: string };
    const [, commands = ''] = /From your own site\n\n```sh\n(.+?)```/s.exec(text('docs/serving.md')) ?? [];
    assert.match(commands, /^npm run build && npm pack\n/);
    const there = mkdtempSync(join(folder, 'srv-'));
    const to = { stdio: 'pipe', encoding: 'utf8' } as const;
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', there], to);
    const rest = commands.replace(/^.+\n/, '').replaceAll('0.1.0', version).replaceAll('/srv/', `${there}/`);
    execFileSync('sh', ['-ec', rest.replace('alliance-elements-', `${there}/alliance-elements-`)], to);
    const filesIn = (place: string) =>
      readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(place, join(entry.parentPath, entry.name)))
        // For bundlers, and for whoever runs a WordPress: neither is served.
        .filter((name) => !/^(npm|wordpress)\//.test(name))
        .sort();
    assert.deepEqual(readdirSync(join(there, 'alliance-elements')), [version]);
    assert.ok(!existsSync(join(there, 'alliance-elements', version, 'npm')));
    assert.deepEqual(filesIn(join(there, 'alliance-elements', version)), filesIn('dist'));
  });
});
