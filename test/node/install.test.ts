import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, rendered, serveText, watch } from './browser.js';

/** A project of somebody who knows nothing of us: nothing of this repository is around it. */
const project = mkdtempSync(join(realpathSync(tmpdir()), 'alliance-empty-'));
const write = (name: string, text: string) => writeFileSync(join(project, name), text);

/** Runs a program there; gives what it printed, or throws it. */
function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}
const node = (code: string) => run(process.execPath, '--input-type=module', '-e', code).trim();

describe('what npm pack makes, installed in an empty project,', () => {
  before(() => {
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    write('package.json', JSON.stringify({ name: 'empty', version: '1.0.0', private: true, type: 'module' }));
    run('npm', 'install', '--no-audit', '--no-fund', `./${filename}`);
  });
  after(() => rmSync(project, { recursive: true }));

  it('is whole: npm finds nothing missing', () => {
    assert.match(run('npm', 'ls', '--all'), /alliance-elements@\d/);
  });

  it('can be imported on a server', () => {
    assert.equal(
      node(`const { ContactCard } = await import('alliance-elements');
            await import('alliance-elements/define/contact-card');
            console.log(customElements.get('contact-card') === ContactCard, typeof document);`),
      'true undefined',
    );
  });

  it('writes HTML by npx, before any script', () => {
    const html = run('npx', '--no-install', 'alliance-elements', 'prerender', 'contact-card', '--organisation=RGT');
    assert.match(html, /<contact-card organisation="RGT"[^>]*>\s*<template shadowrootmode="open"/);
    assert.match(html, /href="tel:/);
  });

  it('says by npx what is wrong with a page', () => {
    write('page.html', '<!doctype html><title>A page</title><contact-cart></contact-cart>');
    const { status, stdout } = spawnSync('npx', ['--no-install', 'alliance-elements', 'doctor', 'page.html'], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.match(stdout, /<contact-card>/);
    assert.equal(status, 1);
  });

  it('has types that know right from wrong', () => {
    write(
      'types.ts',
      `import 'alliance-elements/define/region-map';
       import { ContactCard } from 'alliance-elements';
       const card: ContactCard = document.createElement('contact-card');
       card.organisation = 'RGT';
       // @ts-expect-error: a number is no organisation.
       card.organisation = 7;
       document.addEventListener('region-select', ({ id }) => id?.toUpperCase());
       // @ts-expect-error: there is no such event of ours.
       document.addEventListener('region-choose', ({ id }) => id);`,
    );
    const options = { target: 'es2022', module: 'nodenext', strict: true, noEmit: true, types: [] };
    write('tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['types.ts'] }));
    run(process.execPath, resolve('node_modules/typescript/bin/tsc'));
  });

  it('is bundled, and shows a card and a map to a reader in a browser', async () => {
    write('app.js', `import 'alliance-elements/define/contact-card'; import 'alliance-elements/define/region-map';`);
    await build({
      absWorkingDir: project,
      entryPoints: ['app.js'],
      outfile: 'app.bundle.js',
      bundle: true,
      minify: true,
    });
    const site = await serveText({
      '/': `<!doctype html><html lang="en"><title>An app</title><body>
        <contact-card organisation="RGT"><p>Our words</p></contact-card><region-map><p>Our words</p></region-map>
        <script type="module">${readFileSync(join(project, 'app.bundle.js'), 'utf8')}</script></body></html>`,
    });
    const browser = await launch();
    try {
      const { page, errors } = await watch(browser);
      await page.goto(site.origin);
      await rendered(page);
      const shown = await page.evaluate(() =>
        ['contact-card', 'region-map'].map((tag) => document.querySelector(tag)?.shadowRoot?.textContent ?? ''),
      );
      assert.match(shown[0] ?? '', /Cambridge University Hospitals/);
      assert.match(shown[1] ?? '', /Norfolk and Waveney/);
      assert.deepEqual(errors, []);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
