import { expect, fixture, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import shared from '../content/en/interface.yaml';
import words from '../content/en/alliance-finder.yaml';
import { running, type Run } from '../src/base/on-demand.js';
import { fill } from '../src/base/words.js';
import { organisation, organisations } from '../src/content/catalogue.js';
import { outcodes } from '../src/content/outcodes.js';
import { positions } from '../src/content/positions.js';
import '../src/elements/alliance-finder/alliance-finder.define.js';
import type { AllianceFinder } from '../src/elements/alliance-finder/alliance-finder.js';
import '../src/elements/region-map/region-map.define.js';
import type { RegionMap } from '../src/elements/region-map/region-map.js';
import type { RegionSelectEvent } from '../src/page/region-select-event.js';
import { selectionOf } from '../src/page/selection.js';
import { examples } from '../stories/alliance-finder.examples.js';
import { accessibleIn, callsOf, plain, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

/** How the tests look into a finder. */
class FinderWidget extends Widget<AllianceFinder> {
  static override readonly tag = 'alliance-finder';

  readonly heard: (string | undefined)[] = [];

  constructor(element: AllianceFinder) {
    super(element);
    element.addEventListener('region-select', ({ id, kind, alliance }: RegionSelectEvent) =>
      this.heard.push(id && `${kind} ${id} ${alliance}`),
    );
  }

  get field(): HTMLInputElement {
    return this.one<HTMLInputElement>('input');
  }

  get status(): string {
    return this.text('[role=status]');
  }

  get answer(): string {
    return this.text('[part=answer]');
  }

  /** What is wrong with what was typed, if anything. */
  get error(): string {
    return this.texts('[part=error]').join();
  }

  get area(): string | undefined {
    return selectionOf(this.element).area?.id;
  }

  async type(text: string): Promise<void> {
    this.field.value = text;
    this.field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await this.settled();
  }

  /** Types something and presses the button. */
  async find(text: string): Promise<this> {
    await this.type(text);
    this.button(words.find).click();
    return this.settled();
  }

  async press(text: string): Promise<void> {
    this.button(text).click();
    await this.settled();
  }

  /** Asks where the reader is, and waits for the answer. */
  async where(): Promise<void> {
    await this.press(words.where);
    await waitUntil(() => this.status !== words.asking);
  }
}

const finder = (markup?: string) => FinderWidget.from(markup);
const searched = async (text: string) => (await finder()).find(text);
const isIn = (place: string, alliance: string) => fill(words.in, { place, alliance });

type Answer = (position: GeolocationPosition) => void;
type Refusal = (error: GeolocationPositionError) => void;

/** Replaces the browser's geolocation for the length of a test. */
function place(geolocation: unknown): void {
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
}
const device = (latitude: number, longitude: number, accuracy = 20) => ({
  getCurrentPosition: (answer: Answer) =>
    answer({ coords: { latitude, longitude, accuracy } } as unknown as GeolocationPosition),
});

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
afterEach(() => {
  fixtureCleanup();
  // The browser's own is on the prototype; a test's stands before it.
  Reflect.deleteProperty(navigator, 'geolocation');
});

describe('alliance-finder asks', () => {
  it('one question, with a label, a hint and what becomes of the answer', async () => {
    const widget = await finder();
    expect(widget.text('label')).to.equal(words.label);
    expect(widget.field.labels?.[0]?.textContent).to.equal(words.label);
    expect(widget.text('#hint')).to.equal(words.hint);
    expect(widget.field.getAttribute('aria-describedby')).to.equal('hint');
    expect(widget.field.autocomplete).to.equal('postal-code');
    expect(widget.text('[part=private]')).to.equal(words.private);
    expect(widget.status).to.equal('');
  });

  it('by keyboard alone: type, Enter, and on to what was found', async () => {
    const widget = await finder();
    widget.field.focus();
    await sendKeys({ type: 'cb9' });
    await sendKeys({ press: 'Enter' });
    await widget.settled();
    expect(widget.focused).to.equal(widget.field);
    expect(widget.status).to.equal(fill(words.shared, { place: 'CB9' }));
    for (let stops = 0; stops < 3; stops++) await sendKeys({ press: 'Tab' });
    expect(plain(widget.focused?.textContent)).to.equal(fill(words.live, { system: 'Suffolk and North East Essex' }));
    await sendKeys({ press: 'Enter' });
    await widget.settled();
    expect(widget.heard).to.deep.equal(['system suffolk-and-north-east-essex north']);
    // The buttons are gone, so the focus goes to the answer that they led to.
    expect(plain(widget.focused?.textContent)).to.equal('Suffolk and North East Essex');
  });

  const wrong: readonly (readonly [typed: string, error: string])[] = [
    ['', words.wrong.empty],
    ['   ', words.wrong.empty],
    ['NR', fill(words.wrong.short, { example: 'NR1' })],
    ['c0', fill(words.wrong.short, { example: 'CO1' })],
    ['Atlantis', words.wrong.unknown],
    ['North', words.wrong.unknown],
    ['NR2 3ABC', words.wrong.unknown],
    ['?!', words.wrong.unknown],
    ['Norwich '.repeat(20), words.wrong.long],
  ];
  for (const [typed, error] of wrong)
    it(`again where "${typed.slice(0, 20)}" is not enough, and says why beside the field`, async () => {
      const widget = await searched(typed);
      expect(widget.error).to.equal(`${words.error} ${error}`);
      expect(widget.field.getAttribute('aria-invalid')).to.equal('true');
      const described = widget.field.getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => widget.text(`#${id}`))).to.deep.equal([words.hint, widget.error]);
      expect(widget.focused).to.equal(widget.field);
      expect([widget.status, widget.heard.length, widget.field.value]).to.deep.equal(['', 0, typed]);
      await widget.find('NR2');
      expect(widget.error).to.equal('');
      expect(widget.field.getAttribute('aria-invalid')).to.equal(null);
    });
});

