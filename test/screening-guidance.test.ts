import { expect, fixture, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import words from '../content/en/screening-guidance.yaml';
import { screeningSchema } from '../src/content/schema/screening-guidance.js';
import '../src/elements/screening-guidance/screening-guidance.define.js';
import { ScreeningGuidance } from '../src/elements/screening-guidance/screening-guidance.js';
import { examples } from '../stories/screening-guidance.examples.js';
import { accessibleIn, warnings, Widget } from './support.js';
import { withstands } from './withstands.js';

const names = Object.values(words.programmes).map(({ name }) => name);

/** How the tests look into the guidance. */
class Guidance extends Widget<ScreeningGuidance> {
  static override readonly tag = 'screening-guidance';

  get shown(): string[] {
    return this.texts('[part=programme] > summary');
  }

  get outcomes(): string[] {
    return this.texts('[part=result] .outcome');
  }

  get age(): HTMLInputElement {
    return this.one<HTMLInputElement>('#age');
  }

  /** Types an age as a reader would, and picks the given answers. */
  async answer(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(answers)) {
      if (name === 'age') {
        this.age.value = value;
        this.age.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      } else this.one(`[name=${name}][value=${value}]`).click();
    }
    await this.element.updateComplete;
  }

  async ask(): Promise<void> {
    this.one('[part=submit]').click();
    await this.settled();
  }
}

