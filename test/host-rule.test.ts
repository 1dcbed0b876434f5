import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AllianceElement } from '../src/base/alliance-element.js';
import { selectionOf } from '../src/page/selection.js';
import { callsOf, told, Widget, withPage } from './support.js';
import { widgets } from './widgets.js';

const hostileText = `body {
  letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase; line-height: 4; text-indent: 90px;
  white-space: pre; text-align: right; font: italic 700 40px/3 monospace; color: red; text-shadow: 0 0 3px red;
  word-break: break-all; hyphens: auto; list-style: none; cursor: wait; user-select: none; tab-size: 20;
  font-variant: small-caps; visibility: visible; fill: red; stroke: red; text-anchor: end;
}`;

const resets = [
  '* { margin: 0; padding: 0; border: 0; font: inherit }',
  '*, ::before, ::after { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important }',
  '* { all: unset } TAG { display: block }',
];

/** What the page could change of a text inside. */
const typeOf = (element: Element) => {
  const style = getComputedStyle(element);
  const { letterSpacing, wordSpacing, textTransform, textIndent, whiteSpace, textAlign } = style;
  return { letterSpacing, wordSpacing, textTransform, textIndent, whiteSpace, textAlign };
};

/** Everything that takes the focus by Tab, in the order of the page; of a group of radio buttons, the first. */
function stops(widget: Widget<AllianceElement>): Element[] {
  const groups = new Set<string>();
  return widget.all<HTMLInputElement>('a[href], button, input, summary').filter((control) => {
    if (!control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
    if (control.type !== 'radio') return true;
    return !groups.has(control.name) && !!groups.add(control.name);
  });
}

/** A box, and how far it is from the side where lines begin, from the other side, and from the top; and how tall. */
interface Box {
  readonly name: string;
  readonly sides: readonly number[];
}

/**
 * Where the boxes of a widget are, and the lines of text in them, as seen from the side where lines begin. What stands
 * within a line keeps the order of the words, which are English; a map is no other map; a number reads as it does.
 */
function boxesIn(widget: Widget<AllianceElement>, start: 'left' | 'right'): readonly Box[] {
  const frame = widget.frame.getBoundingClientRect();
  const from = ({ left, right, top, height }: DOMRect) => {
    const [one, other] = [left - frame.left, frame.right - right];
    return [...(start === 'left' ? [one, other] : [other, one]), top - frame.top, height];
  };
  return widget.all('.page *').flatMap((element) => {
    const name = `${element.localName}.${element.className} ${told(element).slice(0, 30)}`;
    if (element.closest('svg *, [dir=ltr]:not([part=frame])') || !element.getClientRects().length) return [];
    if (/^(inline|contents|none)/.test(getComputedStyle(element).display)) return [];
    // Said aloud, and out of sight.
    const isHidden = (each: Element) => getComputedStyle(each).position === 'absolute' && each.clientWidth <= 1;
    if (isHidden(element)) return [];
    const text = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
    const range = document.createRange();
    range.selectNodeContents(element);
    const [first] = element.children;
    if (first && isHidden(first)) range.setStartAfter(first);
    const lines =
      text && !element.matches('input')
        ? [{ name: `words of ${name}`, sides: from(range.getBoundingClientRect()) }]
        : [];
    return [{ name, sides: from(element.getBoundingClientRect()) }, ...lines];
  });
}

/** How far apart two colours are, by the formula of WCAG. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (/\d.*\d/.exec(colour)?.[0] ?? '').split(/[, ]+/).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('The host rule', () => {
  for (const [tag, markup] of Object.entries(widgets))
    describe(tag, () => {
      const shown = () => Widget.from(markup, tag);
      const heightOf = ({ element }: Widget<AllianceElement>) => element.getBoundingClientRect().height;

      it('R3 is as tall whatever the size of the page’s root', async () => {
        const widget = await shown();
        const before = heightOf(widget);
        for (const size of ['62.5%', '10px', '160%'])
          await withPage(`html { font-size: ${size} }`, () =>
            expect(heightOf(widget) / before, size).to.be.closeTo(1, 0.02),
          );
      });

      it('R5 takes no type from the text around it', async () => {
        const widget = await shown();
        const before = heightOf(widget);
        const types = () => widget.all('p, li, h2, summary, a, button, label').map(typeOf);
        const unharmed = types();
        await withPage(hostileText, () => {
          expect(heightOf(widget) / before).to.be.closeTo(1, 0.02);
          expect(types()).to.deep.equal(unharmed);
          expect(typeOf(widget.one('p'))).to.deep.equal({
            letterSpacing: 'normal',
            wordSpacing: '0px',
            textTransform: 'none',
            textIndent: '0px',
            whiteSpace: 'normal',
            textAlign: 'start',
          });
        });
      });

      it('R6 is not squashed by a reset of everything', async () => {
        const widget = await shown();
        const before = heightOf(widget);
        for (const reset of resets)
          await withPage(reset.replace('TAG', tag), () =>
            expect(heightOf(widget) / before, reset).to.be.closeTo(1, 0.02),
          );
      });

      for (const scheme of ['light', 'dark'])
        it(`R19 shows the focus on each control at 3:1, in the order of reading, in ${scheme}`, async () => {
          const widget = await shown();
          widget.element.style.colorScheme = scheme;
          const surface = getComputedStyle(widget.frame).backgroundColor;
          const expected = stops(widget);
          const before = document.createElement('button');
          widget.element.before(before);
          before.focus();
          const reached: Element[] = [];
          for (const _ of expected) {
            await sendKeys({ press: 'Tab' });
            const { focused } = widget;
            if (!focused) break;
            reached.push(focused);
            const { backgroundColor, color, outlineStyle, outlineWidth } = getComputedStyle(focused);
            // On a light surface the dark line tells; on a dark one the yellow; the words are read on the yellow. Of a
            // choice with a frame around it and its words, that frame may tell instead.
            const best = [focused, ...(focused.matches('[type=radio]') ? [focused.closest('label')!] : [])].map(
              (shown) => {
                const { backgroundColor, boxShadow } = getComputedStyle(shown);
                const line = /rgb\([^)]*\)/.exec(boxShadow)?.[0] ?? backgroundColor;
                return Math.max(contrast(line, surface), contrast(backgroundColor, surface));
              },
            );
            expect(Math.max(...best), focused.outerHTML).to.be.at.least(3);
            if (!focused.matches('[type=radio]')) expect(contrast(color, backgroundColor)).to.be.at.least(4.5);
            expect([outlineStyle, parseFloat(outlineWidth) >= 3], 'for forced colours').to.deep.equal(['solid', true]);
          }
          expect(reached.map((stop) => told(stop))).to.deep.equal(expected.map((stop) => told(stop)));
          expect(reached).to.deep.equal(expected);
        });

      it('R19 lets its words be selected, and takes no focus when they are pressed', async () => {
        const widget = await shown();
        expect(widget.root.delegatesFocus).to.equal(false);
        for (const words of widget.all('p, li, h2')) expect(getComputedStyle(words).userSelect).not.to.equal('none');
        const words = widget.one('p');
        getSelection()?.selectAllChildren(words);
        expect(String(getSelection()).trim()).not.to.equal('');
        getSelection()?.removeAllRanges();
      });

      it('R31 turns round on a page that runs from right to left, and stays in its place', async () => {
        const widget = await shown();
        widget.openAll();
        for (const width of [240, 700]) {
          widget.element.style.inlineSize = `${width}px`;
          const frame = widget.frame.getBoundingClientRect();
          const inset = (place: Element) => {
            const { left, right } = place.getBoundingClientRect();
            return [left - frame.left, frame.right - right].map(Math.round);
          };
          widget.element.dir = 'ltr';
          await widget.settled();
          const lists = widget.all('ul:not(.plain) > li');
          const leftToRight = lists.map((item) => inset(item)[0]);
          widget.element.dir = 'rtl';
          await widget.settled();
          expect(widget.frame.dir).to.equal('rtl');
          expect(getComputedStyle(widget.one('#heading')).textAlign).to.equal('right');
          if (width === 240) expect(lists.map((item) => inset(item)[1])).to.deep.equal(leftToRight);
          expect(widget.frame.scrollWidth).to.be.at.most(width);
        }
      });

      for (const width of [320, 700])
        it(`R31 is its own mirror image on such a page, box by box, ${width} pixels wide`, async () => {
          const widget = await shown();
          widget.openAll();
          await widget.settled();
          widget.element.style.inlineSize = `${width}px`;
          widget.element.dir = 'ltr';
          await widget.settled();
          const before = boxesIn(widget, 'left');
          widget.element.dir = 'rtl';
          await widget.settled();
          const after = boxesIn(widget, 'right');
          expect(before.length, 'boxes').to.be.above(10);
          expect(after.map(({ name }) => name)).to.deep.equal(before.map(({ name }) => name));
          const wrong = before.flatMap(({ name, sides }, index) => {
            const other = after[index]?.sides ?? [];
            return sides.every((side, at) => Math.abs(side - (other[at] ?? NaN)) <= 1)
              ? []
              : `${name}: ${sides.map(Math.round).join()} became ${other.map(Math.round).join()}`;
          });
          expect(wrong).to.deep.equal([]);
        });

      it('R31 says in which language its words are, on a page in another', async () => {
        const page = await fixture<HTMLElement>(`<div lang="pl">${markup}</div>`);
        const widget = await new Widget(page.querySelector<AllianceElement>(tag)!).settled();
        expect(widget.frame.lang).to.equal('en-GB');
      });

      it('R33 added and removed ten times, it leaves no listener, no observer and no one who follows', async () => {
        const page = await fixture<HTMLElement>('<div></div>');
        page.innerHTML = markup;
        const element = page.firstElementChild as AllianceElement;
        await element.updateComplete;
        element.remove();
        const counted = { add: 0, remove: 0, observe: 0, disconnect: 0 };
        const observers = [MutationObserver, ResizeObserver, IntersectionObserver];
        const watch = async (act: () => unknown) => {
          let inner = act;
          for (const { prototype } of observers) {
            const next = inner;
            inner = async () => {
              counted.disconnect += (
                await callsOf(prototype, 'disconnect', async () => {
                  counted.observe += (await callsOf(prototype, 'observe', next)).length;
                })
              ).length;
            };
          }
          counted.remove += (
            await callsOf(EventTarget.prototype, 'removeEventListener', async () => {
              counted.add += (await callsOf(EventTarget.prototype, 'addEventListener', inner)).length;
            })
          ).length;
        };
        await watch(async () => {
          for (let turn = 0; turn < 10; turn++) {
            page.append(element);
            await element.updateComplete;
            element.remove();
          }
        });
        expect(counted.add - counted.remove, 'listeners').to.equal(0);
        expect(counted.disconnect, 'observers').to.equal(counted.observe);
      });

      it('R33 thrown away, it hears nothing more of the page', async () => {
        const page = await fixture<HTMLElement>(
          `<div><p id="source"></p>${markup.replace('>', ' for="source">')}</div>`,
        );
        const element = page.querySelector<AllianceElement>(tag)!;
        await element.updateComplete;
        const source = page.firstElementChild!;
        let renders = 0;
        const { render } = element;
        element.render = function (this: AllianceElement) {
          renders++;
          return render.call(this);
        };
        const stir = async () => {
          const before = renders;
          selectionOf(source).area = { id: 'luton', kind: 'ccg', alliance: 'south' };
          document.documentElement.dir = 'rtl';
          await new Promise<void>((resolve) => queueMicrotask(resolve));
          await element.updateComplete;
          document.documentElement.removeAttribute('dir');
          selectionOf(source).area = undefined;
          await new Promise<void>((resolve) => queueMicrotask(resolve));
          await element.updateComplete;
          return renders > before;
        };
        expect(await stir(), 'while it is there').to.equal(true);
        element.remove();
        await element.updateComplete;
        expect(await stir(), 'once it is gone').to.equal(false);
      });
    });
});
