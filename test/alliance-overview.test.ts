import { expect, fixture } from '@open-wc/testing';
import words from '../content/en/alliance-overview.yaml';
import { organisations } from '../src/content/catalogue.js';
import { membersOf } from '../src/content/members.js';
import { existedOn } from '../src/content/past.js';
import { allianceOverviewSchema } from '../src/content/schema/alliance-overview.js';
import '../src/elements/alliance-overview/alliance-overview.define.js';
import type { AllianceOverview } from '../src/elements/alliance-overview/alliance-overview.js';
import { selectionOf } from '../src/page/selection.js';
import { examples } from '../stories/alliance-overview.examples.js';
import { hardTexts, longSentences } from './readability.js';
import { accessibleIn, told, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

const sections = ['about', 'aims', 'figures', 'history', 'next-steps'] as const;
const alliances = ['north', 'south'] as const;

/** How the tests look into an overview. */
class Overview extends Widget<AllianceOverview> {
  static override readonly tag = 'alliance-overview';

  get heading(): string {
    return this.text('[part=heading]');
  }

  get shown(): string[] {
    return this.all('.section').map((section) => section.getAttribute('part') ?? '');
  }

  /** The sentences of the figures that are counted, as they are read aloud. */
  get counts(): string[] {
    return this.texts('.four [part=figure] > p:first-child');
  }
}

describe('alliance-overview', () => {
  describe('speaks for the region', () => {
    it('says what an alliance is, what it aims for, its figures, its history and what to do next', async () => {
      const overview = await Overview.from();
      expect(overview.heading).to.equal('About the East of England Cancer Alliances');
      expect(overview.shown).to.deep.equal(sections);
      for (const name of sections) expect(overview.text()).to.include(words[name].heading);
    });

    it('names the areas that each alliance brings together', async () => {
      const overview = await Overview.from('<alliance-overview sections="about"></alliance-overview>');
      expect(overview.texts('[part=areas] li')).to.deep.equal([
        'Cambridgeshire and Peterborough',
        'Norfolk and Waveney',
        'Suffolk and North East Essex',
        'Bedfordshire, Luton and Milton Keynes',
        'Hertfordshire and West Essex',
        'Mid and South Essex',
      ]);
    });

    it('shows 6.5 million people, 6 systems, 16 CCGs and 14 trusts', async () => {
      const overview = await Overview.from();
      expect(overview.counts).to.deep.equal([
        '6.5 million people live in the area.',
        '6 integrated care systems joined up health and social care.',
        '16 clinical commissioning groups (CCGs) planned and paid for local care.',
        '14 NHS trusts run the hospitals.',
      ]);
    });
  });

  describe('speaks for one alliance', () => {
    const figures = { north: ['2.9 million', '3', '5', '8'], south: ['3.6 million', '3', '11', '6'] };
    for (const alliance of alliances) {
      it(`shows the figures and areas of the ${alliance}`, async () => {
        const overview = await Overview.from(`<alliance-overview alliance="${alliance}"></alliance-overview>`);
        expect(overview.heading).to.equal(words.heading[alliance]);
        expect(overview.texts('.four [part=number]')).to.deep.equal(figures[alliance]);
        const names = membersOf(alliance).flatMap(({ kind, shortName }) => (kind === 'system' ? shortName : []));
        expect(overview.texts('[part=areas] li')).to.deep.equal(names);
      });
    }

    it('changes when the host changes it, and goes back to the region without it', async () => {
      const overview = await Overview.from('<alliance-overview alliance="north"></alliance-overview>');
      await overview.set('alliance', 'south');
      expect(overview.heading).to.equal(words.heading.south);
      await overview.set('alliance', null);
      expect(overview.heading).to.equal(words.heading.region);
    });

    it('shows the region for an alliance that is not known, and says so once', async () => {
      const said = await warnings(async () => {
        const overview = await Overview.from('<alliance-overview alliance="middle"></alliance-overview>');
        expect(overview.heading).to.equal(words.heading.region);
        await Overview.from('<alliance-overview alliance="middle"></alliance-overview>');
      });
      expect(said).to.deep.equal(['<alliance-overview alliance="middle"> is not known; accepted: north, south.']);
    });
  });

  describe('its figures', () => {
    const [, systems, ccgs, trusts] = words.figures.counts;

    it('agree with the catalogue of organisations', () => {
      for (const alliance of alliances) {
        const bodies = membersOf(alliance);
        const number = (kind: string, day: string) => bodies.filter((b) => b.kind === kind && existedOn(b, day)).length;
        expect(systems?.[alliance], 'systems').to.equal(number('system', '2020-04-01'));
        expect(ccgs?.[alliance], 'CCGs').to.equal(number('ccg', '2020-04-01'));
        expect(trusts?.[alliance], 'trusts').to.equal(number('trust', '2022-02-01'));
      }
    });

    it('are dated as the catalogue is', () => {
      const last = organisations()
        .filter(({ kind }) => kind === 'ccg')
        .map(({ closed }) => closed ?? '')
        .sort()
        .at(-1);
      expect(last).to.equal('2022-06-30');
      expect(ccgs?.basis).to.include('30 June 2022');
      const boards = organisations().filter(({ kind }) => kind === 'icb');
      const changes = words.history.steps.map(({ when, text }) => `${when} ${text}`).join(' ');
      expect(changes).to.include(
        `${boards.filter(({ closed }) => closed).length} boards became ${boards.filter(({ closed }) => !closed).length}`,
      );
      for (const { closed, shortName } of boards) if (!closed) expect(changes).to.include(shortName);
    });

    it('add up to the region', () => {
      for (const { region, north, south } of words.figures.counts) expect(north + south).to.equal(region);
    });

    it('each say their year and where they come from', async () => {
      const overview = await Overview.from();
      const publishers =
        /Office for National Statistics|NHS Organisation Data Service|Cancer Research UK|British Journal of Cancer/;
      const bases = overview.texts('[part=basis]');
      expect(bases).to.have.length(6);
      for (const basis of bases)
        expect(basis)
          .to.match(/\b20[12]\d\b/)
          .and.to.match(publishers);
    });

    it('show both numbers of people, and why they differ', async () => {
      const overview = await Overview.from();
      const [card = ''] = overview.texts('[part=figure]');
      expect(card).to.include('Office for National Statistics estimate for the middle of 2019: 6,529,013 people.');
      expect(card).to.include("The Alliances' website, in its words of 2020 to 2022, says 7 million");
      const why = overview.one<HTMLDetailsElement>('details[part=why]');
      expect(why.open).to.equal(false);
      overview.one('[part=why] summary').click();
      expect(why.open).to.equal(true);
      expect(told(why)).to.include('6,529,013').and.to.include('rounded up').and.to.include('newer');
    });

    it('are read aloud as one sentence, number first, in a list', async () => {
      const overview = await Overview.from();
      for (const sentence of overview.counts) expect(sentence).to.match(/^\d.*\w\.$/);
      for (const list of overview.all('.cards')) expect(list.getAttribute('role')).to.equal('list');
      expect(overview.texts('.cards:not(.four) [part=figure] > p:first-child')).to.deep.equal([
        'Nearly 1 in 2 people get cancer at some time in their life.',
        'About 4 in 10 cancers are linked to things that can change, such as smoking.',
      ]);
    });

    it('blame nobody', async () => {
      const overview = await Overview.from();
      expect(overview.text()).to.include('It cannot say why one person gets cancer.');
      expect(overview.text()).not.to.match(/your fault|should have|bad habit|obes|suffer|victim|battle/i);
    });

    it('are 2.5 times the text, with figures of equal width', async () => {
      const overview = await Overview.from();
      const number = getComputedStyle(overview.one('[part=number]'));
      const text = getComputedStyle(overview.one('[part=page]'));
      expect(parseFloat(number.fontSize)).to.be.closeTo(2.5 * parseFloat(text.fontSize), 0.1);
      expect(number.fontVariantNumeric).to.equal('tabular-nums');
    });

    it('stand in a row where there is room, with what is under the numbers in line', async () => {
      const overview = await Overview.from();
      const rows = (width: number) => {
        overview.element.style.width = `${width}px`;
        const tops = overview.all('.four [part=basis]').map((basis) => Math.round(basis.getBoundingClientRect().top));
        return new Set(tops).size;
      };
      expect([rows(1200), rows(700), rows(240)]).to.deep.equal([1, 2, 4]);
    });

    it('never run out of a sidebar of 240 pixels', async () => {
      const overview = await Overview.from();
      overview.element.style.width = '240px';
      for (const compact of [null, '']) {
        await overview.set('compact', compact);
        const frame = overview.one('.frame');
        expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
      }
    });
  });

  describe('its history', () => {
    it('goes from 2020 to the three boards of 2026, each step with its date', async () => {
      const overview = await Overview.from('<alliance-overview sections="history"></alliance-overview>');
      expect(overview.texts('[part=step] strong')).to.deep.equal([
        '2020',
        '1 July 2022',
        'By April 2024',
        '1 April 2026',
      ]);
    });

    it('tells what is in doubt: the year, and whether there are still two alliances', async () => {
      const overview = await Overview.from('<alliance-overview sections="history"></alliance-overview>');
      const [began, , listed] = overview.texts('[part=step]');
      expect(began).to.include('2020').and.to.include('1 July 2019');
      expect(listed).to.include('1 alliance').and.to.include('not found a source');
    });

    it('names whose word a fact is that rests on one source, and of no other', async () => {
      const overview = await Overview.from();
      const marked = overview.texts('li').filter((fact) => fact.includes('We are looking for a second one.'));
      expect(marked).to.have.length(1);
      expect(marked[0]).to.include('1 April 2026').and.to.include('Royal College of Paediatrics and Child Health');
    });
  });

  describe('what to do next', () => {
    it('puts emergencies first', async () => {
      const overview = await Overview.from('<alliance-overview sections="next-steps"></alliance-overview>');
      const notice = overview.one('[part=notice]');
      expect(told(notice)).to.match(/^In an emergency, call 999/);
      const following = notice.compareDocumentPosition(overview.one('[part=next-steps] li'));
      expect(following & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    });

    it('leads to the NHS, and to a free helpline that can be called', async () => {
      const overview = await Overview.from('<alliance-overview sections="next-steps"></alliance-overview>');
      const hrefs = overview.all<HTMLAnchorElement>('[part=next-steps] a').map(({ href }) => href);
      expect(hrefs).to.deep.equal([
        'https://www.nhs.uk/conditions/cancer/',
        'https://www.nhs.uk/tests-and-treatments/nhs-screening/',
        'tel:08088080000',
        'tel:1800108088080000',
      ]);
    });

    it('says of screening both that it helps and that it has limits, and leaves the choice', async () => {
      for (const compact of ['', 'compact']) {
        const overview = await Overview.from(
          `<alliance-overview ${compact} sections="next-steps"></alliance-overview>`,
        );
        const [, screening = ''] = overview.texts('[part=next-steps] li');
        expect(screening)
          .to.match(/find a problem early|benefits/)
          .and.to.match(/No test is perfect|risks/);
        expect(screening).to.include('up to you');
      }
    });

    it('tells the host which link was followed', async () => {
      const overview = await Overview.from('<alliance-overview sections="next-steps"></alliance-overview>');
      const followed: string[] = [];
      overview.element.addEventListener('alliance-link', ({ kind, href }) => followed.push(`${kind} ${href}`));
      overview.root.addEventListener('click', (event) => event.preventDefault());
      overview.one('[part=next-steps] a').click();
      overview.one('a[href^="tel:0"]').click();
      expect(followed).to.deep.equal(['website https://www.nhs.uk/conditions/cancer/', 'telephone tel:08088080000']);
    });
  });

  describe('sections', () => {
    it('are those that the host picks, in its order', async () => {
      const overview = await Overview.from('<alliance-overview sections="figures about"></alliance-overview>');
      expect(overview.shown).to.deep.equal(['figures', 'about']);
      await overview.set('sections', ' Next-Steps,  HISTORY ');
      expect(overview.shown).to.deep.equal(['next-steps', 'history']);
    });

    it('appear once, however often they are named', async () => {
      const overview = await Overview.from('<alliance-overview sections="aims aims about aims"></alliance-overview>');
      expect(overview.shown).to.deep.equal(['aims', 'about']);
    });

    it('that are not known are skipped with one warning each', async () => {
      const said = await warnings(async () => {
        const overview = await Overview.from('<alliance-overview sections="aims recipes about"></alliance-overview>');
        expect(overview.shown).to.deep.equal(['aims', 'about']);
        await overview.set('sections', 'recipes figures');
      });
      expect(said).to.deep.equal([
        '<alliance-overview sections="recipes"> is not known; accepted: about, aims, figures, history, next-steps.',
      ]);
    });

    it('are all there when none of those named is known, or none is named', async () => {
      const overview = await Overview.from('<alliance-overview sections="songs"></alliance-overview>');
      expect(overview.shown).to.deep.equal(sections);
      await overview.set('sections', '');
      expect(overview.shown).to.deep.equal(sections);
    });

    it('bring their own sources and no others', async () => {
      const overview = await Overview.from('<alliance-overview sections="history"></alliance-overview>');
      const sources = overview.texts('[part=provenance] li').join(' ');
      expect(sources).to.include('Royal College').and.not.to.include('Macmillan').and.not.to.include('British Journal');
    });

    it('that only tell of organisations need no medical notice', async () => {
      const overview = await Overview.from('<alliance-overview sections="about history"></alliance-overview>');
      expect(overview.all('[part=notice]')).to.have.length(0);
    });
  });

  describe('compact', () => {
    it('has fewer words, in whole sentences, and the same figures', async () => {
      const overview = await Overview.from();
      const [whole, figures] = [overview.text().length, overview.texts('[part=number]')];
      await overview.set('compact', '');
      expect(overview.text().length).to.be.lessThan(whole * 0.85);
      expect(overview.texts('[part=number]')).to.deep.equal(figures);
      for (const sentence of overview.texts('.section p')) expect(sentence).to.match(/^[A-Z0-9].*[.]$/);
      const [number, text] = [overview.one('[part=number]'), overview.one('[part=page]')];
      expect(parseFloat(getComputedStyle(number).fontSize)).to.be.lessThan(
        1.5 * parseFloat(getComputedStyle(text).fontSize),
      );
    });

    it('is set by the attribute or by the property, as frameworks write them', async () => {
      const overview = await Overview.from('<alliance-overview compact></alliance-overview>');
      const compact = () => overview.all('.compact').length === 1;
      expect(compact()).to.equal(true);
      await overview.set('compact', 'false');
      expect(compact()).to.equal(false);
      await overview.set('compact', 'compact');
      expect(compact()).to.equal(true);
      await overview.set('compact', null);
      expect(compact()).to.equal(false);
      for (const value of [true, false, null]) {
        overview.element.compact = value;
        await overview.settled();
        expect(compact()).to.equal(value === true);
      }
    });
  });

  describe('follows', () => {
    const bedford = { id: 'bedfordshire', kind: 'ccg', alliance: 'south' } as const;

    it('the selection of the element that `for` names, and its alliance when nothing is selected', async () => {
      const overview = await Overview.from(
        '<div id="map"></div><alliance-overview for="map" alliance="north"></alliance-overview>',
      );
      const source = overview.element.previousElementSibling!;
      expect(overview.heading).to.equal(words.heading.north);
      selectionOf(source).area = bedford;
      await overview.settled();
      expect(overview.heading).to.equal(words.heading.south);
      selectionOf(source).area = undefined;
      await overview.settled();
      expect(overview.heading).to.equal(words.heading.north);
    });

    it('a selection that was made before it came', async () => {
      const source = await fixture('<div id="chosen"></div>');
      selectionOf(source).area = bedford;
      const overview = await Overview.from('<alliance-overview for="chosen"></alliance-overview>');
      expect(overview.heading).to.equal(words.heading.south);
    });

    it('nothing when there is no such element', async () => {
      const overview = await Overview.from('<alliance-overview for="nowhere"></alliance-overview>');
      expect(overview.heading).to.equal(words.heading.region);
    });
  });

  describe('in the host’s page', () => {
    it('has its headings in order under the level that the host gives', async () => {
      const overview = await Overview.from('<alliance-overview sections="about figures"></alliance-overview>');
      expect(overview.outline).to.deep.equal(['h2', 'h3', 'h4', 'h4', 'h3', 'h4']);
      await overview.set('heading-level', '4');
      expect(overview.outline).to.deep.equal(['h4', 'h5', 'h6', 'h6', 'h5', 'h6']);
      await overview.set('heading-level', '6');
      expect(new Set(overview.outline)).to.deep.equal(new Set(['h6']));
      await overview.set('heading-level', 'seven');
      expect(overview.outline[0]).to.equal('h2');
    });

    it('is a region named by its heading, or by the host', async () => {
      const overview = await Overview.from();
      const region = overview.one('section.frame');
      expect(overview.one(`#${region.getAttribute('aria-labelledby')}`)).to.equal(overview.one('[part=heading]'));
      await overview.set('aria-label', 'Our alliance');
      expect(region.getAttribute('aria-label')).to.equal('Our alliance');
      expect(region.hasAttribute('aria-labelledby')).to.equal(false);
    });

    it('takes the host’s own heading and footer', async () => {
      const overview = await Overview.from(
        '<alliance-overview><b slot="heading">Ours</b><p slot="footer">Shown by us</p></alliance-overview>',
      );
      expect(overview.slotted('heading')).to.deep.equal(['Ours']);
      expect(overview.slotted('footer')).to.deep.equal(['Shown by us']);
    });

    it('never shows the host’s fallback beside its own content', async () => {
      const overview = await Overview.from('<alliance-overview><p>Fallback</p></alliance-overview>');
      expect((overview.element.firstElementChild as HTMLElement).checkVisibility()).to.equal(false);
    });

    it('says when its facts were checked and that nobody has approved the words yet', async () => {
      const overview = await Overview.from();
      const line = overview.text('[part=provenance]');
      expect(line)
        .to.include('22 November 2026')
        .and.to.include('22 February 2027')
        .and.to.include('No doctor or nurse has approved');
    });

    it('keeps English figures in order on a page that runs from right to left', async () => {
      const overview = await Overview.from(
        '<div dir="rtl"><alliance-overview sections="figures"></alliance-overview></div>',
      );
      expect(overview.one('.frame').dir).to.equal('rtl');
      const range = document.createRange();
      const left = (node: Node, offset: number) => {
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect().left;
      };
      for (const number of overview.all('.cards:not(.four) [part=number]')) {
        const text = [...number.childNodes].find(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        if (!text) throw new Error('no text in the number');
        expect(left(text, 0), '“1” stands before “in”').to.be.lessThan(left(text, 2));
      }
    });
  });

  describe('stands bad input', () => {
    withstands('alliance-overview', {
      sets: {
        sections: ['figures about', 'history', 'songs'],
        compact: ['', 'false', 'compact'],
        alliance: ['north', 'south', 'east'],
        for: ['nobody'],
        'heading-level': ['3', '1', '9'],
        'aria-label': ['Our alliance', ' '],
      },
      least: 200,
    });

    it('a hundred changes in a tick: only the last counts, in one render', async () => {
      const overview = await Overview.from();
      let renders = 0;
      new MutationObserver(() => renders++).observe(overview.root, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      for (let n = 0; n < 100; n++) {
        overview.element.setAttribute('alliance', n % 2 ? 'south' : 'north');
        overview.element.toggleAttribute('compact', n % 3 === 0);
        overview.element.setAttribute('sections', sections[n % 5] ?? '');
      }
      await overview.settled();
      expect([overview.heading, overview.shown]).to.deep.equal([words.heading.south, ['next-steps']]);
      expect(renders).to.equal(1);
    });

    it('being moved, cloned and removed', async () => {
      const overview = await Overview.from(
        '<alliance-overview alliance="north" sections="figures" compact></alliance-overview><section></section>',
      );
      overview.one('[part=why] summary').click();
      const place = overview.element.nextElementSibling!;
      place.append(overview.element);
      await overview.settled();
      expect(overview.heading).to.equal(words.heading.north);
      expect(overview.one('[part=why]').matches('[open]'), 'what the reader opened stays open').to.equal(true);

      place.append(overview.element.cloneNode(true));
      const copy = place.querySelectorAll('alliance-overview')[1]!;
      expect(told((await new Overview(copy).settled()).one('[part=page]'))).to.equal(overview.text());

      overview.element.remove();
      await overview.set('alliance', 'south');
      place.append(overview.element);
      await overview.settled();
      expect(overview.heading).to.equal(words.heading.south);
    });
  });

  describe('its content file', () => {
    const evidence = { sources: ['a'], confidence: 'verified', checked: '2026-11-22' };
    const count = {
      id: 'people',
      text: '{figure} people.',
      basis: 'Source, 2019.',
      year: 2019,
      region: 3,
      north: 1,
      south: 2,
      ...evidence,
    };
    const share = { text: 'About {figure}.', figure: '1 in 2', basis: 'Source, 2015.', year: 2015, ...evidence };
    const change = { when: '2020', date: '2020-01-01', text: 'It began.', ...evidence };
    const step = { text: 'Tell a GP.', short: 'Tell a GP.', link: 'Read more', ...evidence };
    const file = (parts: { count?: object; share?: object; changes?: object[]; step?: object }) => ({
      review: { status: 'awaiting-approval', checked: '2026-11-22', due: '2027-02-22' },
      heading: { region: 'a', north: 'b', south: 'c' },
      awaiting: 'Source: {source}.',
      about: { heading: 'a', text: 'b', short: 'c', alliances: 'd', north: 'e', south: 'f', ...evidence },
      aims: { heading: 'a', intro: 'b', list: ['c'], short: 'd', ...evidence },
      figures: {
        heading: 'a',
        counts: [{ ...count, ...parts.count }],
        why: { heading: 'a', text: ['b'], ...evidence },
        uk: 'c',
        shares: [{ ...share, ...parts.share }],
      },
      history: { heading: 'a', steps: parts.changes ?? [change] },
      'next-steps': { heading: 'a', steps: [{ ...step, ...parts.step }] },
    });
    const problem = (parts: Parameters<typeof file>[0]) => {
      const [issue] = allianceOverviewSchema.safeParse(file(parts)).error?.issues ?? [];
      return issue && `${issue.path.join('.')}: ${issue.message}`;
    };

    it('is taken when every fact has its evidence', () => {
      expect(problem({})).to.equal(undefined);
    });

    it('is refused for a figure whose words do not name its year', () => {
      expect(problem({ count: { basis: 'Some source.' } })).to.match(
        /^figures\.counts\.0\.basis: expected words that name the year/,
      );
      expect(problem({ share: { year: 2016 } })).to.match(
        /^figures\.shares\.0\.basis: expected words that name the year/,
      );
      expect(problem({ changes: [{ ...change, when: 'Long ago' }] })).to.match(/^history\.steps\.0\.when: /);
    });

    it('is refused for a fact without source, confidence or day', () => {
      for (const field of ['sources', 'confidence', 'checked']) {
        expect(problem({ count: { [field]: undefined } })).to.match(new RegExp(`^figures\\.counts\\.0\\.${field}: `));
      }
      expect(problem({ share: { confidence: 'general-knowledge' } })).to.include('expected verified or secondary');
      expect(problem({ count: { checked: '2199-01-01' } })).to.include('in the future');
    });

    it('is refused when north and south are not the region', () => {
      expect(problem({ count: { region: 4 } })).to.equal(
        'figures.counts.0.region: expected the sum of north and south',
      );
    });

    it('is refused for a history out of order', () => {
      const later = { ...change, when: '2022', date: '2022-07-01' };
      expect(problem({ changes: [later, change] })).to.include('in the order of their dates');
    });

    it('is refused when readers would be sent to a page that is not verified', () => {
      expect(problem({ step: { confidence: 'secondary' } })).to.include('expected verified');
    });

    it('tells whose word each secondary fact is, and carries nothing that only an editor reads', () => {
      const built = allianceOverviewSchema.parse(file({ count: { confidence: 'secondary' } }));
      expect(built.figures.counts[0]).to.deep.equal({
        text: '{figure} people.',
        basis: 'Source, 2019.',
        region: 3,
        north: 1,
        south: 2,
        source: 0,
      });
      expect(JSON.stringify(built)).not.to.include('verified').and.not.to.include('secondary');
    });

    it('has an address for every link', () => {
      for (const { link, source } of words['next-steps'].steps) {
        if (link) expect(words.sources[source]?.url).to.match(/^https:\/\//);
      }
    });

    it('reads like a text for people of 9 to 11, as far as a formula can tell', () => {
      const names = [
        ...new Set(words.sources.map(({ publisher }) => publisher)),
        ...organisations().flatMap(({ name, shortName }) => [name, shortName]),
        'Macmillan Support Line',
        'integrated care systems',
        'integrated care boards',
        'clinical commissioning groups',
      ];
      const { sources: _, ...running } = words;
      expect(hardTexts(running, { names })).to.deep.equal([]);
      expect(longSentences(running)).to.deep.equal([]);
    });
  });

  describe('is accessible', () => {
    accessibleIn('alliance-overview', examples);
  });
});
