import { expect, fixture, fixtureCleanup, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import words from '../content/en/contact-card.yaml';
import shared from '../content/en/interface.yaml';
import type { AllianceErrorEvent, AllianceLinkEvent } from '../src/base/events.js';
import { organisations } from '../src/content/catalogue.js';
import '../src/elements/contact-card/contact-card.define.js';
import type { ContactCard } from '../src/elements/contact-card/contact-card.js';
import { international, vcard } from '../src/elements/contact-card/vcard.js';
import { selectionOf } from '../src/page/selection.js';
import { examples } from '../stories/contact-card.examples.js';
import { accessibleIn, downloaded, plain, told, warnings, Widget, withClipboard } from './support.js';
import { withstands } from './withstands.js';

class Card extends Widget<ContactCard> {
  static override readonly tag = 'contact-card';
}

const card = (markup?: string) => Card.from(markup);
const nnuh = '<contact-card organisation="norfolk-and-norwich-university-hospital"></contact-card>';

describe('contact-card: a body and how to reach it', () => {
  it('gives name, purpose, telephone, Relay UK, address and map', async () => {
    const widget = await card(nnuh);
    expect(widget.text('h2')).to.equal('Norfolk and Norwich University Hospital');
    expect(widget.text('[part=purpose]')).to.equal(words.purpose.hospital);
    const [telephone, relay] = widget.all<HTMLAnchorElement>('[part=telephone]');
    expect([telephone?.href, telephone?.textContent]).to.deep.equal(['tel:01603286286', '01603 286286']);
    expect([relay?.href, relay?.textContent]).to.deep.equal(['tel:1800101603286286', '18001 01603 286286']);
    expect(widget.text('[itemprop=address]')).to.equal('Norwich, NR4 7UY');
    const map = widget.all<HTMLAnchorElement>('dd a').find(({ textContent }) => textContent === words.map);
    expect(map?.href).to.equal('https://www.openstreetmap.org/search?query=NR4%207UY');
    expect(map?.rel).to.equal('noopener');
    expect(map?.referrerPolicy).to.equal('no-referrer');
    expect(map?.target).to.equal('');
  });

  it('finds the body by ODS code, whatever its case and spaces', async () => {
    for (const code of ['RM102', 'rm102', ' rm 102 ']) {
      const widget = await card(`<contact-card organisation="${code}"></contact-card>`);
      expect(widget.text('h2')).to.equal('Norfolk and Norwich University Hospital');
    }
  });

  it('shows every body of the catalogue with a name, a way on and its sources, and no detail that is not there', async () => {
    for (const body of organisations()) {
      const widget = await card(`<contact-card organisation="${body.id}"></contact-card>`);
      expect(widget.text('h2'), body.id).to.equal(body.name);
      expect(widget.all('[part=provenance] li').length, body.id).to.be.greaterThan(0);
      expect(widget.text(), body.id).not.to.match(/undefined|null|NaN|\{/);
      const told = widget.all('[part=telephone]').length > 0;
      const numbers = body.closed ? false : !!body.telephone;
      expect(told, body.id).to.equal(numbers);
      fixtureCleanup();
    }
  });

  it('leads to the website where an alliance has no telephone or email that was checked', async () => {
    for (const alliance of ['north', 'south']) {
      const widget = await card(`<contact-card alliance="${alliance}"></contact-card>`);
      expect(widget.text('h2')).to.equal(
        `East of England Cancer Alliance, ${alliance === 'north' ? 'North' : 'South'}`,
      );
      expect(widget.text()).to.contain(words['through-website']);
      expect(widget.one<HTMLAnchorElement>('dd a').href).to.match(/^https:\/\/www\.canceralliance\.co\.uk\//);
      expect(widget.all('a[href^="tel:"], a[href^="mailto:"]')).to.be.empty;
    }
  });

  it('shows the whole region where nothing is asked for', async () => {
    const widget = await card('<contact-card></contact-card>');
    expect(widget.text('h2')).to.equal(words.region);
    expect(widget.one<HTMLAnchorElement>('dd a').href).to.equal(shared.website);
  });

  it('says plainly when there is nothing checked to show', async () => {
    const widget = await card('<contact-card organisation="essex-icb"></contact-card>');
    expect(widget.text()).to.contain(words['no-details']);
    expect(widget.all('button'), 'nothing to save, copy or print').to.be.empty;
  });

  it('always says what to do in an emergency, and that medical questions go to a GP', async () => {
    for (const markup of [nnuh, '<contact-card layout="compact"></contact-card>']) {
      const widget = await card(markup);
      expect(widget.text('[part=notice]')).to.match(/call 999.*talk to a GP/);
    }
  });

  it('tells search engines what it tells readers', async () => {
    const widget = await card(nnuh);
    const item = widget.one('[itemscope]');
    expect(item.getAttribute('itemtype')).to.equal('https://schema.org/MedicalOrganization');
    expect(item.querySelector('[itemprop=name]')?.getAttribute('content')).to.equal(
      'Norfolk and Norwich University Hospital',
    );
    expect(plain(item.querySelector('[itemprop=telephone]')?.textContent)).to.contain('01603 286286');
  });
});

describe('contact-card: a body that has closed', () => {
  it('says when, and shows who does its work now', async () => {
    const widget = await card('<contact-card organisation="luton-ccg"></contact-card>');
    expect(widget.text('h2')).to.equal('NHS Luton CCG');
    expect(widget.text('[part=closed]')).to.equal(`NHS Luton CCG closed on 31 March 2021. ${words.successor}`);
    expect(widget.text('h3')).to.equal('NHS Central East Integrated Care Board');
  });

  it('shows both where its work was divided', async () => {
    const widget = await card('<contact-card organisation="QJG" heading-level="3"></contact-card>');
    expect(widget.text('[part=closed]')).to.contain(words.successors);
    expect(widget.all('h4').map(told)).to.deep.equal([
      'NHS Essex Integrated Care Board',
      'NHS Norfolk and Suffolk Integrated Care Board',
    ]);
  });
});

describe('contact-card: the host’s own details', () => {
  it('take the place of ours and are marked', async () => {
    const widget = await card(`<contact-card
      organisation="RM102" telephone="01603 111 222" email="desk@example.org" address="Level 2, East Block"
      website="https://example.org/desk" name="Information desk"></contact-card>`);
    expect(widget.text('h2')).to.equal('Information desk');
    expect(widget.text()).to.contain('01603 111 222').and.not.contain('286286');
    expect(widget.one<HTMLAnchorElement>('[itemprop=email]').href).to.equal('mailto:desk@example.org');
    expect(widget.text('[itemprop=address]')).to.equal('Level 2, East Block');
    expect(widget.all('a[href*=openstreetmap]'), 'the map of another place').to.be.empty;
    expect(widget.text('[part=yours]')).to.equal(`${words.yours} Name, Phone, Email, Address, Website`);
  });

  it('are all there is where the host names its own desk and asks for no body of ours', async () => {
    const widget = await card(
      '<contact-card name="My ward" telephone="01223 123456" website="example.org"></contact-card>',
    );
    expect(widget.text('h2')).to.equal('My ward');
    expect(widget.all<HTMLAnchorElement>('a').map(({ href }) => href)).to.deep.equal([
      'tel:01223123456',
      'tel:1800101223123456',
    ]);
    expect(widget.all('[part=purpose], [part=provenance]'), 'nothing of ours is said of it').to.be.empty;
    expect(widget.text('[part=yours]')).to.equal(`${words.yours} Name, Phone`);
  });

  it('do not rename the bodies that came after a closed one', async () => {
    const widget = await card('<contact-card organisation="QJG" name="Our board"></contact-card>');
    expect(widget.all('h3').map(({ textContent }) => plain(textContent))).to.deep.equal([
      'NHS Essex Integrated Care Board',
      'NHS Norfolk and Suffolk Integrated Care Board',
    ]);
  });

  it('are left out, with one warning, where they cannot be right', async () => {
    const junk = { telephone: 'call me', email: 'nobody', website: 'javascript:alert(1)', name: '<b>x</b>' };
    for (const [attribute, value] of Object.entries(junk)) {
      const widget = await card(nnuh);
      const said = await warnings(() => widget.set(attribute, value));
      expect(said.length, attribute).to.be.at.most(1);
      expect(widget.all('[part=yours]'), attribute).to.be.empty;
      expect(widget.text('h2')).to.equal('Norfolk and Norwich University Hospital');
      for (const link of widget.all<HTMLAnchorElement>('a[href]'))
        expect(link.protocol).to.match(/^(https|tel|mailto):$/);
    }
  });

  it('in the international form are dialled as they are, and through Relay UK from within the country', async () => {
    const widget = await card('<contact-card name="My ward" telephone="+44 1223 123456"></contact-card>');
    expect(widget.all<HTMLAnchorElement>('a').map(({ href }) => href)).to.deep.equal([
      'tel:+441223123456',
      'tel:1800101223123456',
    ]);
    for (const wrong of ['+44 (0)1223 123456', '-----', '( ) ( )']) {
      widget.element.telephone = wrong;
      await widget.element.updateComplete;
      expect(widget.all('a'), wrong).to.be.empty;
    }
  });

  it('may be words in a slot, marked too', async () => {
    const widget = await card(`<contact-card><p slot="details">Open 9 to 5</p></contact-card>`);
    expect(widget.slotted('details')).to.deep.equal(['Open 9 to 5']);
    expect(widget.text('[part=yours]')).to.equal(words.yours);
  });
});

describe('contact-card: when the body is not known', () => {
  it('keeps what the host put inside, warns once and says so in an event', async () => {
    const said = await warnings(async () => {
      const page = await fixture<HTMLElement>('<div></div>');
      const failed = oneEvent<AllianceErrorEvent>(page, 'alliance-error');
      page.innerHTML = '<contact-card organisation="no-such-place"><p>Ring the desk</p></contact-card>';
      const { attribute, value } = await failed;
      expect([attribute, value]).to.deep.equal(['organisation', 'no-such-place']);
      const element = page.querySelector<ContactCard>('contact-card')!;
      const slot = element.shadowRoot?.querySelector('slot');
      expect(plain(slot?.assignedElements()[0]?.textContent)).to.equal('Ring the desk');
      element.requestUpdate();
      await element.updateComplete;
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('organisation="no-such-place"');
  });

  it('has a plain sentence and a link where there is nothing inside', async () => {
    const widget = await card('<contact-card organisation="still-no-place"></contact-card>');
    expect(widget.text('[part=fallback]')).to.equal(
      'We cannot show this here. You can find it on the East of England Cancer Alliances website.',
    );
    expect(widget.one<HTMLAnchorElement>('[part=fallback] a').href).to.equal(shared.website);
  });

  it('recovers when the host mends the id', async () => {
    const widget = await card('<contact-card organisation="nowhere-at-all"></contact-card>');
    await widget.set('organisation', 'RGT');
    expect(widget.text('h2')).to.equal('Cambridge University Hospitals NHS Foundation Trust');
  });
});

describe('contact-card: layouts', () => {
  it('inline stands in a sentence, without a heading', async () => {
    const page = await fixture<HTMLElement>(
      '<p>Ring <contact-card layout="inline" organisation="RGT"></contact-card> today.</p>',
    );
    const element = page.querySelector<ContactCard>('contact-card')!;
    await element.updateComplete;
    const widget = new Widget(element);
    expect(widget.all('h1, h2, h3')).to.be.empty;
    expect(getComputedStyle(element).display).to.equal('inline');
    expect(widget.text()).to.contain('Cambridge University Hospitals NHS Foundation Trust, 01223 245151');
    expect(element.getClientRects()[0]?.top).to.be.within(
      page.getBoundingClientRect().top - 9,
      page.getBoundingClientRect().top + 9,
    );
  });

  it('inline names a closed body and, in brackets, who does its work now', async () => {
    const widget = await card('<contact-card layout="inline" organisation="QJG"></contact-card>');
    expect(widget.text()).to.equal(
      'NHS Suffolk and North East Essex Integrated Care Board (now NHS Essex Integrated Care Board and ' +
        'NHS Norfolk and Suffolk Integrated Care Board)',
    );
  });

  it('falls back to the card, with one warning, for a layout that is not known', async () => {
    let widget: Widget<ContactCard> | undefined;
    const said = await warnings(async () => {
      widget = await card('<contact-card layout="poster"></contact-card>');
    });
    expect(said).to.deep.equal(['<contact-card layout="poster"> is not known; accepted: card, inline, compact.']);
    expect(widget?.one('[part=card]').classList.contains('card')).to.equal(true);
  });
});

describe('contact-card: following a map', () => {
  it('shows who serves the area chosen there, in whichever order they come', async () => {
    const page = await fixture<HTMLElement>('<div><contact-card for="source"></contact-card></div>');
    const element = page.querySelector<ContactCard>('contact-card')!;
    await element.updateComplete;
    const widget = new Widget(element);
    expect(widget.text('h2')).to.equal(words.region);
    const source = Object.assign(document.createElement('div'), { id: 'source' });
    page.append(source);
    selectionOf(source).area = { id: 'luton', kind: 'ccg', alliance: 'south' };
    source.dispatchEvent(new Event('alliance-ready', { bubbles: true }));
    await element.updateComplete;
    expect(widget.text('h2')).to.equal('NHS Luton CCG');
    selectionOf(source).area = { id: 'north', kind: 'alliance', alliance: 'north' };
    await element.updateComplete;
    expect(widget.text('h2')).to.equal('East of England Cancer Alliance, North');
    selectionOf(source).area = undefined;
    await element.updateComplete;
    expect(widget.text('h2')).to.equal(words.region);
  });
});

describe('contact-card: what a reader can do with it', () => {
  it('adds it to their contacts as a vCard', async () => {
    const widget = await card(nnuh);
    const { name, bytes } = await downloaded(() => widget.button(words.save).click());
    expect(name).to.equal('Norfolk-and-Norwich-University-Hospital.vcf');
    expect(new TextDecoder().decode(bytes)).to.equal(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'KIND:org',
        'FN:Norfolk and Norwich University Hospital',
        'ORG:Norfolk and Norwich University Hospital',
        'TEL;VALUE=uri;TYPE=work:tel:+441603286286',
        'ADR;TYPE=work:;;;Norwich;;NR4 7UY;',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('copies the address, or says that it could not', async () => {
    const widget = await card(nnuh);
    let copied = '';
    const copy = async () => {
      widget.button(words.copy).click();
      await new Promise(requestAnimationFrame);
    };
    await withClipboard((text) => Promise.resolve(void (copied = text)), copy);
    expect(copied).to.equal('Norfolk and Norwich University Hospital\nNorwich, NR4 7UY');
    expect(widget.text('[role=status]')).to.equal(words.copied);
    await withClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')), copy);
    expect(widget.text('[role=status]')).to.equal(words['not-copied']);
    await widget.set('organisation', 'RGT');
    expect(widget.text('[role=status]'), 'told of the card before').to.equal('');
  });

  it('prints it', async () => {
    const widget = await card(nnuh);
    const { print } = window;
    let printed = 0;
    window.print = () => printed++;
    widget.button(words.print).click();
    window.print = print;
    expect(printed).to.equal(1);
  });

  it('reaches everything by Tab, in reading order', async () => {
    const widget = await card(nnuh);
    const reached: string[] = [];
    for (let press = 0; press < 9; press++) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = widget.root;
      if (activeElement) reached.push(plain(activeElement.textContent));
    }
    expect(reached).to.deep.equal([
      '01603 286286',
      '18001 01603 286286',
      words.map,
      words.save,
      words.copy,
      words.print,
      shared['website-name'],
      shared.sources,
    ]);
  });

  it('tells the host which kind of link was followed, and nothing else', async () => {
    const widget = await card(nnuh);
    const link = widget.one<HTMLAnchorElement>('[part=telephone]');
    const followed = oneEvent<AllianceLinkEvent>(document, 'alliance-link');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    const { kind, href } = await followed;
    expect([kind, href]).to.deep.equal(['telephone', 'tel:01603286286']);
  });
});

describe('contact-card: the vCard, whatever is in it', () => {
  it('keeps one property to a line, and gives back what went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const lines = vcard({ kind: 'other', name }).split('\r\n');
        expect(lines).to.have.length(7);
        const told = lines[3]!
          .slice(3)
          .replace(/\\([\\,;n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
        expect(told).to.equal(name.replace(/\r?\n/g, '\n').replace(/[^\n\P{Cc}]/gu, ''));
      }),
    );
  });

  it('writes numbers so that they work from abroad', () => {
    expect(international('01603 286286')).to.equal('+441603286286');
    expect(international('+44 1603 286286')).to.equal('+441603286286');
  });
});

describe('contact-card withstands', () => {
  withstands('contact-card', {
    sets: {
      organisation: ['RM102', 'luton-ccg', 'no-such-place', ''],
      alliance: ['north', 'south', 'east'],
      layout: ['compact', 'card', 'inline', 'poster'],
      for: ['nobody'],
      'heading-level': ['3', '1', '9'],
      'aria-label': ['Our contacts', ' '],
      name: ['Information desk'],
      telephone: ['01603 111 222', 'call me'],
      email: ['desk@example.org', 'nobody'],
      address: ['Level 2, East Block'],
      website: ['https://example.org/desk', 'javascript:alert(1)'],
    },
    echoes: ['name', 'telephone', 'email', 'address', 'website', 'label', 'aria-label'],
  });
});

describe('contact-card is accessible', () => {
  accessibleIn('contact-card', examples);
});
