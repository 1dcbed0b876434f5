import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  css,
  html as ours,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type ReactiveController,
} from 'lit';
// Lit itself, whatever `lit` stands for here: tools/rollup/lean-lit.ts.
import {
  css as litCss,
  html as litHtml,
  LitElement as RealLitElement,
} from '../node_modules/lit-element/development/lit-element.js';
import '../src/everything.js';

/** Where a {@link Probe} can be made to do something in the middle of its own life. */
const moments = [
  'hostConnected',
  'willUpdate',
  'hostUpdate',
  'render',
  'commit',
  'hostUpdated',
  'firstUpdated',
] as const;
type Moment = (typeof moments)[number] | 'updated' | 'hostDisconnected';

const names = ['plain', 'camelCase', 'dashed', 'hidden', 'inner'] as const;
const attributes = ['plain', 'camelcase', 'data-dashed', 'hidden-not', 'inner'] as const;

const say = (value: unknown) =>
  Object.is(value, -0) ? '-0' : typeof value === 'string' ? `“${value}”` : String(value);
const sayAll = (changed: PropertyValues) =>
  [...changed].map(([name, old]) => ` ${String(name)} was ${say(old)}`).join();

/** An element that tells all that happens to it, made on a base; its log is what an element can see of that base. */
function probeOn(Base: typeof LitElement) {
  const html = Base === LitElement ? ours : litHtml;
  class Parent extends Base {
    static override properties: PropertyDeclarations = { plain: {}, camelCase: {} };
  }
  return class Probe extends Parent {
    static override properties = {
      dashed: { attribute: 'data-dashed' },
      hidden: { attribute: false },
      inner: { state: true },
    };

    declare plain: unknown;
    declare camelCase: unknown;
    declare dashed: unknown;
    declare inner: unknown;

    readonly log: string[] = [];
    readonly recorders: Record<string, Recorder> = {};
    /** Each is done once, at the moment named. */
    plans: [Moment, () => void][] = [];

    tell(moment: Moment, more = '') {
      const flags = `${this.isUpdatePending ? 'pending' : 'settled'} ${this.hasUpdated ? 'old' : 'new'}`;
      this.log.push(`${moment}${more} (${flags})`);
      const now = this.plans.filter(([planned]) => planned === moment);
      this.plans = this.plans.filter((plan) => !now.includes(plan));
      now.forEach(([, run]) => run());
    }

    override willUpdate(changed: PropertyValues) {
      super.willUpdate(changed);
      this.tell('willUpdate', sayAll(changed));
    }

    override render() {
      this.tell('render');
      const text = names.map((name) => say(this[name])).join();
      // Lit asks for these while it writes to the page, when the element counts as updated.
      const commit = function* (this: Probe) {
        this.tell('commit');
        yield text;
      };
      return html`<p>${commit.call(this)}</p>`;
    }

    override firstUpdated(changed: PropertyValues) {
      super.firstUpdated(changed);
      this.tell('firstUpdated', sayAll(changed));
    }

    override updated(changed: PropertyValues) {
      super.updated(changed);
      this.tell('updated', sayAll(changed));
    }
  };
}

type Probe = InstanceType<ReturnType<typeof probeOn>>;

class Recorder implements ReactiveController {
  constructor(
    readonly host: Probe,
    readonly name: string,
  ) {}

  hostConnected = () => this.host.tell('hostConnected', ` ${this.name}`);
  hostUpdate = () => this.host.tell('hostUpdate', ` ${this.name}`);
  hostUpdated = () => this.host.tell('hostUpdated', ` ${this.name}`);
  hostDisconnected = () => this.host.tell('hostDisconnected', ` ${this.name}`);
}

let count = 0;
const newTag = () => `test-reactive-${++count}`;

function defined<T extends CustomElementConstructor>(element: T): InstanceType<T> {
  const tag = newTag();
  customElements.define(tag, element);
  return document.createElement(tag) as InstanceType<T>;
}

/** The errors that nobody caught and the page is told of, while something runs. */
async function uncaught(run: () => Promise<void>): Promise<readonly string[]> {
  const end = new Error('end');
  const told: unknown[] = [];
  // The test runner logs each, which says nothing here.
  const { error } = console;
  console.error = () => undefined;
  let listen: (event: PromiseRejectionEvent) => void;
  const ended = new Promise<void>((resolve) => {
    listen = (event) => {
      event.preventDefault();
      if (event.reason === end) resolve();
      else told.push(event.reason);
    };
  });
  window.addEventListener('unhandledrejection', listen!);
  await run();
  // They are told in order, so that after the last of ours there is none to come.
  void Promise.reject(end);
  await ended;
  window.removeEventListener('unhandledrejection', listen!);
  console.error = error;
  return told.map(String);
}

