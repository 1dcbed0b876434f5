import { expect } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import words from '../content/en/prevention-guidance.yaml';
import { preventionGuidanceSchema, type Topic } from '../src/content/schema/prevention-guidance.js';
import '../src/elements/prevention-guidance/prevention-guidance.define.js';
import type { PreventionGuidance } from '../src/elements/prevention-guidance/prevention-guidance.js';
import { said } from '../src/elements/prevention-guidance/topic.js';
import { examples } from '../stories/prevention-guidance.examples.js';
import { accessibleIn, plain, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

const { bars, overlap } = words.chart;
const topics = Object.keys(words.topics) as Topic[];
const nameOf = (id: Topic) => words.topics[id].name;
const longestFirst = [...bars].sort((a, b) => b.value - a.value);

/** A thing that assistive technology is told of. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly children?: readonly Told[];
}

/** How the tests look into the guidance. */
class Guidance extends Widget<PreventionGuidance> {
  static override readonly tag = 'prevention-guidance';

  static about(value: string): Promise<Guidance> {
    return Guidance.from(`<prevention-guidance topics="${value}"></prevention-guidance>`);
  }

  get shown(): string[] {
    return this.texts('[part=topic] > summary');
  }

  get open(): HTMLDetailsElement[] {
    return this.all<HTMLDetailsElement>('[part=topic][open]');
  }

  /** Labels of the bars, in their order. */
  get bars(): string[] {
    return this.texts('.bars li > span:first-child');
  }

  /** Lengths of the bars, of 100. */
  get lengths(): number[] {
    return this.all('.bars svg').map((bar) => parseFloat(bar.getAttribute('width') ?? ''));
  }
}

describe('prevention-guidance', () => {
  describe('what it shows', () => {
    it('tells of every topic, closed, in their order', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.shown).to.deep.equal(topics.map(nameOf));
      expect(widget.open).to.be.empty;
    });

    it('says first whom to call, then that cancer is nobody’s fault, then what can be done', async () => {
      const text = (await Guidance.from(examples.ready.html)).text();
      const order = ['call 999', words.intro, words.blame.heading, words.chart.caption, nameOf('smoking')];
      const places = order.map((part) => text.indexOf(part));
      expect(places).not.to.include(-1);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    });

    it('says in each topic what to do, then why, then where to find help', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const { do: steps, why, help } = words.labels;
      for (const topic of widget.all('[part=topic]')) {
        expect([...topic.querySelectorAll('.s')].map((sub) => plain(sub.textContent))).to.deep.equal([
          steps,
          why,
          help,
        ]);
        expect(topic.querySelectorAll('[part=steps], [part=why], [part=help]')).to.have.length(3);
      }
    });

    it('gives each topic its steps, whom to ask, and the page to read on', async () => {
      for (const id of topics) {
        const widget = await Guidance.about(id);
        const { do: steps = [], ask, page } = words.topics[id];
        expect(widget.texts('[part=steps] :is(li, p)')).to.deep.equal([...steps, ask]);
        const link = widget.one<HTMLAnchorElement>('[part=help] > p:last-child > a');
        expect(link.href).to.equal(page['page-url']);
        expect(link.href).to.match(/^https:\/\/www\.nhs\.uk\//);
        expect(plain(link.textContent)).to.equal(page.text);
      }
    });

    it('gives the number of the stop smoking helpline, with Relay UK, and no number elsewhere', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const links = widget.all<HTMLAnchorElement>('[href^=tel]').map(({ href }) => href);
      expect(links).to.deep.equal(['tel:03001231044', 'tel:1800103001231044']);
      expect(widget.all('[part=topic]')[0]?.querySelectorAll('[href^=tel]')).to.have.length(2);
    });

    it('says that facts were read in copies, and where each comes from', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.text()).to.include(words.copies ?? 'no copies');
      expect(widget.all('[part=provenance] li')).to.have.length(words.sources.length);
    });

    it('lists the sources of the topics shown, and only those', async () => {
      const sources = (await Guidance.about('sun')).texts('[part=provenance] li').join();
      expect(sources).to.include('Sunscreen').and.to.include('known risks that can change');
      expect(sources).not.to.match(/HPV|Quit smoking/);
    });

    it('fits 240 pixels without scrolling sideways, all open', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.element.style.inlineSize = '240px';
      widget.openAll();
      expect(widget.frame.scrollWidth).to.be.at.most(widget.frame.clientWidth);
    });

    it('has all of it on paper', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await emulateMedia({ media: 'print' });
      const folded = widget.all('details > *').filter((element) => !element.getBoundingClientRect().height);
      await emulateMedia({ media: 'screen' });
      expect(folded.map((element) => element.outerHTML)).to.be.empty;
    });
  });

  describe('the chart', () => {
    it('has the figures of the content file, longest first, each with its words', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.bars).to.deep.equal(longestFirst.map(({ label }) => label));
      expect(widget.texts('.bars b')).to.deep.equal(longestFirst.map(({ value }) => said(value)));
    });

    it('draws each as its part of 100, from zero', async () => {
      expect((await Guidance.from(examples.ready.html)).lengths).to.deep.equal(longestFirst.map(({ value }) => value));
    });

    it('has the same in its table', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.texts('tbody th')).to.deep.equal(widget.bars);
      expect(widget.texts('tbody td')).to.deep.equal(widget.texts('.bars b'));
    });

    it('says that the figures overlap, right after them', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.text('figure + [part=overlap]')).to.equal(overlap);
      expect(overlap)
        .to.match(/do not add/i)
        .and.to.match(/overlap/);
    });

    it('says the year, and what the figures are of', () => {
      expect(words.chart.caption).to.match(/out of 100 cancers in the UK in 2015/i);
    });

    it('has no sum of figures anywhere, no decimals and no per cent', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const values = bars.filter(({ topic }) => topic).map(({ value }) => value);
      const sum = Math.round(values.reduce((a, b) => a + b));
      const numbers = widget.text('figure').match(/[\d.]+/g) ?? [];
      expect(numbers).not.to.include(`${sum}`);
      expect(new Set(numbers)).to.deep.equal(
        new Set(['100', '2015', ...bars.map(({ value }) => `${Math.round(value)}`)]),
      );
      expect(widget.text()).not.to.match(/%|per cent|\d\.\d/);
    });

    it('says the same share in a topic as on its bar', async () => {
      for (const { topic, value } of bars)
        if (topic)
          expect((await Guidance.about(topic)).text('[part=why]'))
            .to.include(said(value))
            .and.not.to.include('{');
    });

    it('keeps the bars of the topics shown, beside that of all together', async () => {
      const smoking = bars.find(({ topic }) => topic === 'smoking');
      const together = bars.find(({ topic }) => !topic);
      expect((await Guidance.about('sun smoking')).bars).to.deep.equal([together?.label, smoking?.label]);
    });

    it('is left out, with what is said of it, where no topic shown has a bar', async () => {
      const widget = await Guidance.from(examples['no chart'].html);
      expect(widget.all('figure, [part=overlap]')).to.be.empty;
      expect(widget.text()).not.to.include(overlap);
    });

    it('opens its table from the keyboard, and keeps it open when topics change', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const table = widget.one<HTMLDetailsElement>('[part=chart-table]');
      widget.one('[part=chart-table] summary').focus();
      await sendKeys({ press: 'Enter' });
      expect(table.open).to.be.true;
      await widget.set('topics', 'weight sun');
      expect(widget.one<HTMLDetailsElement>('[part=chart-table]').open).to.be.true;
    });
  });

  describe('topics', () => {
    it('picks and orders', async () => {
      expect((await Guidance.about('vaccination sun')).shown).to.deep.equal([nameOf('vaccination'), nameOf('sun')]);
    });

    it('takes commas, capitals, and a name said twice', async () => {
      expect((await Guidance.about('Sun, WEIGHT sun')).shown).to.deep.equal([nameOf('sun'), nameOf('weight')]);
    });

    it('opens the only one', async () => {
      expect((await Guidance.from(examples['one topic'].html)).open).to.have.length(1);
    });

    it('leaves out what is not known, with one warning that says what is', async () => {
      const heard = await warnings(async () => {
        expect((await Guidance.about('toe sun')).shown).to.deep.equal([nameOf('sun')]);
        await Guidance.about('toe sun');
      });
      expect(heard).to.have.length(1);
      expect(heard[0]).to.include('prevention-guidance topics="toe"').and.to.include(topics.join(', '));
    });

    it('shows all when none is known, or when it is empty', async () => {
      await warnings(async () => expect((await Guidance.about('ear nose')).shown).to.have.length(topics.length));
      expect((await Guidance.about('')).shown).to.have.length(topics.length);
    });

    it('gives the same result however late and however often it is set', async () => {
      const widget = await Guidance.from(examples.ready.html);
      for (let n = 0; n < 100; n++) widget.element.setAttribute('topics', n % 2 ? 'alcohol' : 'diet activity');
      await widget.settled();
      expect(widget.shown).to.deep.equal([nameOf('alcohol')]);
      await widget.set('topics', null);
      expect(widget.shown).to.deep.equal(topics.map(nameOf));
    });

    it('keeps what the reader opened when something else changes', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.one('[part=topic] summary').click();
      await widget.set('heading-level', '3');
      expect(widget.open).to.have.length(1);
    });

    it('opens and closes from the keyboard', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.one('[part=topic] summary').focus();
      await sendKeys({ press: 'Enter' });
      expect(widget.open).to.have.length(1);
      await sendKeys({ press: 'Space' });
      expect(widget.open).to.be.empty;
    });
  });

  describe('headings', () => {
    const levels = async (attributes: string) => [
      ...new Set((await Guidance.from(`<prevention-guidance ${attributes}></prevention-guidance>`)).outline),
    ];

    it('begin at 2 and go down without a gap', async () => {
      expect(await levels('')).to.deep.equal(['h2', 'h3', 'h4']);
    });

    it('begin where the host says, and stop at 6', async () => {
      expect(await levels('heading-level="4"')).to.deep.equal(['h4', 'h5', 'h6']);
      expect(await levels('heading-level="6"')).to.deep.equal(['h6']);
    });

    it('take the host’s own words, and its foot', async () => {
      const widget = await Guidance.from(examples['host words'].html);
      expect(widget.slotted('heading')).to.deep.equal(['Staying well with Riverside Surgery']);
      expect(widget.slotted('footer')).to.have.length(1);
    });
  });

  it('reads aloud in this order, each figure once', async () => {
    await Guidance.from(examples['one topic'].html);
    const heard: string[] = [];
    const hear = ({ role, name, children = [] }: Told) => {
      if (role !== 'LineBreak') heard.push(plain(name));
      // The words of a link or a heading are its name, told already.
      if (!['link', 'heading'].includes(role)) for (const child of children) hear(child);
    };
    const snapshot: Promise<unknown> = a11ySnapshot({ selector: 'prevention-guidance' });
    hear((await snapshot) as Told);
    const [together, smoking] = longestFirst;
    const { chart, labels, topics: about } = words;
    const script = [
      words.heading,
      words.intro,
      words.blame.heading,
      words.blame.text,
      chart.caption,
      together?.label,
      said(together?.value ?? 0),
      smoking?.label,
      said(smoking?.value ?? 0),
      chart.labels.table,
      overlap,
      about.smoking.name,
      labels.do,
      about.smoking.ask,
      labels.why,
      labels.help,
      '0300 123 1044',
      about.smoking.page.text,
    ];
    const lines = heard.slice(heard.indexOf(words.intro) - 1);
    expect(lines.filter((line) => script.includes(line) && line !== words.heading)).to.deep.equal(script.slice(1));
    expect(heard.filter((line) => line === said(smoking?.value ?? 0))).to.have.length(1);
  });

  describe('bad input', () => {
    withstands('prevention-guidance', {
      sets: {
        topics: ['sun smoking', 'diet', 'ear'],
        alliance: ['north', 'south', 'east'],
        for: ['nobody'],
        'heading-level': ['3', '1', '9'],
        'aria-label': ['Staying well', ' '],
      },
      least: 600,
    });
  });

  describe('the content file', () => {
    const fact = { sources: ['one'], confidence: 'verified' };
    const topic = {
      name: 'A',
      why: { text: 'A.', ...fact },
      ask: 'A.',
      page: { text: 'A', 'page-url': 'https://a.uk/' },
    };
    const share = { ...topic, why: { text: 'A {share}.', ...fact } };
    const bar = { label: 'A', topic: 'sun', value: 5, ...fact };
    const file = {
      review: { status: 'awaiting-approval', checked: '2026-11-22', due: '2027-02-22' },
      heading: 'A',
      intro: { text: 'A.', ...fact },
      blame: { heading: 'A', text: 'A.', ...fact },
      chart: {
        caption: 'A',
        said: '{n}',
        bars: [bar],
        labels: { table: 'A', label: 'A', value: 'A' },
        overlap: { text: 'A.', ...fact },
      },
      labels: { do: 'A', why: 'A', help: 'A' },
      topics: { ...Object.fromEntries(topics.map((id) => [id, topic])), sun: share },
    };
    const faults = (change: object) =>
      preventionGuidanceSchema.safeParse({ ...file, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? [];
    const withChart = (change: object) => faults({ chart: { ...file.chart, ...change } });

    it('passes when whole', () => {
      expect(faults({})).to.deep.equal([]);
    });

    it('takes no figure that was not read at its source, or that cannot be of 100', () => {
      expect(withChart({ bars: [{ ...bar, confidence: 'secondary' }] })).to.include('chart.bars');
      expect(withChart({ bars: [{ ...bar, confidence: 'unverified' }] })).to.deep.equal(['chart.bars.0.confidence']);
      for (const value of [-1, 0, 101, NaN, '5'])
        expect(withChart({ bars: [{ ...bar, value }] })).to.deep.equal(['chart.bars.0.value']);
    });

    it('takes no chart that does not say that shares overlap', () => {
      expect(withChart({ overlap: undefined })).to.deep.equal(['chart.overlap']);
    });

    it('takes no share in a topic without a bar, and no bar without its share', () => {
      expect(faults({ topics: { ...file.topics, diet: share } })).to.have.length(1);
      expect(faults({ topics: { ...file.topics, sun: topic } })).to.have.length(1);
    });

    it('takes no topic left out, and none unknown', () => {
      expect(faults({ topics: { sun: share } })).not.to.be.empty;
      expect(faults({ topics: { ...file.topics, sleep: topic } })).not.to.be.empty;
    });

    it('leaves out of the bundle what only an editor reads', () => {
      const bundled = JSON.stringify(words);
      for (const key of ['confidence', 'review', 'status']) expect(bundled).not.to.include(`"${key}":`);
    });
  });

  describe('is accessible', () => {
    accessibleIn('prevention-guidance', examples);
  });
});
