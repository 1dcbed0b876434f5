import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { organisationsTable } from '../../tools/organisations-table.js';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the documentation is true', () => {
  it('lists every organisation that a card can show', () => {
    assert.equal(readFileSync('docs/organisations.md', 'utf8'), organisationsTable(), 'run npm run docs:organisations');
  });

  it('gives each code to one organisation, and says whose it is where two have it', () => {
    const rows = [...organisationsTable().matchAll(/^\| `([\w-]+)` \| (.*?) \|/gm)];
    const codes = rows.map(([, , code = '']) => code).filter((code) => /^\w+$/.test(code));
    assert.equal(new Set(codes).size, codes.length);
    const cellOf = (name: string) => rows.find(([, id]) => id === name)?.[2];
    assert.equal(cellOf('norfolk-and-waveney-icb'), 'QMM');
    assert.equal(cellOf('norfolk-and-waveney-ics'), 'none (QMM gives `norfolk-and-waveney-icb`)');
  });

  it('links to files that are there', () => {
    for (const page of pages)
      for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        assert.ok(existsSync(join(dirname(page), target)), `${page} links to ${target}`);
  });

  it('shows our script nowhere without its version and its integrity', () => {
    let found = 0;
    for (const page of [...pages, 'stories/Embedding.mdx'])
      for (const [tag] of readFileSync(page, 'utf8').matchAll(/<script\b[^>]*\balliance-elements[^>]*>/g)) {
        found += 1;
        assert.match(tag, /\/(VERSION|\d+\.\d+\.\d+)\//, `${page}: ${tag}`);
        assert.match(tag, /\sintegrity="[^"]+"/, `${page}: ${tag}`);
        assert.match(tag, /\scrossorigin\b/, `${page}: ${tag}`);
      }
    assert.ok(found >= 4, String(found));
  });

  it('takes who is no programmer from a CMS to a card first, by the names that the builder really has', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, first = ''] = /\n## (.*?)\n## /s.exec(readme) ?? [];
    assert.match(first, /^From your CMS to a working card\n/);
    assert.doesNotMatch(first, /npm|```/);
    assert.ok(readme.indexOf(first) < readme.indexOf('npm ci'), 'before anything to type in a terminal');
    assert.ok(first.split(/\s+/).length < 340, 'no longer than a screen or two');
    const folder = 'tools/builder';
    const sources = [
      'demo/builder.html',
      'src/elements/contact-card/contact-card.ts',
      ...readdirSync(folder).map((name) => join(folder, name)),
    ];
    const built = sources.map((file) => readFileSync(file, 'utf8').replace(/\s+/g, ' ')).join(' ');
    const named = [...first.matchAll(/“(.*?)”/g)].map(([, name = '']) => name.replace(' (contact-card)', ''));
    // What editors of CMSs call their view of the code.
    const own = named.filter((name) => !['HTML', 'Source', '</>'].includes(name));
    assert.ok(own.length > 8, own.join());
    for (const name of own) assert.ok(built.includes(name), `the builder has no “${name}”`);
    for (const file of ['builder/builder.html', 'tools/builder.js'])
      assert.ok(existsSync(join('dist', file)), `dist has no ${file}, which the README sends people to`);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const page of pages)
      for (const [, script = ''] of readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)/g))
        assert.ok(script in scripts, `${page} names npm run ${script}`);
  });

  it('says of every package that we depend on what it is for, and of none that we do not', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const decision = readFileSync('docs/decisions/0017-dependencies.md', 'utf8');
    const rows = decision.split('\n').filter((line) => line.startsWith('|'));
    const told = [...rows.join('\n').matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    assert.deepEqual(told.sort(), Object.keys(devDependencies).sort());
    for (const name of Object.keys(dependencies)) assert.ok(decision.includes(`\`${name}\``), name);
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      assert.match(version, /^\d/, 'pinned');
  });

  it('gives security researchers an address that has not expired', () => {
    const text = readFileSync('docs/security.txt', 'utf8');
    assert.match(text, /^Contact: https:\/\/\S+$/m);
    const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? [];
    const months = (Date.parse(expires) - Date.now()) / (30 * 86_400_000);
    assert.ok(months > 1, 'renew docs/security.txt: it expires within a month');
    assert.ok(months < 12, 'a date further away than a year is no date');
  });
});
