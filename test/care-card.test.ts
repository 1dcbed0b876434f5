import { expect, fixture } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import words from '../content/en/care-card.yaml';
import { AllianceElement } from '../src/base/alliance-element.js';
import { define } from '../src/base/define.js';
import { careCard, careCardStyles, type CareCard } from '../src/parts/care-card.js';
import { html, type CSSResultGroup } from 'lit';
import { plain } from './support.js';

const cards: readonly CareCard[] = [
  { level: 'emergency', heading: 'Call 999 if:', items: ['you cannot breathe', 'you bleed a lot'] },
  { level: 'urgent', heading: 'Get help from NHS 111 if:', items: ['you cough up blood'] },
  {
    level: 'non-urgent',
    heading: 'Speak to a GP if:',
    items: ['you have a cough'],
    after: html`<p>Go back if it <a href="https://page.example/">goes on</a>.</p>`,
  },
];

/** A widget that shows a card of each level, among the base's own styles. */
class CardHolder extends AllianceElement {
  static override styles: CSSResultGroup = [AllianceElement.styles, careCardStyles];

  protected override renderContent(): unknown {
    return html`${this.renderHeading('Cards')} ${cards.map((card) => careCard(card, this.rank + 1))}`;
  }
}
define('care-card-holder', CardHolder);

async function drawn(scheme = 'light'): Promise<HTMLElement[]> {
  const page = await fixture<HTMLElement>('<main><care-card-holder></care-card-holder></main>');
  page.style.colorScheme = scheme;
  page.style.background = scheme === 'dark' ? '#14202b' : '#fff';
  const holder = page.firstElementChild as CardHolder;
  await holder.updateComplete;
  return [...holder.renderRoot.querySelectorAll<HTMLElement>('[part=care-card]')];
}

const headingOf = (card: Element) => card.querySelector('h3')!;
const urgencyOf = (card: Element) => card.querySelector<HTMLElement>('.urgency')!;

describe('care card', () => {
  afterEach(() => emulateMedia({ media: 'screen' }));

  it('says how urgent it is inside its heading, before the call to action', async () => {
    const said = (await drawn()).map((card) => plain(headingOf(card).textContent));
    expect(said).to.deep.equal(cards.map(({ level, heading }) => `${words.levels[level]} ${heading}`));
  });

  it('says so to who cannot see it, without showing it', async () => {
    for (const card of await drawn()) {
      const urgency = urgencyOf(card);
      expect(getComputedStyle(urgency).display).not.to.equal('none');
      expect(getComputedStyle(urgency).visibility).to.equal('visible');
      expect(urgency.getBoundingClientRect().width).to.be.at.most(1);
    }
  });

  it('has a list of its items, and what comes after below it', async () => {
    const [emergency, , gp] = await drawn();
    expect([...emergency!.querySelectorAll('li')].map(({ textContent }) => plain(textContent))).to.deep.equal(
      cards[0]?.items,
    );
    expect(plain(gp?.lastElementChild?.textContent)).to.equal('Go back if it goes on.');
    expect(emergency?.querySelector('a')).to.equal(null);
  });

  it('is at the level of heading that it is asked for', async () => {
    for (const card of await drawn()) expect(card.firstElementChild?.localName).to.equal('h3');
  });

  it('has a heading of another colour for who waits, and a dark body in an emergency', async () => {
    const paint = (await drawn()).map((card) => [
      getComputedStyle(headingOf(card)).backgroundColor,
      getComputedStyle(card).backgroundColor,
    ]);
    const [emergency, urgent, gp] = paint;
    expect(emergency?.[0]).to.equal(urgent?.[0]);
    expect(emergency?.[0]).not.to.equal(gp?.[0]);
    expect(emergency?.[1]).not.to.equal(urgent?.[1]);
  });

  it('shows its urgency in words, and each level by another edge, on paper', async () => {
    await emulateMedia({ media: 'print' });
    const all = await drawn();
    for (const card of all) expect(urgencyOf(card).getBoundingClientRect().width).to.be.greaterThan(40);
    const edges = all.map((card) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(card);
      return `${borderTopWidth} ${borderTopStyle}`;
    });
    expect(new Set(edges).size).to.equal(3);
    for (const card of all) expect(getComputedStyle(card).color).to.equal(getComputedStyle(headingOf(card)).color);
  });

  it('does the same where colours are forced, by the same rule', () => {
    const rules = careCardStyles.cssText.match(/@media[^{]+/g)?.map(plain);
    expect(rules).to.deep.equal(['@media print, (forced-colors: active)']);
  });

  for (const scheme of ['light', 'dark'])
    it(`is accessible in ${scheme}`, async () => {
      const [card] = await drawn(scheme);
      await expect((card!.getRootNode() as ShadowRoot).host).to.be.accessible();
    });
});
