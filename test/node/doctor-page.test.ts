import type { Page } from 'puppeteer-core';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { serveLibrary, servePages } from '../../tools/serve.js';
import { launch, watch } from './browser.js';
import { card, script, words } from './doctor-look.js';

/** The page on a site of its own, under a strict policy, and what goes wrong or goes out on it. */
async function opened() {
  const library = await serveLibrary('dist');
  const site = await servePages('demo', 'dist', library.origin);
  const browser = await launch();
  const watched = await watch(browser);
  await watched.page.goto(`${site.origin}/doctor.html`, { waitUntil: 'networkidle0' });
  const close = async () => {
    await browser.close();
    await Promise.all([library.close(), site.close()]);
  };
  return { ...watched, library, close };
}

const findingsOn = async (page: Page): Promise<readonly string[]> => {
  await page.waitForSelector('.findings li');
  return page.$$eval('.findings li', (items) => items.map((item) => item.textContent ?? ''));
};

describe('the page of the doctor', () => {
  it('looks at what is pasted, without a request, under a strict policy', async () => {
    const { page, errors, violations, requests, library, close } = await opened();
    const before = requests.filter((url) => !url.startsWith(library.origin)).length;
    await page.type(
      '#html',
      `${script}<contact-card organisation="nobody">${words}</contact-card><contact-crad></contact-crad>`,
    );
    await page.type('#policy', "Content-Security-Policy: script-src 'self'");
    await page.keyboard.press('Enter');
    const findings = await findingsOn(page);
    assert.equal(findings.length, 3, findings.join('\n'));
    assert.match(
      findings.join('\n'),
      /script-src 'self'" stops.*organisation="nobody"> is not known.*no <contact-crad>|script-src 'self'" stops.*no <contact-crad>.*organisation="nobody"> is not known/s,
    );
    assert.equal(await page.$eval('[role=status]', (status) => status.textContent), '3 to mend, 0 to improve.');
    assert.equal(requests.filter((url) => !url.startsWith(library.origin)).length, before);
    assert.deepEqual([...errors, ...violations], []);
    await close();
  });

  it('shows what it does on a page full of faults, and each line of it', async () => {
    const { page, errors, violations, close } = await opened();
    await page.click('[data-doctor-example]');
    const findings = (await findingsOn(page)).join('\n');
    assert.match(findings, /To mend, line 7: There is no <contactcard>/);
    assert.match(findings, /To improve, line 8: NHS Luton CCG closed/);
    await page.focus('.findings .warning button');
    await page.keyboard.press('Enter');
    const chosen = await page.$eval('textarea', (area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(chosen, '<div data-alliance-element="contact-card" data-organisation="luton-ccg">');
    assert.deepEqual([...errors, ...violations], []);
    await close();
  });

  it('says what it did not ask for, and that the command does', async () => {
    const { page, close } = await opened();
    const hidden = () => page.$eval('[data-doctor-unasked]', (note) => getComputedStyle(note).display === 'none');
    assert.ok(await hidden());
    await page.type('#html', script + card);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match((await findingsOn(page)).join(), /nothing to mend/);
    const said = await page.$eval('[data-doctor-unasked]', (note) => note.textContent);
    assert.match(
      said,
      /not looked at here: https:\/\/widgets\.example\/\S+\.js\. The command asks.*npx --no-install alliance-elements/,
    );
    assert.ok(!(await hidden()));
    // A page without an address to ask for has nothing to say of it.
    await page.$eval('textarea', (area) => (area.value = '<contact-crad></contact-crad>'));
    await page.click('form button');
    await page.waitForFunction(() => document.querySelector('.findings')?.textContent.includes('contact-crad'));
    assert.ok(await hidden());
    await close();
  });

  it('is served the script that the build lists', () => {
    const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as { files: Record<string, unknown> };
    assert.ok('tools/doctor.js' in manifest.files);
  });
});
