import { expect, fixture } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import fc from 'fast-check';
import { AllianceElement } from '../src/base/alliance-element.js';
import { define } from '../src/base/define.js';
import { warnings, Widget } from './support.js';

/** Input that nobody should write, and somebody will. */
export const naughty: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'true',
  'null',
  'undefined',
  'NaN',
  '%00',
  '\0',
  '\u202etxet\uFFFF\uD800',
  'ŧħé ñøŕŧħ 北 ﷽ 𝕿𝖊𝖘𝖙',
  '🏳️‍🌈👩‍👩‍👧‍👦',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  "'; DROP TABLE partners; --",
  '${7*7} {{7*7}} <%= 7*7 %> {figure}',
  '<script>window.injected = true</script>',
  '<img src=x onerror="window.injected = true">',
  '"><svg onload="window.injected = true">',
  '${window.injected = true}',
  'javascript:window.injected=true',
  'data:text/html,<script>window.injected=true</script>',
  'north\nsouth',
  '9999-99-99',
  '2021-02-30',
  '2021-1-1',
  '2021',
  '+002021-01-01',
  '2019-12-31',
  '2999-01-01',
  '2021-01-01T00:00',
  'x'.repeat(10_000),
  'about bowel trust '.repeat(1_000),
  '🏥'.repeat(100),
];

/** What a framework may put into a property. */
export const odd: readonly unknown[] = [
  ...[0, 7, NaN, 10n, true, false, null, undefined, [], {}, ['north'], () => 1],
  ...[Symbol('odd'), new Date(0), Object.create(null) as object],
];

interface Withstands {
  /** Values that a host would set, by attribute: some right, some wrong. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** Attributes whose words are the host's own and are shown as they are. */
  readonly echoes?: readonly string[];
  /** Fewest letters that the widget ever shows. */
  readonly least?: number;
}

let kinds = 0;

/** A tag of its own for the same element, to come onto the page when a test says so. */
function lateTag(tag: string): { late: string; arrive: () => void } {
  const late = `late-${++kinds}-${tag}`;
  const element = customElements.get(tag)!;
  return { late, arrive: () => define(late, class extends element {}) };
}

const written = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** The first value of each attribute. */
const usual = (sets: Withstands['sets']): Record<string, string> =>
  Object.fromEntries(Object.entries(sets).map(([name, [value = '']]) => [name, value]));

const looked = async (node: Node | null): Promise<string> => {
  if (!(node instanceof AllianceElement)) throw new Error('not one of our widgets');
  return (await new Widget(node).settled()).picture;
};

/**
 * "Bad input" of the issue, for one kind of widget: whatever a host writes, whenever it writes it and wherever it puts the
 * widget, nothing throws, no box is empty, no markup gets in, and the console says once what was not known.
 */
