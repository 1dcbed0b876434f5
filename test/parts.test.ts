import { expect, fixture } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import words from '../content/en/interface.yaml';
import { formatDate } from '../src/base/words.js';
import { fallback } from '../src/parts/fallback.js';
import { link } from '../src/parts/link.js';
import { notice } from '../src/parts/notice.js';
import { phone } from '../src/parts/phone.js';
import { provenance } from '../src/parts/provenance.js';
import * as barChartStories from '../stories/parts/bar-chart.stories.js';
import * as careCardStories from '../stories/parts/care-card.stories.js';
import * as fallbackStories from '../stories/parts/fallback.stories.js';
import * as linkStories from '../stories/parts/link.stories.js';
import * as noticeStories from '../stories/parts/notice.stories.js';
import type { PartHolder } from '../stories/parts/part-holder.js';
import * as phoneStories from '../stories/parts/phone.stories.js';
import * as provenanceStories from '../stories/parts/provenance.stories.js';
import * as searchFieldStories from '../stories/parts/search-field.stories.js';
import { told } from './support.js';

/** A part by itself. */
function drawn(part: TemplateResult): HTMLElement {
  const place = document.createElement('div');
  render(part, place);
  return place;
}

async function held(part: TemplateResult, inside = ''): Promise<PartHolder> {
  const root = await fixture<HTMLElement>(`<div><part-holder>${inside}</part-holder></div>`);
  const holder = root.querySelector('part-holder')!;
  holder.content = part;
  await holder.updateComplete;
  return holder;
}

const links = (place: ParentNode) => [...place.querySelectorAll('a')];

const facts = {
  checked: '2026-11-22',
  due: '2999-01-31',
  sources: [
    { title: 'A page', publisher: 'A publisher', url: 'https://page.example/' },
    { title: 'A dataset', publisher: 'An office' },
  ],
};

describe('a telephone number', () => {
  it('can be called, and is read as it is printed', () => {
    const [call] = links(drawn(phone('01223 245 151')));
    expect(call?.getAttribute('href')).to.equal('tel:01223245151');
    expect(call?.textContent).to.equal('01223 245 151');
  });

  it('can be called through Relay UK by people who cannot hear or speak', () => {
    const place = drawn(phone('0808 808 0000'));
    const [, relay] = links(place);
    expect(relay?.getAttribute('href')).to.equal('tel:1800108088080000');
    expect(relay?.textContent).to.equal('18001 0808 808 0000');
    expect(told(place)).to.include('Relay UK');
  });

  it('keeps the order of its groups on a page that runs from right to left', async () => {
    const holder = await held(html`<p>${phone('0808 808 1234')}</p>`);
    holder.dir = 'rtl';
    await holder.updateComplete;
    const [call] = links(holder.shadowRoot!);
    const text = [...(call?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE && told(node));
    const left = (offset: number) => {
      const range = document.createRange();
      range.setStart(text!, offset);
      range.setEnd(text!, offset + 1);
      return range.getBoundingClientRect().left;
    };
    expect(left(0)).to.be.lessThan(left(9));
  });
});

describe('a link', () => {
  it('tells the other site nothing of the page, gives it no hold of it, and opens no window', () => {
    const [anchor] = links(drawn(link('https://page.example/', 'A page')));
    expect(anchor?.href).to.equal('https://page.example/');
    expect(anchor?.relList.contains('noopener')).to.equal(true);
    expect(anchor?.referrerPolicy).to.equal('no-referrer');
    expect(anchor?.hasAttribute('target')).to.equal(false);
  });

  it('takes its address as text: nothing in it becomes markup', () => {
    const place = drawn(link('https://page.example/"><img src=x onerror=alert(1)>', 'A page'));
    expect(place.querySelectorAll('img')).to.have.length(0);
    expect(links(place)).to.have.length(1);
  });
});

describe('the provenance line', () => {
  it('says who speaks, when the facts were checked and when they will be again', () => {
    const line = told(drawn(provenance(facts)));
    expect(line).to.include(words.publisher);
    expect(line).to.include('Facts checked 22 November 2026. Next check due 31 January 2999.');
  });

  it('says so when that check is overdue, from the day after', () => {
    const overdue = (due: string) => told(drawn(provenance({ ...facts, due }))).includes('may have changed');
    const day = (offset: number) => new Date(Date.now() + offset * 864e5).toISOString().slice(0, 10);
    expect([overdue('2000-01-01'), overdue(day(-2)), overdue(day(2))]).to.deep.equal([true, true, false]);
    expect(told(drawn(provenance({ ...facts, due: '2000-01-01' })))).to.include(formatDate('2000-01-01'));
  });

  it('says that words await approval, only where there are words to approve that have none', () => {
    const awaits = (approved?: boolean) =>
      told(drawn(provenance({ ...facts, ...(approved !== undefined && { approved }) }))).includes(words.awaiting);
    expect([awaits(false), awaits(true), awaits()]).to.deep.equal([true, false, false]);
  });

  it('lists each source with its publisher, and links those with an address', () => {
    const place = drawn(provenance(facts));
    expect([...place.querySelectorAll('li')].map(told)).to.deep.equal(['A publisher: A page', 'An office: A dataset']);
    const addresses = [...place.querySelectorAll<HTMLAnchorElement>('li a')].map(({ href }) => href);
    expect(addresses).to.deep.equal(['https://page.example/']);
  });

  it('gives every link what a link needs', () => {
    for (const anchor of links(drawn(provenance(facts)))) {
      expect([anchor.rel, anchor.referrerPolicy, anchor.protocol]).to.deep.equal(['noopener', 'no-referrer', 'https:']);
    }
  });

  it('leads to the Alliances’ website, unless the host has words of its own', async () => {
    const holder = await held(provenance(facts), '<p slot="footer">Ours</p>');
    const slot = holder.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=footer]')!;
    expect(slot.assignedElements().map(told)).to.deep.equal(['Ours']);
    holder.replaceChildren();
    const [website] = links(slot);
    expect(website?.href).to.equal(words.website);
    expect(website?.checkVisibility()).to.equal(true);
  });

  it('stands without a source', () => {
    expect(told(drawn(provenance({ ...facts, sources: [] })))).to.include(words.publisher);
  });
});

