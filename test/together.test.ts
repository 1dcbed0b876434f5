import { expect, fixture, fixtureCleanup, nextFrame } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import fc from 'fast-check';
import type { AllianceElement } from '../src/base/alliance-element.js';
import { areaBody } from '../src/content/catalogue.js';
import { selectionOf } from '../src/page/selection.js';
import { plain, told, waitForAll, Widget } from './support.js';
import './widgets.js';

// The widgets that lead each other, and those that follow one of them.
const leaders = ['region-map', 'alliance-finder'] as const;
const followers = ['alliance-overview', 'contact-card', 'partner-list', 'support-directory'] as const;
const all = [...leaders, ...followers];
type Tag = (typeof all)[number];

let pages = 0;

/** Writes down what is told politely, in whichever root, from now on. A change in what is set to be silent is not told. */
class Listener {
  readonly heard: string[] = [];
  readonly #last = new Map<Element, string>();
  readonly #observer = new MutationObserver(() => this.#listen());
  readonly #roots: readonly ShadowRoot[];

  constructor(roots: readonly ShadowRoot[]) {
    this.#roots = roots;
    for (const root of roots)
      this.#observer.observe(root, { childList: true, characterData: true, subtree: true, attributes: true });
    this.#listen();
    this.heard.length = 0;
  }

  #listen(): void {
    for (const root of this.#roots)
      for (const place of root.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
        const words = told(place);
        if (words && words !== this.#last.get(place) && place.getAttribute('aria-live') !== 'off')
          this.heard.push(words);
        this.#last.set(place, words);
      }
  }

  /** What was told since this was asked last. */
  take(): string[] {
    return this.heard.splice(0);
  }

  stop(): void {
    this.#observer.disconnect();
  }
}

/** How a page is put together. */
interface Plan {
  /** The order in the markup. */
  readonly markup: readonly Tag[];
  /** The order in which scripts arrive. */
  readonly scripts: readonly Tag[];
  /** Where they stand; `around` has the leaders on the page and the followers in a root inside it. */
  readonly place: 'document' | 'shadow root' | 'around';
  /** Whom the followers follow. */
  readonly leader: (typeof leaders)[number];
  readonly level: 'system' | 'ccg' | 'alliance';
  /** What the map has selected from the start. */
  readonly selected: string;
}

const someOrder = fc.shuffledSubarray(all, { minLength: all.length });
const somePlan: fc.Arbitrary<Plan> = fc.record({
  markup: someOrder,
  scripts: someOrder,
  place: fc.constantFrom('document', 'shadow root', 'around'),
  leader: fc.constantFrom(...leaders),
  level: fc.constantFrom('system', 'ccg', 'alliance'),
  selected: fc.constantFrom('', 'norfolk-and-waveney', 'mid-and-south-essex'),
});

/** A page with all of them, and what one can do on it and ask of it. */
class Together {
  readonly #widgets = new Map<Tag, Widget<AllianceElement>>();
  readonly #chosen: (string | undefined)[] = [];
  #listener: Listener | undefined;

