import { expect, fixture } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import careWords from '../content/en/care-card.yaml';
import words from '../content/en/symptom-guidance.yaml';
import { count } from '../src/base/count.js';
import '../src/elements/symptom-guidance/symptom-guidance.define.js';
import type { SymptomGuidance } from '../src/elements/symptom-guidance/symptom-guidance.js';
import { examples } from '../stories/symptom-guidance.examples.js';
import { accessibleIn, plain, told, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

const names = Object.values(words.areas).map(({ name }) => name);
const signs = new Set(Object.values(words.areas).flatMap(({ cards }) => cards.flatMap(({ items }) => items)));
const tag = 'symptom-guidance';

/** How the tests look into the guidance. */
class Guidance extends Widget<SymptomGuidance> {
  static override readonly tag = tag;

  get shown(): string[] {
    return this.texts('[part=area] > summary');
  }

  get box(): HTMLInputElement {
    return this.one<HTMLInputElement>('#search');
  }

  /** Levels of the cards in one place, in order. */
  levels(place: string): string[] {
    return this.all(`${place} [part=care-card]`).map(({ classList }) => classList[1] ?? '');
  }

  /** Types as a reader would. */
  async type(query: string): Promise<void> {
    this.box.value = query;
    this.box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settled();
  }
}

describe('symptom-guidance', () => {
  describe('what it shows', () => {
    it('tells of every part of the body, closed, in order', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.shown).to.deep.equal(names);
      expect(widget.all('[part=area][open]')).to.be.empty;
    });

    it('says first what is an emergency, then that most people do not have cancer, then the rest', async () => {
      const text = (await Guidance.from(examples.ready.html)).text();
      const order = ['call 999', words.emergency.heading, words.reassure, words.search, names[0] ?? ''].map((part) =>
        text.indexOf(part),
      );
      expect(order).not.to.include(-1);
      expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    });

    it('says to go back to a GP, and that many facts were read in copies', async () => {
      const text = (await Guidance.from(examples.ready.html)).text();
      expect(text).to.include(words.again).and.to.include(words.copies);
    });

    it('puts the most urgent card first in each part of the body', async () => {
      const widget = await Guidance.from(examples.ready.html);
      for (const area of widget.all('[part=area]')) {
        const levels = [...area.querySelectorAll('[part=care-card]')].map(({ classList }) =>
          ['emergency', 'urgent', 'non-urgent'].indexOf(classList[1] ?? ''),
        );
        expect(levels).not.to.include(-1);
        expect(levels, told(area)).to.deep.equal([...levels].sort());
      }
    });

    it('has every sign of the content on a card', async () => {
      const items = (await Guidance.from(examples.ready.html)).texts('[part=area] li');
      expect(new Set(items)).to.deep.equal(new Set([...signs].map(plain)));
    });

    it('leads nowhere from an emergency card', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.all('.emergency a')).to.be.empty;
    });

    it('lists its sources', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.texts('[part=provenance] li')).to.have.length(words.sources.length);
    });
  });

  describe('area', () => {
    const shown = async (value: string) => (await Guidance.from(`<${tag} area="${value}"></${tag}>`)).shown;
    const { bowel, skin } = words.areas;

    it('picks, orders and opens', async () => {
      const widget = await Guidance.from(`<${tag} area="skin, BOWEL skin"></${tag}>`);
      expect(widget.shown).to.deep.equal([skin.name, bowel.name]);
      expect(widget.all('[part=area][open]')).to.have.length(2);
    });

    it('still says first what is an emergency', async () => {
      const widget = await Guidance.from(`<${tag} area="skin"></${tag}>`);
      expect(told(widget.all('[part=care-card]')[0]!)).to.include(words.emergency.heading);
    });

    it('leaves out what is not known, with one warning that says what is', async () => {
      const said = await warnings(async () => {
        expect(await shown('toe skin')).to.deep.equal([skin.name]);
        await shown('toe skin');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include(`${tag} area="toe"`).and.to.include('general, mouth, chest');
    });

    it('shows all, closed, when none is known', async () => {
      await warnings(async () => {
        const widget = await Guidance.from(examples['nothing known'].html);
        expect(widget.shown).to.deep.equal(names);
        expect(widget.all('[part=area][open]')).to.be.empty;
      });
    });

    it('opens and closes from the keyboard, and stays so when something else changes', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.one('[part=area] summary').focus();
      await sendKeys({ press: 'Enter' });
      await widget.set('heading-level', '3');
      await widget.type('cough');
      expect(widget.all('[part=area][open]')).to.have.length(1);
    });
  });

  describe('search', () => {
    it('says nothing before anything is typed, and stays where it is when something is', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const status = widget.one('[role=status]');
      expect(told(status)).to.equal('');
      expect(widget.all('[part=results]')).to.be.empty;
      await widget.type('cough');
      expect(widget.one('[role=status]')).to.equal(status);
      expect(widget.all('[role=status], [role=alert], [aria-live]')).to.have.length(1);
    });

    it('shows what matches under the heading of its card, and counts it politely', async () => {
      const widget = await Guidance.from(examples['search with hits'].html);
      const items = widget.texts('[part=results] li');
      expect(items).to.include('you have a new lump');
      expect(widget.text('[role=status]')).to.equal(count(words.found, items.length));
      for (const card of widget.all('[part=results] [part=care-card]')) expect(told(card)).to.match(/if:/);
      await widget.type('mouth ulcer');
      expect(widget.text('[role=status]')).to.equal(count(words.found, 1));
    });

    it('shows an emergency first among what matches, at its level', async () => {
      const widget = await Guidance.from(examples['emergency words'].html);
      expect(widget.levels('[part=results]')).to.deep.equal(['emergency', 'urgent']);
      expect(widget.texts('[part=results] .urgency')[0]).to.equal(careWords.levels.emergency);
    });

    it('never hides the emergency card, nor the parts of the body', async () => {
      const widget = await Guidance.from(examples.ready.html);
      for (const query of ['cough', 'zebra', 'mole', '']) {
        await widget.type(query);
        const [first] = widget.all('[part=care-card]');
        expect(first?.classList.contains('emergency') && first.checkVisibility(), query).to.be.true;
        for (const item of words.emergency.items) expect(told(first!)).to.include(item);
        expect(widget.shown).to.deep.equal(names);
      }
    });

    it('finds symptoms of parts of the body that the host has not picked', async () => {
      const widget = await Guidance.from(`<${tag} area="skin" search="hoarse"></${tag}>`);
      expect(widget.texts('[part=results] li')).to.deep.equal(words.areas.mouth.cards[1]?.items.slice(2, 3));
    });

    it('says who to talk to when nothing matches', async () => {
      const widget = await Guidance.from(examples['nothing found'].html);
      expect(widget.text('[role=status]')).to.equal(words.none);
      expect(words.none).to.match(/999.*NHS 111.*GP.*not normal for you/);
      expect(widget.all('[part=results]')).to.be.empty;
    });

    it('understands readers’ words and misspellings', async () => {
      for (const name of ['readers’ words', 'misspelling'] as const)
        expect((await Guidance.from(examples[name].html)).texts('[part=results] li'), name).not.to.be.empty;
    });

    it('works from the keyboard alone', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.box.focus();
      await sendKeys({ type: 'mole' });
      await widget.settled();
      expect(widget.texts('[part=results] li')).not.to.be.empty;
      await sendKeys({ press: 'Escape' });
      await widget.settled();
      expect(widget.all('[part=results]')).to.be.empty;
      await sendKeys({ type: 'cough' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await widget.settled();
      expect([widget.box.value, widget.focused]).to.deep.equal(['', widget.box]);
    });

    it('takes search as an attribute or property: words, true, false', async () => {
      const widget = await Guidance.from(`<${tag} search="cough"></${tag}>`);
      expect(widget.box.value).to.equal('cough');
      await widget.set('search', 'false');
      expect(widget.all('#search')).to.be.empty;
      for (const value of ['', 'true']) {
        await widget.set('search', value);
        expect(widget.box.value).to.equal('');
      }
      widget.element.search = false;
      await widget.settled();
      expect(widget.all('#search')).to.be.empty;
      await widget.set('search', null);
      widget.element.search = 'lump';
      await widget.settled();
      expect(widget.box.value).to.equal('lump');
    });
  });

  describe('what leaves the widget', () => {
    it('is nothing of what is typed: no event, address or store', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const kept = () => [location.href, document.cookie, localStorage.length, sessionStorage.length, history.length];
      const before = kept();
      const heard: string[] = [];
      const hear = (event: Event) => heard.push(event.type);
      const types = ['input', 'beforeinput', 'change', 'search', 'symptom-search'];
      for (const type of types) document.addEventListener(type, hear);
      widget.box.focus();
      await sendKeys({ type: 'blood' });
      await widget.settled();
      widget.box.blur();
      for (const type of types) document.removeEventListener(type, hear);
      expect(widget.texts('[part=results] li')).not.to.be.empty;
      expect(heard).to.be.empty;
      expect(kept()).to.deep.equal(before);
      expect(widget.box.autocomplete).to.equal('off');
    });

    it('is not in the host’s own form, nor in a clone', async () => {
      const form = await fixture<HTMLFormElement>(`<form>${examples.ready.html}</form>`);
      const widget = await new Guidance(form.querySelector(tag)!).settled();
      await widget.type('blood');
      expect([...new FormData(form)]).to.be.empty;
      const twin = widget.element.cloneNode(true) as SymptomGuidance;
      form.append(twin);
      expect((await new Guidance(twin).settled()).box.value).to.equal('');
    });
  });

  describe('what a screen reader is told', () => {
    it('makes sense from the first word: how urgent it is stands in the heading', async () => {
      await Guidance.from(`<${tag} area="bowel" search="bloody diarrhoea"></${tag}>`);
      const headings: string[] = [];
      interface Node {
        readonly role: string;
        readonly name: string;
        readonly level?: number;
        readonly children?: readonly Node[];
      }
      const hear = ({ role, name, level, children = [] }: Node) => {
        if (role === 'heading') headings.push(`${level} ${plain(name)}`);
        else for (const child of children) hear(child);
      };
      const snapshot: Promise<unknown> = a11ySnapshot({ selector: tag });
      hear((await snapshot) as Node);
      const [emergency, urgent, gp] = words.areas.bowel.cards.map(
        ({ level, heading }) => `${careWords.levels[level]} ${heading}`,
      );
      expect(headings.filter((line) => !line.endsWith(words.areas.bowel.name))).to.deep.equal([
        `2 ${words.heading}`,
        `3 ${emergency}`,
        `3 ${words.results}`,
        `4 ${urgent}`,
        `4 ${emergency}`,
        `4 ${urgent}`,
        `4 ${gp}`,
      ]);
    });

    it('names its search box and tells what to type', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(plain(widget.box.labels?.[0]?.textContent)).to.equal(words.search);
      expect(widget.text(`#${widget.box.getAttribute('aria-describedby')}`)).to.equal(words.hint);
    });

    it('is one heading below another, without a gap, down to 6', async () => {
      const levels = async (attributes: string) => [
        ...new Set((await Guidance.from(`<${tag} search="lump" ${attributes}></${tag}>`)).outline),
      ];
      expect(await levels('')).to.deep.equal(['h2', 'h3', 'h4']);
      expect(await levels('heading-level="4"')).to.deep.equal(['h4', 'h5', 'h6']);
      expect(await levels('heading-level="6"')).to.deep.equal(['h6']);
    });

    it('has no id twice', async () => {
      const ids = (await Guidance.from(examples['search with hits'].html)).all('[id]').map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    });
  });

  describe('where there is little room', () => {
    it('fits 240 pixels without scrolling sideways, with targets of 44 pixels', async () => {
      const widget = await Guidance.from(`<${tag} search="blood"></${tag}>`);
      widget.element.style.inlineSize = '240px';
      widget.openAll();
      expect(widget.frame.scrollWidth).to.be.at.most(widget.frame.clientWidth);
      for (const target of widget.all('[part=area] > summary, [part=search] :is(input, button)'))
        expect(target.getBoundingClientRect().height, told(target)).to.be.at.least(43.9);
    });
  });

  describe('on paper', () => {
    afterEach(() => emulateMedia({ media: 'screen' }));

    it('has every card of every part of the body, and no search', async () => {
      const widget = await Guidance.from(examples['search with hits'].html);
      await emulateMedia({ media: 'print' });
      const printed = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
      expect(widget.all('[part=area] li').every(printed)).to.be.true;
      expect(printed(widget.one('.emergency'))).to.be.true;
      for (const part of ['search', 'results']) expect(printed(widget.one(`[part=${part}]`)), part).to.be.false;
    });
  });

  describe('bad input', () => {
    withstands(tag, {
      sets: {
        area: ['skin bowel', 'chest', 'elbow'],
        search: ['coughing blood', '', 'false', 'zebra'],
        alliance: ['north', 'south', 'east'],
        for: ['nobody'],
        'heading-level': ['3', '1', '9'],
        'aria-label': ['Symptoms', ' '],
      },
      least: 1_000,
    });

    it('says once what alliance may be', async () => {
      const said = await warnings(async () => {
        await Guidance.from(`<${tag} alliance="middle"></${tag}>`);
        await Guidance.from(`<${tag} alliance="middle"></${tag}>`);
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include('north, south');
    });
  });

  describe('is accessible', () => {
    accessibleIn(tag, examples);
  });

  describe('its words', () => {
    const all = [...signs, words.reassure, words.wait, words.again, words.none, words.heading];

    it('never judge: no diagnosis, no score, nobody is told they are well', () => {
      const never =
        /\b(you (have|may have|might have) cancer|score|risk|likely|unlikely|fine|nothing to worry|need)\b/i;
      expect(all.filter((text) => never.test(text.replace('you need to poo', '')))).to.deep.equal([]);
    });

    it('name parts of the body and no kind of cancer', () => {
      for (const name of names) expect(name).not.to.match(/cancer|tumour|melanoma|leuk/i);
    });

    it('set no time for what cannot wait', () => {
      const noWait = /\b(lump|blood|bleed|bleeding|mole|lost weight|sweat|bruise|out of breath|infections|yellow)\b/;
      expect([...signs].filter((text) => noWait.test(text) && text.includes('weeks'))).to.deep.equal([]);
      expect(words.wait).to.match(/do not wait/);
    });

    it('keep to the times that were read', () => {
      const timed = (time: string) => [...signs].filter((text) => text.includes(time));
      for (const part of ['a cough', 'heartburn', 'mouth ulcer', 'bloated', 'tired', 'diarrhoea, constipation'])
        expect(
          timed('3 weeks').some((text) => text.includes(part)),
          part,
        ).to.be.true;
      expect(timed('4 weeks')).to.have.length(1);
      expect(timed('4 weeks')[0]).to.include('not healed');
      expect(timed('2 days')[0]).to.include('sick');
      expect(timed('12 or more times in a month')[0]).to.include('bloated most days for 3 weeks');
    });

    it('speak to men of breast cancer, and of skins that are not white', () => {
      const { breast, prostate, skin } = words.areas;
      expect(breast.cards[0]?.more).to.include('Men').and.to.include('black and brown skin');
      expect(skin.cards.at(-1)?.more).to.include('black and brown skin');
      expect(prostate.cards[0]?.more).to.include('usually has no symptoms');
    });

    it('leave out of the bundle what only an editor reads', () => {
      const bundled = JSON.stringify(words);
      for (const key of ['confidence', 'review', 'status']) expect(bundled).not.to.include(`"${key}":`);
      for (const value of ['secondary', 'verified', 'awaiting-approval']) expect(bundled).not.to.include(`"${value}"`);
    });
  });
});