describe('alliance-finder answers', () => {
  it('an outward code: alliance, area, board now and before, nearest hospitals', async () => {
    const widget = await searched('NR2');
    expect(widget.status).to.equal('NR2 is in the North Alliance.');
    expect(widget.text('[part=systems]')).to.equal('It is in Norfolk and Waveney.');
    expect(widget.texts('[part=boards] p')).to.deep.equal([
      'Now: NHS Norfolk and Suffolk Integrated Care Board',
      'Until 31 March 2026: NHS Norfolk and Waveney Integrated Care Board',
      'Until 30 June 2022: NHS Norfolk and Waveney CCG',
    ]);
    expect(widget.texts('[part=hospitals] li')).to.deep.equal([
      'Norfolk and Norwich University Hospital, Norwich: about 3 miles in a straight line ' +
        'Norfolk and Norwich University Hospitals NHS Foundation Trust',
      'James Paget University Hospital, Gorleston, Great Yarmouth: about 19 miles in a straight line ' +
        'James Paget University Hospitals NHS Foundation Trust',
      "Queen Elizabeth Hospital, King's Lynn: about 36 miles in a straight line " +
        "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
    ]);
    expect(widget.answer)
      .to.contain(fill(words.hospitals.middle, { outcode: 'NR2' }))
      .and.to.contain(words.hospitals.note);
  });

  for (const typed of ['nr2', ' N R 2 ', 'NR2 3', 'nr23ab', 'NR2 3AB', 'ＮＲ２ ３ＡＢ', 'nr2-3ab'])
    it(`"${typed}" as NR2`, async () => {
      expect((await searched(typed)).status).to.equal(isIn('NR2', 'North Alliance'));
    });

  for (const [typed, meant] of [
    ['NRI 3', 'NR1'],
    ['SSO ORY', 'SS0'],
    ['C04 5JL', 'CO4'],
    ['1P1', 'IP1'],
    ['NR23', 'NR23'],
    ['cm2o', 'CM20'],
  ] as const)
    it(`"${typed}" as ${meant}, and says so`, async () => {
      expect((await searched(typed)).text('[part=answer] h3')).to.equal(meant);
    });

  it('one that two boards of today share, with all that were there before', async () => {
    const widget = await searched('CM23');
    expect(widget.texts('[part=boards] p')).to.deep.equal([
      'Now: NHS Central East Integrated Care Board; NHS Essex Integrated Care Board (each for part of it)',
      'Until 31 March 2026: NHS Hertfordshire and West Essex Integrated Care Board',
      'Until 30 June 2022: NHS East and North Hertfordshire CCG; NHS Herts Valleys CCG; NHS West Essex CCG (each for part of it)',
    ]);
  });

  it('of a divided area only the board that it went to, and the CCGs that went there', async () => {
    const essex = (await searched('CM19')).texts('[part=boards] p');
    expect(essex[0]).to.equal('Now: NHS Essex Integrated Care Board');
    expect(essex.at(-1)).to.equal('Until 30 June 2022: NHS West Essex CCG');
    const hertfordshire = (await searched('WD18')).texts('[part=boards] p');
    expect(hertfordshire[0]).to.equal('Now: NHS Central East Integrated Care Board');
    expect(hertfordshire.join()).not.to.contain('West Essex CCG');
  });

  it('and a merger on the way', async () => {
    expect((await searched('LU1')).texts('[part=boards] p').slice(1, 4)).to.deep.equal([
      'Until 31 March 2026: NHS Bedfordshire, Luton and Milton Keynes Integrated Care Board; ' +
        'NHS Hertfordshire and West Essex Integrated Care Board (each for part of it)',
      'Until 30 June 2022: NHS East and North Hertfordshire CCG; NHS Herts Valleys CCG; ' +
        'NHS Bedfordshire, Luton and Milton Keynes CCG (each for part of it)',
      'Until 31 March 2021: NHS Bedfordshire CCG; NHS Luton CCG; NHS Milton Keynes CCG (each for part of it)',
    ]);
  });

  it('one in two areas of an alliance: the alliance is sure, the area is for the reader to say', async () => {
    const widget = await searched('IP19');
    expect(widget.status).to.equal(isIn('IP19', 'North Alliance'));
    expect(widget.text('[part=systems]')).to.equal(
      'About half of it is in Norfolk and Waveney. ' + 'About half of it is in Suffolk and North East Essex.',
    );
    expect(widget.heard).to.deep.equal(['alliance north north']);
    await widget.press(fill(words.live, { system: 'Norfolk and Waveney' }));
    expect(widget.heard.at(-1)).to.equal('system norfolk-and-waveney north');
    expect(widget.status).to.equal(isIn('Norfolk and Waveney', 'North Alliance'));
    expect(widget.texts('[part=boards] p')[2]).to.equal('Until 30 June 2022: NHS Norfolk and Waveney CCG');
    expect(widget.answer).to.contain(fill(words.hospitals.middle, { outcode: 'IP19' }));
  });

  it('one in both alliances: says so, shows both, and chooses for nobody', async () => {
    const widget = await searched('CB9');
    expect(widget.status).to.equal(fill(words.shared, { place: 'CB9' }));
    expect(widget.text('[part=systems]')).to.equal(
      'Most of it is in Suffolk and North East Essex, in the North Alliance. ' +
        'Some of it is in Mid and South Essex, in the South Alliance.',
    );
    expect([widget.heard.length, widget.area]).to.deep.equal([0, undefined]);
    await widget.press(fill(words.live, { system: 'Mid and South Essex' }));
    expect(widget.heard).to.deep.equal(['system mid-and-south-essex south']);
    expect(widget.texts('[part=boards] p')[0]).to.equal('Now: NHS Essex Integrated Care Board');
  });

  it('every outward code, with what it says of the alliance and the areas agreeing', async () => {
    const widget = await finder();
    const both: string[] = [];
    for (const [outcode, { parts }] of outcodes()) {
      await widget.set('search', outcode);
      const systems = parts.flatMap(({ system }) => organisation(system) ?? []);
      const alliances = new Set(systems.flatMap((each) => each.alliances));
      const said = widget.text('[part=systems]');
      for (const { shortName } of systems) expect(said).to.contain(shortName);
      expect(widget.answer).not.to.match(/undefined|NaN|\{\w+\}|: ;|: $/);
      expect(widget.all('[part=hospitals] li')).to.have.length(3);
      if (alliances.size > 1) {
        both.push(outcode);
        expect([widget.status, widget.area]).to.deep.equal([fill(words.shared, { place: outcode }), undefined]);
      } else if (widget.status.includes('outside')) expect(widget.area).to.equal(undefined);
      else expect(selectionOf(widget.element).area?.alliance).to.equal([...alliances][0]);
    }
    expect(both).to.deep.equal('CB9 CB10 CB21 CM9 CO5 CO6 CO8 CO10 MK44 PE19 PE28 SG7 SG8 SG19'.split(' '));
  });

  it('one that lies mostly outside: says so first, points to other alliances, and lets the reader say', async () => {
    const widget = await searched('EN4');
    expect(widget.status).to.equal(fill(words['mostly-outside'], { place: 'EN4' }));
    expect(widget.text('[part=systems]')).to.equal(
      'Nearly all of it is outside our region. A few addresses are in Hertfordshire and West Essex, in the South Alliance.',
    );
    expect(widget.one<HTMLAnchorElement>('[part=answer] a').href).to.equal(words['list-url']);
    expect(widget.area).to.equal(undefined);
    await widget.press(fill(words.live, { system: 'Hertfordshire and West Essex' }));
    expect(widget.area).to.equal('hertfordshire-and-west-essex');
    expect((await searched('MK19')).status).to.equal(fill(words['mostly-outside'], { place: 'MK19' }));
    expect((await searched('HP23')).status).to.equal(isIn('HP23', 'South Alliance'));
  });

  it('one outside the region kindly, with the way to other alliances', async () => {
    const widget = await searched('SW1A 1AA');
    expect(widget.status).to.equal(fill(words.outside, { place: 'SW1A' }));
    expect(widget.answer).to.contain(plain(fill(words.elsewhere, { list: words.list })));
    expect(widget.one<HTMLAnchorElement>('[part=answer] a').href).to.equal(words['list-url']);
    expect(widget.heard).to.deep.equal([]);
  });

  for (const [typed, said, area] of [
    ['norwich', 'Norwich', 'norfolk-and-waveney'],
    ["king's lynn", "King's Lynn", 'norfolk-and-waveney'],
    ['KINGS LYNN', "King's Lynn", 'norfolk-and-waveney'],
    ['Yarmouth', 'Great Yarmouth', 'norfolk-and-waveney'],
    ['saint albans', 'St Albans', 'hertfordshire-and-west-essex'],
    ['Bury St. Edmunds', 'Bury St Edmunds', 'suffolk-and-north-east-essex'],
    ['Luton', 'Luton', 'bedfordshire-luton-and-milton-keynes'],
    ['Thurrock', 'Thurrock', 'mid-and-south-essex'],
    ['castle point', 'Castle Point', 'mid-and-south-essex'],
    ['Cambridgeshire', 'Cambridgeshire', 'cambridgeshire-and-peterborough'],
    ['mid and south essex', 'Mid and South Essex', 'mid-and-south-essex'],
  ] as const)
    it(`the name "${typed}"`, async () => {
      const widget = await searched(typed);
      expect(widget.status).to.contain(`${said} is in the `);
      expect(widget.area).to.equal(area);
    });

  it('a town by the postcode of its hospital, and says which', async () => {
    const widget = await searched('Norwich');
    expect(widget.text('[part=notes]')).to.equal(`${fill(words.town, { outcode: 'NR4' })} ${words.surer}`);
    expect(widget.answer).to.contain(fill(words.hospitals.middle, { outcode: 'NR4' }));
  });

  it('a county that both alliances share by its areas', async () => {
    const widget = await searched('essex');
    expect(widget.status).to.equal(fill(words.shared, { place: 'Essex' }));
    expect(widget.all('[part=choice] button')).to.have.length(3);
    expect(widget.text('[part=notes]')).to.equal(words.surer);
  });

  it('every town of a hospital or a trust', async () => {
    const widget = await finder();
    for (const town of new Set(organisations().flatMap((body) => body.town?.split(', ') ?? []))) {
      await widget.find(town);
      expect(widget.text('[part=answer] h3'), town).to.equal(town);
    }
  });

  it('with hospitals by distance, nearest first, in whole miles', async () => {
    const widget = await searched('CB2');
    const shown = widget.texts('[part=hospitals] li').map((text) => text.split(',')[0]!);
    for (const name of shown)
      expect(
        positions().get(organisations().find((body) => body.kind === 'hospital' && body.name === name)!)?.main,
      ).to.equal(true);
    expect(shown.slice(0, 2).sort()).to.deep.equal(["Addenbrooke's Hospital", 'Royal Papworth Hospital']);
    const far = widget.texts('[part=hospitals] li').map((text) => Number(/about (\d+)/.exec(text)?.[1] ?? 0));
    expect(far).to.deep.equal([...far].sort((a, b) => a - b));
    expect(widget.answer).to.contain('about 1 mile in').and.not.to.contain('1 miles');
  });

  it('and says what it cannot tell, where its facts come from, and what the licences ask for, to the letter', async () => {
    const widget = await finder();
    expect(widget.text('[part=caveat]')).to.equal(words.caveat);
    expect(widget.text('[part=copies]')).to.equal(words.copies);
    expect(widget.text('[part=notice]')).to.equal(plain(shared['medical-notice']));
    expect(widget.text('[part=attribution]')).to.equal(
      'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. ' +
        'Contains OS data © Crown copyright and database right 2023, 2024, 2025. ' +
        'Contains Royal Mail data © Royal Mail copyright and database right 2025.',
    );
    const sources = widget.texts('[part=provenance] li');
    expect(new Set(sources).size, 'each once').to.equal(sources.length);
    for (const title of [
      'Code-Point Open, October 2025',
      'Information for the public',
      'History of integrated care boards',
    ])
      expect(sources.join()).to.contain(title);
  });
});

