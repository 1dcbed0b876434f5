import { expect, fixtureCleanup } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { AllianceElement } from '../src/base/alliance-element.js';
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
     button Print
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
        let told: Told[] = [];
        const said = await warnings(async () => ([, told] = await heard(at)));
        const levels = told.flatMap((node) => (node.role === 'heading' ? [node.level ?? 0] : []));
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
