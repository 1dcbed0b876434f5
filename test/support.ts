import { expect, fixture } from '@open-wc/testing';
import type { AllianceElement } from '../src/base/alliance-element.js';
import type { Example } from '../stories/example.js';

/** Text as a reader meets it: runs of white space are one space. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The words of a node, as a reader meets them. */
export const told = (node: Node): string => plain(node.textContent);

/** A way of looking into one kind of widget. */
interface Look<W extends Widget<AllianceElement>> {
  readonly tag: string;
  new (element: W['element']): W;
}

/** How tests look into a widget, kept in one place. A kind of widget adds what only it has, and its tag. */
export class Widget<T extends AllianceElement> {
  static readonly tag: string = '';

  constructor(readonly element: T) {}

  /** Puts markup on the page and waits for the first widget in it. */
  static async from<W extends Widget<AllianceElement>>(
    this: Look<W>,
    markup = `<${this.tag}></${this.tag}>`,
    tag = this.tag,
  ): Promise<W> {
    const root = await fixture<HTMLElement>(`<div>${markup}</div>`);
    const element = root.querySelector<W['element']>(tag);
    if (!element) throw new Error(`no <${tag}> in the markup`);
    return new this(element).settled();
  }

  /** When all that was asked of the widget so far is on the page. */
  async settled(): Promise<this> {
    // A render may ask for another, and so may that.
    for (let turn = 0; turn < 3; turn++) await this.element.updateComplete;
    return this;
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('not rendered');
    return this.element.shadowRoot;
  }

  get frame(): HTMLElement {
    return this.one('[part=frame]');
  }

  /** Where the focus is inside the widget. */
  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** The levels of its headings, in order. */
  get outline(): string[] {
    return this.all('h1, h2, h3, h4, h5, h6').map(({ localName }) => localName);
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  texts(selector: string): string[] {
    return this.all(selector).map(told);
  }

  /** What stands in one place; without one, all words on the page, folded ones included. */
  text(selector = '[part=page]'): string {
    return told(this.one(selector));
  }

  /** The button with these words. */
  button(words: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((button) => told(button) === words);
    if (!found) throw new Error(`no button says ${words}`);
    return found;
  }

  /** What the host has put in a slot. */
  slotted(name: string): string[] {
    return this.one<HTMLSlotElement & HTMLElement>(`slot[name=${name}]`).assignedElements().map(told);
  }

  async set(attribute: string, value: string | null): Promise<void> {
    if (value === null) this.element.removeAttribute(attribute);
    else this.element.setAttribute(attribute, value);
    await this.settled();
  }

  openAll(): void {
    for (const details of this.all<HTMLDetailsElement>('details')) details.open = true;
  }

  /** All that can be seen of it or heard, in one text: tags, words, and attributes in one order. */
  get picture(): string {
    const draw = (node: Node): string => {
      if (node instanceof Text) return plain(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE && node !== this.root) return '';
      const inside = [...node.childNodes].map(draw).filter(Boolean).join(' ');
      if (node === this.root) return inside;
      const { localName, attributes, value } = node as HTMLInputElement;
      const said = [...attributes].map((attribute) => `${attribute.name}="${plain(attribute.value)}"`).sort();
      return `<${[localName, ...said].join(' ')}>${localName === 'input' ? value : ''}${inside}</${localName}>\n`;
    };
    return draw(this.root);
  }
}

/** When every widget in a place has rendered what was asked of it. */
export async function waitForAll(place: ParentNode): Promise<void> {
  for (const element of place.querySelectorAll<AllianceElement>('*'))
    if ('updateComplete' in element) await new Widget(element).settled();
}

/** All that is said on the console as a warning while something happens. */
export async function warnings(act: () => unknown): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => said.push(words.map(String).join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}

/** A rule of the host's page for the time of a test. */
export async function withPage(css: string, act: () => unknown): Promise<void> {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  try {
    await act();
  } finally {
    style.remove();
  }
}

/** The calls of a method while something is done. */
export async function callsOf(owner: object, name: string, act: () => unknown): Promise<unknown[][]> {
  const calls: unknown[][] = [];
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (!before) throw new Error(`${name} is not its owner’s own`);
  const method = before.value as (...args: unknown[]) => unknown;
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value(this: unknown, ...args: unknown[]) {
      calls.push(args);
      return method.apply(this, args);
    },
  });
  try {
    await act();
  } finally {
    Object.defineProperty(owner, name, before);
  }
  return calls;
}

/** A file handed to the reader while something happened: its name, type and bytes. */
export async function downloaded(act: () => void): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { createObjectURL } = URL;
  let blob: Blob | undefined;
  let name = '';
  URL.createObjectURL = (object: Blob) => {
    blob = object;
    return createObjectURL.call(URL, object);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
  };
  try {
    act();
  } finally {
    URL.createObjectURL = createObjectURL;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
  if (!blob) throw new Error('nothing was downloaded');
  return { name, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

/** Takes the place of the clipboard while something happens. */
export async function withClipboard(writeText: (text: string) => Promise<void>, act: () => unknown): Promise<void> {
  // The browser's own is on the prototype; this one stands before it.
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  try {
    await act();
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
  }
}

/** Every example, in light and in dark, folded and all open, has no fault that axe can find. */
export function accessibleIn(tag: string, examples: Readonly<Record<string, Example>>): void {
  for (const scheme of ['light', 'dark'])
    for (const [name, { html }] of Object.entries(examples))
      it(`${name}, in ${scheme}`, async () => {
        const page = await fixture<HTMLElement>(`<main class=${scheme}>${html}</main>`);
        page.style.colorScheme = scheme;
        page.style.background = scheme === 'dark' ? '#14202b' : '#fff';
        page.style.color = scheme === 'dark' ? '#fff' : '#000';
        const widgets = [...page.querySelectorAll<AllianceElement>(tag)].map((element) => new Widget(element));
        for (const widget of widgets) await widget.settled();
        // A label on a tag without a role is the host's way to name the region inside, which axe cannot know.
        const check = () => expect(page).to.be.accessible({ ignoredRules: ['aria-allowed-attr'] });
        await check();
        for (const widget of widgets) widget.openAll();
        await check();
      });
}