let page: HTMLElement;
let otherPlace: HTMLElement;

beforeEach(() => {
  document.body.append((page = document.createElement('div')), (otherPlace = document.createElement('div')));
});

afterEach(() => {
  page.remove();
  otherPlace.remove();
});

for (const [base, Base, sheet, html] of [
  ['Lit', RealLitElement, litCss, litHtml],
  ['the base that readers get', LitElement, css, ours],
] as const)
  describe(`On ${base}, an element`, () => {
    const probe = () => defined(probeOn(Base));

    it('has the properties of the classes above it, each with an accessor where it is declared', () => {
      const element = probe();
      const own = Object.getPrototypeOf(element) as object;
      expect(Object.keys(Object.getOwnPropertyDescriptors(own))).to.include.members(['dashed', 'hidden', 'inner']);
      expect(Object.getOwnPropertyNames(own)).not.to.include('plain');
      expect(Object.getOwnPropertyNames(Object.getPrototypeOf(own))).to.include.members(['plain', 'camelCase']);
      expect(Object.getOwnPropertyNames(element)).not.to.include.members(['plain', 'dashed']);
    });

    it('observes an attribute for each property but those that have none', () => {
      const { observedAttributes } = probe().constructor as typeof LitElement;
      expect(observedAttributes).to.deep.equal(['plain', 'camelcase', 'data-dashed']);
    });

    it('does not add the properties of a subclass to those of the class above', () => {
      class Above extends Base {
        static override properties = { one: {} };
      }
      class Below extends Above {
        static override properties = { two: {}, one: { attribute: 'uno' } };
      }
      class Plain extends Above {}
      expect(Below.observedAttributes).to.have.members(['uno', 'two']);
      expect(Above.observedAttributes).to.deep.equal(['one']);
      expect(Plain.observedAttributes).to.deep.equal(['one']);
      expect(Object.hasOwn(Plain.prototype, 'one')).to.equal(false);
    });

    it('reads attributes as text, and a removed one as null', () => {
      const element = probe();
      element.setAttribute('data-dashed', '7');
      element.setAttribute('camelcase', '');
      element.setAttribute('hidden-not', 'x');
      expect([element.dashed, element.camelCase]).to.deep.equal(['7', '']);
      element.removeAttribute('data-dashed');
      expect(element.dashed).to.equal(null);
    });

    it('renders for the first time once it is on a page, and not before', async () => {
      const element = probe();
      element.plain = 1;
      let done = false;
      void element.updateComplete.then(() => (done = true));
      await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve));
      expect(element.log).to.deep.equal([]);
      expect([done, element.isUpdatePending, element.hasUpdated]).to.deep.equal([false, true, false]);
      expect(element.shadowRoot).to.equal(null);
      page.append(element);
      expect(element.shadowRoot).not.to.equal(null);
      expect(element.log).to.deep.equal([]);
      expect(await element.updateComplete).to.equal(true);
      expect([element.isUpdatePending, element.hasUpdated]).to.deep.equal([false, true]);
      expect(element.renderRoot).to.equal(element.shadowRoot);
    });

    it('goes through its life in one order', async () => {
      const element = probe();
      element.addController(new Recorder(element, 'a'));
      element.addController(new Recorder(element, 'b'));
      page.append(element);
      await element.updateComplete;
      expect(element.log).to.deep.equal([
        'hostConnected a (pending new)',
        'hostConnected b (pending new)',
        'willUpdate (pending new)',
        'hostUpdate a (pending new)',
        'hostUpdate b (pending new)',
        'render (pending new)',
        'commit (settled new)',
        'hostUpdated a (settled new)',
        'hostUpdated b (settled new)',
        'firstUpdated (settled old)',
        'updated (settled old)',
      ]);
    });

    it('updates once for many changes, and tells what each was before the first of them', async () => {
      const element = probe();
      page.append(element);
      element.plain = 'unseen';
      await element.updateComplete;
      element.log.length = 0;
      for (let n = 0; n < 100; n++) element.plain = n;
      element.dashed = 'x';
      await element.updateComplete;
      expect(element.log.filter((line) => line.startsWith('willUpdate'))).to.deep.equal([
        'willUpdate plain was “unseen”, dashed was undefined (pending old)',
      ]);
    });

    it('does not update for a value that is the same, NaN and both zeros told apart', async () => {
      const element = probe();
      page.append(element);
      element.plain = NaN;
      await element.updateComplete;
      element.plain = NaN;
      expect(element.isUpdatePending).to.equal(false);
      element.plain = 0;
      await element.updateComplete;
      element.plain = -0;
      expect(element.isUpdatePending).to.equal(true);
    });

    it('takes what the page set before the tag was defined, which counts more than its attribute', async () => {
      const tag = newTag();
      const element = Object.assign(document.createElement(tag), { plain: 'property', inner: 'too' });
      element.setAttribute('plain', 'attribute');
      element.setAttribute('data-dashed', 'attribute');
      page.append(element);
      customElements.define(tag, probeOn(Base));
      await (element as unknown as Probe).updateComplete;
      expect(Object.hasOwn(element, 'plain')).to.equal(false);
      expect(element.shadowRoot?.textContent).to.equal('“property”,undefined,“attribute”,undefined,“too”');
      element.plain = 'later';
      await (element as unknown as Probe).updateComplete;
      expect(element.shadowRoot?.textContent).to.contain('“later”');
    });

    it('adopts its styles and those nested in them, in order, and shares them with its kind', () => {
      const [one, two, three] = [sheet`p { color: red; }`, sheet`p { margin: 0; }`, sheet`p { padding: 0; }`] as const;
      class Styled extends Base {
        static override styles = [one, [[two], three]];
      }
      const element = defined(Styled);
      const twin = document.createElement(element.localName);
      page.append(element, twin);
      const adopted = element.shadowRoot!.adoptedStyleSheets;
      expect(adopted).to.deep.equal([one, two, three].map(({ styleSheet }) => styleSheet));
      expect(twin.shadowRoot!.adoptedStyleSheets).to.deep.equal(adopted);
      expect(adopted[1]!.cssRules[0]!.cssText).to.equal('p { margin: 0px; }');
    });

    it('adopts a single sheet, an inherited one, or none', () => {
      const only = sheet`p { color: red; }`;
      class Single extends Base {
        static override styles = only;
      }
      class Heir extends Single {}
      for (const [element, sheets] of [
        [defined(Single), [only.styleSheet]],
        [defined(Heir), [only.styleSheet]],
        [defined(class extends Base {}), []],
      ] as const) {
        page.append(element);
        expect(element.shadowRoot!.adoptedStyleSheets).to.deep.equal(sheets);
      }
    });

    it('keeps a root that is there already, and renders what it has to say into it', async () => {
      const tag = newTag();
      const element = document.createElement(tag);
      const root = element.attachShadow({ mode: 'open' });
      page.append(element);
      customElements.define(tag, probeOn(Base));
      await (element as Probe).updateComplete;
      expect(element.shadowRoot).to.equal(root);
      expect(root.querySelectorAll('p')).to.have.lengthOf(1);
    });

    it('connects a controller that comes late at once, and takes it along from there', async () => {
      const element = probe();
      page.append(element);
      await element.updateComplete;
      element.log.length = 0;
      element.addController(new Recorder(element, 'late'));
      expect(element.log).to.deep.equal(['hostConnected late (settled old)']);
      element.remove();
      element.addController(new Recorder(element, 'off the page'));
      expect(element.log.at(-1)).to.equal('hostDisconnected late (settled old)');
      otherPlace.append(element);
      expect(element.log.slice(-2)).to.deep.equal([
        'hostConnected late (settled old)',
        'hostConnected off the page (settled old)',
      ]);
    });

    it('connects once a controller that it makes for itself, though it is on the page already', () => {
      const tag = newTag();
      let connected = 0;
      page.append(document.createElement(tag));
      customElements.define(
        tag,
        class extends Base {
          constructor() {
            super();
            this.addController({ hostConnected: () => connected++ });
          }
        },
      );
      expect(connected).to.equal(1);
    });

    it('does not loop when a controller asks for an update in each one, and loses none', async () => {
      const element = probe();
      element.addController({ hostUpdate: () => element.requestUpdate() });
      page.append(element);
      expect(await element.updateComplete).to.equal(true);
      expect(element.isUpdatePending).to.equal(false);
      element.plans.push(['hostUpdate', () => (element.plain = 'from a controller')]);
      element.addController(new Recorder(element, 'a'));
      element.requestUpdate();
      await element.updateComplete;
      expect(element.shadowRoot!.textContent).to.contain('“from a controller”');
    });

    it('says whether an update asked for another, which follows', async () => {
      const element = probe();
      element.plans.push(['updated', () => (element.plain = 'more')]);
      page.append(element);
      expect(await element.updateComplete).to.equal(false);
      expect(element.isUpdatePending).to.equal(true);
      expect(await element.updateComplete).to.equal(true);
      expect(element.shadowRoot!.textContent).to.contain('“more”');
      expect(element.log.filter((line) => line.startsWith('firstUpdated'))).to.have.lengthOf(1);
    });

    for (const moment of ['willUpdate', 'hostUpdate', 'render', 'commit', 'hostUpdated', 'updated'] as const)
      it(`survives an error in ${moment}: whoever waits is told, and the next change updates`, async () => {
        const element = probe();
        element.addController(new Recorder(element, 'a'));
        page.append(element);
        await element.updateComplete;
        element.plans.push([
          moment,
          () => {
            throw new Error('broken');
          },
        ]);
        element.plain = 'lost';
        const outcome = await element.updateComplete.catch(String);
        expect(outcome).to.equal('Error: broken');
        expect(element.isUpdatePending).to.equal(false);
        // Without somebody who waits for it, an error is the page's; here it is told when the next update begins.
        const told = await uncaught(async () => {
          element.dashed = 'next';
          await element.updateComplete;
        });
        expect(told).to.deep.equal(['Error: broken']);
        expect(element.shadowRoot!.textContent).to.contain('“next”');
      });

    it('gives up, with an update that fails, the one that it has asked for', async () => {
      const element = probe();
      page.append(element);
      await element.updateComplete;
      element.log.length = 0;
      element.plans.push([
        'commit',
        () => {
          element.plain = 'asked for';
          throw new Error('broken');
        },
      ]);
      const told = await uncaught(async () => {
        element.requestUpdate();
        await new Promise((resolve) => setTimeout(resolve));
      });
      expect(told).to.deep.equal(['Error: broken']);
      expect(element.log.filter((line) => line.startsWith('willUpdate'))).to.have.lengthOf(1);
      expect(await element.updateComplete).to.equal(true);
    });

    it('tells the page of an error that nobody waits for, once', async () => {
      const element = probe();
      page.append(element);
      await element.updateComplete;
      const told = await uncaught(async () => {
        element.plans.push([
          'render',
          () => {
            throw new Error('broken');
          },
        ]);
        element.requestUpdate();
        await new Promise((resolve) => setTimeout(resolve));
      });
      expect(told).to.deep.equal(['Error: broken']);
    });

    it('keeps its root and its content when it is moved, and listens as itself', async () => {
      const element = defined(
        class extends Base {
          override render() {
            return html`<p @click=${this.onClick}></p>`;
          }
          clicked: unknown;
          onClick() {
            this.clicked = this;
          }
        },
      );
      page.append(element);
      await element.updateComplete;
      const { shadowRoot } = element;
      const paragraph = shadowRoot!.querySelector('p')!;
      otherPlace.append(element);
      expect(element.shadowRoot).to.equal(shadowRoot);
      expect(shadowRoot!.querySelector('p')).to.equal(paragraph);
      paragraph.click();
      expect(element.clicked).to.equal(element);
    });
  });

