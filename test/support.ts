import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import type { AllianceElement } from '../src/base/alliance-element.js';
import type { Example } from '../stories/example.js';

/** Text as a reader meets it: runs of white space are one space. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** How tests look into a widget, kept in one place. */
export class Widget<T extends AllianceElement> {
  constructor(readonly element: T) {}

  /** Puts markup on the page and waits for the first widget in it. */
  static async from<T extends AllianceElement>(markup: string, tag: string): Promise<Widget<T>> {
    const root = await fixture<HTMLElement>(`<div>${markup}</div>`);
    const element = root.querySelector<T>(tag);
    if (!element) throw new Error(`no <${tag}> in the markup`);
    await element.updateComplete;
    return new Widget(element);
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('not rendered');
    return this.element.shadowRoot;
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  text(selector = '[part=page]'): string {
    return plain(this.one(selector).textContent);
  }

  /** The button with these words. */
  button(words: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find(({ textContent }) => plain(textContent) === words);
    if (!found) throw new Error(`no button says ${words}`);
    return found;
  }

  async set(attribute: string, value: string | null): Promise<void> {
    if (value === null) this.element.removeAttribute(attribute);
    else this.element.setAttribute(attribute, value);
    await this.element.updateComplete;
  }
}

/** What is said on the console about a widget while something happens. */
export async function warnings(tag: string, act: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (message: string) => said.push(message);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said.filter((message) => message.includes(`<${tag}`));
}

/** Input that nobody should write, and somebody will. */
export const naughty: readonly string[] = [
  '',
  ' ',
  '\0',
  '\u202etest',
  '﷽',
  '🏳️‍🌈',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '<script>window.injected = true</script>',
  '<img src=x onerror="window.injected = true">',
  '"><svg onload="window.injected = true">',
  '${window.injected = true}',
  'javascript:window.injected=true',
  'data:text/html,<script>window.injected=true</script>',
  'x'.repeat(10_000),
];

/** Every example, in light and in dark, has no fault that axe can find. */
export function accessibleIn(tag: string, examples: Readonly<Record<string, Example>>): void {
  for (const scheme of ['light', 'dark'])
    for (const [name, { html }] of Object.entries(examples))
      it(`${name}, in ${scheme}`, async () => {
        const page = await fixture<HTMLElement>(`<main class=${scheme}>${html}</main>`);
        page.style.colorScheme = scheme;
        page.style.background = scheme === 'dark' ? '#14202b' : '#fff';
        page.style.color = scheme === 'dark' ? '#fff' : '#000';
        for (const element of page.querySelectorAll<AllianceElement>(tag)) await element.updateComplete;
        // A label on a tag without a role is the host's way to name the region inside, which axe cannot know.
        await expect(page).to.be.accessible({ ignoredRules: ['aria-allowed-attr'] });
        fixtureCleanup();
      });
}

/** Whatever stands in an attribute: no throw, no empty box, no markup, no script link, at most one warning each. */
export function withstands(tag: string, attributes: readonly string[]): void {
  for (const attribute of attributes)
    it(`any text in ${attribute}`, async () => {
      const widget = await Widget.from(`<${tag}></${tag}>`, tag);
      for (const value of naughty) {
        await warnings(tag, () => widget.set(attribute, value));
        expect(widget.text(), `${attribute}=${value.slice(0, 40)}`).not.to.equal('');
        expect(widget.root.querySelector('script, img, [onload], [onerror]')).to.equal(null);
        for (const link of widget.all<HTMLAnchorElement>('a[href]'))
          expect(link.protocol, link.outerHTML).to.match(/^(https|tel|mailto):$/);
      }
      expect('injected' in window).to.equal(false);
    });

  it('a hundred changes in one go, and renders once', async () => {
    const widget = await Widget.from(`<${tag}></${tag}>`, tag);
    let renders = 0;
    const { render } = widget.element;
    widget.element.render = function (this: AllianceElement) {
      renders++;
      return render.call(this);
    };
    await warnings(tag, async () => {
      for (let turn = 0; turn < 100; turn++)
        for (const attribute of attributes) widget.element.setAttribute(attribute, naughty[turn % naughty.length]!);
      for (const attribute of attributes) widget.element.removeAttribute(attribute);
      await widget.element.updateComplete;
    });
    expect(renders).to.equal(1);
    expect(widget.text()).not.to.equal('');
  });

  it('being moved, cloned and taken away at any time', async () => {
    const widget = await Widget.from(`<${tag}></${tag}>`, tag);
    const before = widget.text();
    const elsewhere = document.createElement('div');
    widget.element.parentElement?.append(elsewhere);
    elsewhere.append(widget.element);
    await widget.element.updateComplete;
    expect(widget.text()).to.equal(before);
    const clone = widget.element.cloneNode(true) as AllianceElement;
    elsewhere.append(clone);
    await clone.updateComplete;
    expect(new Widget(clone).text()).to.equal(before);
    clone.remove();
    widget.element.setAttribute('heading-level', '4');
    widget.element.remove();
    await widget.element.updateComplete;
    expect(widget.text()).to.equal(before);
  });
}
