import type { ElementHandle, Page } from 'puppeteer-core';
import { ownWords, type Snippet, type Way } from './snippets.js';

/**
 * What a reader gets: the working widget with its options and the host's own words in it; the widget, with its words
 * beside it again; the words, whole; the words without its options; the words with code among them; a link to a page with
 * the widget; or not even that.
 */
export type Outcome = 'widget' | 'double' | 'words' | 'general' | 'spoilt' | 'link' | 'lost';

/** What is left of a snippet in the markup. */
export interface Survivors {
  readonly script: boolean;
  readonly tag: boolean;
  readonly attributes: boolean;
  readonly slot: boolean;
  readonly div: boolean;
  readonly data: boolean;
  readonly dataSlot: boolean;
  readonly iframe: boolean;
  readonly sandbox: boolean;
  readonly template: boolean;
  readonly headings: boolean;
  readonly lists: boolean;
  readonly telephone: boolean;
}

/** What a reader sees in a part of the page. */
export interface Seen {
  /** What the widget shows, if it is there and has the options that were asked for. */
  readonly widget: string | undefined;
  /** What is to be read beside it. */
  readonly words: string;
  /** Where links lead, by their words. */
  readonly links: readonly string[];
  /** All text that is in the page itself, shown or not: what a search engine or a translator finds. */
  readonly light: string;
}

/** Words as a reader takes them: no matter which spaces and which quotation marks. */
export const plainly = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** Reads a section of the page, once every element of ours that is in it has rendered. */
export async function see(page: Page, { tag, attributes }: Snippet): Promise<Seen> {
  await page.waitForFunction(
    (name) => {
      const section = document.getElementById(`in-${name}`);
      return (
        !section?.querySelector(`[data-alliance-element="${name}"]`) &&
        [...(section?.querySelectorAll(name) ?? [])].every((each) => each.shadowRoot?.querySelector('.frame'))
      );
    },
    { timeout: 10_000 },
    tag,
  );
  const seen = await page.$eval(
    `#in-${tag}`,
    (section, name, options) => {
      const element = section.querySelector(name);
      const whole = Object.entries(options).every(([key, value]) => element?.getAttribute(key) === value);
      const links = [...section.querySelectorAll('a')].map((link) => `${link.innerText} ${link.getAttribute('href')}`);
      return {
        widget: whole ? element?.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText : undefined,
        words: (section as HTMLElement).innerText,
        links,
        light: section.textContent,
      };
    },
    tag,
    attributes,
  );
  const frame = await page.$(`#in-${tag} iframe`);
  return frame ? { ...seen, ...(await seeFrame(frame, tag)) } : seen;
}

/** Reads the page in an iframe. */
async function seeFrame(element: ElementHandle, tag: string): Promise<Partial<Seen>> {
  const frame = await element.contentFrame();
  if (!frame) return {};
  return frame.evaluate((name) => {
    const element = document.querySelector(name);
    const words = element?.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '';
    const runs = customElements.get(name) !== undefined;
    return runs ? { widget: words, words: '' } : { widget: undefined, words };
  }, tag);
}

/** The same snippet in each way, and in a frame without scripts, on a page that leaves it as it is. */
export type Whole = Readonly<Record<Way | 'sandboxed', Seen>>;

/** Compares what is seen with what an untouched page shows. */
export function outcome(way: Way, seen: Seen, whole: Whole): Outcome {
  const shows = (text: string, expected: Seen, key: 'widget' | 'words') => text === plainly(expected[key] ?? '');
  const words = plainly(seen.words);
  const all = plainly(whole.words.words);
  if (seen.widget !== undefined) {
    const widget = plainly(seen.widget);
    // A frame has no place for the host's own words.
    const [reference, beside] = way === 'iframe' ? [whole.iframe, ''] : [whole.tag, ownWords];
    if (shows(widget, reference, 'widget'))
      return words === beside ? 'widget' : words.includes(all) ? 'double' : 'lost';
    if (shows(widget, whole.iframe, 'widget') && words.includes(all)) return 'double';
  }
  if (way === 'iframe') {
    if (words && shows(words, whole.sandboxed, 'words')) return 'general';
    return seen.links.some((link) => link.includes('/frame/')) ? 'link' : 'lost';
  }
  if (!words.includes(all)) return 'lost';
  // A telephone number can be read out where it is no link.
  const links = whole.words.links.filter((link) => !link.includes('tel:')).map(plainly);
  const found = seen.links.map(plainly);
  if (links.some((link) => !found.includes(link))) return 'lost';
  return words === all ? 'words' : 'spoilt';
}

/** What is left of a snippet, told from the markup alone. */
export function survivors(page: Page, html: string, { tag, attributes }: Snippet): Promise<Survivors> {
  return page.evaluate(
    (markup, name, options) => {
      const parsed = new DOMParser().parseFromString(markup, 'text/html');
      const has = (selector: string) => parsed.querySelector(selector) !== null;
      const every = (selector: string, before: string) =>
        Object.entries(options).every(
          ([key, value]) => parsed.querySelector(selector)?.getAttribute(`${before}${key}`) === value,
        );
      const place = `[data-alliance-element="${name}"]`;
      return {
        script: has('script'),
        tag: has(name),
        attributes: has(name) && every(name, ''),
        slot: has('[slot]'),
        div: has('div'),
        data: has(place) && every(place, 'data-'),
        dataSlot: has('[data-slot]'),
        iframe: has('iframe'),
        sandbox: has('iframe[sandbox]'),
        template: has('template'),
        headings: has('h2, h3'),
        lists: has('ul > li'),
        telephone: has('[href^="tel:"]'),
      };
    },
    html,
    tag,
    attributes,
  );
}
