import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as lean from 'lit';
import { keyed as leanKeyed } from 'lit/directives/keyed.js';
// Lit itself, whatever `lit` stands for here: tools/rollup/lean-lit.ts.
import * as lit from '../node_modules/lit-html/development/lit-html.js';
import { keyed as litKeyed } from '../node_modules/lit-html/development/directives/keyed.js';

type Library = Pick<typeof lit, 'html' | 'svg' | 'nothing' | 'render'> & { readonly keyed: typeof litKeyed };

const libraries: readonly (readonly [string, Library])[] = [
  ['Lit', { ...lit, keyed: litKeyed }],
  ['what readers get', { ...lean, keyed: leanKeyed }],
];

/** What to render, in words that hold for both libraries. */
type Plan =
  | { readonly text: unknown }
  | { readonly nothing: true }
  | { readonly list: readonly Plan[] }
  | { readonly shape: number; readonly fill: readonly Plan[]; readonly set: readonly Plan[]; readonly key: number };

/** The shapes that our templates have: children between, beside and in elements; attributes whole, in part, of each kind. */
function shape(library: Library, plan: Extract<Plan, { shape: number }>): unknown {
  const { html, svg, keyed } = library;
  const [a, b] = plan.fill.map((inner) => build(library, inner));
  const [x, y] = plan.set.map((inner) => build(library, inner));
  return [
    () => html`<p>${a}</p>`,
    () => html`${a}`,
    () => html`${a}${b}`,
    () => html`one ${a} two ${b} three`,
    () =>
      html`<ul title=${x} class="a ${y} b">
        <li>${a}</li>
        ${b}
      </ul>`,
    () => html`<input .value=${x} ?disabled=${y} />${a}`,
    () => html`<svg viewBox=${x}>${svg`<g id=${y}><text>${a}</text></g>`}</svg>`,
    () =>
      html`<dl>
          ${a}
          <dt>${b}</dt>
        </dl>
        <hr />`,
    () =>
      html`<div>${keyed(plan.key, html`<p lang=${x}>${a}</p>`)}</div>
        ${b}`,
    () => html`plain`,
  ][plan.shape]!();
}

function build(library: Library, plan: Plan): unknown {
  if ('text' in plan) return plan.text;
  if ('nothing' in plan) return library.nothing;
  if ('list' in plan) return plan.list.map((inner) => build(library, inner));
  return shape(library, plan);
}

const leaf: fc.Arbitrary<Plan> = fc.oneof(
  fc.record({ text: fc.constantFrom<unknown>('', 'a', '<b>&amp;', '\uE000', 0, 7, true, false, null, undefined) }),
  fc.constant({ nothing: true as const }),
);
const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.record({ list: fc.array(tie('plan'), { maxLength: 4 }) }),
    fc.record({
      shape: fc.nat(9),
      fill: fc.tuple(tie('plan'), tie('plan')),
      set: fc.tuple(leaf, leaf),
      key: fc.nat(1),
    }),
  ),
}));

/** Tells what is in a root, and which of its elements and texts were there before. */
class Witness {
  readonly #seen = new Map<Node, number>();

  tell(node: Node): string {
    if (node instanceof Comment) return '';
    const known = this.#seen.get(node);
    const number = known ?? this.#seen.size;
    this.#seen.set(node, number);
    if (node instanceof Text) return node.data.trim() && `${JSON.stringify(node.data)}#${number}`;
    const inside = [...node.childNodes].map((child) => this.tell(child)).join('');
    if (!(node instanceof Element)) return inside;
    const attributes = node.getAttributeNames().map((name) => ` ${name}=${JSON.stringify(node.getAttribute(name))}`);
    const value = node instanceof HTMLInputElement ? ` .value=${node.value}` : '';
    return `<${node.namespaceURI!.slice(-3)}:${node.localName}#${number}${attributes.sort().join('')}${value}>${inside}</>`;
  }
}

function story(library: Library, plans: readonly Plan[]): readonly string[] {
  const root = document.createElement('div');
  const witness = new Witness();
  return plans.map((next) => {
    library.render(build(library, next), root);
    return witness.tell(root);
  });
}

describe('Templates that readers get, and Lit’s', () => {
  it('make the same of the same values, and keep the same elements from one render to the next', () => {
    fc.assert(
      fc.property(fc.array(plan, { minLength: 1, maxLength: 6 }), (plans) => {
        expect(story(libraries[1]![1], plans)).to.deep.equal(story(libraries[0]![1], plans));
      }),
      { numRuns: 3000 },
    );
  }).timeout(60_000);
});

for (const [name, { html, render, nothing }] of libraries)
  describe(`A template of ${name}`, () => {
    let root: HTMLElement;
    beforeEach(() => (root = document.createElement('div')));

    it('never makes markup of a value', () => {
      const bad = '<img src=x onerror=alert(1)>';
      render(html`<p title=${bad}>${bad}</p>`, root);
      expect(root.querySelector('img')).to.equal(null);
      expect(root.firstElementChild!.textContent).to.equal(bad);
    });

    it('makes no template of what only looks like one', () => {
      const text = '<img src=x onerror=alert(1)>';
      for (const fake of [
        { strings: [text], values: [] },
        { _$litType$: 1, strings: [text], values: [] },
        JSON.parse(`{"_$litType$":1,"strings":{"raw":["${text}"],"0":"${text}","length":1},"values":[]}`) as unknown,
      ])
        try {
          render(html`<p>${fake}</p>`, root);
        } catch {
          // Lit throws, which is as good.
        }
      expect(root.querySelector('img')).to.equal(null);
    });

    it('hears an event through the newest listener, as the host, and through none when there is none', () => {
      const heard: unknown[] = [];
      const host = {};
      const template = (listener: unknown) => html`<button @click=${listener}></button>`;
      const renderTo = (listener: unknown) => {
        render(template(listener), root, { host });
        root.querySelector('button')!.click();
      };
      const listener = function (this: unknown, event: Event) {
        heard.push(this === host, event.type);
      };
      renderTo(listener);
      renderTo(listener);
      renderTo(() => heard.push('other'));
      renderTo(nothing);
      renderTo(undefined);
      expect(heard).to.deep.equal([true, 'click', true, 'click', 'other']);
    });

    it('takes any list, and leaves what a reader typed alone while the value is the same', () => {
      const template = (words: string, list: Iterable<string>) =>
        html`<input .value=${words} />
          <ul>
            ${list}
          </ul>`;
      render(template('a', new Set(['one', 'two'])), root);
      expect(root.textContent.replace(/\s/g, '')).to.equal('onetwo');
      root.querySelector('input')!.value = 'typed';
      render(template('a', []), root);
      expect(root.querySelector('input')!.value).to.equal('typed');
      render(template('b', []), root);
      expect(root.querySelector('input')!.value).to.equal('b');
    });
  });
