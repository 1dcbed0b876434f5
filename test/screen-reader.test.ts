import { expect, fixtureCleanup } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { AllianceElement } from '../src/base/alliance-element.js';
import careCardWords from '../content/en/care-card.yaml';
import finderWords from '../content/en/alliance-finder.yaml';
import shared from '../content/en/interface.yaml';
import pathwayWords from '../content/en/care-pathway.yaml';
import preventionWords from '../content/en/prevention-guidance.yaml';
import '../src/everything.js';
import { plain, warnings, Widget } from './support.js';

/** A thing that assistive technology is told of. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly level?: number;
  readonly expanded?: boolean;
  readonly checked?: boolean;
  readonly children?: readonly Told[];
}

/** All that the browser tells assistive technology of a widget, in order. */
async function listen(tag: string): Promise<Told[]> {
  const told: Told[] = [];
  const hear = (node: Told) => {
    told.push(node);
    // A link's words are its name, told already.
    if (!['link', 'button'].includes(node.role)) for (const child of node.children ?? []) hear(child);
  };
  const snapshot: Promise<unknown> = a11ySnapshot({ selector: tag });
  hear((await snapshot) as Told);
  return told;
}

async function heard(markup: string): Promise<[Widget<AllianceElement>, Told[]]> {
  const [, tag = ''] = /<([\w-]+)/.exec(markup) ?? [];
  return [await Widget.from(markup, tag), await listen(tag)];
}

/** One line for each thing; words between the things are three dots. */
function script(told: readonly Told[]): string[] {
  const lines = told.map(({ role, name, level, expanded, checked }) => {
    if (role === 'StaticText' || role === 'LineBreak') return '…';
    const kind = role === 'DisclosureTriangle' ? (expanded ? 'open' : 'folded') : role;
    return [kind, level, plain(name), checked ? '(chosen)' : ''].filter(Boolean).join(' ');
  });
  return lines.filter((line, i) => line !== '…' || lines[i - 1] !== '…');
}

