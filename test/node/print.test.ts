import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Site } from '../../tools/serve.js';
import { launch, rendered, serveWidgets, tags, watch } from './browser.js';

const markup: Readonly<Record<(typeof tags)[number], string>> = {
  'alliance-overview': '<alliance-overview></alliance-overview>',
  'contact-card': '<contact-card organisation="RM1"></contact-card>',
  'partner-list': '<partner-list filter kind="trust"></partner-list>',
  'region-map': '<region-map hospitals level="ccg"></region-map>',
  'screening-guidance': '<screening-guidance></screening-guidance>',
};

describe('R29 print', () => {
  let browser: Browser;
  let partner: Site;

  before(async () => {
    browser = await launch();
    partner = await serveWidgets(Object.fromEntries(tags.map((tag) => [`/${tag}`, markup[tag]])));
  });
  after(async () => {
    await browser.close();
    await partner.close();
  });

  async function printed(tag: string): Promise<Page> {
    const { page } = await watch(browser);
    await page.goto(`${partner.origin}/${tag}`);
    await rendered(page);
    await page.emulateMediaType('print');
    return page;
  }

  for (const tag of tags)
    it(`of ${tag}: nothing folded away, addresses after links, no button, black on white`, async () => {
      const page = await printed(tag);
      const paper = await page.evaluate((name) => {
        const root = document.querySelector(name)!.shadowRoot!;
        const all = [...root.querySelectorAll<HTMLElement>('.page *')];
        const seen = (element: Element): boolean => {
          // A slot has no box of its own.
          if (element.localName === 'slot') return seen(element.parentElement!);
          const { width, height } = element.getBoundingClientRect();
          return (
            element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && width * height > 0
          );
        };
        // Only what is for the screen may be missing: controls, and the sentences about them.
        const onScreenOnly = (element: Element) =>
          element.closest('button, input, .screen, .hidden, svg, label, style');
        const words = all.filter(
          (element) =>
            !onScreenOnly(element) &&
            [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        );
        const links = [...root.querySelectorAll<HTMLAnchorElement>('.page a[href^="http"]')];
        return {
          words: words.length,
          missing: words.filter((element) => !seen(element)).map((element) => element.outerHTML.slice(0, 120)),
          folded: [...root.querySelectorAll('details')].filter((details) => ![...details.children].every(seen)).length,
          links: links.length,
          addresses: links.filter((link) =>
            getComputedStyle(link, '::after').content.includes(link.getAttribute('href')!),
          ).length,
          buttons: [...root.querySelectorAll('button, input[type="search"]')].filter(seen).length,
          colours: [...new Set(words.map((element) => getComputedStyle(element).color))],
          surface: getComputedStyle(root.querySelector('.frame')!).backgroundColor,
        };
      }, tag);
      assert.ok(paper.words > 8);
      assert.deepEqual(paper.missing, []);
      assert.equal(paper.folded, 0);
      assert.ok(paper.links > 0);
      assert.equal(paper.addresses, paper.links);
      assert.equal(paper.buttons, 0);
      assert.deepEqual(paper.colours, ['rgb(0, 0, 0)']);
      assert.equal(paper.surface, 'rgb(255, 255, 255)');
      await page.close();
    });

  it('of each, on a page set to dark, in the colours of paper', async () => {
    for (const tag of tags) {
      const page = await printed(tag);
      const colours = await page.evaluate((name) => {
        document.documentElement.style.colorScheme = 'dark';
        const frame = document.querySelector(name)!.shadowRoot!.querySelector('.frame')!;
        const { color, backgroundColor } = getComputedStyle(frame.querySelector('p')!);
        return [color, backgroundColor, getComputedStyle(frame).backgroundColor];
      }, tag);
      assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'], tag);
      await page.close();
    }
  });

  it('of each makes a PDF of as many pages as its words need', async () => {
    for (const tag of tags) {
      const page = await printed(tag);
      const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
      assert.match(pdf, /^%PDF-/);
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      const height = await page.evaluate((name) => document.querySelector(name)!.getBoundingClientRect().height, tag);
      assert.ok(
        pages >= 1 && pages <= 3 + Math.ceil(height / 500),
        `${tag}: ${pages} pages for ${Math.round(height)} pixels`,
      );
      await page.close();
    }
  });
});