describe('alliance-finder tells', () => {
  it('the other widgets of an area, and the page by an event that holds nothing of what was typed', async () => {
    const widget = await finder();
    let event: RegionSelectEvent | undefined;
    widget.element.addEventListener('region-select', (told: RegionSelectEvent) => (event = told));
    await widget.find('LU4 0DZ');
    expect(selectionOf(widget.element).area).to.deep.equal({
      id: 'bedfordshire-luton-and-milton-keynes',
      kind: 'system',
      alliance: 'south',
    });
    expect(widget.heard).to.deep.equal(['system bedfordshire-luton-and-milton-keynes south']);
    expect(JSON.stringify({ ...event })).not.to.contain('LU4');
    await widget.find('Atlantis');
    expect([widget.heard.at(-1), widget.heard.length, widget.area]).to.deep.equal([undefined, 2, undefined]);
  });

  it('nobody what is typed: no event of it leaves the widget, nothing is kept, no request goes out', async () => {
    const page = await fixture<HTMLElement>('<div><alliance-finder></alliance-finder></div>');
    const heard: string[] = [];
    for (const type of ['input', 'change', 'beforeinput']) page.addEventListener(type, () => heard.push(type));
    const before = [
      performance.getEntriesByType('resource').length,
      location.href,
      document.cookie,
      localStorage.length,
    ];
    const widget = new FinderWidget(page.querySelector('alliance-finder')!);
    await widget.settled();
    const calls = await callsOf(window, 'fetch', async () => {
      await widget.find('CB9 7AA');
      await widget.find('NR2 3AB');
    });
    expect(calls).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
    expect([
      performance.getEntriesByType('resource').length,
      location.href,
      document.cookie,
      localStorage.length,
    ]).to.deep.equal(before);
  });

  it('a listener once, politely', async () => {
    const widget = await finder();
    expect(widget.all('[role=status], [aria-live], [role=alert]')).to.have.length(1);
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(widget.status));
    observer.observe(widget.one('[role=status]'), { childList: true, characterData: true, subtree: true });
    await widget.find('NR2');
    expect(said).to.deep.equal([isIn('NR2', 'North Alliance')]);
    expect(widget.one('[role=status]').getAttribute('aria-live')).to.equal('polite');
    observer.disconnect();
  });

  it('a listener nothing of what the host or another widget chose', async () => {
    const widget = await finder('<alliance-finder search="NR2"></alliance-finder>');
    expect(widget.one('[role=status]').getAttribute('aria-live')).to.equal('off');
    await widget.find('LU1');
    expect(widget.one('[role=status]').getAttribute('aria-live')).to.equal('polite');
    await widget.set('search', 'CB1');
    expect(widget.one('[role=status]').getAttribute('aria-live')).to.equal('off');
  });
});

