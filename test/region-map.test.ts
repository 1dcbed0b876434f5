import { expect, fixture, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import words from '../content/en/region-map.yaml';
import { fill } from '../src/base/words.js';
import { organisations } from '../src/content/catalogue.js';
import '../src/elements/region-map/region-map.define.js';
import type { RegionMap } from '../src/elements/region-map/region-map.js';
import type { RegionSelectEvent } from '../src/page/region-select-event.js';
import { viewOf } from '../src/elements/region-map/view.js';
import { outlines } from '../src/geography/outlines.js';
import { frame } from '../src/geography/projection.js';
import { selectionOf } from '../src/page/selection.js';
import { examples } from '../stories/region-map.examples.js';
import { hardTexts, longSentences } from './readability.js';
import { accessibleIn, plain, told, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

/** How the tests look into a map. */
class MapWidget extends Widget<RegionMap> {
  static override readonly tag = 'region-map';

  readonly heard: (readonly [id: string | undefined, kind: string | undefined, alliance: string | undefined])[] = [];

  constructor(element: RegionMap) {
    super(element);
    element.addEventListener('region-select', ({ id, kind, alliance }: RegionSelectEvent) =>
      this.heard.push([id, kind, alliance]),
    );
  }

  /** Names in the list, in order. */
  get listed(): string[] {
    return this.texts('.areas summary span span');
  }

  entry(id: string): HTMLDetailsElement {
    return this.one<HTMLDetailsElement>(`details[data-area="${id}"]`);
  }

  /** What the list has open. */
  get open(): (string | undefined)[] {
    return this.all('.areas details[open]').map(({ dataset }) => dataset['area']);
  }

  shape(id: string): SVGPathElement {
    const shape = this.root.querySelector<SVGPathElement>(`.area[data-area="${id}"]`);
    if (!shape) throw new Error(`no ${id} on the map`);
    return shape;
  }

  get shapes(): SVGElement[] {
    return [...this.root.querySelectorAll<SVGElement>('.area')];
  }

  get markers(): SVGElement[] {
    return [...this.root.querySelectorAll<SVGElement>('.marker')];
  }

  /** Names that the map shows of hospitals. */
  get named(): string[] {
    return [...this.root.querySelectorAll('.plate')].map(told);
  }

  get view(): string {
    return this.root.querySelector('.shapes')?.getAttribute('viewBox') ?? '';
  }

  get status(): string {
    return this.text('[role=status]');
  }

  async press(element: Element): Promise<void> {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
    await this.element.updateComplete;
  }

  async pick(id: string): Promise<void> {
    await this.press(this.entry(id).querySelector('summary')!);
  }

  async point(element: Element): Promise<void> {
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }
}

const map = (markup?: string) => MapWidget.from(markup);
const home = `0 0 ${frame.width} ${frame.height}`;

/** Replaces the browser's geolocation for the length of a test. */
function place(geolocation: unknown): void {
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
}

type Answer = (position: GeolocationPosition) => void;
type Refusal = (error: GeolocationPositionError) => void;

const position = (latitude: number, longitude: number, accuracy = 20) =>
  ({ coords: { latitude, longitude, accuracy } }) as GeolocationPosition;

/** A device that stands somewhere. */
const device = (...at: Parameters<typeof position>) => ({
  getCurrentPosition: (answer: Answer) => answer(position(...at)),
});

const norwich = [52.628, 1.296] as const;

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
afterEach(() => {
  fixtureCleanup();
  // The browser's own is on the prototype; a test's stands before it.
  Reflect.deleteProperty(navigator, 'geolocation');
});

describe('region-map draws the region', () => {
  for (const [level, count] of [
    ['alliance', 2],
    ['system', 6],
    ['ccg', 16],
  ] as const)
    it(`as ${count} areas at the level ${level}, on the map and in the list alike`, async () => {
      const widget = await map(`<region-map level="${level}"></region-map>`);
      const drawn = widget.shapes.map(({ dataset }) => dataset['area']);
      expect(drawn).to.have.length(count);
      expect(widget.all('.areas details').map(({ dataset }) => dataset['area'])).to.deep.equal(drawn);
      expect([...widget.root.querySelectorAll('.signs text')]).to.have.length(count);
      for (const { outerHTML } of widget.shapes) expect(outerHTML).to.match(/ d="M\d/);
    });

  it('with the numbers of the map repeated in the list', async () => {
    const widget = await map('<region-map level="ccg" alliance="south"></region-map>');
    const onMap = [...widget.root.querySelectorAll('.signs text')].map(({ textContent }) => parseInt(textContent));
    const inList = widget.all('.chip').map(({ textContent }) => parseInt(textContent));
    expect(inList).to.deep.equal(onMap);
    expect(inList).to.deep.equal([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('with its list in two groups, one for each alliance, each under a heading', async () => {
    const widget = await map();
    expect(widget.texts('.areas > h3')).to.deep.equal(['North Alliance', 'South Alliance']);
    expect(widget.all('[part=list]').map((list) => list.children.length)).to.deep.equal([3, 3]);
    expect(widget.listed[1]).to.equal('Norfolk and Waveney');
  });

  it('or one alliance, larger, under its name', async () => {
    const widget = await map('<region-map alliance="north"></region-map>');
    expect(widget.text('h2')).to.equal('North Alliance on the map');
    expect(widget.listed).to.have.length(3);
    const [, , width] = widget.view.split(' ').map(Number);
    expect(width).to.be.lessThan(frame.width);
  });

  it('as a picture with a name, which holds no tab stop: the list is the way in', async () => {
    const widget = await map('<region-map hospitals></region-map>');
    const picture = widget.root.querySelector('.shapes');
    expect(picture?.getAttribute('role')).to.equal('img');
    expect(picture?.getAttribute('aria-label')).to.equal(fill(words.picture, { n: 6 }));
    expect(widget.root.querySelector('.signs')?.getAttribute('aria-hidden')).to.equal('true');
    expect(widget.root.querySelector('svg [tabindex], svg a, svg button')).to.equal(null);
  });

  it('with the words that the licence asks for, to the letter, and its link', async () => {
    const widget = await map();
    expect(widget.text('[part=attribution]')).to.equal(
      'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. ' +
        'Contains OS data © Crown copyright and database right 2023, 2024.',
    );
    expect(widget.one<HTMLAnchorElement>('[part=attribution] a').href).to.equal(
      'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    );
  });

  it('with those of the positions too, where it marks hospitals', async () => {
    const widget = await map('<region-map hospitals></region-map>');
    expect(widget.text('[part=attribution]')).to.contain(
      'Contains OS data © Crown copyright and database right 2025. ' +
        'Contains Royal Mail data © Royal Mail copyright and database right 2025.',
    );
  });

  it('and says what it cannot tell, and where its facts come from', async () => {
    const widget = await map();
    expect(widget.text('[part=caveat]')).to.equal(words.caveat);
    const sources = widget.text('[part=provenance]');
    expect(sources).to.contain('NHS areas of England, generalised boundaries, April 2023');
    for (const { title } of organisations().flatMap((body) => body.sources)) expect(sources).to.contain(title);
  });

  it('without a style attribute, which a strict policy would refuse', async () => {
    const widget = await map('<region-map hospitals selected="norfolk-and-waveney"></region-map>');
    expect(widget.root.querySelector('[style]')).to.equal(null);
  });

  it('under headings that follow the level the host gives', async () => {
    const widget = await map('<region-map heading-level="4"></region-map>');
    const levels = widget.outline;
    expect(new Set(levels)).to.deep.equal(new Set(['h4', 'h5', 'h6']));
  });

  it('in words that are easy to read', () => {
    const names = organisations().flatMap(({ name, shortName }) => [name, shortName]);
    expect(hardTexts({ ...words, attribution: '', 'attribution-hospitals': '', sources: [] }, { names })).to.deep.equal(
      [],
    );
    expect(longSentences({ ...words, attribution: '', sources: [] })).to.deep.equal([]);
  });
});

describe('region-map tells of an area', () => {
  it('a system: what it is, its board now and before, its trusts with their hospitals', async () => {
    const widget = await map();
    const about = told(widget.entry('norfolk-and-waveney'));
    expect(about).to.contain('The area of Norfolk and Waveney Integrated Care System until 31 March 2026.');
    expect(about).to.contain('It is in the North Alliance.');
    expect(about).to.contain(
      'Its NHS board is NHS Norfolk and Suffolk Integrated Care Board. ' +
        'Until 31 March 2026 it was NHS Norfolk and Waveney Integrated Care Board.',
    );
    const trusts = [...widget.entry('norfolk-and-waveney').querySelectorAll<HTMLAnchorElement>('[data-trust] > a')];
    expect(trusts.map(({ href }) => href)).to.deep.equal([
      'https://www.nnuh.nhs.uk/',
      'https://www.jpaget.nhs.uk/',
      'https://www.qehkl.nhs.uk/',
    ]);
    for (const { rel, target, referrerPolicy } of trusts)
      expect([rel, target, referrerPolicy]).to.deep.equal(['noopener', '', 'no-referrer']);
    expect(about).to.contain('James Paget University Hospital, Gorleston, Great Yarmouth');
  });

  it('a system that two boards share', async () => {
    const widget = await map();
    expect(told(widget.entry('hertfordshire-and-west-essex'))).to.contain(
      'These NHS boards each cover a part of it: NHS Central East Integrated Care Board; NHS Essex Integrated Care Board. ' +
        'Until 31 March 2026: NHS Hertfordshire and West Essex Integrated Care Board.',
    );
  });

  it('a CCG area: until when it had a CCG, and its one board now', async () => {
    const widget = await map('<region-map level="ccg"></region-map>');
    const luton = told(widget.entry('luton'));
    expect(luton).to.contain('The area of NHS Luton CCG (a clinical commissioning group) until 31 March 2021.');
    expect(luton).to.contain('Its NHS board is NHS Central East Integrated Care Board.');
    expect(luton).to.contain('Luton and Dunstable University Hospital, Luton');
    expect(luton).not.to.contain('Bedford Hospital, Bedford');
    expect(told(widget.entry('north-east-essex'))).to.contain('NHS Essex Integrated Care Board');
    expect(told(widget.entry('west-essex'))).to.contain('until 30 June 2022');
  });

  it('an area without a main hospital: which trusts serve it', async () => {
    const widget = await map('<region-map level="ccg"></region-map>');
    const thurrock = told(widget.entry('thurrock'));
    expect(thurrock).to.contain(fill(words['no-hospital'], { system: 'Mid and South Essex' }));
    expect(thurrock).to.contain('Mid and South Essex NHS Foundation Trust');
  });

  it('an alliance: its systems and all their trusts', async () => {
    const widget = await map('<region-map level="alliance"></region-map>');
    const north = widget.entry('north');
    expect(told(north)).to.contain(
      'Cambridgeshire and Peterborough; Norfolk and Waveney; Suffolk and North East Essex',
    );
    expect(north.querySelectorAll('[data-trust]')).to.have.length(8);
    expect(widget.entry('south').querySelectorAll('[data-trust]')).to.have.length(6);
  });

  it('every one of them in full: no gap, no trust without a hospital where there is one', async () => {
    for (const level of ['alliance', 'system', 'ccg']) {
      const widget = await map(`<region-map level="${level}"></region-map>`);
      for (const { textContent } of widget.all('[part=details]'))
        expect(plain(textContent)).not.to.match(/undefined|null|NaN|\{|: \./);
    }
  });
});

describe('region-map takes a choice', () => {
  it('from the list: opens the entry, draws the area over, tells the page', async () => {
    const widget = await map();
    await widget.pick('norfolk-and-waveney');
    expect(widget.open).to.deep.equal(['norfolk-and-waveney']);
    expect(widget.root.querySelector<SVGElement>('.over.on')?.dataset['area']).to.equal('norfolk-and-waveney');
    expect(widget.heard).to.deep.equal([['norfolk-and-waveney', 'system', 'north']]);
    expect(widget.element.selected).to.equal('norfolk-and-waveney');
    expect(selectionOf(widget.element).area).to.include({
      id: 'norfolk-and-waveney',
      kind: 'system',
      alliance: 'north',
    });
  });

  it('from the map, which is the same control', async () => {
    const widget = await map();
    await widget.press(widget.shape('mid-and-south-essex'));
    expect(widget.open).to.deep.equal(['mid-and-south-essex']);
    expect(widget.heard).to.deep.equal([['mid-and-south-essex', 'system', 'south']]);
  });

  it('from a hospital on the map: the area it stands in', async () => {
    const widget = await map('<region-map hospitals level="ccg"></region-map>');
    const ipswich = widget.markers.find(({ dataset }) => dataset['hospital'] === 'ipswich-hospital');
    await widget.press(ipswich!);
    expect(widget.open).to.deep.equal(['ipswich-and-east-suffolk']);
  });

  it('by keyboard alone: Tab to it, Enter to choose, Escape to go back', async () => {
    const widget = await map();
    widget.entry('cambridgeshire-and-peterborough').querySelector('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    await widget.element.updateComplete;
    expect(widget.open).to.deep.equal(['cambridgeshire-and-peterborough']);
    await sendKeys({ press: 'Tab' });
    expect((widget.focused as HTMLAnchorElement).href).to.equal('https://www.cuh.nhs.uk/');
    await sendKeys({ press: 'Escape' });
    await widget.element.updateComplete;
    expect(widget.open).to.deep.equal([]);
    // The link that had the focus is folded away: the focus stays beside it.
    expect(widget.focused).to.equal(widget.entry('cambridgeshire-and-peterborough').querySelector('summary'));
    expect(widget.heard).to.deep.equal([
      ['cambridgeshire-and-peterborough', 'system', 'north'],
      [undefined, undefined, undefined],
    ]);
    await sendKeys({ press: 'Space' });
    await widget.element.updateComplete;
    expect(widget.open).to.deep.equal(['cambridgeshire-and-peterborough']);
  });

  it('and uses Escape up only when there is something to go back from', async () => {
    const widget = await map();
    const summary = widget.entry('norfolk-and-waveney').querySelector('summary')!;
    const escape = () => {
      const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
      summary.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(escape()).to.equal(false);
    await widget.pick('norfolk-and-waveney');
    expect(escape()).to.equal(true);
    expect(widget.heard).to.have.length(2);
  });

  it('one at a time, and lets go of it when it is chosen again', async () => {
    const widget = await map();
    await widget.pick('norfolk-and-waveney');
    await widget.press(widget.shape('mid-and-south-essex'));
    expect(widget.open).to.deep.equal(['mid-and-south-essex']);
    await widget.press(widget.shape('mid-and-south-essex'));
    expect(widget.open).to.deep.equal([]);
    expect(widget.element.selected).to.equal(undefined);
    expect(selectionOf(widget.element).area).to.equal(undefined);
  });

  it('and goes back to the whole map by a button, which keeps the focus in the list', async () => {
    const widget = await map();
    expect(() => widget.button(words.whole)).to.throw();
    await widget.pick('norfolk-and-waveney');
    const button = widget.button(words.whole);
    button.focus();
    await widget.press(button);
    expect(widget.open).to.deep.equal([]);
    expect(widget.view).to.equal(home);
    expect(widget.heard.at(-1)).to.deep.equal([undefined, undefined, undefined]);
    expect(widget.focused).to.equal(widget.entry('norfolk-and-waveney').querySelector('summary'));
  });

  it('and says politely, once, what it did', async () => {
    const widget = await map();
    expect(widget.status).to.equal('');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(widget.status));
    observer.observe(widget.one('[role=status]'), { childList: true, characterData: true, subtree: true });
    await widget.pick('norfolk-and-waveney');
    await Promise.resolve();
    expect(said).to.deep.equal([fill(words.chosen, { name: 'Norfolk and Waveney' })]);
    await widget.pick('norfolk-and-waveney');
    expect(widget.status).to.equal(words.cleared);
    observer.disconnect();
  });

  it('also when the browser opens an entry, to show words that a reader searched the page for', async () => {
    const widget = await map();
    widget.entry('norfolk-and-waveney').open = true;
    await waitUntil(() => widget.element.selected === 'norfolk-and-waveney');
    await widget.element.updateComplete;
    expect(widget.root.querySelector<SVGElement>('.over.on')?.dataset['area']).to.equal('norfolk-and-waveney');
  });

  it('and shows on the map what the list points at, and the other way round', async () => {
    const widget = await map();
    await widget.point(widget.entry('norfolk-and-waveney').querySelector('summary')!);
    expect(widget.root.querySelector<SVGElement>('.over')?.dataset['area']).to.equal('norfolk-and-waveney');
    await widget.point(widget.shape('mid-and-south-essex'));
    expect(widget.entry('mid-and-south-essex').querySelector('.pointed')).not.to.equal(null);
    widget.one('.both').dispatchEvent(new PointerEvent('pointerleave'));
    await widget.element.updateComplete;
    expect(widget.root.querySelector('.over, .pointed')).to.equal(null);
  });

  it('without ever holding the page: it listens to no wheel and leaves touch to the browser', async () => {
    const widget = await map();
    for (const event of [
      new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true }),
      new Event('touchstart', { bubbles: true, composed: true, cancelable: true }),
      new Event('touchmove', { bubbles: true, composed: true, cancelable: true }),
    ]) {
      widget.shape('norfolk-and-waveney').dispatchEvent(event);
      expect(event.defaultPrevented, event.type).to.equal(false);
    }
    expect(getComputedStyle(widget.shape('norfolk-and-waveney')).touchAction).to.equal('auto');
  });

  it('in a place that a finger can hit', async () => {
    const widget = await map('<region-map level="ccg"></region-map>');
    for (const summary of widget.all('.areas summary')) expect(summary.offsetHeight).to.be.at.least(44);
  });
});

describe('region-map is chosen for', () => {
  it('by the host, without an event, and shows it to its followers', async () => {
    const widget = await map();
    await widget.set('selected', 'norfolk-and-waveney');
    expect(widget.open).to.deep.equal(['norfolk-and-waveney']);
    expect(selectionOf(widget.element).area?.id).to.equal('norfolk-and-waveney');
    expect(widget.heard).to.deep.equal([]);
    expect(widget.status).to.equal('');
    await widget.set('selected', null);
    expect(widget.open).to.deep.equal([]);
    expect(widget.heard).to.deep.equal([]);
  });

  it('by the host after the reader: what was said of the reader’s choice is taken back', async () => {
    const widget = await map();
    await widget.pick('norfolk-and-waveney');
    widget.element.selected = 'mid-and-south-essex';
    await widget.element.updateComplete;
    expect(widget.open).to.deep.equal(['mid-and-south-essex']);
    expect(widget.status).to.equal('');
  });

  it('by an id that a system and a CCG area share: the one of the map’s own level', async () => {
    const widget = await map('<region-map selected="norfolk-and-waveney" level="ccg"></region-map>');
    expect(selectionOf(widget.element).area?.kind).to.equal('ccg');
    await widget.set('level', 'system');
    expect(selectionOf(widget.element).area?.kind).to.equal('system');
    await widget.set('level', 'alliance');
    expect(selectionOf(widget.element).area?.kind).to.equal('system');
  });

  it('by an id of another level, which then stands in the list before the others', async () => {
    const widget = await map('<region-map selected="west-suffolk"></region-map>');
    expect(widget.listed.slice(0, 2)).to.deep.equal(['West Suffolk', 'Cambridgeshire and Peterborough']);
    expect(widget.open).to.deep.equal(['west-suffolk']);
    await widget.pick('norfolk-and-waveney');
    expect(widget.listed).to.have.length(6);
  });

  it('whatever the case and the spaces of the id', async () => {
    const widget = await map('<region-map selected="  Norfolk-and-Waveney "></region-map>');
    expect(widget.open).to.deep.equal(['norfolk-and-waveney']);
  });

  it('by an id that is not known: one warning, and the whole map', async () => {
    const said = await warnings(async () => {
      const widget = await map('<region-map selected="lyonesse"></region-map>');
      expect(widget.open).to.deep.equal([]);
      expect(widget.view).to.equal(home);
      expect(widget.shapes).to.have.length(6);
      await widget.set('heading-level', '3');
      await map('<region-map selected="lyonesse"></region-map>');
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('selected="lyonesse"').and.to.contain('norfolk-and-waveney');
  });

  it('late, early or in any order with the same result', async () => {
    const attributes = { level: 'ccg', alliance: 'south', selected: 'luton', hospitals: '', 'heading-level': '3' };
    const early = await map(
      `<region-map ${Object.entries(attributes)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ')}></region-map>`,
    );
    const expected = [early.text(), early.view, early.open];
    for (const order of [Object.entries(attributes), Object.entries(attributes).reverse()]) {
      const late = await map();
      for (const [name, value] of order) await late.set(name, value);
      expect([late.text(), late.view, late.open]).to.deep.equal(expected);
    }
  });

  it('by a boolean that a framework writes as a word', async () => {
    const widget = await map('<region-map hospitals="false"></region-map>');
    expect(widget.markers).to.have.length(0);
    widget.element.hospitals = true;
    await widget.element.updateComplete;
    expect(widget.markers.length).to.be.greaterThan(14);
    widget.element.hospitals = false;
    await widget.element.updateComplete;
    expect(widget.markers).to.have.length(0);
  });

  it('by another map that it follows, at its own level, and without an event of its own', async () => {
    const page = await fixture<HTMLElement>(examples['linked maps']!.html.replace(/^/, '<div>').concat('</div>'));
    const [first, second] = [...page.querySelectorAll<RegionMap>('region-map')].map((each) => new MapWidget(each));
    if (!first || !second) throw new Error('two maps expected');
    await second.element.updateComplete;
    await first.pick('norfolk-and-waveney');
    await second.element.updateComplete;
    expect(second.open).to.deep.equal(['norfolk-and-waveney']);
    expect(selectionOf(second.element).area?.kind).to.equal('ccg');
    expect(second.heard).to.deep.equal([]);
    expect(second.status).to.equal('');
    // The reader may go on in the second; the first keeps its own.
    await second.pick('luton');
    expect([first.open, second.open]).to.deep.equal([['norfolk-and-waveney'], ['luton']]);
    await first.pick('norfolk-and-waveney');
    await second.element.updateComplete;
    expect(second.open).to.deep.equal([]);
  });

  it('by each other, and two maps come to rest', async () => {
    const page = await fixture<HTMLElement>(
      '<div><region-map id="a" for="b"></region-map><region-map id="b" for="a"></region-map></div>',
    );
    const [a, b] = [...page.querySelectorAll<RegionMap>('region-map')].map((each) => new MapWidget(each));
    if (!a || !b) throw new Error('two maps expected');
    await a.pick('norfolk-and-waveney');
    await b.element.updateComplete;
    await b.pick('mid-and-south-essex');
    await a.element.updateComplete;
    await b.element.updateComplete;
    expect([a.open, b.open]).to.deep.equal([['mid-and-south-essex'], ['mid-and-south-essex']]);
  });
});

describe('region-map comes nearer', () => {
  it('to the chosen area at once where the reader prefers no motion', async () => {
    const widget = await map();
    expect(widget.view).to.equal(home);
    await widget.pick('mid-and-south-essex');
    const [x = 0, y = 0, width = 0, height = 0] = widget.view.split(' ').map(Number);
    const [left, top, right, bottom] = outlines().find(({ id }) => id === 'mid-and-south-essex')!.box;
    expect(width).to.be.lessThan(frame.width / 2);
    expect([x <= left, y <= top, x + width >= right, y + height >= bottom]).to.deep.equal([true, true, true, true]);
  });

  it('or in steps that end there', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    const widget = await map();
    await widget.pick('mid-and-south-essex');
    expect(widget.view).to.equal(home);
    const target = viewOf(
      outlines().find(({ id }) => id === 'mid-and-south-essex')!.box,
      [0, 0, frame.width, frame.height],
      220,
    );
    await waitUntil(() => widget.view !== home && widget.view !== target.join(' '));
    await waitUntil(() => widget.view === target.join(' '));
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  it('and is there when it is moved on the way', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    const widget = await map();
    await widget.pick('mid-and-south-essex');
    const parent = widget.element.parentElement!;
    widget.element.remove();
    parent.append(widget.element);
    await widget.element.updateComplete;
    const [, , width = 0] = widget.view.split(' ').map(Number);
    expect(width).to.be.lessThan(frame.width / 2);
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  it('without moving anything else: the picture keeps its size', async () => {
    const widget = await map();
    const before = widget.one('.picture').getBoundingClientRect().height;
    expect(before).to.be.greaterThan(100);
    await widget.pick('norfolk-and-waveney');
    expect(widget.one('.picture').getBoundingClientRect().height).to.equal(before);
  });

  it('in a view that holds the box, keeps the proportions and never leaves the map', () => {
    const whole = [0, 0, frame.width, frame.height] as const;
    const side = (length: number) => fc.tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: length }));
    fc.assert(
      fc.property(side(frame.width), side(frame.height), fc.integer({ min: 0, max: 400 }), (xs, ys, least) => {
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
        const [x, y, width, height] = viewOf([left, top, right, bottom], whole, least);
        const near = 1e-6;
        expect(x).to.be.within(-near, left + near);
        expect(y).to.be.within(-near, top + near);
        expect(x + width).to.be.within(right - near, frame.width + near);
        expect(y + height).to.be.within(bottom - near, frame.height + near);
        expect(width / height).to.be.closeTo(frame.width / frame.height, near);
        expect(width).to.be.at.least(least - near);
      }),
    );
  });
});

describe('region-map marks the hospitals', () => {
  it('as the main ones of the area that is shown', async () => {
    const all = await map('<region-map hospitals></region-map>');
    const north = await map('<region-map hospitals alliance="north"></region-map>');
    expect(all.markers).to.have.length(19);
    expect(north.markers.length).to.be.within(8, 18);
  });

  it('each in the area that its trust is listed for', async () => {
    const widget = await map('<region-map hospitals></region-map>');
    for (const { dataset } of widget.markers)
      expect(widget.entry(dataset['area']!).querySelector(`[data-hospital="${dataset['hospital']!}"]`)).not.to.equal(
        null,
      );
  });

  it('so that neighbours do not hide each other', async () => {
    const widget = await map('<region-map hospitals></region-map>');
    const at = (id: string) =>
      widget.markers
        .find(({ dataset }) => dataset['hospital'] === id)!
        .querySelector('circle')!
        .getBoundingClientRect();
    const [one, other] = [at('addenbrookes-hospital'), at('royal-papworth-hospital-site')];
    expect(Math.abs(one.x - other.x)).to.be.at.least(one.width * 0.9);
  });

  it('and names one that is pointed at, and those of a trust that has the focus', async () => {
    const widget = await map('<region-map hospitals selected="suffolk-and-north-east-essex"></region-map>');
    expect(widget.named).to.deep.equal([]);
    await widget.point(widget.markers[0]!);
    expect(widget.named).to.have.length(1);
    widget.entry('suffolk-and-north-east-essex').querySelector<HTMLAnchorElement>('[data-trust] a')!.focus();
    await widget.element.updateComplete;
    expect(widget.named).to.deep.equal(['Colchester Hospital', 'Ipswich Hospital']);
    (widget.focused as HTMLElement).blur();
    await widget.element.updateComplete;
    expect(widget.named).to.deep.equal([]);
  });
});

describe('region-map answers "Where am I?"', () => {
  const ask = async (widget: MapWidget) => widget.press(widget.button(words.where));

  it('only when asked', async () => {
    let asked = 0;
    place({ getCurrentPosition: () => asked++ });
    const widget = await map('<region-map selected="norfolk-and-waveney" hospitals></region-map>');
    expect(asked).to.equal(0);
    await ask(widget);
    await ask(widget);
    // A second press while the first is open asks no more.
    expect(asked).to.equal(1);
    expect(widget.status).to.equal(words.asking);
  });

  it('with the area, chosen on the map, and its alliance', async () => {
    place(device(...norwich));
    const widget = await map();
    await ask(widget);
    expect(widget.status).to.equal('You seem to be in Norfolk and Waveney, in the North Alliance.');
    expect(widget.open).to.deep.equal(['norfolk-and-waveney']);
    expect(widget.heard).to.deep.equal([['norfolk-and-waveney', 'system', 'north']]);
  });

  it('at the level of the map', async () => {
    place(device(51.8787, -0.42));
    const ccg = await map('<region-map level="ccg"></region-map>');
    await ask(ccg);
    expect(ccg.heard).to.deep.equal([['luton', 'ccg', 'south']]);
    expect(ccg.status).to.contain('You seem to be in Luton, in the South Alliance.');
    const alliance = await map('<region-map level="alliance"></region-map>');
    await ask(alliance);
    expect(alliance.heard).to.deep.equal([['south', 'alliance', 'south']]);
    expect(alliance.status).to.contain(
      'You seem to be in Bedfordshire, Luton and Milton Keynes, in the South Alliance.',
    );
  });

  it('with a caveat near a border, and none well within', async () => {
    // Newmarket, which West Suffolk holds in a lobe within Cambridgeshire.
    place(device(52.245, 0.41));
    const near = await map();
    await ask(near);
    expect(near.status).to.contain(words.near);
    place(device(...norwich));
    const within = await map();
    await ask(within);
    expect(within.status).not.to.contain(words.near);
  });

  it('with a word of doubt where the device is not sure', async () => {
    place(device(...norwich, 20_000));
    const widget = await map();
    await ask(widget);
    expect(widget.status).to.contain(words.rough);
  });

  it('kindly, outside the region, with the way to the other Alliances', async () => {
    place(device(53.4, -2.24));
    const widget = await map('<region-map selected="norfolk-and-waveney"></region-map>');
    await ask(widget);
    expect(widget.status).to.equal(fill(words.outside, { list: words.list }));
    expect(widget.one<HTMLAnchorElement>('[role=status] a').href).to.equal(words['list-url']);
    expect(widget.heard).to.deep.equal([]);
    expect(widget.open).to.deep.equal(['norfolk-and-waveney']);
  });

  it('on a map of one alliance, with the other one’s name', async () => {
    place(device(...norwich));
    const widget = await map('<region-map alliance="south"></region-map>');
    await ask(widget);
    expect(widget.status).to.equal('You seem to be in Norfolk and Waveney, in the North Alliance.');
    expect(widget.open).to.deep.equal([]);
    expect(widget.heard).to.deep.equal([]);
  });

  for (const [why, code, answer] of [
    ['is refused, by the reader, a policy or a page without https', 1, words.failed.denied],
    ['has no answer', 2, words.failed.unavailable],
    ['comes too late', 3, words.failed.unavailable],
    ['fails in a way that is not known', 99, words.failed.unavailable],
  ] as const)
    it(`in a plain sentence when the position ${why}`, async () => {
      place({ getCurrentPosition: (_: Answer, refuse: Refusal) => refuse({ code } as GeolocationPositionError) });
      const widget = await map();
      await ask(widget);
      expect(widget.status).to.equal(answer);
      expect(widget.shapes).to.have.length(6);
    });

  for (const [why, geolocation] of [
    ['there is none in the browser', undefined],
    ['the browser throws', { getCurrentPosition: () => { throw new DOMException('no', 'SecurityError'); } }], // prettier-ignore
    ['the host put something else in its place', { getCurrentPosition: 'no' }],
    ['the position is no position', device(NaN, Infinity)],
  ] as const)
    it(`without a throw when ${why}`, async () => {
      place(geolocation);
      const widget = await map();
      await ask(widget);
      expect(widget.status).not.to.equal('');
      expect(widget.open).to.deep.equal([]);
    });

  it('to nobody once the map is gone', async () => {
    let answer: Answer | undefined;
    place({ getCurrentPosition: (then: Answer) => (answer = then) });
    const widget = await map();
    await ask(widget);
    const parent = widget.element.parentElement!;
    widget.element.remove();
    answer?.(position(...norwich));
    parent.append(widget.element);
    await widget.element.updateComplete;
    expect(widget.heard).to.deep.equal([]);
    expect([widget.status, widget.open]).to.deep.equal(['', []]);
    // And it can be asked again.
    await ask(widget);
    answer?.(position(...norwich));
    await waitUntil(() => widget.status !== words.asking);
    expect(widget.open).to.deep.equal(['norfolk-and-waveney']);
  });

  it('to a reader who has not chosen otherwise since', async () => {
    let answer: Answer | undefined;
    place({ getCurrentPosition: (then: Answer) => (answer = then) });
    const widget = await map();
    await ask(widget);
    await widget.pick('mid-and-south-essex');
    answer?.(position(...norwich));
    await widget.element.updateComplete;
    expect(widget.open).to.deep.equal(['mid-and-south-essex']);
    expect(widget.status).to.equal(fill(words.chosen, { name: 'Mid and South Essex' }));
  });

  it('on the device: nothing is fetched, and the event carries the area alone', async () => {
    place(device(...norwich));
    const widget = await map();
    let event: RegionSelectEvent | undefined;
    widget.element.addEventListener('region-select', (heard) => (event = heard));
    const before = performance.getEntriesByType('resource').length;
    await ask(widget);
    expect(performance.getEntriesByType('resource').length).to.equal(before);
    const own = Object.fromEntries(Object.entries(event ?? {}).filter(([key]) => key !== 'isTrusted'));
    expect(own).to.deep.equal({ id: 'norfolk-and-waveney', kind: 'system', alliance: 'north' });
  });
});

describe('region-map fits where it stands', () => {
  for (const width of [240, 320, 768, 1400])
    it(`in ${width} pixels, without running over`, async () => {
      const widget = await map(
        `<div id="box"><region-map hospitals level="ccg" selected="cambridgeshire-and-peterborough"></region-map></div>`,
      );
      const box = widget.element.parentElement!;
      box.style.width = `${width}px`;
      await widget.element.updateComplete;
      expect(box.scrollWidth).to.be.at.most(width);
      expect(widget.one('.frame').scrollWidth).to.be.at.most(width);
      const picture = widget.one('.picture').getBoundingClientRect();
      expect(picture.width / picture.height).to.be.closeTo(frame.width / frame.height, 0.02);
    });

  it('with names on the map where they fit, else numbers', async () => {
    const widget = await map();
    const names = () =>
      [...widget.root.querySelectorAll('.signs tspan')].filter((name) => getComputedStyle(name).display !== 'none');
    widget.element.parentElement!.style.width = '300px';
    expect(names()).to.have.length(0);
    widget.element.parentElement!.style.width = '1200px';
    expect(names().length).to.be.greaterThan(11);
  });

  it('with no number over another on a telephone, where every number is in the list', async () => {
    const widget = await map('<region-map level="ccg"></region-map>');
    widget.element.parentElement!.style.width = '288px';
    const all = [...widget.root.querySelectorAll('.signs text')];
    const seen = all.map((number) => number.getBoundingClientRect()).filter(({ width }) => width > 0);
    expect(seen.length).to.be.within(all.length - 2, all.length - 1);
    for (const one of seen)
      for (const other of seen)
        if (one !== other)
          expect(
            one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
          ).to.equal(true);
    // Once chosen it fills the view, and has its number.
    await widget.pick('southend');
    expect(widget.one('.signs .on text').getBoundingClientRect().width).to.be.greaterThan(0);
  });

  it('in print with every entry told in full, in black on white', async () => {
    const widget = await map();
    await emulateMedia({ media: 'print', reducedMotion: 'reduce' });
    try {
      for (const about of widget.all('[part=details]'))
        expect(about.getBoundingClientRect().height).to.be.greaterThan(100);
      expect(getComputedStyle(widget.shape('norfolk-and-waveney')).fill).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(widget.shape('norfolk-and-waveney')).stroke).to.equal('rgb(0, 0, 0)');
      expect(getComputedStyle(widget.one('[part=tools]')).display).to.equal('none');
      expect(widget.one('[part=attribution]').offsetHeight).to.be.greaterThan(0);
    } finally {
      await emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
    }
  });

  it('on a page that runs from right to left: the list changes sides, the map stays', async () => {
    const widget = await map('<div dir="rtl"><region-map></region-map></div>');
    widget.element.parentElement!.style.width = '1000px';
    const [picture, list] = [widget.one('.picture'), widget.one('.areas')].map(
      (part) => part.getBoundingClientRect().x,
    );
    expect(list).to.be.lessThan(picture!);
    const [west, east] = ['cambridgeshire-and-peterborough', 'norfolk-and-waveney'].map(
      (id) => widget.shape(id).getBoundingClientRect().x,
    );
    expect(west).to.be.lessThan(east!);
  });
});

describe('region-map withstands', () => {
  withstands('region-map', {
    sets: {
      level: ['ccg', 'system', 'alliance', 'county'],
      alliance: ['south', 'north', 'east'],
      hospitals: ['', 'false', 'yes'],
      selected: ['luton', 'norfolk-and-waveney', 'north', 'atlantis'],
      for: ['nobody'],
      'heading-level': ['3', '1', '9'],
      'aria-label': ['Our map', ' '],
    },
    least: 500,
  });
});

describe('region-map is accessible', () => {
  accessibleIn('region-map', examples);
});
