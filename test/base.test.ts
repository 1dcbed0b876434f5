import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import { html, type PropertyDeclarations } from 'lit';
import { AllianceElement } from '../src/base/alliance-element.js';
import { define } from '../src/base/define.js';
import { AllianceErrorEvent, AllianceLinkEvent, AllianceReadyEvent } from '../src/base/events.js';
import { heading } from '../src/base/heading.js';
import { someOf } from '../src/base/some-of.js';
import { version } from '../src/base/version.js';
import { quote, warnOnce } from '../src/base/warn.js';
import { fallback } from '../src/parts/fallback.js';
import { callsOf, warnings, Widget, withPage } from './support.js';
import { odd } from './withstands.js';

/** The smallest widget that uses all of the base: two lists of words, and a thing that may not be known. */
class TestWidget extends AllianceElement {
  static override properties: PropertyDeclarations = { thing: {}, size: {}, picks: {} };

  declare thing?: unknown;
  declare size?: unknown;
  declare picks?: unknown;
  renders = 0;

  protected override renderContent(): unknown {
    this.renders++;
    if (this.thing === 'unknown' || this.thing === 'missing') {
      this.fail('thing', this.thing, 'a known thing');
      return fallback();
    }
    const size = this.oneOf('size', this.size, ['medium', 'large', 'small']);
    const picks = someOf(this.picks, ['one', 'two', 'three'], (word, known) => this.warn('picks', word, known));
    return html`${this.renderHeading('A widget')} ${heading(this.rank + 1, 'm', 'Part')}
      <p>Some words of <b>${this.allianceId ?? 'the region'}</b>, ${size}, ${picks.join(' ')}.</p>
      <details>
        <summary>More</summary>
        <p>More words.</p>
      </details>
      <ul>
        <li><a href="tel:0123">Call</a></li>
        <li><a href="mailto:a@b.example">Write</a></li>
        <li><a href="https://site.example/">Visit</a></li>
        <li><a href="#here">Stay</a></li>
      </ul>
      <slot name="footer"></slot>`;
  }
}
define('test-widget', TestWidget);

declare global {
  interface HTMLElementTagNameMap {
    'test-widget': TestWidget;
    'late-widget': TestWidget;
    'slow-widget': TestWidget;
  }
}

class TestLook extends Widget<TestWidget> {
  static override readonly tag = 'test-widget';
}

const page = document.documentElement;

async function widget(markup?: string): Promise<TestWidget> {
  return (await TestLook.from(markup)).element;
}

const part = (element: TestWidget, selector: string) => new TestLook(element).one(selector);
const detailsOf = (element: TestWidget) => part(element, 'details') as HTMLDetailsElement;
const frameOf = (element: TestWidget) => part(element, '.frame');
const heightOf = (element: TestWidget) => element.getBoundingClientRect().height;

/** Until the page's one observer has told its widgets, and they have rendered. */
async function settled(...elements: TestWidget[]): Promise<void> {
  await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
  for (const element of elements) await element.updateComplete;
}

