import { expect } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import words from '../content/en/care-pathway.yaml';
import shared from '../content/en/interface.yaml';
import support from '../content/en/support-directory.yaml';
import { carePathwaySchema } from '../src/content/schema/care-pathway.js';
import '../src/elements/care-pathway/care-pathway.define.js';
import type { CarePathway } from '../src/elements/care-pathway/care-pathway.js';
import { stages } from '../src/elements/care-pathway/stage.js';
import { examples } from '../stories/care-pathway.examples.js';
import { accessibleIn, callsOf, plain, told, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

const { labels } = words;
const ids = ['noticing', 'gp', 'tests', 'results', 'decisions', 'treatment', 'after', 'living', 'not-cured'] as const;
const names = ids.map((id) => stages[id].name);

/** How the tests look into the way. */
class Pathway extends Widget<CarePathway> {
  static override readonly tag = 'care-pathway';

  static with(attributes: string): Promise<Pathway> {
    return Pathway.from(`<care-pathway ${attributes}></care-pathway>`);
  }

  /** Names of the steps that are open. */
  get open(): string[] {
    return this.texts('[part=stage][open] > summary');
  }

  /** What a step says, folded or not. */
  step(id: (typeof ids)[number]): HTMLElement {
    const found = this.all('[part=stage]')[ids.indexOf(id)];
    if (!found) throw new Error(`no step ${id}`);
    return found;
  }

  /** Presses the button, and gives the document that is sent to the printer. */
  print(): Document {
    let printed: Document | undefined;
    this.root.addEventListener(
      'load',
      ({ target }) => {
        const { contentWindow, contentDocument } = target as HTMLIFrameElement;
        contentWindow!.print = () => (printed = contentDocument!);
      },
      { capture: true, once: true },
    );
    this.button(labels.print).click();
    if (!printed) throw new Error('nothing was printed');
    return printed;
  }
}

/** The headings and questions of a printed sheet, in order. */
const onPaper = (page: Document, selector = 'h1, h2, h3, li') =>
  [...page.querySelectorAll(selector)].map(told).filter(Boolean);

describe('care-pathway', () => {
  afterEach(() => emulateMedia({ media: 'screen', forcedColors: 'none' }));

  describe('what it shows', () => {
    it('tells of all steps in their order, closed', async () => {
      const widget = await Pathway.from(examples.ready.html);
      expect(widget.texts('[part=stage] > summary')).to.deep.equal(names);
      expect(widget.open).to.be.empty;
    });

    it('is an ordered list of 6 steps, and a list of what may come next, which has no order', async () => {
      const widget = await Pathway.from(examples.ready.html);
      expect(widget.all('ol').map(({ children }) => children.length)).to.deep.equal([6]);
      expect(widget.all('[part=next] > ul > li')).to.have.length(3);
      const elsewhere = widget.all('[part=stage]').filter(({ parentElement }) => parentElement?.localName !== 'li');
      expect(elsewhere).to.be.empty;
    });

    it('puts emergencies first, then that most people who are referred do not have cancer', async () => {
      const text = (await Pathway.from(examples.ready.html)).text();
      const order = ['call 999', words.intro, names[0]!].map((part) => text.indexOf(part));
      expect(order).to.deep.equal([...order].sort((a, b) => a - b));
      expect(order).not.to.include(-1);
      expect(words.intro).to.include('do not have cancer');
    });

    it('says in each step what happens, what to ask and what relatives could do', async () => {
      const widget = await Pathway.from(examples.ready.html);
      for (const id of ids) {
        const { what, ask, relatives } = stages[id];
        const text = told(widget.step(id));
        for (const line of [...what, ...ask, ...relatives.tips, ...relatives.ask]) expect(text, id).to.include(line);
      }
    });

    it('asks first whom to call, day or night, during treatment', () => {
      expect(stages.treatment.ask[0]).to.match(/^Who do I call, day or night/);
    });

    it('gives the number of each support line that it names, the same as in the support directory', async () => {
      const way = await Pathway.with('');
      // A step may say no more of "Macmillan Support Line" than its first two words.
      const lines = Object.values(support.services).filter(({ phone }) => phone);
      const named = ids.flatMap((id) =>
        lines
          .filter(({ name }) => told(way.step(id)).includes(name.split(' ').slice(0, 2).join(' ')))
          .map(({ phone }) => [id, phone]),
      );
      const given = ids.flatMap((id) =>
        [...way.step(id).querySelectorAll<HTMLAnchorElement>('[part=call] > [part=telephone]')].map((link) => {
          expect(link.getAttribute('href')).to.equal(`tel:${plain(link.textContent).replaceAll(' ', '')}`);
          return [id, plain(link.textContent)];
        }),
      );
      expect(named.length).to.equal(2);
      expect(given).to.deep.equal(named);
    });

    it('lists each page that its facts come from once', async () => {
      const way = await Pathway.with('');
      const pages = way.all<HTMLAnchorElement>('[part=provenance] li a').map(({ href }) => href);
      expect(pages).to.have.members([...new Set(words.sources.flatMap(({ url }) => url ?? []))]);
    });

    it('draws the numbers in order down one side, also where colours are forced', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const widget = await Pathway.from(examples.ready.html);
      for (const step of widget.all('ol [part=step]')) {
        const ring = getComputedStyle(step, '::before');
        expect(ring.content).to.include('counter(list-item)');
        expect([ring.borderTopStyle, ring.borderTopWidth]).to.deep.equal(['solid', '2px']);
        expect(getComputedStyle(step, '::after').borderInlineStartStyle).to.equal('solid');
      }
    });

    it('fits 240 pixels without scrolling sideways', async () => {
      const widget = await Pathway.from(examples.ready.html);
      widget.element.style.inlineSize = '240px';
      widget.openAll();
      expect(widget.frame.scrollWidth).to.be.at.most(widget.frame.clientWidth);
    });
  });

  describe('how long it may take', () => {
    it('is told as aims with their date, for the country and not for one person', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const waits = widget.texts('[part=waits]');
      expect(waits).to.have.length(2);
      for (const text of waits) {
        expect(text).to.include('The NHS aims').and.to.include(words.caveat);
        expect(text).to.match(/: (October 2023|February 2026)\./);
      }
      expect(waits.join()).to.match(/within 28 days.*within 62 days.*within 31 days/);
    });

    it('is never promised, nor measured by the aim that ended in 2023', async () => {
      const text = (await Pathway.from(examples.ready.html)).text();
      expect(text).not.to.match(/you will (wait|be seen|start|hear|get)|guarantee|(2|two)[ -]weeks?/i);
    });

    it('cannot be written otherwise: the build stops', () => {
      const fact = { sources: ['nice-referral'], confidence: 'verified' };
      const step = (text: string) => ({
        name: 'Tests',
        what: { text: ['A test.'], ...fact },
        waits: { text: [text], ...fact },
        ask: ['What?', 'When?', 'Who?'],
        relatives: { tips: ['Listen.'], ask: ['How?'] },
      });
      const file = (text: string) => ({
        review: { status: 'awaiting-approval', checked: '2026-11-22', due: '2027-02-22' },
        ...{ heading: 'The way', intro: { text: 'A way.', ...fact }, relative: 'You.', labels },
        caveat: { text: 'Aims.', ...fact },
        steps: Object.fromEntries(ids.slice(0, 6).map((id) => [id, step(text)])),
        next: { heading: 'Next', text: 'Next.', steps: Object.fromEntries(ids.slice(6).map((id) => [id, step(text)])) },
      });
      const problems = (text: string) => carePathwaySchema.safeParse(file(text)).error?.issues.length ?? 0;
      expect(problems('The NHS aims to be quick. Date of our source: May 2026.')).to.equal(0);
      expect(problems('The NHS aims to be quick.')).to.equal(9);
      expect(problems('It takes 28 days. Date: May 2026.')).to.equal(9);
      expect(problems('The NHS aims for 28 days, so you will wait no longer. Date of our source: May 2026.')).to.equal(
        9,
      );
    });
  });

  describe('stage', () => {
    for (const id of ids)
      it(`${id} opens that step and no other`, async () => {
        expect((await Pathway.with(`stage="${id}"`)).open).to.deep.equal([stages[id].name]);
      });

    it('takes capitals and blanks', async () => {
      expect((await Pathway.with('stage=" Not-Cured "')).open).to.deep.equal([stages['not-cured'].name]);
    });

    it('opens none when it is not known, with one warning that says what is', async () => {
      const said = await warnings(async () => {
        expect((await Pathway.from(examples['unknown step'].html)).open).to.be.empty;
        expect((await Pathway.from(examples['unknown step'].html)).open).to.be.empty;
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include('care-pathway stage="waiting-room"').and.to.include(ids.join(', '));
    });

    it('gives the same result however late and however often it is set', async () => {
      const widget = await Pathway.from(examples.ready.html);
      for (let n = 0; n < 100; n++) widget.element.setAttribute('stage', n % 2 ? 'results' : 'gp');
      await widget.settled();
      expect(widget.open).to.deep.equal([stages.results.name]);
      await widget.set('stage', null);
      expect(widget.open).to.be.empty;
    });

    it('leaves open what the reader opened, and closed what the reader closed', async () => {
      const widget = await Pathway.with('stage="gp"');
      for (const id of ['gp', 'after'] as const) widget.step(id).querySelector('summary')!.click();
      await widget.set('heading-level', '3');
      expect(widget.open).to.deep.equal([stages.after.name]);
      await widget.set('stage', 'tests');
      expect(widget.open).to.deep.equal([stages.tests.name, stages.after.name]);
    });

    it('is nobody’s business: opening a step tells the page nothing', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const heard: string[] = [];
      const hear = ({ type }: Event) => heard.push(type);
      for (const type of ['toggle', 'change', 'input']) document.addEventListener(type, hear);
      const sent = await callsOf(EventTarget.prototype, 'dispatchEvent', async () => {
        for (const id of ids) widget.step(id).querySelector('summary')!.click();
        await widget.settled();
      });
      for (const type of ['toggle', 'change', 'input']) document.removeEventListener(type, hear);
      expect(widget.open).to.deep.equal(names);
      expect([...sent, ...heard]).to.be.empty;
    });
  });

  describe('audience', () => {
    const after = (first: Element, second: Element) =>
      !!(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);

    it('is everyone: the part for relatives comes last in each step', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const parts = widget.all('[part=relatives]');
      expect(parts).to.have.length(9);
      for (const part of parts) expect(after(part.parentElement!.querySelector('[part=questions]')!, part)).to.be.true;
      expect(widget.text()).not.to.include(words.relative);
    });

    it('relative puts it first and says who "you" is, and leaves nothing out', async () => {
      const widget = await Pathway.from(examples['for relatives'].html);
      for (const part of widget.all('[part=relatives]'))
        expect(part.previousElementSibling?.localName).to.equal('summary');
      expect(widget.text('[part=intro]')).to.include(words.relative);
      const said = () => widget.texts('[part=stage] li, [part=stage] p, [part=stage] .s').sort();
      const relatives = said();
      await widget.set('audience', null);
      expect(relatives).to.deep.equal(said());
      expect(relatives.length).to.be.greaterThan(100);
    });

    it('patient leaves out the parts for relatives, and only those', async () => {
      const widget = await Pathway.from(examples['for the person'].html);
      expect(widget.all('[part=relatives]')).to.be.empty;
      for (const id of ids)
        for (const line of [...stages[id].what, ...stages[id].ask]) expect(told(widget.step(id))).to.include(line);
    });

    it('is everyone when it is not known, with one warning that says what is', async () => {
      const said = await warnings(async () => {
        expect((await Pathway.from(examples['unknown audience'].html)).all('[part=relatives]')).to.have.length(9);
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include('care-pathway audience="staff"').and.to.include('patient, relative');
    });

    it('changes late, and keeps open what is open', async () => {
      const widget = await Pathway.with('stage="results"');
      const before = widget.picture;
      for (const audience of ['relative', 'patient', 'relative']) {
        await widget.set('audience', audience);
        expect(widget.open).to.deep.equal([stages.results.name]);
      }
      await widget.set('audience', null);
      expect(widget.picture).to.equal(before);
    });
  });

  describe('headings', () => {
    it('begin at 2 and go down without a gap, or begin where the host says and stop at 6', async () => {
      const levels = async (attributes: string) => [...new Set((await Pathway.with(attributes)).outline)];
      expect(await levels('')).to.deep.equal(['h2', 'h3', 'h4', 'h5']);
      expect(await levels('heading-level="4"')).to.deep.equal(['h4', 'h5', 'h6']);
      expect(await levels('heading-level="6"')).to.deep.equal(['h6']);
    });
  });

  describe('from the keyboard', () => {
    it('each step is reached in order, and opens and closes', async () => {
      const widget = await Pathway.from(examples.ready.html);
      widget.one('summary').focus();
      for (const name of names) {
        expect(told(widget.focused!)).to.equal(name);
        await sendKeys({ press: 'Enter' });
        expect(widget.open).to.deep.equal([name]);
        await sendKeys({ press: 'Space' });
        expect(widget.open).to.be.empty;
        await sendKeys({ press: 'Tab' });
      }
      expect(widget.focused).to.equal(widget.button(labels.print));
    });
  });

  describe('what a screen reader is told', () => {
    interface Told {
      readonly role: string;
      readonly name?: string;
      readonly children?: readonly Told[];
    }

    it('emergencies, then step after step with its number, then what may come next, then the button', async () => {
      await Pathway.from(examples['one step open'].html);
      const heard: string[] = [];
      const hear = ({ role, name = '', children = [] }: Told) => {
        if (['heading', 'DisclosureTriangle', 'button'].includes(role)) heard.push(plain(name));
        else if (/^\d$/.test(name.trim())) heard.push(name.trim());
        if (role !== 'heading' && role !== 'button') children.forEach(hear);
      };
      const snapshot: Promise<unknown> = a11ySnapshot({ selector: 'care-pathway' });
      hear((await snapshot) as Told);
      const steps = names.slice(0, 6).flatMap((name, index) => [`${index + 1}`, name]);
      const inside = [labels.waits, labels.ask, labels.relatives];
      const next = [words.next.heading, ...names.slice(6)];
      expect(heard.filter((line, index) => line !== heard[index - 1]).slice(0, -1)).to.deep.equal([
        words.heading,
        ...[...steps.slice(0, 6), ...inside, ...steps.slice(6), ...next, labels.print],
      ]);
    });

    it('what the button does, beside its name', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const button = widget.button(labels.print);
      expect(widget.text(`#${button.getAttribute('aria-describedby')}`)).to.equal(labels.hint);
    });

    it('no id twice', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const all = widget.all('[id]').map(({ id }) => id);
      expect(new Set(all).size).to.equal(all.length);
    });
  });

  describe('Print the questions', () => {
    it('gives a sheet of all questions by step, when no step is open', async () => {
      const page = (await Pathway.from(examples.ready.html)).print();
      expect(onPaper(page)).to.deep.equal([
        labels.sheet,
        ...ids.flatMap((id) => {
          const { name, ask, relatives } = stages[id];
          return [name, labels.ask, ...ask, labels.relatives, ...relatives.ask];
        }),
        labels.own,
      ]);
    });

    it('gives those of the steps that the reader has open', async () => {
      const widget = await Pathway.with('stage="gp"');
      widget.step('living').querySelector('summary')!.click();
      expect(onPaper(widget.print(), 'h2')).to.deep.equal([stages.gp.name, stages.living.name, labels.own]);
    });

    it('gives relatives their own first, and the person theirs alone', async () => {
      const { ask, relatives } = stages.results;
      const relative = (await Pathway.from(examples['for relatives'].html)).print();
      expect(onPaper(relative, 'h3, li')).to.deep.equal([labels.relatives, ...relatives.ask, labels.ask, ...ask]);
      const person = (await Pathway.with('audience="patient" stage="results"')).print();
      expect(onPaper(person, 'h3, li')).to.deep.equal([labels.ask, ...ask]);
    });

    it('says on the sheet where to get help and whose it is', async () => {
      const page = (await Pathway.from(examples.ready.html)).print();
      expect(told(page.body)).to.include(shared['medical-notice']).and.to.include(shared.publisher);
      expect([page.title, page.documentElement.lang]).to.deep.equal([labels.sheet, 'en']);
    });

    it('leaves room to write under each question, in black on white, and breaks no question across pages', async () => {
      const page = (await Pathway.from(examples['one step open'].html)).print();
      await emulateMedia({ media: 'print' });
      const view = page.defaultView!;
      for (const question of page.querySelectorAll('li')) {
        const room = view.getComputedStyle(question, '::after');
        expect(parseFloat(room.height)).to.be.at.least(24);
        expect([room.borderTopStyle, room.borderBottomStyle]).to.deep.equal(['solid', 'solid']);
        const { breakInside, color } = view.getComputedStyle(question);
        expect([breakInside, color]).to.deep.equal(['avoid', 'rgb(0, 0, 0)']);
      }
      expect(page.querySelectorAll('li').length).to.be.at.least(5);
    });

    it('is a document of its own: nothing of the host is in it, and the host’s page does not change', async () => {
      const widget = await Pathway.from('<p>The host</p><care-pathway></care-pathway>');
      const before = document.documentElement.outerHTML;
      const { title } = document;
      const sheets = document.adoptedStyleSheets.length;
      const calls: unknown[] = [];
      const { print } = window;
      window.print = () => calls.push('the whole page');
      const page = widget.print();
      window.print = print;
      expect(told(page.body)).not.to.include('The host');
      expect([calls, document.title, document.adoptedStyleSheets.length]).to.deep.equal([[], title, sheets]);
      expect(document.documentElement.outerHTML).to.equal(before);
    });

    it('cannot be seen, heard or reached in the widget, and there is never more than one', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const height = widget.element.getBoundingClientRect().height;
      for (let n = 0; n < 3; n++) widget.print();
      const frames = widget.all('iframe');
      expect(frames).to.have.length(1);
      expect(frames[0]!.checkVisibility({ visibilityProperty: true })).to.be.false;
      expect(frames[0]!.getBoundingClientRect().height).to.equal(0);
      expect(widget.element.getBoundingClientRect().height).to.equal(height);
      widget.button(labels.print).focus();
      await sendKeys({ press: 'Tab' });
      expect(widget.focused?.localName).to.equal('a');
    });

    it('prints the whole page where a sandbox lets us have no document', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const calls: unknown[] = [];
      const { print } = window;
      window.print = () => calls.push('the whole page');
      widget.root.addEventListener(
        'load',
        ({ target }) => Object.defineProperty(target, 'contentDocument', { value: null }),
        { capture: true, once: true },
      );
      widget.button(labels.print).click();
      window.print = print;
      expect(calls).to.have.length(1);
    });

    it('goes on where the widget is in another document', async () => {
      const widget = await Pathway.from(examples.ready.html);
      const place = document.createElement('iframe');
      place.title = 'A page';
      widget.element.parentElement!.append(place);
      place.contentDocument!.body.append(widget.element);
      await widget.settled();
      expect(onPaper(widget.print(), 'h1')).to.deep.equal([labels.sheet]);
    });
  });

  describe('on paper with the page', () => {
    it('has everything: closed steps, aims, questions, sources; but no button', async () => {
      const widget = await Pathway.from(examples.ready.html);
      await emulateMedia({ media: 'print' });
      const printed = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
      for (const part of ['waits', 'questions', 'relatives'])
        expect(widget.all(`[part=${part}]`).every(printed), part).to.be.true;
      expect(widget.all('[part=stage] li').every(printed)).to.be.true;
      expect(widget.all('[part=provenance] li').every(printed)).to.be.true;
      expect(widget.all('button, #hint').some(printed)).to.be.false;
    });
  });

  describe('bad input', () => {
    withstands('care-pathway', {
      sets: {
        stage: ['tests', 'gp', 'waiting-room'],
        audience: ['relative', 'patient', 'staff'],
        alliance: ['north', 'south', 'east'],
        for: ['nobody'],
        'heading-level': ['3', '1', '9'],
        'aria-label': ['Steps', ' '],
      },
      least: 1_000,
    });
  });

  describe('every example is accessible', () => accessibleIn('care-pathway', examples));
});