/** Something that a page, a reader or an element itself does to an element. */
type Step = (element: Probe, log: string[]) => unknown;

const step = (name: string, run: Step): readonly [string, Step] => [name, run];

const value = fc.constantFrom<unknown>('a', 'b', '', undefined, null, NaN, 0, -0);
const setProperty = fc
  .tuple(fc.constantFrom(...names), value)
  .map(([name, to]) => step(`${name} = ${say(to)}`, (element) => Object.assign(element, { [name]: to })));
const setAttribute = fc
  .tuple(fc.constantFrom(...attributes), fc.constantFrom('a', 'b', ''))
  .map(([name, to]) => step(`${name}="${to}"`, (element) => element.setAttribute(name, to)));
const dropAttribute = fc
  .constantFrom(...attributes)
  .map((name) => step(`without ${name}`, (element) => element.removeAttribute(name)));
const place = fc.constantFrom(
  step('to the page', (element) => page.append(element)),
  step('to another place', (element) => otherPlace.append(element)),
  step('off the page', (element) => element.remove()),
);
const request = fc.constantFrom(
  step('requestUpdate()', (element) => element.requestUpdate()),
  step('requestUpdate("plain", "a")', (element) => element.requestUpdate('plain', 'a')),
);
const wait = fc.constantFrom(
  step('one microtask', () => Promise.resolve()),
  step('a task', () => new Promise((resolve) => setTimeout(resolve))),
  step('updateComplete', (element, log) => {
    void element.updateComplete.then(
      (result) => log.push(`complete: ${String(result)}`),
      (error: unknown) => log.push(`failed: ${String(error)}`),
    );
  }),
);
const controller = fc
  .constantFrom('a', 'b')
  .map((name) =>
    step(`addController(${name})`, (element) =>
      element.addController((element.recorders[name] ??= new Recorder(element, name))),
    ),
  );