describe('the base of every widget', () => {
  describe('immune inside', () => {
    for (const size of ['62.5%', '10px', '160%', '40px']) {
      it(`R3 is as tall on a page with html { font-size: ${size} }`, async () => {
        const element = await widget();
        const before = heightOf(element);
        await withPage(`html { font-size: ${size} }`, () => {
          expect(heightOf(element)).to.be.closeTo(before, before * 0.02);
        });
      });
    }

    it('R5 takes no text style from the page around it', async () => {
      const element = await widget();
      const before = heightOf(element);
      const hostile = `body {
        letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase; line-height: 4; text-indent: 90px;
        white-space: pre; text-align: right; font: italic 700 40px/3 monospace; color: red; text-shadow: 0 0 3px red;
        word-break: break-all; hyphens: auto; list-style: none; quotes: none; cursor: wait; user-select: none;
        visibility: visible; tab-size: 20; font-variant: small-caps; text-decoration: underline;
      }`;
      await withPage(hostile, () => {
        expect(heightOf(element)).to.be.closeTo(before, before * 0.02);
        const style = getComputedStyle(part(element, 'p'));
        expect([
          style.letterSpacing,
          style.wordSpacing,
          style.textTransform,
          style.textIndent,
          style.whiteSpace,
          style.textAlign,
          style.fontStyle,
          style.fontVariant,
          style.textShadow,
        ]).to.deep.equal(['normal', '0px', 'none', '0px', 'normal', 'start', 'normal', 'normal', 'none']);
      });
    });

    it('R6 is not squashed by a universal reset', async () => {
      const element = await widget();
      const before = heightOf(element);
      for (const reset of [
        '* { margin: 0; padding: 0; border: 0; font: inherit }',
        '* { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important }',
        '* { all: unset }',
        '*, ::before, ::after { font-size: 8px; line-height: 1; vertical-align: baseline }',
      ]) {
        await withPage(`${reset} test-widget { display: block }`, () => {
          expect(heightOf(element), reset).to.be.closeTo(before, before * 0.02);
        });
      }
    });

    it('lets no rule of the page match inside', async () => {
      const element = await widget();
      await withPage('p, a, h2, .frame, [part] { color: rgb(255, 0, 0) !important; display: none !important }', () => {
        expect(getComputedStyle(part(element, 'p')).display).to.equal('block');
        expect(getComputedStyle(part(element, 'p')).color).not.to.equal('rgb(255, 0, 0)');
      });
    });

    it('R4 sizes its text from the reader’s own default, not from the page', async () => {
      const element = await widget();
      const probe = document.createElement('p');
      probe.style.font = 'medium serif';
      document.body.append(probe);
      const readersOwn = parseFloat(getComputedStyle(probe).fontSize);
      probe.remove();
      await withPage('html { font-size: 5px } body { font-size: 5px }', () => {
        expect(parseFloat(getComputedStyle(part(element, '.page')).fontSize)).to.be.closeTo(readersOwn * 1.1875, 0.01);
      });
    });

    it('takes the host’s own design through custom properties', async () => {
      const element = await widget();
      element.style.setProperty('--alliance-text', 'rgb(1, 2, 3)');
      element.style.setProperty('--alliance-font', 'monospace');
      element.style.setProperty('--alliance-text-size', '2em');
      const style = getComputedStyle(part(element, 'p'));
      expect([style.color, style.fontFamily]).to.deep.equal(['rgb(1, 2, 3)', 'monospace']);
      expect(parseFloat(style.fontSize)).to.equal(2 * parseFloat(getComputedStyle(frameOf(element)).fontSize));
    });
  });

  describe('obedient outside', () => {
    it('goes when the host hides it, in any of three ways', async () => {
      const element = await widget();
      const visible = () => part(element, 'p').checkVisibility({ visibilityProperty: true });
      expect(visible()).to.equal(true);
      element.hidden = true;
      expect(visible(), 'hidden').to.equal(false);
      element.hidden = false;
      for (const rule of ['visibility: hidden', 'display: none']) {
        await withPage(`.panel { ${rule} }`, () => {
          element.parentElement?.classList.add('panel');
          expect(visible(), rule).to.equal(false);
          element.parentElement?.classList.remove('panel');
        });
        await withPage(`test-widget { ${rule} }`, () => expect(visible(), `its own ${rule}`).to.equal(false));
      }
      expect(visible()).to.equal(true);
    });

    it('takes the margin, width, display and place that the host gives', async () => {
      const element = await widget();
      const rule =
        'test-widget { display: inline-block; margin: 7px 11px; inline-size: 300px; position: relative; order: 3 }';
      await withPage(rule, () => {
        const style = getComputedStyle(element);
        expect([style.display, style.margin, style.width, style.position, style.order]).to.deep.equal([
          'inline-block',
          '7px 11px',
          '300px',
          'relative',
          '3',
        ]);
        expect(frameOf(element).getBoundingClientRect().width).to.equal(300);
      });
    });

    it('cannot be pressed where the host says so', async () => {
      const element = await widget();
      element.style.pointerEvents = 'none';
      expect(getComputedStyle(part(element, 'a')).pointerEvents).to.equal('none');
    });

    it('is dark where the host says dark, and light on a page that says nothing', async () => {
      const element = await widget();
      const surface = () => getComputedStyle(frameOf(element)).backgroundColor;
      expect(surface()).to.equal('rgb(255, 255, 255)');
      element.style.colorScheme = 'dark';
      expect(surface()).to.equal('rgb(20, 32, 43)');
    });
  });

  describe('takes language and direction from the page', () => {
    it('from the nearest ancestor, and follows when any of them changes', async () => {
      const element = await widget('<section><div><test-widget></test-widget></div></section>');
      const section = element.closest('section')!;
      const dir = async () => {
        await settled(element);
        return frameOf(element).dir;
      };
      expect(await dir()).to.equal('ltr');
      section.dir = 'rtl';
      expect(await dir()).to.equal('rtl');
      (section.firstElementChild as HTMLElement).dir = 'ltr';
      expect(await dir()).to.equal('ltr');
      element.dir = 'rtl';
      expect(await dir()).to.equal('rtl');
      element.removeAttribute('dir');
      section.firstElementChild?.removeAttribute('dir');
      section.removeAttribute('dir');
      page.dir = 'rtl';
      expect(await dir()).to.equal('rtl');
      page.removeAttribute('dir');
      expect(await dir()).to.equal('ltr');
    });

    it('also from outside the shadow roots it stands in', async () => {
      const outer = await fixture<HTMLElement>('<div><div></div></div>');
      const inner = (outer.firstElementChild as HTMLElement).attachShadow({ mode: 'open' });
      const nested = inner.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const element = nested.appendChild(document.createElement('test-widget'));
      await element.updateComplete;
      outer.dir = 'rtl';
      await settled(element);
      expect(frameOf(element).dir).to.equal('rtl');
    });

    it('after it has moved to another place', async () => {
      const root = await fixture<HTMLElement>('<div><p dir="rtl"></p><p><test-widget></test-widget></p></div>');
      const element = root.querySelector('test-widget')!;
      root.firstElementChild?.append(element);
      await settled(element);
      expect(frameOf(element).dir).to.equal('rtl');
    });

    it('`auto` is the direction of the page’s own words; a value that is none changes nothing', async () => {
      const element = await widget('<div dir="auto">مرحبا بكم <test-widget></test-widget></div>');
      expect(frameOf(element).dir).to.equal('rtl');
      element.parentElement!.dir = 'sideways';
      await settled(element);
      expect(frameOf(element).dir).to.equal('ltr');
    });

    it('never from a style sheet, which could turn it by accident', async () => {
      await withPage('body { direction: rtl }', async () => {
        expect(frameOf(await widget()).dir).to.equal('ltr');
      });
    });

    it('says in which language its words are, whatever the language of the page', async () => {
      const element = await widget('<div lang="pl"><test-widget></test-widget></div>');
      expect(frameOf(element).lang).to.equal('en-GB');
    });

    it('on a page with elements named like what a document has, without end or error', async () => {
      const names = ['host', 'parentNode', 'nodeType', 'getElementById', 'documentElement', 'closest', 'getRootNode'];
      const element =
        await widget(`${names.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')}
        <test-widget for="host"></test-widget>`);
      expect(frameOf(element).lang).to.equal('en-GB');
      element.dir = 'rtl';
      await settled(element);
      expect(frameOf(element).dir).to.equal('rtl');
    });
  });

  describe('R15 fits the page’s outline', () => {
    for (const level of [1, 2, 3, 4, 5, 6]) {
      it(`with a heading of level ${level}, and those within it one deeper, as attribute or property`, async () => {
        for (const element of [await widget(`<test-widget heading-level="${level}"></test-widget>`), await widget()]) {
          element.headingLevel = level;
          await element.updateComplete;
          expect(part(element, '#heading').localName).to.equal(`h${level}`);
          expect(part(element, '[part=subheading]').localName).to.equal(`h${Math.min(6, level + 1)}`);
        }
      });
    }

    it('with level 2 for anything else, and says what is accepted', async () => {
      const junk = ['0', '7', '-1', '2.5', 'two', 'h3', 'NaN', '1e1', '<h1>'];
      const said = await warnings(async () => {
        for (const level of junk) {
          const element = await widget();
          element.setAttribute('heading-level', level);
          await element.updateComplete;
          expect(part(element, '#heading').localName, level).to.equal('h2');
        }
      });
      expect(said).to.have.length(junk.length);
      expect(said[0]).to.equal('<test-widget heading-level="0"> is not known; accepted: 1, 2, 3, 4, 5, 6.');
    });

    it('as a region named by its heading, or by the host', async () => {
      const element = await widget();
      expect(frameOf(element).getAttribute('aria-labelledby')).to.equal('heading');
      expect(part(element, '#heading').textContent).to.include('A widget');
      element.setAttribute('aria-label', 'Ours');
      await element.updateComplete;
      expect(frameOf(element).getAttribute('aria-label')).to.equal('Ours');
      expect(frameOf(element).hasAttribute('aria-labelledby')).to.equal(false);
      element.setAttribute('aria-label', '  ');
      await element.updateComplete;
      expect(frameOf(element).getAttribute('aria-labelledby'), 'a name of blanks is none').to.equal('heading');
    });
  });

  describe('meets bad input', () => {
    it('with what it does for nothing, and one warning that says what would be known', async () => {
      const said = await warnings(async () => {
        for (let n = 0; n < 3; n++) {
          const element = await widget('<test-widget size="huge"></test-widget>');
          expect(part(element, 'p').textContent).to.include('medium');
          element.size = 'HUGE';
          await element.updateComplete;
          element.size = 'huge';
          await element.updateComplete;
        }
      });
      expect(said).to.deep.equal([
        '<test-widget size="huge"> is not known; accepted: medium, large, small.',
        '<test-widget size="HUGE"> is not known; accepted: medium, large, small.',
      ]);
    });

    it('and forgives case, spaces and commas', async () => {
      const said = await warnings(async () => {
        const element = await widget('<test-widget size=" LARGE " picks=" Three,,  one "></test-widget>');
        expect(part(element, 'p').textContent).to.include('large, three one.');
      });
      expect(said).to.deep.equal([]);
    });

    it('of any type in any property, without a throw', async () => {
      await warnings(async () => {
        const element = await widget();
        for (const name of ['alliance', 'headingLevel', 'for', 'label', 'size', 'picks']) {
          for (const value of odd) {
            Object.assign(element, { [name]: value });
            await element.updateComplete;
            expect(part(element, '#heading').textContent).to.include('A widget');
          }
          Object.assign(element, { [name]: undefined });
        }
      });
    });

    it('of ten thousand letters, quoted short and in one line', async () => {
      const said = await warnings(async () => {
        await widget(`<test-widget size="${'long\n'.repeat(2000)}"></test-widget>`);
      });
      expect(said).to.have.length(1);
      expect(said[0]?.length).to.be.lessThan(200);
      expect(said[0]).not.to.include('\n');
    });

    it('a hundred changes in a tick: one render', async () => {
      const element = await widget();
      const before = element.renders;
      for (let n = 0; n < 100; n++) element.setAttribute('alliance', n % 2 ? 'south' : 'north');
      await element.updateComplete;
      expect(element.renders - before).to.equal(1);
      expect(part(element, 'b').textContent).to.equal('south');
    });

    it('says each message once for the page', async () => {
      const said = await warnings(() => {
        for (let n = 0; n < 5; n++) warnOnce('the same message');
      });
      expect(said).to.deep.equal(['the same message']);
    });

    it('quotes any value', () => {
      expect([quote('a"b'), quote(7), quote(null), quote(Symbol('x')), quote(undefined)]).to.deep.equal([
        '"a\\"b"',
        '"number"',
        '"object"',
        '"symbol"',
        '"undefined"',
      ]);
    });
  });

  describe('comes onto a page that was there before it', () => {
    it('R12 with the properties that were set before the script arrived', async () => {
      const early = document.createElement('late-widget');
      Object.assign(early, { alliance: 'south', size: 'small', headingLevel: 4, picks: 'two' });
      document.body.append(early);
      class LateWidget extends TestWidget {}
      define('late-widget', LateWidget);
      const element = early;
      await element.updateComplete;
      expect(part(element, 'p').textContent).to.include('south, small, two.');
      expect(part(element, '#heading').localName).to.equal('h4');
      early.remove();
    });

    it('where the host’s fallback is to be seen until then, and never both nor neither', async () => {
      const root = await fixture<HTMLElement>('<div><slow-widget><p>Fallback</p></slow-widget></div>');
      const early = root.querySelector('slow-widget')!;
      const words = early.firstElementChild as HTMLElement;
      expect(words.checkVisibility()).to.equal(true);
      class SlowWidget extends TestWidget {}
      define('slow-widget', SlowWidget);
      // Nothing is drawn between this line and the microtasks that follow it, so a reader sees the one or the other.
      await Promise.resolve();
      await early.updateComplete;
      expect(words.checkVisibility()).to.equal(false);
      expect(part(early, '#heading').checkVisibility()).to.equal(true);
    });

    it('and shows the fallback again when the input cannot be honoured', async () => {
      const element = await widget('<test-widget thing="unknown"><p>Fallback</p></test-widget>');
      const words = element.firstElementChild as HTMLElement;
      expect(words.checkVisibility()).to.equal(true);
      element.thing = 'known';
      await element.updateComplete;
      expect(words.checkVisibility()).to.equal(false);
    });
  });

  describe('tells the page', () => {
    const heard = <K extends keyof HTMLElementEventMap>(element: HTMLElement, name: K) => {
      const events: HTMLElementEventMap[K][] = [];
      element.addEventListener(name, (event) => events.push(event));
      return events;
    };

    it('once that it is ready, bubbling out of shadow roots', async () => {
      const root = await fixture<HTMLElement>('<div></div>');
      const events = heard(root, 'alliance-ready');
      const shadow = root.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      const element = shadow.appendChild(document.createElement('test-widget'));
      await element.updateComplete;
      element.alliance = 'north';
      await element.updateComplete;
      shadow.append(element);
      await element.updateComplete;
      expect(events).to.have.length(1);
      expect(events[0]).to.be.instanceOf(AllianceReadyEvent);
    });

    it('once of each failure, with the attribute and the value, and again after it has recovered', async () => {
      const element = await widget();
      const events = heard(element, 'alliance-error');
      const set = async (changes: object) => {
        Object.assign(element, changes);
        await element.updateComplete;
        return events.length;
      };
      expect(await set({ thing: 'unknown' })).to.equal(1);
      expect(await set({ alliance: 'north' }), 'another render of the same failure').to.equal(1);
      expect(await set({ thing: 'missing' }), 'another failure').to.equal(2);
      expect(await set({ thing: 'known' })).to.equal(2);
      expect(await set({ thing: 'missing' }), 'the same after a recovery').to.equal(3);
      expect(events.map(({ attribute, value }) => `${attribute}=${String(value)}`)).to.deep.equal([
        'thing=unknown',
        'thing=missing',
        'thing=missing',
      ]);
      expect(events.every((event) => event instanceof AllianceErrorEvent && event.bubbles && event.composed)).to.equal(
        true,
      );
    });

    it('of a failure only when the fallback stands in its place', async () => {
      const root = await fixture<HTMLElement>('<div></div>');
      let shown: boolean | undefined;
      root.addEventListener('alliance-error', (event) => {
        shown = !!(event.target as TestWidget).shadowRoot?.querySelector('[part=fallback]');
      });
      const element = document.createElement('test-widget');
      element.setAttribute('thing', 'unknown');
      root.append(element);
      await element.updateComplete;
      expect(shown).to.equal(true);
    });

    it('R16 which kind of link a reader followed, and nothing of the reader', async () => {
      const element = await widget();
      const events = heard(document.body, 'alliance-link');
      element.shadowRoot?.addEventListener('click', (event) => event.preventDefault());
      for (const link of element.shadowRoot?.querySelectorAll('a') ?? []) link.click();
      part(element, 'p').click();
      expect(events.map(({ kind, href }) => `${kind} ${href}`)).to.deep.equal([
        'telephone tel:0123',
        'email mailto:a@b.example',
        'website https://site.example/',
      ]);
      expect(events.every((event) => event instanceof AllianceLinkEvent && event.composed)).to.equal(true);
    });
  });

  describe('shares the page with other libraries', () => {
    it('R1 silently with itself, loaded twice', async () => {
      const said = await warnings(() => define('test-widget', class extends TestWidget {}));
      expect(said).to.deep.equal([]);
      expect(customElements.get('test-widget')).to.equal(TestWidget);
    });

    it('R2 leaving a foreign owner of one of its tags alone, with one warning, while its others register', async () => {
      class Foreign extends HTMLElement {}
      customElements.define('taken-widget', Foreign);
      class Other extends HTMLElement {
        static readonly version = '9.9.9';
      }
      customElements.define('newer-widget', Other);
      const said = await warnings(() => {
        for (const tag of ['taken-widget', 'taken-widget', 'newer-widget', 'free-widget']) {
          define(tag, class extends TestWidget {});
        }
      });
      expect(customElements.get('taken-widget')).to.equal(Foreign);
      expect(customElements.get('newer-widget')).to.equal(Other);
      expect(new (customElements.get('free-widget') as typeof TestWidget)()).to.be.instanceOf(TestWidget);
      expect(said).to.have.length(2);
      expect(said[0]).to.include('<taken-widget>').and.to.include(version);
    });

    it('and says which version it is', () => {
      expect(TestWidget.version).to.equal(version);
      expect(version).to.match(/^\d+\.\d+\.\d+$/);
    });
  });

  describe('R32 can be moved', () => {
    it('within the page, keeping what the reader did', async () => {
      const element = await widget('<test-widget></test-widget><section></section>');
      const details = detailsOf(element);
      details.open = true;
      document.querySelector('section')?.append(element);
      await element.updateComplete;
      expect(part(element, 'details')).to.equal(details);
      expect(details.open).to.equal(true);
    });

    it('and cloned, with what the host wrote', async () => {
      const element = await widget('<test-widget alliance="north" heading-level="3"><p>Fallback</p></test-widget>');
      element.after(element.cloneNode(true));
      const copy = element.parentElement!.querySelectorAll('test-widget')[1]!;
      await copy.updateComplete;
      expect(part(copy, 'b').textContent).to.equal('north');
      expect(part(copy, '#heading').localName).to.equal('h3');
      expect(copy.textContent).to.equal('Fallback');
    });

    it('into the document of a frame and back, keeping its styles and state', async () => {
      const element = await widget('<test-widget alliance="north"></test-widget><iframe title="A page"></iframe>');
      const home = element.parentElement!;
      const frame = home.querySelector('iframe')!;
      const away = frame.contentDocument!.body;
      const looks = () => {
        const { fontWeight, fontSize } = getComputedStyle(part(element, '#heading'));
        const { paddingBlockStart, display } = getComputedStyle(frameOf(element));
        return [fontWeight, fontSize, paddingBlockStart, display, getComputedStyle(element).display].join(' ');
      };
      const before = looks();
      detailsOf(element).open = true;

      for (const place of [away, home, away, home]) {
        place.append(element);
        element.alliance = place === away ? 'south' : 'north';
        await element.updateComplete;
        expect(looks()).to.equal(before);
        expect(part(element, 'b').textContent).to.equal(place === away ? 'south' : 'north');
        expect(detailsOf(element).open).to.equal(true);
      }
    });

    it('into a document that is never drawn, without a throw', async () => {
      const element = await widget();
      const home = element.parentElement!;
      document.implementation.createHTMLDocument('').body.append(element);
      await element.updateComplete;
      home.append(element);
      await element.updateComplete;
      expect(getComputedStyle(part(element, '#heading')).fontWeight).to.equal('700');
    });

    it('and follows the language and direction of the place it came to', async () => {
      const element = await widget('<test-widget></test-widget><iframe title="A page"></iframe>');
      const away = element.nextElementSibling as HTMLIFrameElement;
      const body = away.contentDocument!.body;
      body.dir = 'rtl';
      body.append(element);
      await settled(element);
      expect(frameOf(element).dir).to.equal('rtl');
      body.dir = 'ltr';
      await settled(element);
      expect(frameOf(element).dir).to.equal('ltr');
      element.remove();
    });

    it('into a document that has named a picture after what it is asked for', async () => {
      const element = await widget('<test-widget></test-widget><iframe title="A page"></iframe>');
      const { body } = element.parentElement!.querySelector('iframe')!.contentDocument!;
      body.innerHTML = '<img name="defaultView" alt="">';
      body.append(element);
      await element.updateComplete;
      expect(getComputedStyle(part(element, '#heading')).fontWeight).to.equal('700');
      // A frame that goes tells nobody in it.
      element.remove();
    });

    it('into another document before it was ever drawn', async () => {
      const place = await fixture<HTMLElement>('<div><iframe title="A page"></iframe></div>');
      const element = document.createElement('test-widget');
      (place.firstElementChild as HTMLIFrameElement).contentDocument?.body.append(element);
      await element.updateComplete;
      expect(getComputedStyle(part(element, '#heading')).fontWeight).to.equal('700');
      place.append(element);
      await element.updateComplete;
      expect(getComputedStyle(part(element, '#heading')).fontWeight).to.equal('700');
    });
  });

  describe('R33 leaves nothing behind', () => {
    it('added and removed ten times, it listens no more than before', async () => {
      fixtureCleanup();
      const place = document.body;
      const element = document.createElement('test-widget');
      place.append(element);
      await element.updateComplete;
      element.remove();
      let removed: unknown[][] = [];
      const added = await callsOf(EventTarget.prototype, 'addEventListener', async () => {
        removed = await callsOf(EventTarget.prototype, 'removeEventListener', async () => {
          for (let n = 0; n < 10; n++) {
            place.append(element);
            await element.updateComplete;
            element.remove();
          }
        });
      });
      expect(added.length - removed.length).to.equal(0);
    });

    it('watches the page with one observer, and with none when there is no widget', async () => {
      fixtureCleanup();
      let stopped: unknown[][] = [];
      const watched = await callsOf(MutationObserver.prototype, 'observe', async () => {
        stopped = await callsOf(MutationObserver.prototype, 'disconnect', async () => {
          const elements = Array.from({ length: 10 }, () => document.createElement('test-widget'));
          document.body.append(...elements);
          for (const element of elements) await element.updateComplete;
          for (const element of elements) element.remove();
        });
      });
      expect(watched.length).to.be.greaterThan(0);
      expect(new Set(watched.map(([target]) => target))).to.deep.equal(new Set([document]));
      expect(stopped).to.have.length(1);
    });

    it('after it is removed, it renders no more when the page changes', async () => {
      const element = await widget();
      element.remove();
      const before = element.renders;
      page.dir = 'rtl';
      await settled(element);
      page.removeAttribute('dir');
      await settled(element);
      expect(element.renders).to.equal(before);
    });
  });

  it('is accessible in light and dark', async () => {
    const element = await widget();
    for (const scheme of ['light', 'dark']) {
      element.style.colorScheme = scheme;
      await expect(element).to.be.accessible();
    }
  });
});