export function withstands(tag: string, { sets, echoes = [], least = 60 }: Withstands): void {
  const element = customElements.get(tag) as unknown as typeof AllianceElement;
  const shown = (markup?: string) => Widget.from(markup ?? `<${tag}></${tag}>`, tag);

  // What moves on its way somewhere could be compared only by waiting for it.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));

  function whole(widget: Widget<AllianceElement>, message: string): void {
    const text = widget.text();
    expect(text.length, message).to.be.at.least(least);
    expect(widget.root.querySelector('script, img, iframe, [onload], [onerror]'), message).to.equal(null);
    for (const link of widget.all<HTMLAnchorElement>('a[href]'))
      expect(link.protocol, link.outerHTML).to.match(/^(https|tel|mailto|sms):$/);
  }

  for (const attribute of [...element.observedAttributes, 'lang', 'dir', 'class', 'part'])
    it(`any text in ${attribute}, with one warning for what is not known`, async () => {
      const widget = await shown();
      const before = widget.picture;
      for (const value of naughty) {
        const message = `${attribute}=${value.slice(0, 40)}`;
        const said = await warnings(() => widget.set(attribute, value));
        whole(widget, message);
        if (!echoes.includes(attribute)) expect(widget.text()).not.to.match(/undefined|\[object|NaN|\{\w+\}/);
        expect(new Set(said).size, message).to.equal(said.length);
        expect(said.length, message).to.be.at.most(new Set(value.split(/[\s,]+/)).size);
        for (const warning of said) {
          expect(warning).to.match(new RegExp(`^<${tag} ${attribute}=".*"> is not known; accepted: .+\\.$`));
          expect(warning.replace(/; accepted.*/, '').length, warning).to.be.lessThan(150);
        }
        await widget.set(attribute, null);
        expect(await warnings(() => widget.set(attribute, value)), 'the same again').to.deep.equal([]);
      }
      expect('injected' in window).to.equal(false);
      await widget.set(attribute, null);
      expect(widget.picture).to.equal(before);
    });

  it('anything in any property', async () => {
    const widget = await shown();
    const before = widget.picture;
    await warnings(async () => {
      for (const property of Object.keys(publicProperties(element))) {
        for (const value of odd) {
          Reflect.set(widget.element, property, value);
          await widget.settled();
          whole(widget, `${property}: ${typeof value}`);
          if (!echoes.includes(property)) expect(widget.text()).not.to.match(/undefined|\[object|NaN|\{\w+\}/);
        }
        Reflect.set(widget.element, property, undefined);
        await widget.settled();
        expect(widget.picture, property).to.equal(before);
      }
    });
  });

  it('attributes set late, in any order, many times: the same as at once', async () => {
    const names = Object.keys(sets);
    const value = (name: string) => fc.constantFrom(null, ...(sets[name] ?? []));
    const wait = fc.constantFrom('not', 'a microtask', 'a render');
    const step = fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), value(name), wait));
    const last = fc
      .tuple(...names.map((name) => fc.tuple(fc.constant(name), value(name), wait)))
      .chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length }));
    await warnings(() =>
      fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), last, async (earlier, final) => {
          const place = document.body.appendChild(document.createElement('div'));
          try {
            const late = place.appendChild(document.createElement(tag)) as AllianceElement;
            for (const [name, to, pause] of [...earlier, ...final]) {
              if (to === null) late.removeAttribute(name);
              else late.setAttribute(name, to);
              if (pause === 'a microtask') await Promise.resolve();
              if (pause === 'a render') await late.updateComplete;
            }
            const atOnce = document.createElement(tag);
            for (const [name, to] of final) if (to !== null) atOnce.setAttribute(name, to);
            place.append(atOnce);
            expect(await looked(late)).to.equal(await looked(atOnce));
          } finally {
            place.remove();
          }
        }),
        { numRuns: 25 },
      ),
    );
  });

  it('a hundred changes in one go, and renders once, as the last one says', async () => {
    const widget = await shown();
    const before = widget.picture;
    let renders = 0;
    const { render } = widget.element;
    widget.element.render = function (this: AllianceElement) {
      renders++;
      return render.call(this);
    };
    await warnings(async () => {
      for (let turn = 0; turn < 100; turn++)
        for (const attribute of element.observedAttributes)
          widget.element.setAttribute(attribute, naughty[turn % naughty.length]!);
      for (const attribute of element.observedAttributes) widget.element.removeAttribute(attribute);
      await widget.element.updateComplete;
    });
    expect(renders).to.equal(1);
    expect(widget.picture).to.equal(before);
  });

  it('being moved, cloned and taken away at any time', async () => {
    const widget = await shown();
    const before = widget.picture;
    const elsewhere = document.createElement('div');
    widget.element.parentElement?.append(elsewhere);
    elsewhere.append(widget.element);
    expect(await looked(widget.element)).to.equal(before);
    const clone = widget.element.cloneNode(true);
    elsewhere.append(clone);
    expect(await looked(clone)).to.equal(before);
    elsewhere.replaceChildren();
    widget.element.setAttribute('heading-level', '4');
    widget.element.removeAttribute('heading-level');
    expect(await looked(widget.element)).to.equal(before);
    elsewhere.append(widget.element);
    expect(await looked(widget.element)).to.equal(before);
  });

  it('R32 going to the document of a frame and back, open as the reader left it, styled in both', async () => {
    const widget = await shown();
    const home = widget.element.parentElement!;
    const page = home.appendChild(document.createElement('iframe'));
    page.title = 'A page';
    widget.one('summary').click();
    await widget.settled();
    const looks = () => [
      ...['.frame', '#heading', 'summary', 'footer'].map((place) => {
        const { fontWeight, fontSize, color, display, paddingBlockStart, marginBlockEnd } = getComputedStyle(
          widget.one(place),
        );
        return [place, fontWeight, fontSize, color, display, paddingBlockStart, marginBlockEnd].join(' ');
      }),
      getComputedStyle(widget.element).display,
    ];
    const before = [widget.picture, ...looks()];
    for (const place of [page.contentDocument!.body, home, page.contentDocument!.body, home]) {
      place.append(widget.element);
      await widget.settled();
      expect([widget.picture, ...looks()]).to.deep.equal(before);
    }
  });

  it('being taken away while it is loading, before its first render, and from a page that is never drawn', async () => {
    const { late, arrive } = lateTag(tag);
    const place = await fixture<HTMLElement>(`<div><${late}></${late}></div>`);
    const gone = place.firstElementChild as AllianceElement;
    gone.remove();
    arrive();
    expect(gone.shadowRoot).to.equal(null);
    customElements.upgrade(gone);
    place.append(gone);
    gone.remove();
    place.append(gone);
    const expected = (await shown()).picture;
    expect(await looked(gone)).to.equal(expected);

    const brief = document.createElement(tag) as AllianceElement;
    document.body.append(brief);
    brief.remove();
    document.implementation.createHTMLDocument('').body.append(brief);
    await Promise.resolve();
    place.append(brief);
    expect(await looked(brief)).to.equal(expected);
  });

  describe('coming onto the page', () => {
    const attributes = usual(sets);
    const expected = () => shown(`<${tag}${written(attributes)}><p>Fallback</p></${tag}>`);
    const markup = (name: string) => `<${name}${written(attributes)}><p>Fallback</p></${name}>`;

    it('before its script: markup first, then the definition, and the same once more', async () => {
      const { late, arrive } = lateTag(tag);
      const place = await fixture<HTMLElement>(`<div>${markup(late)}</div>`);
      const early = place.firstElementChild!;
      expect((early.firstElementChild as HTMLElement).checkVisibility(), 'the fallback').to.equal(true);
      arrive();
      const picture = (await expected()).picture;
      expect(await looked(early)).to.equal(picture);
      expect((early.firstElementChild as HTMLElement).checkVisibility(), 'the fallback').to.equal(false);
      // A second copy of the library, and a script that upgrades all it finds.
      expect(await warnings(arrive)).to.deep.equal([]);
      customElements.upgrade(place);
      expect(await looked(early)).to.equal(picture);
    });

    const ways: Readonly<Record<string, (name: string) => Node | null>> = {
      'by innerHTML': (name) => {
        const place = document.createElement('div');
        place.innerHTML = markup(name);
        return place.firstChild;
      },
      'cloned from a template': (name) => {
        const template = document.createElement('template');
        template.innerHTML = markup(name);
        return template.content.cloneNode(true).firstChild;
      },
      'imported from a template': (name) => {
        const template = document.createElement('template');
        template.innerHTML = markup(name);
        return document.importNode(template.content, true).firstChild;
      },
      'adopted from a page that was parsed': (name) =>
        document.adoptNode(new DOMParser().parseFromString(markup(name), 'text/html').body.firstChild!),
      'by a script that creates it': (name) => {
        const made = document.createElement(name);
        for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
        made.innerHTML = '<p>Fallback</p>';
        return made;
      },
    };
    for (const [way, make] of Object.entries(ways))
      it(`${way}, and so its clone`, async () => {
        const { picture } = await expected();
        const place = await fixture<HTMLElement>('<div></div>');
        const made = make(tag);
        if (!made) throw new Error('nothing was made');
        place.append(made);
        expect(await looked(made)).to.equal(picture);
        const clone = made.cloneNode(true);
        place.append(clone);
        expect(await looked(clone)).to.equal(picture);
      });

    it('R12 with its properties set before its script, and before it is on the page', async () => {
      const { late, arrive } = lateTag(tag);
      const properties = Object.entries(publicProperties(element));
      const set = (to: Element) => {
        for (const [property, attribute] of properties)
          if (attribute in attributes) Reflect.set(to, property, attributes[attribute]);
      };
      const place = await fixture<HTMLElement>(`<div><${late}></${late}></div>`);
      const [early] = place.children;
      set(early!);
      arrive();
      const soon = document.createElement(tag);
      set(soon);
      place.append(soon);
      const { picture } = await expected();
      expect(await looked(early!)).to.equal(picture);
      expect(await looked(soon)).to.equal(picture);
    });
  });
}

/** Each public property with its attribute. */
export function publicProperties(element: typeof AllianceElement): Record<string, string> {
  const kinds: unknown[] = [];
  for (let kind: unknown = element; kind; kind = Object.getPrototypeOf(kind))
    if (Object.hasOwn(kind, 'properties')) kinds.push((kind as typeof AllianceElement).properties);
  return Object.fromEntries(
    Object.entries(Object.assign({}, ...kinds.reverse()) as typeof AllianceElement.properties).flatMap(
      ([name, { attribute, state }]) =>
        state || attribute === false ? [] : [[name, typeof attribute === 'string' ? attribute : name.toLowerCase()]],
    ),
  );
}