describe('screening-guidance', () => {
  afterEach(() => {
    document.documentElement.style.colorScheme = '';
  });

  describe('what it shows', () => {
    it('tells of all five programmes, closed, in their order', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.shown).to.deep.equal(names);
      expect(widget.all('[part=programme][open]')).to.be.empty;
    });

    it('puts emergencies first and symptoms before screening', async () => {
      const text = (await Guidance.from(examples.ready.html)).text();
      const order = ['call 999', words.symptoms.heading, words.programmes.bowel.name].map((part) => text.indexOf(part));
      expect(order).to.deep.equal([...order].sort((a, b) => a - b));
      expect(order).not.to.include(-1);
    });

    it('says in each programme that symptoms do not wait', async () => {
      const widget = await Guidance.from(examples.ready.html);
      for (const text of widget.texts('[part=programme]')) expect(text).to.include(words.symptoms.heading);
    });

    it('sets benefits and harms side by side, in the same rank, in each programme', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const pairs = widget.all('.pair');
      expect(pairs).to.have.length(5);
      for (const pair of pairs) {
        const [benefits, harms, ...rest] = [...pair.children];
        expect(rest).to.be.empty;
        expect(benefits?.getAttribute('part')).to.equal('benefits');
        expect(harms?.getAttribute('part')).to.equal('harms');
        expect(benefits?.firstElementChild?.localName).to.equal(harms?.firstElementChild?.localName);
      }
    });

    it('sets them beside each other where there is room, and one above the other where there is none', async () => {
      const widget = await Guidance.from(examples['one programme'].html);
      const tops = () =>
        widget.all('.pair > *').map((box) => Math.round(box.getBoundingClientRect().top - box.clientTop));
      widget.element.style.inlineSize = '900px';
      expect(new Set(tops()).size).to.equal(1);
      widget.element.style.inlineSize = '240px';
      expect(new Set(tops()).size).to.equal(2);
    });

    it('gives the bowel helpline, with Relay UK', async () => {
      const widget = await Guidance.from(examples['one programme'].html);
      const links = widget.all<HTMLAnchorElement>('[part=telephone]').map(({ href }) => href);
      expect(links).to.deep.equal(['tel:08007076060', 'tel:1800108007076060']);
    });

    it('lists the sources of the programmes shown, and only those', async () => {
      const one = await Guidance.from(examples['one programme'].html);
      const every = await Guidance.from(examples.ready.html);
      const sources = one.texts('[part=provenance] li');
      expect(sources.join()).to.include('Bowel cancer screening').and.not.to.include('PSA');
      expect(every.texts('[part=provenance] li')).to.have.length(words.sources.length);
    });

    it('fits 240 pixels without scrolling sideways', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.element.style.inlineSize = '240px';
      widget.openAll();
      await widget.answer({ age: '60' });
      await widget.ask();
      const frame = widget.one('.frame');
      expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
    });
  });

  describe('programme', () => {
    const shown = async (value: string) => (await Guidance.from(`<screening-guidance programme="${value}">`)).shown;

    it('picks and orders', async () => {
      expect(await shown('lung bowel')).to.deep.equal([words.programmes.lung.name, words.programmes.bowel.name]);
    });

    it('takes commas, capitals, and a name said twice', async () => {
      expect(await shown('Lung, BOWEL lung')).to.deep.equal([words.programmes.lung.name, words.programmes.bowel.name]);
    });

    it('opens the only one', async () => {
      const widget = await Guidance.from(examples['one programme'].html);
      expect(widget.all('[part=programme][open]')).to.have.length(1);
    });

    it('leaves out what is not known, with one warning that says what is', async () => {
      const said = await warnings(async () => {
        expect(await shown('toe lung')).to.deep.equal([words.programmes.lung.name]);
        await shown('toe lung');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include('screening-guidance programme="toe"').and.to.include('bowel, breast, cervical');
    });

    it('shows all when none is known, or when it is empty', async () => {
      await warnings(async () => expect(await shown('ear nose')).to.deep.equal(names));
      expect(await shown('')).to.deep.equal(names);
    });

    it('gives the same result however late and however often it is set', async () => {
      const widget = await Guidance.from(examples.ready.html);
      for (let n = 0; n < 100; n++) widget.element.setAttribute('programme', n % 2 ? 'breast' : 'lung cervical');
      await widget.element.updateComplete;
      expect(widget.shown).to.deep.equal([words.programmes.breast.name]);
      widget.element.removeAttribute('programme');
      await widget.element.updateComplete;
      expect(widget.shown).to.deep.equal(names);
    });

    it('keeps what the reader opened when something else changes', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.one('summary').click();
      widget.element.headingLevel = '3';
      await widget.element.updateComplete;
      expect(widget.all('[part=programme][open]')).to.have.length(1);
    });
  });

  describe('headings', () => {
    const levels = async (attributes: string) => {
      const widget = await Guidance.from(`<screening-guidance ${attributes}></screening-guidance>`);
      return [...new Set(widget.outline)];
    };

    it('begin at 2 and go down without a gap', async () => {
      expect(await levels('')).to.deep.equal(['h2', 'h3', 'h4']);
    });

    it('begin where the host says, and stop at 6', async () => {
      expect(await levels('heading-level="4"')).to.deep.equal(['h4', 'h5', 'h6']);
      expect(await levels('heading-level="6"')).to.deep.equal(['h6']);
    });

    it('take the host’s own words, and its foot', async () => {
      const widget = await Guidance.from(examples['host words'].html);
      const slotted = widget.all<HTMLSlotElement>('slot').map((slot) => slot.assignedElements()[0]?.slot);
      expect(slotted).to.deep.equal(['heading', 'footer']);
    });
  });

  describe('what a screen reader is told', () => {
    it('names the region by its heading, or as the host does', async () => {
      const ours = await Guidance.from(examples.ready.html);
      expect(ours.one('section').getAttribute('aria-labelledby')).to.equal(ours.one('h2').id);
      const own = await Guidance.from(examples['own name'].html);
      expect(own.one('section').getAttribute('aria-label')).to.equal('Screening for cancer');
    });

    it('names each question, each answer to choose, and each hint', async () => {
      const widget = await Guidance.from(examples.ready.html);
      expect(widget.age.labels?.[0]?.textContent).to.equal(words.checker.questions.age.text);
      for (const radio of widget.all<HTMLInputElement>('[type=radio]')) {
        expect(radio.labels?.[0]?.textContent, radio.name).to.match(/\w/);
        expect(radio.closest('fieldset')?.querySelector('legend')?.textContent, radio.name).to.match(/\?$/);
      }
      for (const described of widget.all('[aria-describedby]')) {
        for (const id of described.getAttribute('aria-describedby')?.split(' ') ?? [])
          expect(widget.one(`#${id}`).textContent).to.match(/\w/);
      }
    });

    it('has no id twice', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.ask();
      const ids = widget.all('[id]').map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    });
  });

  describe('Which am I invited to?', () => {
    it('asks only what bears on the programmes shown', async () => {
      const asked = async (programme: string) => {
        const widget = await Guidance.from(`<screening-guidance programme="${programme}"></screening-guidance>`);
        return [...new Set(widget.all<HTMLInputElement>('input').map(({ name }) => name))];
      };
      expect(await asked('bowel')).to.deep.equal(['age', 'gp']);
      expect(await asked('prostate')).to.deep.equal(['age', 'prostate']);
      expect(await asked('lung cervical')).to.deep.equal(['age', 'gp', 'registered', 'cervix', 'smoked']);
    });

    it('answers for each programme shown, in the host’s order', async () => {
      const widget = await Guidance.from(examples['several programmes'].html);
      await widget.answer({ age: '60', gp: 'yes', registered: 'female' });
      await widget.ask();
      const { cervical, breast, bowel } = words.programmes;
      expect(widget.texts('[part=result] .s')).to.deep.equal([cervical.name, breast.name, bowel.name]);
      expect(new Set(widget.outcomes)).to.deep.equal(new Set([words.checker.outcomes.invited]));
    });

    it('lets every question be left out, and names what the answer depends on', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.ask();
      expect(widget.outcomes).to.deep.equal(Array<string>(5).fill(words.checker.outcomes.depends));
      expect(widget.texts('[part=result]')[0]).to.include(words.checker.questions.age.depends);
    });

    it('explains each result and repeats in each that symptoms go to a GP now', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '60', gp: 'no', registered: 'male', breasts: 'unsure', smoked: 'yes' });
      await widget.ask();
      for (const result of widget.all('[part=result]')) {
        expect(result.querySelectorAll('p').length).to.be.at.least(3);
        expect(result.querySelector('p:last-of-type')?.textContent).to.equal(words.checker.reasons.symptoms);
      }
    });

    it('gives people of 75 and over the helpline to ask', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '80' });
      await widget.ask();
      expect(widget.all('[part=result] [part=telephone]')[0]?.textContent).to.equal('0800 707 6060');
    });

    it('has a kind word for people under 18, and only for them', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const young = words.checker.young[0] ?? '';
      await widget.answer({ age: '17' });
      await widget.ask();
      expect(widget.text()).to.include(young);
      await widget.answer({ age: '18' });
      await widget.ask();
      expect(widget.text()).not.to.include(young);
    });

    it('works from the keyboard alone, in reading order', async () => {
      const widget = await Guidance.from(examples['one programme'].html);
      widget.age.focus();
      await sendKeys({ type: '80' });
      await sendKeys({ press: 'Tab' });
      expect(widget.focused?.getAttribute('name')).to.equal('gp');
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'ArrowDown' });
      expect(widget.one<HTMLInputElement>('[name=gp]:checked').value).to.equal('no');
      await sendKeys({ press: 'Tab' });
      expect(widget.focused).to.equal(widget.one('[part=submit]'));
      await sendKeys({ press: 'Enter' });
      await widget.element.updateComplete;
      expect(widget.outcomes).to.deep.equal([words.checker.outcomes['can-ask']]);
      expect(widget.focused?.textContent).to.equal(words.checker.answer);
    });

    it('answers when Enter is pressed in the age field', async () => {
      const widget = await Guidance.from(examples['one programme'].html);
      widget.age.focus();
      await sendKeys({ type: '30' });
      await sendKeys({ press: 'Enter' });
      await widget.element.updateComplete;
      expect(widget.outcomes).to.deep.equal([words.checker.outcomes['not-yet']]);
    });

    it('opens and closes a programme from the keyboard', async () => {
      const widget = await Guidance.from(examples.ready.html);
      widget.one('summary').focus();
      await sendKeys({ press: 'Enter' });
      expect(widget.one<HTMLDetailsElement>('[part=programme]').open).to.be.true;
    });

    it('announces the result once and moves to its heading', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const status = widget.one('[role=status]');
      expect(status.textContent.trim()).to.equal('');
      await widget.answer({ age: '60' });
      await widget.ask();
      expect(status.textContent.trim()).to.equal(words.checker.announce);
      expect(widget.all('[role=status], [role=alert], [aria-live]')).to.have.length(1);
      expect(widget.focused).to.equal(widget.one('#answer'));
    });

    it('takes the result away as soon as an answer changes', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '60' });
      await widget.ask();
      expect(widget.outcomes).to.have.length(5);
      await widget.answer({ gp: 'yes' });
      expect(widget.outcomes).to.be.empty;
      expect(widget.one('[role=status]').textContent.trim()).to.equal('');
    });

    it('takes the result away when the host asks for other programmes', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.ask();
      widget.element.programme = 'bowel';
      await widget.element.updateComplete;
      expect(widget.outcomes).to.be.empty;
    });

    it('starts again with nothing answered, at the first question', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '60', gp: 'yes', smoked: 'no' });
      await widget.ask();
      widget.one('[part=again]').click();
      await widget.element.updateComplete;
      await widget.element.updateComplete;
      expect(widget.age.value).to.equal('');
      expect(widget.all(':checked')).to.be.empty;
      expect(widget.outcomes).to.be.empty;
      expect(widget.focused).to.equal(widget.age);
    });
  });

  describe('an age that cannot be', () => {
    for (const age of [
      '-1',
      '131',
      '999',
      '1000',
      'abc',
      '5 2',
      '52.5',
      '5e1',
      '0x20',
      '٥٢',
      '<b>',
      'fifty',
      '1'.repeat(10_000),
    ]) {
      it(`${age.slice(0, 12)} is told beside its field, which gets the focus`, async () => {
        const widget = await Guidance.from(examples.ready.html);
        await widget.answer({ age });
        await widget.ask();
        expect(widget.outcomes).to.be.empty;
        expect(widget.focused).to.equal(widget.age);
        expect(widget.age.getAttribute('aria-invalid')).to.equal('true');
        const described = widget.age.getAttribute('aria-describedby')?.split(' ') ?? [];
        expect(described.map((id) => widget.one(`#${id}`).textContent).join(' '))
          .to.include(words.checker['error-prefix'])
          .and.to.include(words.checker.error);
        expect(widget.age.value).to.equal(age);
      });
    }

    for (const age of ['0', '52', ' 52 ', '130', '007', '']) {
      it(`"${age}" is none`, async () => {
        const widget = await Guidance.from(examples.ready.html);
        await widget.answer({ age });
        await widget.ask();
        expect(widget.outcomes).to.have.length(5);
        expect(widget.age.hasAttribute('aria-invalid')).to.be.false;
      });
    }

    it('is no longer told once it is mended', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '999' });
      await widget.ask();
      await widget.answer({ age: '60' });
      await widget.ask();
      expect(widget.all('[part=error]')).to.be.empty;
      expect(widget.outcomes).to.have.length(5);
    });
  });

  describe('what leaves the widget', () => {
    it('is that an answer was asked for, and nothing of the answers', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '60', cervix: 'no' });
      const told = oneEvent(document.body, 'screening-answer');
      widget.one('[part=submit]').click();
      const event = await told;
      expect(event.bubbles).to.be.true;
      expect(event.composed).to.be.true;
      const own = Object.getOwnPropertyNames(event).filter((key) => key !== 'isTrusted');
      expect(own).to.be.empty;
      expect(event).not.to.have.property('detail');
    });

    it('is told only when there is an answer', async () => {
      const widget = await Guidance.from(examples.ready.html);
      let told = 0;
      widget.element.addEventListener('screening-answer', () => told++);
      await widget.answer({ age: 'abc' });
      await widget.ask();
      expect(told).to.equal(0);
      await widget.answer({ age: '60' });
      await widget.ask();
      expect(told).to.equal(1);
    });

    it('is not what is typed or picked', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const heard: string[] = [];
      const hear = (event: Event) => heard.push(event.type);
      for (const type of ['input', 'change', 'submit']) document.addEventListener(type, hear);
      await widget.answer({ age: '60', gp: 'yes', prostate: 'yes' });
      await widget.ask();
      for (const type of ['input', 'change', 'submit']) document.removeEventListener(type, hear);
      expect(heard).to.be.empty;
    });

    it('is nothing kept, in storage, cookies, address or the host’s own form', async () => {
      const kept = () => [location.href, document.cookie, localStorage.length, sessionStorage.length, history.length];
      const before = kept();
      const form = await fixture<HTMLFormElement>(`<form>${examples.ready.html}</form>`);
      const element = form.querySelector('screening-guidance');
      if (!element) throw new Error('no widget');
      await element.updateComplete;
      let sent = false;
      form.addEventListener('submit', (event) => {
        sent = true;
        event.preventDefault();
      });
      const widget = new Guidance(element);
      await widget.answer({ age: '60', smoked: 'yes' });
      await widget.ask();
      expect(sent).to.be.false;
      expect([...new FormData(form)]).to.be.empty;
      expect(kept()).to.deep.equal(before);
      for (const field of widget.all('form, #age')) expect(field.getAttribute('autocomplete')).to.equal('off');
    });

    it('is not held by the element either, once it was taken out and made anew', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '60', gp: 'yes' });
      await widget.ask();
      const twin = widget.element.cloneNode(true);
      if (!(twin instanceof ScreeningGuidance)) throw new Error('not of our kind');
      widget.element.after(twin);
      await twin.updateComplete;
      const copy = new Guidance(twin);
      expect(copy.age.value).to.equal('');
      expect(copy.outcomes).to.be.empty;
    });
  });

  describe('on paper', () => {
    afterEach(() => emulateMedia({ media: 'screen' }));

    it('has closed programmes and the result, but no question that paper cannot answer, and no button', async () => {
      const widget = await Guidance.from(examples.ready.html);
      await widget.answer({ age: '60' });
      await widget.ask();
      await emulateMedia({ media: 'print' });
      const printed = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
      for (const part of ['section', 'benefits', 'harms', 'result'])
        expect(widget.all(`[part=${part}]`).every(printed), part).to.be.true;
      expect(widget.all('[part=provenance] li').every(printed)).to.be.true;
      expect(widget.all('form, [part=question], button').some(printed)).to.be.false;
    });
  });

  describe('bad input', () => {
    withstands('screening-guidance', {
      sets: {
        programme: ['lung bowel', 'bowel', 'ear'],
        alliance: ['north', 'south', 'east'],
        for: ['nobody'],
        'heading-level': ['3', '1', '9'],
        'aria-label': ['Screening', ' '],
      },
      least: 1_000,
    });

    it('says once what alliance may be', async () => {
      const said = await warnings(async () => {
        await Guidance.from('<screening-guidance alliance="middle"></screening-guidance>');
        await Guidance.from('<screening-guidance alliance="middle"></screening-guidance>');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include('north, south');
    });

    it('says once that it is ready', async () => {
      const element = document.createElement('screening-guidance');
      let ready = 0;
      element.addEventListener('alliance-ready', () => ready++);
      document.body.append(element);
      await element.updateComplete;
      element.programme = 'lung';
      await element.updateComplete;
      element.remove();
      expect(ready).to.equal(1);
    });

    it('puts its own content in the place of the host’s fallback', async () => {
      const widget = await Guidance.from(examples.ready.html);
      const [fallback] = widget.element.children;
      expect((fallback as HTMLElement).assignedSlot).to.equal(null);
    });
  });

  describe('is accessible', () => {
    accessibleIn('screening-guidance', examples);

    for (const scheme of ['light', 'dark']) {
      it(`with a result, all open, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        const widget = await Guidance.from(examples.ready.html);
        widget.openAll();
        await widget.answer({ age: '80', gp: 'no' });
        await widget.ask();
        await expect(widget.element).to.be.accessible();
      });

      it(`with a wrong age, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        const widget = await Guidance.from(examples.ready.html);
        await widget.answer({ age: 'abc' });
        await widget.ask();
        await expect(widget.element).to.be.accessible();
      });
    }
  });

  describe('its words', () => {
    const sentences = (value: unknown): string[] =>
      typeof value === 'string'
        ? value.split(/(?<=[.?!:])\s+/)
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, inner]) => (key === 'sources' ? [] : sentences(inner)))
          : [];
    const all = sentences(words);

    it('never say that somebody need not be screened, or is all clear', () => {
      const never = /\b(not need|n[’']t need|no need|all.clear|passed|failed|suffer|victim|battle|smear test alone)\b/i;
      expect(all.filter((sentence) => never.test(sentence))).to.deep.equal([]);
    });

    it('never tell anyone to order a self-test', () => {
      expect(all.filter((sentence) => /\border\b/i.test(sentence))).to.deep.equal([]);
    });

    it('are the NHS’s plain ones', () => {
      const avoid =
        /\b(faeces|stool|bowel movement|uterus|drugs|clinicians?|patients?|etc|eg|e\.g|chemist|should|your GP)\b(?! surgery)/;
      expect(all.filter((sentence) => avoid.test(sentence))).to.deep.equal([]);
    });

    it('come in sentences of at most 20', () => {
      expect(all.filter((sentence) => sentence.split(/\s+/).length > 20)).to.deep.equal([]);
    });

    it('keep to the ages and gaps of today', () => {
      const { bowel, breast, cervical, lung, prostate } = words.programmes;
      expect(bowel.who.join()).to.include('50 to 74');
      expect(bowel.often.join()).to.include('2 years');
      expect(breast.who.join()).to.include('50 up to their 71st birthday');
      expect(breast.often.join()).to.include('3 years');
      expect(cervical.who.join()).to.include('25 to 64');
      expect(cervical.often.join()).to.include('5 years').and.to.include('July 2025');
      expect(lung.who.join()).to.include('55 to 74').and.to.include('by 2030');
      expect(prostate.name).to.include('no screening programme');
      expect(prostate.who.join()).to.include('planned').and.to.include('From age 50');
    });
  });

  describe('its content file', () => {
    const fact = { sources: ['one'], confidence: 'verified' };
    const section = { text: ['Some words.'], ...fact };
    const each = <T>(keys: readonly string[], value: T) => Object.fromEntries(keys.map((key) => [key, value]));
    const labels = ['who', 'often', 'steps', 'benefits', 'harms', 'ask', 'result'];
    const programme = { name: 'A', ...each(labels, section), link: { text: 'More', source: 'one' } };
    const questions = Object.keys(words.checker.questions);
    const file = {
      review: { status: 'awaiting-approval', checked: '2026-11-22', due: '2027-02-22' },
      heading: 'A',
      intro: section,
      symptoms: { heading: 'A', ...section },
      choice: section,
      labels: each(labels, 'A'),
      programmes: each(Object.keys(words.programmes), programme),
      checker: {
        ...each(['heading', 'intro', 'privacy', 'error', 'error-prefix', 'submit', 'again', 'answer'], 'A'),
        ...each(['announce', 'caveat'], 'A'),
        young: section,
        questions: each(questions, { text: 'A?', depends: 'a' }),
        outcomes: each(Object.keys(words.checker.outcomes), 'A'),
        reasons: each(Object.keys(words.checker.reasons), { text: 'A.', ...fact }),
      },
    };
    const wrong = (change: (bowel: Record<string, unknown>) => void, whole: Record<string, unknown> = {}) => {
      // Through JSON, so that programmes no longer share their sections.
      const broken = JSON.parse(JSON.stringify({ ...file, ...whole })) as typeof file;
      change((broken.programmes as Record<string, Record<string, unknown>>)['bowel'] ?? {});
      return screeningSchema.safeParse(broken).error?.issues.map(({ path }) => path.join('.')) ?? [];
    };

    it('passes when whole, and gives each source once', () => {
      const passed = screeningSchema.parse(file);
      expect(passed.sources).to.deep.equal(['one']);
      expect(passed.programmes.bowel.sources).to.deep.equal([0]);
    });

    it('never shows a benefit without a harm, or a harm without a benefit', () => {
      expect(wrong((bowel) => delete bowel['harms'])).to.deep.equal(['programmes.bowel.harms']);
      expect(wrong((bowel) => delete bowel['benefits'])).to.deep.equal(['programmes.bowel.benefits']);
      expect(wrong((bowel) => (bowel['harms'] = { ...section, text: [] }))).to.deep.equal([
        'programmes.bowel.harms.text',
      ]);
    });

    it('takes no fact without a source, or that was not read', () => {
      expect(wrong((bowel) => (bowel['who'] = { ...section, sources: [] }))).to.deep.equal([
        'programmes.bowel.who.sources',
      ]);
      expect(wrong((bowel) => (bowel['who'] = { ...section, confidence: 'unverified' }))).to.deep.equal([
        'programmes.bowel.who.confidence',
      ]);
    });

    it('takes no link to a page that the programme does not rest on', () => {
      expect(wrong((bowel) => (bowel['link'] = { text: 'More', source: 'two' }))).to.deep.equal([
        'programmes.bowel.link.source',
      ]);
    });

    it('takes no file without its review, and no programme left out', () => {
      expect(wrong(() => undefined, { review: undefined })).to.deep.equal(['review']);
      expect(wrong(() => undefined, { programmes: { bowel: programme } }).join()).to.include('programmes');
    });

    it('leaves out of the bundle what only an editor reads', () => {
      const bundled = JSON.stringify(words);
      for (const key of ['confidence', 'review', 'status']) expect(bundled).not.to.include(`"${key}":`);
      for (const value of ['secondary', 'verified', 'awaiting-approval']) expect(bundled).not.to.include(`"${value}"`);
    });
  });
});
