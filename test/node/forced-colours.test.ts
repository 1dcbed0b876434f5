import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Site } from '../../tools/serve.js';
import { launch, rendered, serveWidgets, tags, watch } from './browser.js';

const widgets = `
  <alliance-finder search="CB9"></alliance-finder>
  <alliance-overview></alliance-overview>
  <care-pathway stage="tests"></care-pathway>
  <contact-card organisation="RM1"></contact-card>
  <partner-list filter kind="trust"></partner-list>
  <prevention-guidance></prevention-guidance>
  <region-map hospitals level="ccg" selected="luton"></region-map>
  <screening-guidance programme="bowel"></screening-guidance>
  <support-directory alliance="north"></support-directory>
  <symptom-guidance area="chest" search="cough"></symptom-guidance>`;

/** What readers set for themselves: colours of their own, and the size of their text. */
describe('A reader’s own settings', () => {
  let browser: Browser;
  let partner: Site;

  before(async () => {
    browser = await launch();
    partner = await serveWidgets({
      '/': widgets,
      '/fixed': `<style>html { font-size: 62.5% } body { font-size: 14px }</style>${widgets}`,
    });
  });
  after(async () => {
    await browser.close();
    await partner.close();
  });

  async function shown(path = '/', scheme = 'light'): Promise<Page> {
    const { page } = await watch(browser);
    await page.emulateMediaFeatures([
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: scheme },
    ]);
    await page.goto(`${partner.origin}${path}`);
    await rendered(page);
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    return page;
  }

  for (const scheme of ['light', 'dark']) {
    it(`R18 forced colours, ${scheme}: every edge is drawn in a colour that can be told from what is behind it`, async () => {
      const page = await shown('/', scheme);
      const faults = await page.evaluate((names) => {
        const probe = document.body.appendChild(document.createElement('p'));
        const system = (name: string) => {
          probe.style.color = name;
          return getComputedStyle(probe).color;
        };
        const canvas = system('Canvas');
        const faults: string[] = [];
        for (const name of names) {
          const root = document.querySelector(name)!.shadowRoot!;
          const edged = root.querySelectorAll(
            'button, input:not([type="radio"]), .card, .frame, .care, [part~=benefits], [part~=harms], [part~=choice]',
          );
          for (const element of edged) {
            const style = getComputedStyle(element);
            if (style.display === 'none' || style.visibility === 'hidden') continue;
            for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
              const [width, kind, colour] = [
                style[`border${side}Width`],
                style[`border${side}Style`],
                style[`border${side}Color`],
              ];
              const drawn = parseFloat(width) > 0 && kind !== 'none';
              if (drawn && colour === canvas) faults.push(`${name} ${element.outerHTML.slice(0, 60)} ${side}`);
              if (!drawn && element.matches('button, input')) faults.push(`${name} ${element.outerHTML.slice(0, 60)}`);
            }
          }
          for (const element of root.querySelectorAll('p, a, summary, h2, h3')) {
            const { color } = getComputedStyle(element);
            if (color === canvas) faults.push(`${name} words ${element.outerHTML.slice(0, 60)}`);
          }
        }
        probe.remove();
        return faults;
      }, tags);
      assert.deepEqual(faults, []);
      await page.close();
    });

    it(`R18 forced colours, ${scheme}: the focus is seen on every control`, async () => {
      const page = await shown('/', scheme);
      const stops = new Set<string>();
      for (let press = 0; press < 400; press++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const host = document.activeElement;
          const focused = host?.shadowRoot?.activeElement;
          if (!host || !focused) return undefined;
          const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(focused);
          const probe = document.body.appendChild(document.createElement('p'));
          probe.style.color = 'Canvas';
          const canvas = getComputedStyle(probe).color;
          probe.remove();
          const visible = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && outlineColor !== canvas;
          return { name: `${host.localName} ${focused.localName}`, visible, html: focused.outerHTML.slice(0, 80) };
        });
        if (!stop) break;
        assert.ok(stop.visible, `${stop.name}: ${stop.html}`);
        stops.add(stop.name);
      }
      for (const tag of tags)
        assert.ok(
          [...stops].some((name) => name.startsWith(tag)),
          `${tag} was reached`,
        );
      for (const control of ['a', 'summary', 'button', 'input'])
        assert.ok(
          [...stops].some((name) => name.endsWith(` ${control}`)),
          `${control} was reached`,
        );
      await page.close();
    });

    it(`R18 forced colours, ${scheme}: a care card says how urgent it is, in words and by its edge`, async () => {
      const page = await shown('/', scheme);
      const cards = await page.evaluate(() => {
        const root = document.querySelector('symptom-guidance')!.shadowRoot!;
        const cards = [...root.querySelectorAll<HTMLElement>('.care')].filter((card) => card.checkVisibility());
        return cards.map((card) => {
          const { borderTopWidth, borderTopStyle } = getComputedStyle(card);
          const urgency = card.querySelector('.urgency')!;
          const { width, height } = urgency.getBoundingClientRect();
          const seen = width > 60 && height > 10 && getComputedStyle(urgency).clipPath === 'none';
          return { words: urgency.textContent.trim(), seen, edge: `${borderTopWidth} ${borderTopStyle}` };
        });
      });
      const edges = new Map(cards.map(({ words, edge }) => [words, edge]));
      assert.equal(edges.size, 3, [...edges.keys()].join());
      assert.equal(new Set(edges.values()).size, 3, [...edges.values()].join());
      for (const { words, seen, edge } of cards) assert.deepEqual([seen, edge], [true, edges.get(words)], words);
      await page.close();
    });

    it(`R18 forced colours, ${scheme}: bars and the line they start at, and the rings of the steps, are drawn`, async () => {
      const page = await shown('/', scheme);
      const drawn = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('p'));
        probe.style.color = 'Canvas';
        const canvas = getComputedStyle(probe).color;
        probe.remove();
        const styles = (tag: string, selector: string, pseudo?: string) =>
          [...document.querySelector(tag)!.shadowRoot!.querySelectorAll(selector)].map((each) =>
            getComputedStyle(each, pseudo),
          );
        return {
          canvas,
          bars: styles('prevention-guidance', '.bars rect').map(({ fill }) => fill),
          lines: styles('prevention-guidance', '.bars .row').map(
            (style) => [parseFloat(style.borderInlineStartWidth) >= 2, style.borderInlineStartColor] as const,
          ),
          rings: styles('care-pathway', '.step', '::before').map(
            (style) => [parseFloat(style.borderTopWidth) >= 2, style.borderTopColor] as const,
          ),
        };
      });
      assert.deepEqual([drawn.bars.length, drawn.lines.length, drawn.rings.length], [3, 3, 9]);
      for (const fill of drawn.bars) assert.notEqual(fill, drawn.canvas);
      for (const [wide, colour] of [...drawn.lines, ...drawn.rings]) {
        assert.ok(wide);
        assert.notEqual(colour, drawn.canvas);
      }
      await page.close();
    });

    it(`R18 forced colours, ${scheme}: the map shows its borders, its names and what is chosen`, async () => {
      const page = await shown('/', scheme);
      // Counted on the picture itself: a border or a hatching is there if the dots are not all of one colour.
      const dots = async () => {
        const picture = await page.$('region-map >>> .picture');
        assert.ok(picture);
        const png = await picture.screenshot({ encoding: 'base64' });
        return page.evaluate(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const drawing = canvas.getContext('2d')!;
          drawing.drawImage(image, 0, 0);
          const { data: bytes } = drawing.getImageData(0, 0, image.width, image.height);
          const background = bytes[0]! > 127 ? 255 : 0;
          let ink = 0;
          for (let i = 0; i < bytes.length; i += 4) if (Math.abs(bytes[i]! - background) > 127) ink++;
          return ink / (bytes.length / 4);
        }, png);
      };
      await page.emulateMediaFeatures([
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      const set = async (selected: string) =>
        page.evaluate(async (id) => {
          const map = document.querySelector('region-map') as HTMLElement & { updateComplete: Promise<unknown> };
          map.setAttribute('level', 'alliance');
          if (id) map.setAttribute('selected', id);
          else map.removeAttribute('selected');
          await map.updateComplete;
        }, selected);
      await set('');
      const plain = await dots();
      assert.ok(plain > 0.005 && plain < 0.5, `lines: ${plain}`);
      await set('south');
      const chosen = await page.evaluate(() => {
        const map = document.querySelector('region-map')!.shadowRoot!;
        const style = (selector: string) => getComputedStyle(map.querySelector(selector)!);
        return {
          over: [style('.over.on').stroke, style('.over.on').fill],
          area: [style('.area').stroke, style('.area').fill],
        };
      });
      assert.notEqual(chosen.area[0], chosen.area[1], 'a border is not the colour of the area');
      assert.notEqual(chosen.over[1], chosen.area[1], 'a chosen area is not the colour of the others');
      assert.notEqual((await dots()).toFixed(3), plain.toFixed(3));
      await page.close();
    });
  }

  it('R18 forced colours: what is chosen among answers is drawn by the browser, in the reader’s colours', async () => {
    const page = await shown();
    const radio = await page.evaluate(() => {
      return ['screening-guidance', 'support-directory'].map((tag) => {
        const root = document.querySelector(tag)!.shadowRoot!;
        const { appearance, forcedColorAdjust } = getComputedStyle(root.querySelector('[type="radio"]')!);
        return [appearance, forcedColorAdjust];
      });
    });
    assert.deepEqual(radio, [
      ['auto', 'auto'],
      ['auto', 'auto'],
    ]);
    await page.close();
  });

  it('R4 text of 24 px by default makes each widget’s text half as large again, whatever the page says', async () => {
    const sizes = async (path: string, standard: number) => {
      const { page } = await watch(browser);
      const session = await page.createCDPSession();
      await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: 13 } });
      await page.goto(`${partner.origin}${path}`);
      await rendered(page);
      const found = await page.evaluate(
        (names) =>
          names.map((name) => {
            const root = document.querySelector(name)!.shadowRoot!;
            return ['h2', 'p', 'footer', 'summary', 'a'].map((each) =>
              parseFloat(getComputedStyle(root.querySelector(each)!).fontSize),
            );
          }),
        tags,
      );
      await page.close();
      return found.flat();
    };
    for (const path of ['/', '/fixed']) {
      const [usual, large] = [await sizes(path, 16), await sizes(path, 24)];
      for (const [i, size] of usual.entries()) assert.equal(((large[i] ?? 0) / size).toFixed(2), '1.50');
    }
  });
});