const scripts: readonly (readonly [markup: string, script: string])[] = [
  [
    '<contact-card organisation="RM102"></contact-card>',
    `region Norfolk and Norwich University Hospital
     heading 2 Norfolk and Norwich University Hospital
     …
     link 01603 286286
     …
     link 18001 01603 286286
     …
     link See the map
     button Add to contacts
     button Copy address
     button Print this page
     status
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<alliance-overview></alliance-overview>',
    `region About the East of England Cancer Alliances
     heading 2 About the East of England Cancer Alliances
     heading 3 What a Cancer Alliance is
     …
     heading 4 The North Alliance covers:
     …
     heading 4 The South Alliance covers:
     …
     heading 3 Aims
     …
     heading 3 Key figures
     …
     folded Why there are 2 numbers for people
     heading 4 Cancer in the UK
     …
     heading 3 How it began and what has changed
     …
     heading 3 What you can do next
     …
     link Read about cancer on the NHS website
     …
     link Read about NHS screening
     …
     link 0808 808 0000
     …
     link 18001 0808 808 0000
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<region-map hospitals selected="norfolk-and-waveney"></region-map>',
    `region Our area on the map
     heading 2 Our area on the map
     …
     image Map of 6 areas. The list that follows has the same areas.
     button Where am I?
     button Show the whole map
     …
     status
     heading 3 North Alliance
     folded 1 Cambridgeshire and Peterborough
     open 2 Norfolk and Waveney
     …
     heading 4 NHS trusts
     link Norfolk and Norwich University Hospitals NHS Foundation Trust
     …
     link James Paget University Hospitals NHS Foundation Trust
     …
     link The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust
     …
     folded 3 Suffolk and North East Essex
     heading 3 South Alliance
     folded 4 Bedfordshire, Luton and Milton Keynes
     folded 5 Hertfordshire and West Essex
     folded 6 Mid and South Essex
     …
     link Open Government Licence v.3.0
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<partner-list kind="icb" filter></partner-list>',
    `region Partner organisations
     heading 2 Partner organisations
     …
     searchbox Search these organisations
     status
     …
     heading 3 Integrated care boards (ICBs) 3 organisations
     …
     folded NHS Central East Integrated Care Board
     folded NHS Essex Integrated Care Board
     folded NHS Norfolk and Suffolk Integrated Care Board
     button Copy the list
     button Download as CSV
     status
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<screening-guidance programme="bowel breast"></screening-guidance>',
    `region Cancer screening
     heading 2 Cancer screening
     …
     heading 3 If you have symptoms, do not wait for screening
     …
     folded Bowel screening
     folded Breast screening
     form
     heading 3 Which am I invited to?
     …
     textbox How old are you?
     …
     radio Yes
     radio No
     radio Not sure
     …
     radio Female
     radio Male
     radio Something else
     radio Prefer not to say
     …
     radio Yes
     radio No
     radio Not sure
     button Show my answer
     status
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<symptom-guidance area="chest" search="coughing blood"></symptom-guidance>',
    `region Symptoms to tell a GP about
     heading 2 Symptoms to tell a GP about
     …
     heading 3 Immediate action required: Call 999 or go to A&E now if:
     …
     searchbox Search these symptoms
     button Clear
     status
     …
     heading 3 Symptoms that match
     …
     heading 4 Immediate action required: Call 999 or go to A&E now if:
     …
     heading 4 Urgent advice: Ask for an urgent GP appointment or get help from NHS 111 if:
     …
     open Chest and lungs
     heading 4 Immediate action required: Call 999 or go to A&E now if:
     …
     heading 4 Urgent advice: Ask for an urgent GP appointment or get help from NHS 111 if:
     …
     heading 4 Non-urgent advice: Speak to a GP if:
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<prevention-guidance topics="smoking diet"></prevention-guidance>',
    `region Lower your risk of cancer
     heading 2 Lower your risk of cancer
     …
     heading 3 Cancer is nobody's fault
     …
     heading 3 Out of 100 cancers in the UK in 2015, how many were linked to each thing
     …
     folded The same figures as a table
     …
     folded Smoking
     folded Food
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<care-pathway stage="gp"></care-pathway>',
    `region From first signs to care
     heading 2 From first signs to care
     …
     folded Noticing something
     …
     open Talking to a GP
     …
     heading 4 Questions to ask
     …
     heading 4 If you are a relative or carer
     …
     folded Referral and tests
     …
     folded Results
     …
     folded Deciding on treatment
     …
     folded Treatment
     heading 3 What may come next
     …
     folded After treatment
     folded Living with cancer
     folded When cancer cannot be cured
     button Print the questions
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<support-directory need="talk work children" alliance="north"></support-directory>',
    `region Help and support
     heading 2 Help and support
     …
     heading 3 Talk to someone now
     heading 4 Samaritans
     …
     link 116 123
     …
     link 18001 116 123
     …
     link samaritans.org
     heading 4 Shout
     …
     link SHOUT to 85258
     …
     link giveusashout.org
     heading 4 Macmillan Support Line
     …
     link 0808 808 0000
     …
     link 18001 0808 808 0000
     …
     link macmillan.org.uk
     …
     radio Everything (chosen)
     radio Work
     radio Children and young people
     status
     …
     heading 3 Children and young people
     heading 4 Teenage Cancer Trust
     …
     link teenagecancertrust.org
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
  [
    '<alliance-finder search="NR2"></alliance-finder>',
    `region Which Cancer Alliance is mine?
     heading 2 Which Cancer Alliance is mine?
     …
     form
     …
     textbox Postcode or town
     button Find
     button Use my location
     …
     heading 3 NR2
     …
     heading 4 Who plans NHS services there
     …
     folded Before that
     heading 4 Nearest main hospitals
     …
     link Norfolk and Norwich University Hospitals NHS Foundation Trust
     …
     link James Paget University Hospitals NHS Foundation Trust
     …
     link The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust
     …
     link Open Government Licence v.3.0
     …
     link East of England Cancer Alliances website
     folded Where these facts come from`,
  ],
];

describe('What a screen reader is told', () => {
  for (const [markup, expected] of scripts) {
    const [, tag = ''] = /<([\w-]+)/.exec(markup) ?? [];

    it(`of ${tag}, in order`, async () => {
      const [, told] = await heard(markup);
      expect(script(told)).to.deep.equal(expected.split('\n').map(plain));
    });

    it(`R14 of ${tag}: a name for each thing, and the host’s own name for the widget if it gives one`, async () => {
      const [widget] = await heard(markup);
      widget.openAll();
      await widget.set('aria-label', 'Ours');
      const [region, ...rest] = await listen(tag);
      expect([region?.role, region?.name]).to.deep.equal(['region', 'Ours']);
      const silent = ['status', 'form', 'LineBreak'];
      expect(rest.filter(({ role, name }) => !plain(name) && !silent.includes(role))).to.deep.equal([]);
    });

    it(`R15 of ${tag}: headings from the level that the host gives, 2 if it gives none that can be`, async () => {
      for (const [level, first] of [...'123456'].map((each) => [each, Number(each)] as const).concat([['seven', 2]])) {
        const at = markup.replace('>', ` heading-level="${level}">`);
        let widget: Widget<AllianceElement> | undefined;
        let told: Told[] = [];
        const said = await warnings(async () => ([widget, told] = await heard(at)));
        expect(told.find(({ role }) => role === 'heading')?.level, level).to.equal(first);
        // What the browser tells leaves out the heading that a reader opens a step by.
        const headings = widget?.all('h1, h2, h3, h4, h5, h6').filter((heading) => heading.checkVisibility()) ?? [];
        const levels = headings.map(({ localName }) => Number(localName[1]));
        expect(levels[0], level).to.equal(first);
        let before = first;
        for (const next of levels) {
          expect(next, 'no level is left out').to.be.within(first, before + 1);
          before = next;
        }
        expect(said, level).to.have.length(level === 'seven' ? 1 : 0);
        fixtureCleanup();
      }
    });

    it(`of ${tag}: that a list without bullets is one, which Safari forgets`, async () => {
      const [widget] = await heard(markup);
      for (const list of widget.all('ul, ol'))
        if (getComputedStyle(list).listStyleType === 'none')
          expect(list.getAttribute('role'), list.outerHTML.slice(0, 80)).to.equal('list');
    });
  }
});

/** Where in what is told some words stand first; and how often they are told. */
const placeOf = (told: readonly Told[], words: string) => told.findIndex(({ name }) => plain(name).includes(words));
const times = (told: readonly Told[], words: string) => told.filter(({ name }) => plain(name) === words).length;

describe('Who listens hears', () => {
  for (const tag of ['symptom-guidance', 'prevention-guidance', 'care-pathway', 'support-directory'])
    it(`what to do in an emergency first, of ${tag}: right after its heading`, async () => {
      const [, told] = await heard(`<${tag}></${tag}>`);
      expect(told.slice(0, 3).map(({ role }) => role)).to.deep.equal(['region', 'heading', 'StaticText']);
      expect(plain(told[2]?.name)).to.equal(plain(shared['medical-notice']));
    });

  it('how urgent a care card is in the words of its heading, and the emergency before any other card', async () => {
    const [widget] = await heard('<symptom-guidance></symptom-guidance>');
    widget.openAll();
    const told = await listen('symptom-guidance');
    const cards = told
      .filter(({ role, name }) => role === 'heading' && plain(name).endsWith('if:'))
      .map(({ name }) => plain(name));
    expect(cards).to.have.length(widget.all('[part=care-card]').length);
    const levels = ['emergency', 'urgent', 'non-urgent'] as const;
    const urgencies = cards.map((card) => levels.find((level) => card.startsWith(`${careCardWords.levels[level]} `)));
    expect(urgencies[0]).to.equal('emergency');
    expect(new Set(urgencies)).to.deep.equal(new Set(levels));
    // Nor is it told beside the heading as well.
    for (const level of levels) expect(times(told, careCardWords.levels[level]), level).to.equal(0);
  });

  it('each figure of a chart once, with what it stands for before it; its table only when it is opened', async () => {
    const [widget, told] = await heard('<prevention-guidance></prevention-guidance>');
    const figures = preventionWords.chart.bars.map(
      ({ label, value }) => [label, `about ${Math.round(value)} in 100`] as const,
    );
    for (const [label, said] of figures) {
      expect(times(told, label), label).to.equal(1);
      expect(times(told, said), said).to.equal(1);
      expect(told[placeOf(told, label) + 1]?.name).to.equal(said);
    }
    expect(
      told.some(({ role }) => /img|image|graphics/i.test(role)),
      'no picture is told beside the words',
    ).to.equal(false);
    widget.one<HTMLDetailsElement>('[part=chart-table]').open = true;
    const opened = await listen('prevention-guidance');
    for (const [label] of figures) expect(times(opened, label), label).to.equal(2);
    expect(opened.length).to.be.greaterThan(told.length);
  });

  it('the steps of the pathway in order, each after its number, and no number before what may come next', async () => {
    const [, told] = await heard('<care-pathway></care-pathway>');
    const steps = Object.values(pathwayWords.steps).map(({ name }) => placeOf(told, name));
    expect(steps.map((place) => told[place - 1]?.name)).to.deep.equal(['1', '2', '3', '4', '5', '6']);
    expect(steps).to.deep.equal([...steps].sort((a, b) => a - b));
    for (const { name } of Object.values(pathwayWords.next.steps))
      expect(told[placeOf(told, name) - 1]?.name).not.to.match(/^\d/);
  });

  it('the finder’s answer once and politely, after what was typed and before what more there is to tell', async () => {
    const [widget] = await heard('<alliance-finder></alliance-finder>');
    const statuses = widget.all('[role=status], [role=alert], [aria-live]');
    expect(statuses).to.have.length(1);
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(widget.text('[role=status]')));
    for (const status of statuses) observer.observe(status, { childList: true, characterData: true, subtree: true });
    const field = widget.one<HTMLInputElement>('input');
    field.value = 'NR2';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(said, 'nothing while typing').to.deep.equal([]);
    widget.one<HTMLFormElement>('form').requestSubmit();
    await widget.settled();
    observer.disconnect();
    expect(said).to.have.length(1);
    expect(widget.one('[role=status]').getAttribute('aria-live')).to.equal('polite');
    const told = await listen('alliance-finder');
    expect(times(told, said[0] ?? '')).to.equal(1);
    const order = [finderWords.label, said[0] ?? '', finderWords.boards.heading, finderWords.hospitals.nearest].map(
      (words) => placeOf(told, words),
    );
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(order[0]).to.be.greaterThan(0);
  });
});