describe('the fallback', () => {
  it('is the host’s own content, if there is any', async () => {
    const holder = await held(fallback(), '<p>Ring us on <a href="tel:0123">0123</a>.</p>');
    expect(links(holder).every((anchor) => anchor.checkVisibility())).to.equal(true);
    const [ours] = links(holder.shadowRoot!.querySelector('[part=fallback]')!);
    expect(ours?.checkVisibility()).to.equal(false);
  });

  it('is else a sentence with the way to the Alliances’ website: never an empty box', async () => {
    const holder = await held(fallback());
    const place = holder.shadowRoot!.querySelector('[part=fallback]')!;
    expect(told(place)).to.equal(words['not-found'].replace('{website}', words['website-name']));
    expect(links(place)[0]?.href).to.equal(words.website);
    expect(place.getBoundingClientRect().height).to.be.greaterThan(0);
  });
});

describe('the medical notice', () => {
  it('puts emergencies first, then urgent help, then the GP, and says what the Alliances cannot do', () => {
    const text = told(drawn(notice()));
    const order = ['999', '111', 'a GP', 'cannot comment'].map((word) => text.indexOf(word));
    expect(order).to.not.include(-1);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
  });
});

describe('each part is accessible, in every state of its stories', () => {
  const parts = {
    barChartStories,
    careCardStories,
    fallbackStories,
    linkStories,
    noticeStories,
    phoneStories,
    provenanceStories,
    searchFieldStories,
  };
  for (const { default: meta, ...stories } of Object.values(parts))
    for (const [name, { render: draw }] of Object.entries(stories))
      for (const scheme of ['light', 'dark'])
        it(`${meta.title}: ${name}, ${scheme}`, async () => {
          const page = await fixture<HTMLElement>(`<main></main>`);
          page.style.colorScheme = scheme;
          const holder = draw?.({}, {} as never) as PartHolder;
          page.append(holder);
          await holder.updateComplete;
          for (const details of holder.shadowRoot!.querySelectorAll('details')) details.open = true;
          await expect(page).to.be.accessible();
        });
});