const broken = fc.constant(
  step('an error', () => {
    throw new Error('broken');
  }),
);
const planned = fc
  .oneof(
    fc.tuple(fc.constantFrom(...moments, 'updated' as const), fc.oneof(setProperty, setAttribute, request, controller)),
    // An error in a connectedCallback is the page's at once, on any base.
    fc.tuple(fc.constantFrom(...moments.slice(1), 'updated' as const), broken),
  )
  .map(([moment, [name, run]]) =>
    step(`at ${moment}: ${name}`, (element, log) => element.plans.push([moment, () => void run(element, log)])),
  );
const before = fc.array(fc.oneof(setProperty, setAttribute, place), { maxLength: 5 });
const after = fc.array(fc.oneof(setProperty, setAttribute, dropAttribute, place, request, wait, controller, planned), {
  minLength: 1,
  maxLength: 25,
});

/** All that can be seen of an element to which these things happen, on a base. */
async function story(
  Base: typeof LitElement,
  early: readonly (readonly [string, Step])[],
  late: readonly (readonly [string, Step])[],
): Promise<readonly string[]> {
  const tag = newTag();
  const element = document.createElement(tag) as Probe;
  let log: string[] = [];
  const told = await uncaught(async () => {
    for (const [, run] of early) run(element, log);
    customElements.define(tag, probeOn(Base));
    customElements.upgrade(element);
    log = element.log;
    for (const [name, run] of late) {
      log.push(`> ${name}`);
      await run(element, log);
    }
    await new Promise((resolve) => setTimeout(resolve));
    log.push(names.map((name) => say(element[name])).join(), element.shadowRoot?.textContent ?? 'no root');
  });
  element.remove();
  return [...log, ...told];
}