  /** Puts the markup on the page first; then the scripts come, one after the other. */
  static async from({ markup, scripts, place, leader, level, selected }: Plan): Promise<Together> {
    // One at a time: a page before this one that failed would lend its ids.
    fixtureCleanup();
    const together = new Together();
    const number = ++pages;
    // A tag of its own for each, so that it can come late in every page of this test.
    const late = (tag: Tag) => `late${number}-${tag}`;
    const written = (tag: Tag) => {
      const other = tag === 'region-map' ? 'alliance-finder' : 'region-map';
      const more = tag === 'region-map' ? ` level="${level}" selected="${selected}"` : '';
      const whom = tag === 'region-map' || tag === 'alliance-finder' ? other : leader;
      return `<${late(tag)} id="${tag}" for="${whom}"${more}></${late(tag)}>`;
    };
    const page = await fixture<HTMLElement>('<main><div></div></main>');
    const holder = page.firstElementChild as HTMLElement;
    const inside = place === 'document' ? holder : holder.attachShadow({ mode: 'open' });
    const outside = place === 'around' ? page : inside;
    for (const tag of markup) {
      const where = (leaders as readonly string[]).includes(tag) ? outside : inside;
      where.append(document.createRange().createContextualFragment(written(tag)));
    }
    page.addEventListener('region-select', ({ id }) => together.#chosen.push(id));
    for (const tag of scripts) {
      const known = customElements.get(tag)!;
      customElements.define(late(tag), class extends known {});
      const element = (outside.querySelector(late(tag)) ?? inside.querySelector(late(tag))) as AllianceElement;
      together.#widgets.set(tag, new Widget(element));
      // Some are on the page before the next script comes, some are not.
      if (tag.length % 2) await element.updateComplete;
    }
    await together.rest();
    together.#listener = new Listener(all.map((tag) => together.the(tag).root));
    return together;
  }

  the(tag: Tag): Widget<AllianceElement> {
    return this.#widgets.get(tag)!;
  }

  /** When nothing is under way any more; a loop never comes to rest. */
  async rest(): Promise<void> {
    const widgets = [...this.#widgets.values()];
    for (let turn = 0; turn < 3; turn++) for (const widget of widgets) await widget.settled();
    await nextFrame();
    for (const { element } of widgets) expect(element.isUpdatePending, `${element.id} is at rest`).to.equal(false);
  }

  /** What is chosen, which the two leaders agree on and every follower shows. */
  area(): string {
    const [map, finder] = leaders.map((tag) => selectionOf(this.the(tag).element).area);
    expect(finder?.id, 'the finder agrees with the map').to.equal(map?.id);
    const leader = this.the('alliance-overview').element.for as Tag;
    const area = selectionOf(this.the(leader).element).area;
    const body = area && areaBody(area.kind, area.id);
    const name = body?.shortName;
    const alliance = area && areaBody('alliance', area.alliance)?.shortName;
    expect(
      this.the('region-map')
        .all('details[open][data-area]')
        .map(({ dataset }) => dataset['area']),
    ).to.deep.equal(area ? [area.id] : []);
    expect(this.the('alliance-overview').text('[part=heading]')).to.equal(
      `About the ${alliance ?? 'East of England Cancer Alliances'}`,
    );
    const only = this.the('partner-list').text('[part=area]');
    const support = this.the('support-directory').text();
    if (body) expect(this.the('contact-card').text('[part=heading]')).to.equal(body.name);
    if (!name) {
      expect(only).to.equal('');
      expect(support).not.to.match(/local help( of this kind)? in /i);
    } else for (const words of [only, support]) expect(words).to.contain(name);
    return area?.id ?? '';
  }

  /** What a reader hears, and the page, of one thing that is done. */
  async hears(act: () => unknown): Promise<{ heard: string[]; chosen: (string | undefined)[] }> {
    await act();
    await this.rest();
    return { heard: this.#listener?.take() ?? [], chosen: this.#chosen.splice(0) };
  }

  find(words: string): void {
    const finder = this.the('alliance-finder');
    const field = finder.one<HTMLInputElement>('input');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    finder.one<HTMLFormElement>('form').requestSubmit();
  }

  /** Chooses in the map's list; what is chosen already is let go. */
  choose(nth: number): void {
    const areas = this.the('region-map').all('.areas details summary');
    areas[nth % areas.length]?.click();
  }

  end(): void {
    this.#listener?.stop();
    fixtureCleanup();
  }
}

/** One thing that happens, and whether the reader did it. */
interface Act {
  readonly says: string;
  readonly own: boolean;
  readonly act: (page: Together) => unknown;
}

const found = ['NR2', 'LU1', 'SS0', 'CB9', 'Ipswich', 'SW1A'];
const act = (own: boolean, says: string, act: Act['act']): Act => ({ says, own, act });
const someAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom(...found).map((words) => act(true, `finds ${words}`, (page) => page.find(words))),
  fc.nat(20).map((nth) => act(true, `chooses area ${nth}`, (page) => page.choose(nth))),
  fc
    .constantFrom('luton', 'north', 'suffolk-and-north-east-essex', '')
    .map((id) =>
      act(false, `the host selects ${id}`, (page) => page.the('region-map').element.setAttribute('selected', id)),
    ),
  fc
    .constantFrom('CB1', 'Norwich', 'CM9', '')
    .map((words) =>
      act(false, `the host searches ${words}`, (page) =>
        page.the('alliance-finder').element.setAttribute('search', words),
      ),
    ),
);

const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 60_000, includeErrorInReport: true });

describe('Widgets that work together', function () {
  this.timeout(240_000);
  // What moves on its way somewhere could be compared only by waiting for it.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('agree, in whatever order they stand on the page and their scripts arrive, and wherever they stand', () =>
    fc.assert(
      fc.asyncProperty(somePlan, async (plan) => {
        const page = await Together.from(plan);
        const known = areaBody(plan.level, plan.selected) ?? areaBody('system', plan.selected);
        expect(page.area()).to.equal(known ? plan.selected : '');
        page.end();
      }),
      runs(25),
    ));

  it('agree after whatever a reader or the host does, come to rest, and tell a reader once what the reader did', () =>
    fc.assert(
      fc.asyncProperty(somePlan, fc.array(someAct, { minLength: 1, maxLength: 6 }), async (plan, acts) => {
        const page = await Together.from(plan);
        page.area();
        let last = '';
        for (const { says, own, act } of acts) {
          // Who asks the same again has the answer before them.
          if (says === last) continue;
          last = says;
          const { heard, chosen } = await page.hears(() => act(page));
          page.area();
          expect(heard, says).to.have.length(own ? 1 : 0);
          expect(chosen.length, `${says}: events`).to.be.at.most(own ? 1 : 0);
        }
        page.end();
      }),
      runs(25),
    ));

  const plan: Plan = {
    markup: all,
    scripts: all,
    place: 'document',
    leader: 'region-map',
    level: 'system',
    selected: '',
  };

  for (const leader of leaders)
    it(`are silent but for the one that was used, when all follow the ${leader}`, async () => {
      const page = await Together.from({ ...plan, leader });
      const silent = (tag: Tag) =>
        page
          .the(tag)
          .all('[role=status]')
          .filter((place) => told(place) && place.getAttribute('aria-live') !== 'off');
      const found = await page.hears(() => page.find('NR2'));
      expect(found.heard).to.deep.equal([plain(page.the('alliance-finder').text('[role=status]'))]);
      for (const tag of all) if (tag !== 'alliance-finder') expect(silent(tag), tag).to.deep.equal([]);
      const chosen = await page.hears(() => page.choose(5));
      expect(chosen.heard).to.deep.equal([page.the('region-map').text('[role=status]')]);
      for (const tag of all) if (tag !== 'region-map') expect(silent(tag), tag).to.deep.equal([]);
      const cleared = await page.hears(() => page.choose(5));
      expect(cleared.heard, 'that it is gone is told once too').to.have.length(1);
      expect(page.area()).to.equal('');
      page.end();
    });

  it('follow what a reader chooses in the finder’s answer, where a place lies in both alliances', async () => {
    const page = await Together.from(plan);
    await page.hears(() => page.find('CB9'));
    expect(page.area()).to.equal('');
    const [choice] = page.the('alliance-finder').all('[part=choice] button');
    const { heard } = await page.hears(() => choice?.click());
    expect(heard).to.have.length(1);
    expect(told(choice!)).to.contain(areaBody('system', page.area())?.shortName);
    page.end();
  });

  it('in a page whose library comes last of all', async () => {
    const frame = await fixture<HTMLIFrameElement>('<iframe title="A page"></iframe>');
    const view = frame.contentWindow as Window & typeof globalThis;
    const markup = followers.map((tag) => `<${tag} for="map"></${tag}>`).join('');
    view.document.body.append(
      view.document
        .createRange()
        .createContextualFragment(
          `${markup}<alliance-finder id="finder" for="map"></alliance-finder><region-map id="map" for="finder" selected="norfolk-and-waveney"></region-map>`,
        ),
    );
    const script = view.document.createElement('script');
    script.type = 'module';
    script.src = new URL('../src/everything.ts', import.meta.url).href;
    const loaded = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
    });
    view.document.head.append(script);
    await loaded;
    await waitForAll(view.document);
    for (const tag of all) {
      const page = view.document.querySelector(tag)?.shadowRoot?.querySelector('.page');
      expect(page?.textContent, tag).to.contain(
        tag === 'alliance-overview' ? 'About the North Alliance' : 'Norfolk and Waveney',
      );
    }
  });
});

describe('The listener of these tests', () => {
  it('hears each change in each place, and nothing from what is silent, empty or as it was', async () => {
    const page = await fixture<HTMLElement>('<div></div>');
    const root = page.attachShadow({ mode: 'open' });
    root.append(
      document
        .createRange()
        .createContextualFragment(
          '<p role="status">a</p><p aria-live="polite"></p><p role="status" aria-live="off"></p>',
        ),
    );
    const listener = new Listener([root]);
    const [first, second, silent] = [...root.querySelectorAll('p')];
    first!.textContent = 'b';
    second!.textContent = 'c';
    silent!.textContent = 'd';
    await Promise.resolve();
    expect(listener.take()).to.deep.equal(['b', 'c']);
    first!.textContent = '';
    second!.textContent = 'c';
    silent!.setAttribute('aria-live', 'polite');
    await Promise.resolve();
    expect(listener.take()).to.deep.equal([]);
    silent!.textContent = 'e';
    await Promise.resolve();
    expect(listener.take()).to.deep.equal(['e']);
    listener.stop();
  });
});