describe('alliance-finder is asked by the host', () => {
  it('for a place, without an event', async () => {
    const widget = await finder('<alliance-finder search="nr2 3"></alliance-finder>');
    expect([widget.status, widget.field.value]).to.deep.equal([isIn('NR2', 'North Alliance'), 'nr2 3']);
    expect([widget.area, widget.heard.length]).to.deep.equal(['norfolk-and-waveney', 0]);
    await widget.set('search', null);
    expect([widget.status, widget.field.value, widget.area]).to.deep.equal(['', '', undefined]);
  });

  it('for what is no place: one warning, and a field that is empty', async () => {
    const said = await warnings(async () => {
      const widget = await finder('<alliance-finder search="Lyonesse"></alliance-finder>');
      expect([widget.field.value, widget.error, widget.status]).to.deep.equal(['', '', '']);
      await finder('<alliance-finder search="Lyonesse"></alliance-finder>');
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('search="Lyonesse"');
  });

  for (const lookup of [
    'http://api.postcodes.io',
    'ftp://127.0.0.1',
    'https://user:secret@example.org',
    'https://example.org/?key=1',
    '/postcodes',
    'javascript:alert(1)',
  ])
    it(`to look up at ${lookup}: one warning, and no request`, async () => {
      const said = await warnings(async () => {
        const widget = await finder(`<alliance-finder lookup="${lookup}"></alliance-finder>`);
        expect(widget.text('[part=private]')).to.equal(words.private);
        expect(await callsOf(window, 'fetch', () => widget.find('CB9 7AA'))).to.deep.equal([]);
      });
      expect(said).to.have.length(1);
    });

  it('to look up at an https address, which the reader is told beforehand', async () => {
    const widget = await finder('<alliance-finder lookup="https://postcodes.example:8443/api/"></alliance-finder>');
    expect(widget.text('[part=private]')).to.equal(fill(words['private-lookup'], { host: 'postcodes.example:8443' }));
  });
});

describe('alliance-finder, asked where the reader is,', () => {
  it('answers on the device, with distances from there', async () => {
    place(device(52.628, 1.296));
    const widget = await finder();
    await widget.where();
    expect(widget.status).to.equal(isIn(words.here, 'North Alliance'));
    expect(widget.answer).to.contain(words['measured-here']).and.to.contain('about 37 miles in a straight line');
    expect(widget.heard).to.deep.equal(['system norfolk-and-waveney north']);
    expect(widget.texts('[part=boards] p')[0]).to.equal('Now: NHS Norfolk and Suffolk Integrated Care Board');
  });

  it('does not answer from a guess, and warns near a border', async () => {
    place(device(52.245, 0.407, 5000));
    const widget = await finder();
    await widget.where();
    expect([widget.status, widget.area]).to.deep.equal([words.rough, undefined]);
    place(device(52.0755, 0.4385));
    const border = await finder();
    await border.where();
    expect(border.text('[part=notes]')).to.equal(words.near);
  });

  it('says kindly that it is outside', async () => {
    place(device(51.5, -0.12));
    const widget = await finder();
    await widget.where();
    expect(widget.status).to.equal(words['outside-here']);
    expect(widget.one<HTMLAnchorElement>('[part=answer] a').href).to.equal(words['list-url']);
  });

  it('or says why there is no answer, and what to do instead', async () => {
    for (const [code, text] of [
      [1, words.denied],
      [2, words.unavailable],
    ] as const) {
      place({
        getCurrentPosition: (_: Answer, refuse: Refusal) => refuse({ code } as GeolocationPositionError),
      });
      const widget = await searched('NR2');
      await widget.where();
      expect([widget.status, widget.area]).to.deep.equal([text, undefined]);
      expect(widget.all('[part=hospitals]')).to.deep.equal([]);
    }
  });

  it('says the same when what tells one place from another did not come, or was changed on its way', async () => {
    place(device(52.628, 1.296));
    const refuse = (event: Event) => {
      (event as CustomEvent<(run: Run) => void>).detail(() => Promise.reject(new Error('changed')));
    };
    document.addEventListener(running, refuse);
    try {
      const widget = await finder();
      await widget.where();
      expect([widget.status, widget.area]).to.deep.equal([words.unavailable, undefined]);
      document.removeEventListener(running, refuse);
      await widget.where();
      expect(widget.status).to.equal(isIn(words.here, 'North Alliance'));
    } finally {
      document.removeEventListener(running, refuse);
    }
  });

  it('forgets the question when the reader types and finds instead', async () => {
    let answer: Answer | undefined;
    place({ getCurrentPosition: (later: Answer) => (answer = later) });
    const widget = await finder();
    await widget.press(words.where);
    await waitUntil(() => answer);
    expect(widget.status).to.equal(words.asking);
    await widget.find('LU1');
    answer?.({ coords: { latitude: 52.628, longitude: 1.296, accuracy: 20 } } as unknown as GeolocationPosition);
    await widget.settled();
    expect(widget.status).to.equal(isIn('LU1', 'South Alliance'));
  });
});

describe('alliance-finder and a map', () => {
  async function together(markup: string): Promise<{ widget: FinderWidget; map: Widget<RegionMap> }> {
    const page = await fixture<HTMLElement>(`<div>${markup}</div>`);
    const widget = new FinderWidget(page.querySelector('alliance-finder')!);
    const map = new Widget(page.querySelector<RegionMap>('region-map')!);
    await widget.settled();
    await map.settled();
    return { widget, map };
  }
  const pick = async (map: Widget<RegionMap>, id: string, widget: FinderWidget) => {
    map.one(`details[data-area="${id}"] summary`).click();
    await map.settled();
    await widget.settled();
  };

  it('it follows: the area, its alliance, boards and hospitals, silently', async () => {
    const { widget, map } = await together(
      '<alliance-finder for="map"></alliance-finder><region-map id="map" level="ccg"></region-map>',
    );
    await pick(map, 'luton', widget);
    expect(widget.status).to.equal(isIn('Luton', 'South Alliance'));
    expect(widget.one('[role=status]').getAttribute('aria-live')).to.equal('off');
    expect(widget.text('[part=systems]')).to.contain('Bedfordshire, Luton and Milton Keynes');
    expect(widget.texts('[part=boards] p')[0]).to.equal('Now: NHS Central East Integrated Care Board');
    expect(widget.texts('[part=hospitals] li').join()).to.contain('Luton and Dunstable').and.to.contain('Bedford');
    expect(widget.answer).not.to.contain('crow');
    expect([widget.heard.length, widget.area]).to.deep.equal([0, 'luton']);
    await pick(map, 'luton', widget);
    expect([widget.status, widget.area]).to.deep.equal(['', undefined]);
  });

  it('it follows: a whole alliance', async () => {
    const { widget } = await together(
      '<alliance-finder for="map"></alliance-finder><region-map id="map" level="alliance" selected="north"></region-map>',
    );
    expect(widget.text('[part=answer] h3')).to.equal('North Alliance');
    expect(widget.status).to.contain('Norfolk and Waveney');
    expect(widget.all('[part=choice], [part=systems]')).to.deep.equal([]);
    expect(widget.all('[part=hospitals] li').length).to.be.greaterThan(6);
  });

  for (const level of ['system', 'ccg', 'alliance'])
    for (const first of ['finder', 'map'])
      it(`that follow each other agree, and come to rest (${level}, the ${first} first in the page)`, async () => {
        const parts = [
          '<alliance-finder id="finder" for="map"></alliance-finder>',
          `<region-map id="map" for="finder" level="${level}"></region-map>`,
        ];
        const { widget, map } = await together((first === 'finder' ? parts : parts.reverse()).join(''));
        await widget.find('NR2');
        await map.settled();
        await widget.settled();
        expect(map.element.selected).to.equal('norfolk-and-waveney');
        expect(widget.status, 'it keeps what it knows').to.equal(isIn('NR2', 'North Alliance'));
        expect(map.all('[role=status]').map(plainText), 'told once, by the finder').to.deep.equal(['']);
        await pick(map, map.all('.areas details').at(-1)!.dataset['area']!, widget);
        expect(widget.area).to.equal(map.element.selected);
        expect([widget.field.value, widget.heard.length]).to.deep.equal(['', 1]);
        await widget.find('CB9');
        await map.settled();
        expect([map.element.selected, widget.area]).to.deep.equal([undefined, undefined]);
        expect(widget.status).to.equal(fill(words.shared, { place: 'CB9' }));
        await widget.press(fill(words.live, { system: 'Mid and South Essex' }));
        await map.settled();
        expect(map.element.selected).to.equal('mid-and-south-essex');
      });
});

const plainText = ({ textContent }: Element) => plain(textContent);

describe('alliance-finder is read aloud', () => {
  it('from first word to last', async () => {
    await finder('<alliance-finder search="NR2"></alliance-finder>');
    interface Told {
      readonly role: string;
      readonly name: string;
      readonly level?: number;
      readonly children?: readonly Told[];
    }
    const lines: string[] = [];
    const hear = ({ role, name, level, children = [] }: Told) => {
      if (['heading', 'textbox', 'button', 'link'].includes(role))
        lines.push([role, level, plain(name)].filter(Boolean).join(' '));
      if (!['link', 'button', 'textbox'].includes(role)) children.forEach(hear);
    };
    const snapshot: Promise<unknown> = a11ySnapshot({ selector: 'alliance-finder' });
    hear((await snapshot) as Told);
    expect(lines).to.deep.equal([
      'heading 2 Which Cancer Alliance is mine?',
      'textbox Postcode or town',
      'button Find',
      'button Use my location',
      'heading 3 NR2',
      'heading 4 Who plans NHS services there',
      'heading 4 Nearest main hospitals',
      'link Norfolk and Norwich University Hospitals NHS Foundation Trust',
      'link James Paget University Hospitals NHS Foundation Trust',
      "link The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
      'link Open Government Licence v.3.0',
      'link East of England Cancer Alliances website',
    ]);
  });
});

describe('alliance-finder in the page', () => {
  it('fits a sidebar of 240 pixels', async () => {
    for (const search of ['CB9', 'MK44', 'EN4', 'Luton']) {
      const widget = await finder(
        `<table><tr><td width="240"><alliance-finder search="${search}"></alliance-finder></td></tr></table>`,
      );
      expect(widget.frame.scrollWidth).to.be.at.most(240);
      for (const button of widget.all('button')) expect(button.offsetHeight).to.be.at.least(44);
      expect(widget.field.offsetHeight).to.be.at.least(44);
    }
  });

  it('prints the answer without the question', async () => {
    const widget = await finder('<alliance-finder search="CB9"></alliance-finder>');
    await emulateMedia({ media: 'print' });
    try {
      await waitUntil(() => !widget.field.checkVisibility());
      expect(widget.all('button').some((button) => button.checkVisibility())).to.equal(false);
      expect(widget.one('[part=hospitals]').checkVisibility()).to.equal(true);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });
});

describe('alliance-finder withstands', () => {
  withstands('alliance-finder', {
    sets: {
      search: ['NR2', 'CB9', 'Luton', 'SW1A', 'Atlantis'],
      lookup: ['https://postcodes.example', 'nowhere'],
      alliance: ['north', 'east'],
      'heading-level': ['3', '9'],
      for: ['nobody'],
    },
  });
});

describe('every example of alliance-finder is accessible', () => accessibleIn('alliance-finder', examples));
