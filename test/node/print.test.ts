import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { parse } from 'yaml';
import type { Site } from '../../tools/serve.js';
import { launch, rendered, serveWidgets, tags, watch } from './browser.js';

const markup: Readonly<Record<(typeof tags)[number], string>> = {
  'alliance-finder': '<alliance-finder search="NR2"></alliance-finder>',
  'alliance-overview': '<alliance-overview></alliance-overview>',
  'care-pathway': '<care-pathway></care-pathway>',
  'contact-card': '<contact-card organisation="RM1"></contact-card>',
  'partner-list': '<partner-list filter kind="trust"></partner-list>',
  'prevention-guidance': '<prevention-guidance></prevention-guidance>',
  'region-map': '<region-map hospitals level="ccg"></region-map>',
  'screening-guidance': '<screening-guidance></screening-guidance>',
  'support-directory': '<support-directory alliance="north"></support-directory>',
  'symptom-guidance': '<symptom-guidance></symptom-guidance>',
};

const careCardWords = parse(readFileSync('content/en/care-card.yaml', 'utf8')) as {
  readonly levels: Readonly<Record<string, string>>;
};

describe('R29 print', () => {
  let browser: Browser;
  let partner: Site;

  before(async () => {
    browser = await launch();
    partner = await serveWidgets(
      Object.fromEntries(tags.map((tag) => [`/${tag}`, markup[tag] ?? `<${tag}></${tag}>`])),
    );
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
          buttons: [...root.querySelectorAll('button, input, form, fieldset')].filter(seen).length,
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

  const guidance = [
    'care-pathway',
    'prevention-guidance',
    'screening-guidance',
    'support-directory',
    'symptom-guidance',
  ] as const;
  for (const tag of guidance)
    it(`of ${tag} fills the sheet in two columns, and stays in one where the host leaves room for no more`, async () => {
      const page = await printed(tag);
      const columns = async (width: number) => {
        await page.setViewport({ width, height: 1000 });
        return page.evaluate((name) => {
          const area = document.querySelector(name)!.shadowRoot!.querySelector('.page')!;
          const { left, width } = area.getBoundingClientRect();
          const starts = [...area.querySelectorAll('p, li')].flatMap((words) =>
            [...words.getClientRects()].map((line) => (line.left - left) / width),
          );
          return { beyond: area.scrollWidth > area.clientWidth, second: starts.some((start) => start > 0.5) };
        }, tag);
      };
      // A sheet of A4 within the margins that browsers leave.
      assert.deepEqual(await columns(718), { beyond: false, second: true });
      assert.deepEqual(await columns(400), { beyond: false, second: false });
      await page.close();
    });

  it('of a care card says how urgent it is, in words and by its edge', async () => {
    const page = await printed('symptom-guidance');
    const cards = await page.evaluate(() => {
      const root = document.querySelector('symptom-guidance')!.shadowRoot!;
      return [...root.querySelectorAll<HTMLElement>('.care')].map((card) => {
        const { borderTopWidth, borderTopStyle, backgroundColor } = getComputedStyle(card);
        const urgency = card.querySelector<HTMLElement>('.urgency')!;
        const { width, height } = urgency.getBoundingClientRect();
        return {
          words: urgency.textContent?.trim(),
          seen: width > 60 && height > 10 && getComputedStyle(urgency).clipPath === 'none',
          edge: `${Math.round(parseFloat(borderTopWidth))} ${borderTopStyle}`,
          backgroundColor,
        };
      });
    });
    assert.ok(cards.length > 15);
    const edges = new Map(cards.map(({ words, edge }) => [words, edge]));
    assert.deepEqual([...edges.keys()].sort(), Object.values(careCardWords.levels).sort());
    assert.equal(new Set(edges.values()).size, 3, 'three edges that differ');
    for (const { words, seen, edge, backgroundColor } of cards)
      assert.deepEqual([seen, edge, backgroundColor], [true, edges.get(words), 'rgba(0, 0, 0, 0)'], words);
    await page.close();
  });

  it('of the chart shows its bars, which printers draw as pictures and not as backgrounds, from a line', async () => {
    const page = await printed('prevention-guidance');
    const bars = await page.evaluate(() => {
      const root = document.querySelector('prevention-guidance')!.shadowRoot!;
      return [...root.querySelectorAll<HTMLElement>('.bars .row')].map((row) => {
        const bar = row.querySelector('rect')!;
        const { width, height } = bar.getBoundingClientRect();
        const { borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(row);
        return {
          width,
          height,
          fill: getComputedStyle(bar).fill,
          line: `${borderInlineStartWidth} ${borderInlineStartStyle}`,
        };
      });
    });
    assert.ok(bars.length >= 3);
    for (const { width, height, fill, line } of bars) {
      assert.ok(width > 10 && height > 10, `${width} by ${height}`);
      assert.notEqual(fill, 'rgb(255, 255, 255)');
      assert.equal(line, '2px solid');
    }
    assert.deepEqual(
      bars.map(({ width }) => width),
      bars.map(({ width }) => width).sort((a, b) => b - a),
    );
    await page.close();
  });

  it('of the pathway draws each step with its number in a ring, and what may come next with a dot', async () => {
    const page = await printed('care-pathway');
    const rings = await page.evaluate(() => {
      const root = document.querySelector('care-pathway')!.shadowRoot!;
      return [...root.querySelectorAll('.step')].map((step) => {
        const { borderTopStyle, borderRadius, content, width } = getComputedStyle(step, '::before');
        return [borderTopStyle, borderRadius, content, Math.round(parseFloat(width) / 12)];
      });
    });
    assert.deepEqual(
      rings,
      rings.map((_, step) => ['solid', '50%', ...(step < 6 ? ['counter(list-item)', 3] : ['""', 1])]),
    );
    assert.equal(rings.length, 9);
    await page.close();
  });

  it('of the finder has the answer, of who looked for one; and nothing of who did not', async () => {
    const page = await printed('alliance-finder');
    const seen = await page.evaluate(() => {
      const root = document.querySelector('alliance-finder')!.shadowRoot!;
      return ['form', '[part=status]', '[part=boards]', '[part=hospitals]', '[part=caveat]'].map(
        (selector) => (root.querySelector<HTMLElement>(selector)?.getBoundingClientRect().height ?? 0) > 10,
      );
    });
    assert.deepEqual(seen, [false, true, true, true, true]);
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
