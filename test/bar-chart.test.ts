import { expect, fixture } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia } from '@web/test-runner-commands';
import fc from 'fast-check';
import { html, render, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import { AllianceElement } from '../src/base/alliance-element.js';
import { define } from '../src/base/define.js';
import { barChart, barChartStyles, type Bar, type BarChart } from '../src/parts/bar-chart.js';
import { plain, Widget } from './support.js';

/** A widget that shows whatever chart it is given, as any element would. */
class ChartHolder extends AllianceElement {
  static override properties: PropertyDeclarations = { chart: { attribute: false } };
  static override styles: CSSResultGroup = [AllianceElement.styles, barChartStyles];

  declare chart?: BarChart;

  protected override renderContent(): unknown {
    return html`${this.renderHeading('A holder')}${this.chart ? barChart(this.chart, this.rank + 1) : 'None.'}`;
  }
}
define('chart-holder', ChartHolder);

declare global {
  interface HTMLElementTagNameMap {
    'chart-holder': ChartHolder;
  }
}

const labels = { table: 'Show as a table', label: 'Fruit', value: 'Pieces' };
const fruit: readonly Bar[] = [
  { label: 'Pears', value: 4, said: '4 pears' },
  { label: 'Apples', value: 20, said: '20 apples' },
  { label: 'Plums', value: 10, said: '10 plums' },
];
const basket: BarChart = { caption: 'Fruit in a basket of 50', bars: fruit, max: 50, labels };
const of = (...values: readonly number[]): BarChart => ({
  caption: 'Some values',
  bars: values.map((value, i) => ({ label: `Bar ${i}`, value, said: `${value} said` })),
  labels,
});

/** A thing that assistive technology is told of. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly children?: readonly Told[];
}

/** How the tests look into a chart. */
class Chart extends Widget<ChartHolder> {
  static override readonly tag = 'chart-holder';

  static async of(chart: BarChart, around = ''): Promise<Chart> {
    const widget = await Chart.from(`<div ${around}><chart-holder></chart-holder></div>`);
    widget.element.chart = chart;
    return widget.settled();
  }

  /** What the list says: label, value and the length drawn, of 100. */
  get drawn(): (readonly [label: string, said: string, width: number])[] {
    return this.all('.bars > li').map((row) => [
      plain(row.querySelector('span')?.textContent),
      plain(row.querySelector('b')?.textContent),
      parseFloat(row.querySelector('svg')?.getAttribute('width') ?? '0'),
    ]);
  }

  get table(): string[][] {
    return this.all<HTMLTableRowElement>('tbody tr').map((row) =>
      [...row.cells].map((cell) => plain(cell.textContent)),
    );
  }

  /** Widths of the bars on the screen, in pixels. */
  get pixels(): number[] {
    return this.all('.row').map((row) => row.querySelector('rect')?.getBoundingClientRect().width ?? 0);
  }
}

/** Widths that a chart draws, without a page. */
function widths(chart: BarChart): number[] {
  const place = document.createElement('div');
  render(barChart(chart), place);
  return [...place.querySelectorAll('svg')].map((bar) =>
    Number(/^([\d.e+-]+)%$/.exec(bar.getAttribute('width') ?? '')?.[1]),
  );
}

describe('a bar chart', () => {
  it('draws the longest bar first, with its value after it', async () => {
    expect((await Chart.of(basket)).drawn).to.deep.equal([
      ['Apples', '20 apples', 40],
      ['Plums', '10 plums', 20],
      ['Pears', '4 pears', 8],
    ]);
  });

  it('leaves the caller’s own order as it was', () => {
    const bars = Object.freeze([...fruit]);
    widths({ ...basket, bars });
    expect(bars).to.deep.equal(fruit);
  });

  it('draws lengths from zero, on the screen too', async () => {
    const chart = await Chart.of(basket);
    const [apples = 0, plums = 0, pears = 0] = chart.pixels;
    expect(apples).to.be.greaterThan(50);
    expect(plums / apples).to.be.closeTo(0.5, 0.01);
    expect(pears / apples).to.be.closeTo(0.2, 0.01);
    const starts = chart.all('.row svg').map((bar) => bar.getBoundingClientRect().left);
    expect(new Set(starts).size).to.equal(1);
  });

  it('puts each value at the end of its bar', async () => {
    const chart = await Chart.of(basket);
    for (const row of chart.all('.row')) {
      const [bar, value] = [...row.children].map((child) => child.getBoundingClientRect());
      expect(value!.left - bar!.right).to.be.within(0, 20);
    }
  });

  it('leaves room for the values where no whole is given', () => {
    const { caption, bars } = basket;
    expect(widths({ caption, bars, labels })).to.deep.equal([60, 30, 12]);
  });

  it('has the same data in its table, in the same order, folded behind one button', async () => {
    const chart = await Chart.of(basket);
    expect(chart.table).to.deep.equal(chart.drawn.map(([label, said]) => [label, said]));
    expect(chart.texts('thead th')).to.deep.equal(['Fruit', 'Pieces']);
    expect(chart.all('details')).to.have.length(1);
    expect(chart.text('summary')).to.equal('Show as a table');
    expect(chart.one<HTMLDetailsElement>('details').open).to.be.false;
  });

  it('is one colour', async () => {
    const chart = await Chart.of(basket);
    expect(new Set(chart.all('rect').map((bar) => getComputedStyle(bar).fill)).size).to.equal(1);
  });

  it('takes its colour from the reader where colours are forced', () => {
    expect(plain(barChartStyles.cssText)).to.match(
      /@media \(forced-colors: active\) \{ \.row svg \{ fill: CanvasText; \} \}/,
    );
  });

  it('is told once to who does not see it: labels with their values, and a folded table', async () => {
    await Chart.of(basket);
    const heard: string[] = [];
    const hear = ({ role, name, children = [] }: Told) => {
      heard.push(`${role} ${plain(name)}`);
      for (const child of children) hear(child);
    };
    const snapshot: Promise<unknown> = a11ySnapshot({ selector: 'chart-holder' });
    hear((await snapshot) as Told);
    const told = heard.filter((line) => /apples|plums|pears|image|graphic|table|heading/i.test(line));
    expect(told).to.deep.equal([
      'heading A holder',
      'heading Fruit in a basket of 50',
      'StaticText Apples',
      'StaticText 20 apples',
      'StaticText Plums',
      'StaticText 10 plums',
      'StaticText Pears',
      'StaticText 4 pears',
      'DisclosureTriangle Show as a table',
    ]);
  });

  it('has a plain caption where no level of heading is given', () => {
    const place = document.createElement('div');
    render(barChart(basket), place);
    expect(plain(place.querySelector('figcaption')?.textContent)).to.equal(basket.caption);
    expect(place.querySelector('h1, h2, h3, h4, h5, h6')).to.equal(null);
  });

  it('has its table open on paper', async () => {
    const chart = await Chart.of(basket);
    await emulateMedia({ media: 'print' });
    const heights = chart.all('td').map((cell) => cell.getBoundingClientRect().height);
    const ink = getComputedStyle(chart.one('.row svg')).fill;
    await emulateMedia({ media: 'screen' });
    expect(Math.min(...heights)).to.be.greaterThan(0);
    expect(ink).not.to.match(/none|rgb\(255, 255, 255\)/);
  });

  it('begins at the right where the page reads from right to left', async () => {
    const chart = await Chart.of(basket, 'dir="rtl"');
    const ends = chart.all('.row svg').map((bar) => Math.round(bar.getBoundingClientRect().right));
    expect(new Set(ends).size).to.equal(1);
    const [bar, value] = [...chart.one('.row').children].map((child) => child.getBoundingClientRect());
    expect(value!.right).to.be.at.most(bar!.left);
  });

  describe('in a narrow place, with large text', () => {
    const long: BarChart = {
      caption: 'Pneumonoultramicroscopicsilicovolcanoconiosis and other long words',
      max: 10,
      bars: [
        { label: 'Pneumonoultramicroscopicsilicovolcanoconiosis', value: 10, said: 'every single 1 of the 10' },
        { label: 'A label with many words that goes on for several lines', value: 9, said: '9 of them' },
      ],
      labels,
    };

    it('wraps what it says and cuts nothing', async () => {
      const chart = await Chart.of(long, 'style="inline-size: 240px; --alliance-text-size: 2.4em"');
      chart.openAll();
      expect(chart.frame.scrollWidth).to.be.at.most(chart.frame.clientWidth);
      const right = chart.frame.getBoundingClientRect().right;
      for (const text of chart.all('li span, b, th, td')) {
        expect(text.getBoundingClientRect().right, plain(text.textContent)).to.be.at.most(right + 0.5);
      }
    });

    it('leaves half of its table to each column', async () => {
      const chart = await Chart.of(long, 'style="inline-size: 240px; --alliance-text-size: 2.4em"');
      chart.openAll();
      const { width } = chart.one('table').getBoundingClientRect();
      for (const cell of chart.all('th, td')) expect(cell.getBoundingClientRect().width).to.be.closeTo(width / 2, 1);
    });

    it('moves a value that has no room below its bar', async () => {
      const chart = await Chart.of(long, 'style="inline-size: 240px"');
      const [bar, value] = [...chart.one('.row').children].map((child) => child.getBoundingClientRect());
      expect(value!.top).to.be.at.least(bar!.bottom);
    });
  });

  describe('of values that cannot be drawn', () => {
    it('has no bar for them, and tells them in words, last', async () => {
      const chart = await Chart.of(of(NaN, 3, -7, Infinity, 0, 6, -Infinity));
      expect(chart.drawn.map(([, said, width]) => [said, width])).to.deep.equal([
        ['6 said', 60],
        ['3 said', 30],
        ...['NaN said', '-7 said', 'Infinity said', '0 said', '-Infinity said'].map((said) => [said, 0]),
      ]);
      expect(chart.table).to.have.length(7);
    });

    it('is nothing at all where there is nothing to tell', async () => {
      const chart = await Chart.of(of());
      expect(chart.all('figure, ul, table')).to.be.empty;
    });

    it('draws no bar where all are nothing', () => {
      expect(widths(of(0, 0))).to.be.empty;
    });

    it('never cuts a bar off at a whole that is too small, or a whole that is none', () => {
      expect(widths({ ...of(20, 10), max: 5 })).to.deep.equal([100, 50]);
      for (const max of [0, -1, NaN, Infinity]) expect(widths({ ...of(20, 10), max })).to.deep.equal([60, 30]);
    });

    it('keeps every length in proportion, and in sight, whatever the values', () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(fc.double(), fc.integer({ min: -5, max: 100 })), { maxLength: 12 }),
          fc.option(fc.double(), { nil: undefined }),
          (values, max) => {
            const drawn = widths({ ...of(...values), ...(max === undefined ? {} : { max }) });
            const real = values.filter((value) => Number.isFinite(value) && value > 0).sort((a, b) => b - a);
            expect(drawn).to.have.length(real.length);
            for (const [i, width] of drawn.entries()) {
              expect(width).to.be.within(0, 100);
              expect(width / 100).to.be.closeTo((drawn[0]! / 100) * (real[i]! / real[0]!), 0.0001);
            }
          },
        ),
      );
    });
  });

  it('shows markup in words as words', async () => {
    const nasty = '<img src=x onerror="window.injected = true">';
    const chart = await Chart.of({ ...basket, caption: nasty, bars: [{ label: nasty, value: 1, said: nasty }] });
    expect(chart.all('img')).to.be.empty;
    expect(chart.drawn[0]?.slice(0, 2)).to.deep.equal([nasty, nasty]);
  });

  for (const scheme of ['light', 'dark'])
    it(`is accessible, folded and open, in ${scheme}`, async () => {
      const main = await fixture<HTMLElement>('<main></main>');
      main.style.colorScheme = scheme;
      const holder = document.createElement('chart-holder');
      holder.chart = basket;
      main.append(holder);
      const widget = await new Chart(holder).settled();
      await expect(main).to.be.accessible();
      widget.openAll();
      await expect(main).to.be.accessible();
    });
});