describe('The base that readers get, and Lit’s', () => {
  it('live the same life, whatever happens to an element and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(before, after, async (early, late) => {
        expect(await story(LitElement, early, late)).to.deep.equal(await story(RealLitElement, early, late));
      }),
      { numRuns: 400 },
    );
  }).timeout(60_000);
});

describe('Our elements', () => {
  const elements = ['alliance-overview', 'contact-card', 'partner-list', 'region-map', 'screening-guidance'].map(
    (tag) => [tag, customElements.get(tag) as typeof LitElement] as const,
  );

  /** A class and those above it, up to Lit's. */
  function* lineage(element: typeof LitElement): Generator<typeof LitElement> {
    for (let own = element; own !== LitElement; own = Object.getPrototypeOf(own) as typeof LitElement) yield own;
  }

  /** What a class has of its own or from Lit, by name. */
  const membersOf = (from: object, to: object) => {
    const found = new Set<string>();
    for (let own = from; own !== to; own = Object.getPrototypeOf(own) as object)
      Object.getOwnPropertyNames(own).forEach((name) => found.add(name));
    return found;
  };

  for (const [tag, element] of elements)
    it(`ask of a property only what the lean base knows: ${tag}`, () => {
      for (const { properties = {} } of lineage(element))
        for (const [name, options] of Object.entries(properties))
          expect(['attribute', 'state'], name).to.include.members(Object.keys(options));
    });

  for (const [tag, element] of elements)
    it(`override nothing that the lean base never calls: ${tag}`, () => {
      const missing = (real: object, lean: object, top: object) => {
        const known = membersOf(lean, top);
        return [...membersOf(real, top)].filter((name) => !known.has(name));
      };
      const lost = new Set([
        ...missing(RealLitElement, LitElement, Function.prototype).map((name) => `static ${name}`),
        ...missing(RealLitElement.prototype, LitElement.prototype, HTMLElement.prototype),
      ]);
      // Not a method there but a property of each element, which no class may hide either.
      lost.add('updateComplete');
      for (const own of lineage(element)) {
        expect(Object.getOwnPropertyNames(own).filter((name) => lost.has(`static ${name}`))).to.deep.equal([]);
        expect(Object.getOwnPropertyNames(own.prototype).filter((name) => lost.has(name))).to.deep.equal([]);
      }
    });
});
