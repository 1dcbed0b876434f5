import { expect, fixture } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import words from '../content/en/support-directory.yaml';
import { count } from '../src/base/count.js';
import { fill } from '../src/base/words.js';
import { supportDirectorySchema } from '../src/content/schema/support-directory.js';
import '../src/elements/region-map/region-map.define.js';
import '../src/elements/support-directory/support-directory.define.js';
import type { SupportDirectory } from '../src/elements/support-directory/support-directory.js';
import { selectionOf, type Area } from '../src/page/selection.js';
import { examples } from '../stories/support-directory.examples.js';
import { accessibleIn, plain, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

const { needs, services } = words;
const all = Object.values(services);
const named = (...ids: readonly string[]) => ids.map((id) => services[id]?.name);
const national = all.filter(({ areas }) => !areas);

/** How the tests look into the directory. */
class Directory extends Widget<SupportDirectory> {
  static override readonly tag = 'support-directory';

  get names(): string[] {
    return this.texts('[part=name]');
  }

  get groups(): string[] {
    return this.texts('[part=subheading]');
  }

  /** The names under a heading. */
  under(title: string): string[] {
    const group = this.all('[part=subheading]').find((heading) => plain(heading.textContent) === title);
    let list = group?.nextElementSibling;
    while (list && list.localName !== 'ul') list = list.nextElementSibling;
    return [...(list?.querySelectorAll('[part=name]') ?? [])].map((name) => plain(name.textContent));
  }

  /** The card of a service. */
  card(id: string): HTMLElement {
    const found = this.all('[part=service]').find(
      (card) => plain(card.querySelector('[part=name]')?.textContent) === services[id]?.name,
    );
    if (!found) throw new Error(`${id} is not shown`);
    return found;
  }

  get choices(): string[] {
    return this.texts('[part=choice]');
  }

  get status(): HTMLElement {
    return this.one('[part=status]');
  }

  async pick(need: keyof typeof needs | ''): Promise<void> {
    this.one(`[value="${need}"]`).click();
    await this.settled();
  }
}

const waveney: Area = { id: 'norfolk-and-waveney', kind: 'system', alliance: 'north' };
const luton: Area = { id: 'luton', kind: 'ccg', alliance: 'south' };

describe('support-directory', () => {
  describe('what it shows', () => {
    it('puts emergencies first, then who to talk to now, before any choice', async () => {
      const widget = await Directory.from(examples.ready.html);
      const text = widget.text();
      const order = ['call 999', needs.talk, 'Samaritans', words.pick, words.local, 'Free NHS prescriptions'];
      const at = order.map((part) => text.indexOf(part));
      expect(at).not.to.include(-1);
      expect(at).to.deep.equal([...at].sort((a, b) => a - b));
      expect(widget.under(needs.talk)).to.deep.equal(named('samaritans', 'shout', 'macmillan'));
    });

    it('shows every service, and each once', async () => {
      const widget = await Directory.from(examples.ready.html);
      expect(widget.names).to.have.members(all.map(({ name }) => name));
      expect(widget.names).to.have.length(all.length);
    });

    it('has no heading with nothing under it', async () => {
      const widget = await Directory.from(examples.ready.html);
      for (const title of widget.groups) expect(widget.under(title), title).not.to.be.empty;
    });

    it('calls the numbers of the content file and no others, each through Relay UK too', async () => {
      const widget = await Directory.from(examples.ready.html);
      const numbers = all.flatMap(({ phone }) => phone ?? []);
      const bare = (number: string) => number.replaceAll(' ', '');
      const links = widget.all<HTMLAnchorElement>('a[href^="tel:"]').map(({ href }) => href);
      expect(links).to.have.members(numbers.flatMap((number) => [`tel:${bare(number)}`, `tel:18001${bare(number)}`]));
      for (const [id, { phone }] of Object.entries(services))
        if (phone) expect(plain(widget.card(id).querySelector('[part=telephone]')?.textContent)).to.equal(phone);
    });

    it('starts a text message with its word', async () => {
      const card = (await Directory.from(examples.ready.html)).card('shout');
      const link = card.querySelector<HTMLAnchorElement>('[part=text]');
      expect(link?.href).to.equal('sms:85258?body=SHOUT');
      expect(plain(link?.textContent)).to.equal(fill(words.send, services['shout']!.text!));
    });

    it('links each website, and tells it nothing of the page', async () => {
      const widget = await Directory.from(examples.ready.html);
      for (const [id, { website }] of Object.entries(services)) {
        const link = widget.card(id).querySelector<HTMLAnchorElement>('a[href^="https:"]');
        expect(link?.href, id).to.equal(website);
        expect(link?.rel).to.equal('noopener');
        expect(link?.referrerPolicy).to.equal('no-referrer');
        expect(website).to.include(`${plain(link?.textContent)}/`);
      }
    });

    it('tells hours and languages only where there is something verified to tell', async () => {
      const widget = await Directory.from(examples.ready.html);
      for (const [id, { hours, languages }] of Object.entries(services)) {
        const text = plain(widget.card(id).textContent);
        for (const [label, told] of [
          [words.labels.hours, hours],
          [words.labels.languages, languages],
        ] as const) {
          if (told) expect(text, id).to.include(`${label} ${told}`);
          else expect(text, id).not.to.include(label);
        }
      }
      expect(all.filter(({ hours }) => hours)).to.have.length(3);
    });

    it('says of a local service where it is, how old the news of it is, and to call before a visit', async () => {
      const widget = await Directory.from(examples.ready.html);
      const local = all.filter(({ areas }) => areas);
      expect(widget.under(words.local)).to.deep.equal(local.map(({ name }) => name));
      expect(widget.text('[part=local]')).to.equal(words['local-note']);
      for (const [id, { dated }] of Object.entries(services))
        if (dated) expect(plain(widget.card(id).textContent)).to.include(`${words.labels.dated} ${dated}`);
      for (const [id, { places }] of Object.entries(services))
        if (places) expect(plain(widget.card(id).textContent)).to.include(`${words.labels.places} ${places}`);
    });

    it('says what else a service is for, where it is for more than one thing', async () => {
      const widget = await Directory.from(examples.ready.html);
      expect(plain(widget.card('macmillan').textContent)).to.include(
        `${words.labels.needs} money, work, practical help, relatives and friends`,
      );
      for (const id of ['samaritans', 'bcn'])
        expect(plain(widget.card(id).textContent)).not.to.include(words.labels.needs);
    });

    it('says that facts were read in copies, that nobody has approved them, and where they come from', async () => {
      const widget = await Directory.from(examples.ready.html);
      expect(widget.text()).to.include(words.copies);
      expect(widget.texts('[part=provenance] li')).to.have.length(words.sources.length);
    });

    it('fits 240 pixels without scrolling sideways, also in text of twice the size', async () => {
      for (const html of [examples.sidebar.html, examples['long words'].html]) {
        const widget = await Directory.from(html);
        widget.element.style.inlineSize = '240px';
        widget.openAll();
        for (const size of ['1.1875em', '2.375em']) {
          widget.element.style.setProperty('--alliance-text-size', size);
          expect(widget.frame.scrollWidth, size).to.be.at.most(widget.frame.clientWidth);
        }
      }
    });

    it('has targets of 44 pixels for who calls, texts or chooses', async () => {
      const widget = await Directory.from(examples.ready.html);
      const targets = widget.all('[part=choice], [part=service] b + [part]');
      expect(targets.length).to.be.greaterThan(15);
      for (const target of targets)
        expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(43.5);
    });

    it('prints all, without the choice', async () => {
      const widget = await Directory.from(examples.ready.html);
      await emulateMedia({ media: 'print' });
      try {
        expect(getComputedStyle(widget.one('[part=picker]')).display).to.equal('none');
        for (const card of widget.all('[part=service]'))
          expect(card.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true })).to.be.true;
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  });

  describe('need', () => {
    it('shows one need alone, without a choice', async () => {
      const widget = await Directory.from(examples['by need'].html);
      expect(widget.groups).to.deep.equal([needs['end-of-life']]);
      expect(widget.names).to.deep.equal(named('marie-curie'));
      expect(widget.choices).to.be.empty;
    });

    it('shows several in the order given, and lets the reader choose among them', async () => {
      const widget = await Directory.from(examples['several needs'].html);
      expect(widget.choices).to.deep.equal([words.all, needs.money, needs.work, needs.relatives]);
      expect(widget.under(needs.money)).to.deep.equal(named('macmillan', 'prescriptions'));
      expect(widget.under(needs.relatives)).to.deep.equal(named('marie-curie'));
      expect(widget.groups).to.deep.equal([words.local, needs.money, needs.relatives]);
    });

    it('for somebody to talk to shows who is there, and no empty count', async () => {
      const widget = await Directory.from(examples['talk to someone now'].html);
      expect(widget.groups).to.deep.equal([needs.talk]);
      expect(plain(widget.status.textContent)).to.equal('');
    });

    it('finds help everywhere for each need that a host can ask for', async () => {
      for (const need of Object.keys(needs)) {
        const widget = await Directory.from(`<support-directory alliance="south" need="${need}"></support-directory>`);
        expect(widget.names, need).not.to.be.empty;
        expect(widget.text('[part=local]'), need).to.include('South Alliance');
      }
    });

    it('that is not known falls back to all, with one warning', async () => {
      const said = await warnings(async () => {
        const widget = await Directory.from(examples['unknown need'].html);
        expect(widget.names).to.have.length(all.length);
        await widget.set('need', 'parking');
      });
      expect(said).to.deep.equal([
        `<support-directory need="parking"> is not known; accepted: ${Object.keys(needs).join(', ')}.`,
      ]);
    });
  });

  describe('the choice', () => {
    it('offers all but who to talk to now, who stays above it', async () => {
      const widget = await Directory.from(examples.ready.html);
      const { talk, ...others } = needs;
      expect(widget.choices).to.deep.equal([words.all, ...Object.values(others)]);
      await widget.pick('types');
      expect(widget.groups).to.deep.equal([talk, needs.types]);
      await widget.pick('');
      expect(widget.names).to.have.length(all.length);
    });

    it('shows under a need all that helps with it, also what stands above', async () => {
      const widget = await Directory.from(examples.ready.html);
      await widget.pick('work');
      expect(widget.under(needs.work)).to.deep.equal(named('macmillan'));
      await widget.pick('money');
      expect(widget.under(words.local)).to.deep.equal(named('maggies', 'big-c'));
      expect(widget.under(needs.money)).to.deep.equal(named('macmillan', 'prescriptions'));
    });

    it('is made with the arrow keys, and told politely', async () => {
      const widget = await Directory.from(examples.ready.html);
      widget.one('[name=need]:checked').focus();
      await sendKeys({ press: 'ArrowDown' });
      await widget.settled();
      expect(widget.focused?.getAttribute('value')).to.equal('money');
      expect(widget.groups).to.deep.equal([needs.talk, words.local, needs.money]);
      expect(widget.status.getAttribute('aria-live')).to.equal('polite');
      expect(plain(widget.status.textContent)).to.equal(count(words.count, 4));
    });

    it('stays when the host changes something else, and goes when its need does', async () => {
      const widget = await Directory.from(examples.ready.html);
      await widget.pick('money');
      await widget.set('heading-level', '3');
      expect(widget.groups).to.include(needs.money).and.not.to.include(needs.types);
      await widget.set('need', 'types end-of-life');
      expect(widget.groups).to.deep.equal([needs.types, needs['end-of-life']]);
      expect(widget.one('[name=need]:checked').getAttribute('value')).to.equal('');
    });

    it('stays inside the widget: no event carries it, no address and no store', async () => {
      const widget = await Directory.from(examples.ready.html);
      const heard: Event[] = [];
      const hear = (event: Event) => heard.push(event);
      for (const type of ['input', 'change', 'region-select', 'alliance-link', 'alliance-error'])
        window.addEventListener(type, hear);
      const before = [location.href, localStorage.length, sessionStorage.length, document.cookie, widget.element.need];
      await widget.pick('end-of-life');
      expect(heard).to.be.empty;
      const after = [location.href, localStorage.length, sessionStorage.length, document.cookie, widget.element.need];
      expect(after).to.deep.equal(before);
      expect(widget.element.outerHTML).not.to.include('end-of-life');
      for (const type of ['input', 'change', 'region-select', 'alliance-link', 'alliance-error'])
        window.removeEventListener(type, hear);
    });
  });

  describe('alliance', () => {
    it('north names its local help', async () => {
      const widget = await Directory.from(examples.north.html);
      const area = fill(words['alliance-area'], { area: 'North Alliance' });
      expect(widget.under(fill(words['local-in'], { area }))).to.deep.equal(named('maggies', 'big-c', 'colchester'));
    });

    it('south has none that was verified, says so kindly, and shows what helps everywhere', async () => {
      const widget = await Directory.from(examples.south.html);
      const area = fill(words['alliance-area'], { area: 'South Alliance' });
      expect(widget.text('[part=local]')).to.equal(plain(fill(words['local-none'], { area })));
      expect(widget.names).to.have.members(national.map(({ name }) => name));
    });

    it('that is not known is the whole region, with one warning', async () => {
      const said = await warnings(async () => {
        const widget = await Directory.from('<support-directory alliance="west"></support-directory>');
        expect(widget.names).to.have.length(all.length);
      });
      expect(said).to.have.length(1);
    });
  });

  describe('following', () => {
    async function following(area: Area | undefined, attributes = ''): Promise<[Directory, HTMLElement]> {
      const widget = await Directory.from(
        `<p id="map"></p><support-directory for="map" ${attributes}></support-directory>`,
      );
      const map = widget.element.parentElement!.querySelector<HTMLElement>('#map')!;
      selectionOf(map).area = area;
      return [await widget.settled(), map];
    }
    const inWaveney = fill(words['local-in'], { area: 'Norfolk and Waveney' });

    it('shows all until an area is chosen, then its local help first, and all again', async () => {
      const [widget, map] = await following(undefined);
      expect(widget.names).to.have.length(all.length);
      selectionOf(map).area = waveney;
      await widget.settled();
      expect(widget.under(inWaveney)).to.deep.equal(named('big-c'));
      expect(widget.names).to.have.length(national.length + 1);
      expect(plain(widget.status.textContent)).to.include(
        fill(count(words['local-count'], 1), { area: 'Norfolk and Waveney' }),
      );
      selectionOf(map).area = undefined;
      await widget.settled();
      expect(widget.names).to.have.length(all.length);
    });

    it('knows the system of a CCG area', async () => {
      const [widget] = await following({ id: 'norfolk-and-waveney', kind: 'ccg', alliance: 'north' });
      expect(widget.groups[1]).to.equal(inWaveney);
      expect(widget.names).to.include('Big C').and.not.to.include("Maggie's Cambridge");
    });

    it('says of an area without local help that there is none to show', async () => {
      const [widget] = await following(luton);
      expect(widget.text('[part=local]')).to.equal(plain(fill(words['local-none'], { area: 'Luton' })));
      expect(widget.names).to.have.length(national.length);
    });

    it("puts what the reader chose there before the host's alliance", async () => {
      const [widget, map] = await following(waveney, 'alliance="south"');
      expect(widget.groups).to.include(inWaveney);
      selectionOf(map).area = undefined;
      await widget.settled();
      expect(widget.text('[part=local]')).to.include('South Alliance');
    });

    it('ignores an area that is none of ours', async () => {
      const [widget] = await following({ ...waveney, id: '__proto__' });
      expect(widget.names).to.have.length(all.length);
    });

    it('does not speak: the map has told it. The reader’s own choice here is told', async () => {
      const [widget, map] = await following(undefined);
      await widget.pick('money');
      expect(widget.status.getAttribute('aria-live')).to.equal('polite');
      selectionOf(map).area = waveney;
      await widget.settled();
      expect(widget.status.getAttribute('aria-live')).to.equal('off');
      expect(plain(widget.status.textContent)).to.include('Norfolk and Waveney');
      expect(widget.under(needs.money), 'the choice stays').to.deep.equal(named('macmillan', 'prescriptions'));
      await widget.pick('practical');
      expect(widget.status.getAttribute('aria-live')).to.equal('polite');
      expect(widget.all('[role=status], [role=alert], [aria-live]')).to.have.length(1);
    });

    for (const [order, name, area] of [
      ['before', 'follows a map', 'Norfolk and Waveney'],
      ['after', 'follows a map that comes later', 'Luton'],
    ] as const)
      it(`a real map that stands ${order} it`, async () => {
        const widget = await Directory.from(examples[name].html);
        const map = widget.element.parentElement!.querySelector('region-map')!;
        await new Widget(map).settled();
        await widget.settled();
        expect(widget.text()).to.include(area);
        map.setAttribute('selected', '');
        await new Widget(map).settled();
        await widget.settled();
        expect(widget.text()).not.to.include(area);
      });
  });

  describe('the outline', () => {
    it('follows heading-level, groups one below, services two', async () => {
      const widget = await Directory.from(examples['heading level'].html);
      expect(widget.outline.slice(0, 3)).to.deep.equal(['h4', 'h5', 'h6']);
    });

    it("takes the host's own heading and footer", async () => {
      const widget = await Directory.from(examples['own words'].html);
      expect(widget.slotted('heading')).to.deep.equal(['For young people']);
      expect(widget.slotted('footer')).to.deep.equal(['Kept by the web team.']);
    });

    it('reads aloud in order: who to talk to, the choice, and what there is for it', async () => {
      const widget = await Directory.from('<support-directory need="talk types end-of-life"></support-directory>');
      const heard: string[] = [];
      interface Told {
        readonly role: string;
        readonly name: string;
        readonly children?: readonly Told[];
      }
      const hear = ({ role, name, children = [] }: Told): void => {
        if (['heading', 'radio', 'status'].includes(role)) heard.push(`${role} ${plain(name)}`.trim());
        for (const child of children) hear(child);
      };
      await widget.pick('types');
      expect(plain(widget.one('fieldset > legend:first-child').textContent)).to.equal(words.pick);
      const snapshot: Promise<unknown> = a11ySnapshot({ selector: widget.element.localName });
      hear((await snapshot) as Told);
      expect(heard).to.deep.equal([
        `heading ${words.heading}`,
        `heading ${needs.talk}`,
        ...named('samaritans', 'shout', 'macmillan').map((name) => `heading ${name}`),
        ...[words.all, needs.types, needs['end-of-life']].map((name) => `radio ${name}`),
        'status',
        `heading ${needs.types}`,
        ...named('cruk', 'bcn', 'pcuk', 'bloodcuk', 'eve').map((name) => `heading ${name}`),
      ]);
    });
  });

  describe('the content file', () => {
    const service = {
      name: 'A',
      what: 'B.',
      needs: ['talk'],
      phone: '116 123',
      sources: ['a'],
      confidence: 'verified',
    };
    /** What the schema says of the file with one more service. */
    const told = (change: object) => {
      const { issues } = supportDirectorySchema.safeParse({ services: { one: { ...service, ...change } } }).error!;
      return issues
        .filter(({ path }) => path[0] === 'services' && path[1] === 'one')
        .map(({ path }) => path.slice(2).join('.'));
    };

    it('may have a service with its source', () => {
      expect(told({})).to.be.empty;
      expect(told({ hours: { text: 'Always', sources: ['a'], confidence: 'verified' } })).to.be.empty;
    });

    it('may not have one without a source, or that nobody verified', () => {
      expect(told({ sources: [] })).to.deep.equal(['sources']);
      expect(told({ sources: undefined })).to.deep.equal(['sources']);
      expect(told({ confidence: 'unverified' })).to.deep.equal(['confidence']);
    });

    it('may not have hours or languages that are second hand', () => {
      for (const field of ['hours', 'languages'])
        expect(told({ [field]: { text: 'Always', sources: ['a'], confidence: 'secondary' } })).to.deep.equal([
          `${field}.confidence`,
        ]);
    });

    it('may not have a number that is none, a need or an area that we do not know', () => {
      for (const phone of ['116123', '0808', '999', '+44 808 808 0000', '0808 808 00 00', 'call us'])
        expect(told({ phone }), phone).to.deep.equal(['phone']);
      expect(told({ text: { word: 'SHOUT', number: '8525' } })).to.deep.equal(['text.number']);
      expect(told({ needs: ['parking'] })).to.deep.equal(['needs.0']);
      expect(told({ areas: ['london'], places: 'London' })).to.deep.equal(['areas.0']);
      expect(told({ website: 'http://example.org/' })).to.deep.equal(['website']);
    });

    it('may not have a service that nobody can reach, or a local one without its place', () => {
      expect(told({ phone: undefined })).to.deep.equal(['']);
      expect(told({ areas: ['norfolk-and-waveney'] })).to.deep.equal(['places']);
    });

    it('may not leave a need without help that is there for everybody', () => {
      const { issues } = supportDirectorySchema.safeParse({ services: { one: service } }).error!;
      const missing = issues.filter(
        ({ path, message }) => path.join('.') === 'services' && message.includes('everywhere'),
      );
      expect(missing).to.have.length(Object.keys(needs).length - 1);
    });
  });

  describe('bad input', () => {
    withstands('support-directory', {
      sets: {
        need: ['money work', 'talk', 'parking'],
        alliance: ['north', 'south', 'east'],
        for: ['nobody'],
        'heading-level': ['3', '1', '9'],
        'aria-label': ['Support', ' '],
      },
      echoes: ['aria-label', 'label'],
    });
  });

  describe('is accessible', () => {
    accessibleIn('support-directory', examples);

    it('after a choice', async () => {
      const page = await fixture<HTMLElement>(`<main>${examples.ready.html}</main>`);
      const widget = await new Directory(page.querySelector('support-directory')!).settled();
      await widget.pick('money');
      await expect(page).to.be.accessible();
    });
  });
});
