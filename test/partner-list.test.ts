import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import words from '../content/en/partner-list.yaml';
import { count } from '../src/base/count.js';
import { fill, formatDate, today } from '../src/base/words.js';
import { livingSuccessors, organisation, organisations } from '../src/content/catalogue.js';
import { csv } from '../src/elements/partner-list/csv.js';
import { grouped, kinds, listed, now, steps, type ListKind } from '../src/elements/partner-list/listing.js';
import { PartnerOpenEvent } from '../src/elements/partner-list/partner-open-event.js';
import '../src/elements/partner-list/partner-list.define.js';
import { PartnerList } from '../src/elements/partner-list/partner-list.js';
import { selectionOf, type Area } from '../src/page/selection.js';
import { examples } from '../stories/partner-list.examples.js';
import { accessibleIn, downloaded, plain, told, warnings, Widget, withClipboard } from './support.js';
import { withstands } from './withstands.js';

/** How the tests look into a list. */
class ListWidget extends Widget<PartnerList> {
  static override readonly tag = 'partner-list';

  /** All entries, in order. */
  get entries(): HTMLDetailsElement[] {
    return this.all<HTMLDetailsElement>('[part~=organisation]');
  }

  /** Names of the listed bodies, without the notes under them. */
  get names(): string[] {
    return this.all('[part=name]').map(({ firstChild, childNodes }) =>
      plain([firstChild, ...childNodes].find((node) => node?.nodeType === 3 && told(node))?.textContent),
    );
  }

  get groups(): string[] {
    return this.texts('[part=subheading]');
  }

  entry(name: string): HTMLDetailsElement {
    const index = this.names.indexOf(name);
    if (index < 0) throw new Error(`${name} is not listed`);
    return this.entries[index]!;
  }

  detail(name: string): string {
    return told(this.entry(name));
  }

  get box(): HTMLInputElement {
    return this.one<HTMLInputElement>('#search');
  }

  get clear(): HTMLElement {
    return this.one('[part=search-clear]');
  }

  get status(): string {
    return this.text('[part=search-status]');
  }

  async type(query: string): Promise<void> {
    this.box.value = query;
    this.box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }
}

const names = (kind: ListKind, day?: string) => listed({ kinds: [kind], day }).map(({ name }) => name);

describe('partner-list: what it lists', () => {
  it('shows six systems, sixteen CCGs and fourteen trusts, as the Alliances publish', async () => {
    const list = await ListWidget.from();
    expect(list.groups).to.deep.equal([
      `${words.kinds.system.many} 6 organisations`,
      `${words.kinds.ccg.many} 16 organisations`,
      `${words.kinds.trust.many} 14 organisations`,
    ]);
    expect(list.names).to.have.length(36);
    expect(list.text('[part=basis]')).to.include(words.basis.published).and.include(words.basis.changes);
  });

  it('tells of every body that closed when it closed, what replaced it and who does its work today', async () => {
    const list = await ListWidget.from();
    const closed = listed({ kinds }).filter((body) => body.closed);
    expect(closed).to.have.length(22);
    for (const body of closed) {
      const told = list.detail(body.name);
      expect(told, body.id).to.include(formatDate(body.closed ?? ''));
      expect(now(body), body.id).not.to.be.empty;
      for (const successor of now(body)) {
        expect(successor.closed, successor.id).to.equal(undefined);
        expect(told, body.id).to.include(successor.name);
      }
    }
  });

  it('follows a chain of successors one change at a time', () => {
    const told = (id: string) =>
      steps(organisation(id)!).map(({ day, bodies }) => [day, ...bodies.map((body) => body.id)].join(' '));
    expect(told('luton-ccg')).to.deep.equal([
      '2021-04-01 bedfordshire-luton-and-milton-keynes-ccg',
      '2022-07-01 bedfordshire-luton-and-milton-keynes-icb',
      '2026-04-01 central-east-icb',
    ]);
    expect(told('hertfordshire-and-west-essex-ics')).to.deep.equal(['2026-04-01 central-east-icb essex-icb']);
    expect(told('west-suffolk')).to.deep.equal([]);
  });

  it('names the one board that took over a CCG area, where its system was divided', () => {
    const boards = (id: string) => now(organisation(id)!).map((body) => body.id);
    expect(boards('west-suffolk-ccg')).to.deep.equal(['norfolk-and-suffolk-icb']);
    expect(boards('north-east-essex-ccg')).to.deep.equal(['essex-icb']);
    expect(boards('suffolk-and-north-east-essex-ics')).to.have.members(['essex-icb', 'norfolk-and-suffolk-icb']);
    for (const body of organisations()) {
      const ids = livingSuccessors(body).map(({ id }) => id);
      expect(ids, body.id).to.include.members(boards(body.id));
    }
  });

  it('says what renamed trusts were called', async () => {
    const list = await ListWidget.from('<partner-list kind="trust"></partner-list>');
    expect(list.detail('West Hertfordshire Teaching Hospitals NHS Trust')).to.include(
      'Called West Hertfordshire Hospitals NHS Trust until December 2021.',
    );
    expect(list.detail('East and North Hertfordshire Teaching NHS Trust')).to.include(
      'Called East and North Hertfordshire NHS Trust until April 2025.',
    );
  });

  const table = `
    day        | system | ccg | icb | trust | hospital
    2020-01-01 | 6      | 15  | 0   | 12    | 27
    2020-03-31 | 6      | 15  | 0   | 12    | 27
    2020-04-01 | 6      | 16  | 0   | 14    | 27
    2021-03-31 | 6      | 16  | 0   | 14    | 27
    2021-04-01 | 6      | 14  | 0   | 14    | 27
    2022-06-30 | 6      | 14  | 0   | 14    | 27
    2022-07-01 | 6      | 0   | 6   | 14    | 27
    2026-03-31 | 6      | 0   | 6   | 14    | 27
    2026-04-01 | 0      | 0   | 3   | 14    | 27
    ${today()} | 0      | 0   | 3   | 14    | 27`;
  const [, ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  for (const [day = '', ...expected] of rows) {
    it(`lists the bodies that existed on ${day}: ${expected.join(', ')}`, async () => {
      const list = await ListWidget.from(`<partner-list kind="${kinds.join(' ')}" as-of="${day}"></partner-list>`);
      const shown = kinds.map((kind) => {
        const heading = list.groups.find((group) => group.startsWith(`${words.kinds[kind].many} `));
        return heading ? heading.replace(/.* (\d+) \w+$/, '$1') : '0';
      });
      expect(shown).to.deep.equal(expected);
      expect(list.text('[part=basis]')).to.include(fill(words.basis.day, { date: formatDate(day) }));
    });
  }

  it('shows the merger of 2021: three CCGs go, a seventeenth comes', () => {
    const before = names('ccg', '2021-03-31');
    const after = names('ccg', '2021-04-01');
    expect(before.filter((name) => !after.includes(name))).to.deep.equal([
      'NHS Bedfordshire CCG',
      'NHS Luton CCG',
      'NHS Milton Keynes CCG',
    ]);
    expect(after.filter((name) => !before.includes(name))).to.deep.equal([
      'NHS Bedfordshire, Luton and Milton Keynes CCG',
    ]);
  });

  it('says before 1 April 2020, and only then, that earlier organisations are missing', async () => {
    const list = await ListWidget.from('<partner-list as-of="2020-03-31"></partner-list>');
    const missing = fill(words.basis.early, { date: '1 April 2020' });
    expect(list.text('[part=basis]')).to.include(missing);
    expect(list.names).not.to.include('Mid and South Essex NHS Foundation Trust');
    await list.set('as-of', '2020-04-01');
    expect(list.text('[part=basis]')).not.to.include(missing);
    expect(list.names).to.include('Mid and South Essex NHS Foundation Trust');
  });

  it('shows boards by default on a day that had them', async () => {
    const list = await ListWidget.from('<partner-list as-of="2026-04-01"></partner-list>');
    expect(list.groups).to.deep.equal([
      `${words.kinds.icb.many} 3 organisations`,
      `${words.kinds.trust.many} 14 organisations`,
    ]);
  });

  it('lists the boards of today if asked for boards without a day, and says so', async () => {
    const list = await ListWidget.from('<partner-list kind="icb"></partner-list>');
    expect(list.names).to.have.length(3);
    expect(list.text('[part=basis]')).to.include(words.kinds.icb.basis).and.not.include(words.basis.published);
    expect(list.text('[part=basis]')).not.to.include(words['has-closed']);
  });

  it('takes several kinds, in the order given', async () => {
    const list = await ListWidget.from('<partner-list kind="hospital, trust"></partner-list>');
    expect(list.groups).to.deep.equal([
      `${words.kinds.hospital.many} 27 organisations`,
      `${words.kinds.trust.many} 14 organisations`,
    ]);
  });

  it('shows one alliance: three systems, five CCGs and eight trusts in the north', async () => {
    const list = await ListWidget.from('<partner-list alliance="north"></partner-list>');
    expect(list.groups.map((group) => group.replace(/.* (\d+) \w+$/, '$1'))).to.deep.equal(['3', '5', '8']);
    expect(list.text('[part=heading]')).to.include('North Alliance');
    await list.set('alliance', 'south');
    expect(list.groups.map((group) => group.replace(/.* (\d+) \w+$/, '$1'))).to.deep.equal(['3', '11', '6']);
  });

  it('says in words that there is nothing to list', async () => {
    const list = await ListWidget.from('<partner-list kind="ccg" as-of="2026-04-01" filter></partner-list>');
    expect(list.text('[part=empty]')).to.equal(words.empty);
    expect(list.all('#search, [part=actions]')).to.be.empty;
  });
});

describe('partner-list: groups', () => {
  it('puts each body in one group, whatever the grouping, so that counts add up', () => {
    fc.assert(
      fc.property(
        fc.subarray([...kinds]),
        fc.constantFrom('kind', 'system', 'alliance'),
        fc.constantFrom('2020-04-01', '2021-06-01', '2024-01-01', '2026-06-01'),
        (some, by, day) => {
          const bodies = listed({ kinds: some, day });
          const groups = grouped(bodies, by);
          expect(groups.flatMap((group) => group.bodies)).to.have.members([...bodies]);
          expect(groups.every((group) => group.bodies.length > 0)).to.equal(true);
        },
      ),
    );
  });

  it('groups by system, in one order whatever comes first', async () => {
    const list = await ListWidget.from('<partner-list group-by="system" kind="trust system"></partner-list>');
    expect(list.groups[0]).to.equal('Cambridgeshire and Peterborough 4 organisations');
    expect(list.groups).to.have.length(6);
  });

  it('gives boards that span several systems or both alliances a group of their own', async () => {
    const list = await ListWidget.from('<partner-list kind="icb" group-by="alliance"></partner-list>');
    expect(list.groups).to.deep.equal(['North Alliance 1 organisation', `${words.several.alliance} 2 organisations`]);
    await list.set('group-by', 'system');
    expect(list.groups).to.deep.equal([`${words.several.system} 3 organisations`]);
  });

  it('says that systems had closed by a day, when it groups by them', async () => {
    const list = await ListWidget.from('<partner-list group-by="system" as-of="2026-04-01"></partner-list>');
    expect(list.text('[part=basis]')).to.include(words.basis.systems);
    await list.set('as-of', '2026-03-31');
    expect(list.text('[part=basis]')).not.to.include(words.basis.systems);
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`heads groups one level below a heading of level ${level}`, async () => {
      const list = await ListWidget.from(`<partner-list heading-level="${level}"></partner-list>`);
      expect(list.one('[part=heading]').localName).to.equal(`h${level}`);
      expect(list.one('[part=subheading]').localName).to.equal(`h${Math.min(6, level + 1)}`);
    });
  }
});

describe('partner-list: one organisation', () => {
  it('opens a trust to telephone, Relay UK, place, website and hospitals', async () => {
    const list = await ListWidget.from('<partner-list kind="trust"></partner-list>');
    const trust = list.entry('West Suffolk NHS Foundation Trust');
    const links = [...trust.querySelectorAll('a')].map(({ href }) => href);
    expect(links).to.deep.equal(['tel:01284713000', 'tel:1800101284713000', 'https://www.wsh.nhs.uk/']);
    expect(told(trust)).to.include('Bury St Edmunds, IP33 2QZ').and.include('West Suffolk Hospital');
  });

  it('gives the number of its trust for a hospital without one', async () => {
    const list = await ListWidget.from('<partner-list kind="hospital"></partner-list>');
    const told = list.detail('Cromer and District Hospital');
    expect(told)
      .to.include(`${words['trust-phone']} 01603 286286`)
      .and.include('Norfolk and Norwich University Hospitals');
  });

  it('says plainly when there are no checked contact details', async () => {
    const list = await ListWidget.from('<partner-list kind="icb"></partner-list>');
    expect(list.detail('NHS Essex Integrated Care Board')).to.include(words['no-details']);
  });

  it('shows no telephone or website of a closed body', async () => {
    const list = await ListWidget.from('<partner-list kind="system ccg"></partner-list>');
    expect(list.all('[part=organisation] a')).to.be.empty;
  });

  it('opens by keyboard, tells the host which one, and nothing else', async () => {
    const list = await ListWidget.from('<partner-list kind="trust"></partner-list>');
    const summary = list.one('[part=name]');
    summary.focus();
    const told: Event[] = [];
    document.addEventListener('partner-open', (event) => told.push(event), { once: true });
    await sendKeys({ press: 'Enter' });
    const [event] = told;
    if (!(event instanceof PartnerOpenEvent)) throw new Error('the host was not told');
    expect(event.organisation).to.equal('cambridge-university-hospitals');
    expect(event.kind).to.equal('trust');
    expect(event.target).to.equal(list.element);
    expect(list.entries[0]?.open).to.equal(true);
  });

  it('tells the host of opening only, and only by the reader', async () => {
    const list = await ListWidget.from('<partner-list kind="trust"></partner-list>');
    let told = 0;
    list.element.addEventListener('partner-open', () => told++);
    const [details] = list.entries;
    if (!details) throw new Error('nothing is listed');
    const summary = list.one('summary');
    details.open = true;
    await oneEvent(details, 'toggle');
    expect(told).to.equal(0);
    summary.click();
    expect(told).to.equal(0);
    summary.click();
    expect(told).to.equal(1);
  });

  it('keeps an organisation open while a search moves it about, and opens no other in its place', async () => {
    const list = await ListWidget.from('<partner-list kind="trust" filter></partner-list>');
    const open = () =>
      list.all('[part=organisation]').flatMap((entry, i) => (entry.hasAttribute('open') ? list.names[i] : []));
    const entry = list.entry('West Suffolk NHS Foundation Trust');
    entry.querySelector('summary')!.click();
    await oneEvent(entry, 'toggle');
    await list.element.updateComplete;
    for (const query of ['papworth', 'suffolk', '', 'essex', 'west']) {
      await list.type(query);
      const expected = list.names.includes('West Suffolk NHS Foundation Trust')
        ? ['West Suffolk NHS Foundation Trust']
        : [];
      expect(open(), query).to.deep.equal(expected);
    }
  });
});

describe('partner-list: search', () => {
  const finds: readonly (readonly [query: string, name: string])[] = [
    ['nnuh', 'Norfolk and Norwich University Hospitals NHS Foundation Trust'],
    ['N.N.U.H.', 'Norfolk and Norwich University Hospitals NHS Foundation Trust'],
    ['norfolk & norwich', 'Norfolk and Norwich University Hospitals NHS Foundation Trust'],
    ['  KING’S   lynn ', "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust"],
    ['kings lynn', "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust"],
    ['Pápworth', 'Royal Papworth Hospital NHS Foundation Trust'],
    ['bury saint edmunds', 'West Suffolk NHS Foundation Trust'],
    ['St. Albans', 'West Hertfordshire Teaching Hospitals NHS Trust'],
    ["addenbrooke's", 'Cambridge University Hospitals NHS Foundation Trust'],
    ['West Hertfordshire Hospitals', 'West Hertfordshire Teaching Hospitals NHS Trust'],
    ['RM1', 'Norfolk and Norwich University Hospitals NHS Foundation Trust'],
    ['99e', 'NHS Basildon and Brentwood CCG'],
    ['C&P', 'NHS Cambridgeshire and Peterborough CCG'],
    ['pe30 4et', "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust"],
    ['stevenage', 'East and North Hertfordshire Teaching NHS Trust'],
  ];
  for (const [query, name] of finds) {
    it(`finds ${name} by "${query}"`, async () => {
      const list = await ListWidget.from('<partner-list filter></partner-list>');
      await list.type(query);
      expect(list.names).to.include(name);
      expect(list.names.length).to.be.lessThan(36);
    });
  }

  it('has no box unless the host asks', async () => {
    const list = await ListWidget.from();
    expect(list.all('#search')).to.be.empty;
    await list.set('filter', '');
    expect(list.all('#search')).to.have.length(1);
    await list.set('filter', 'false');
    expect(list.all('#search')).to.be.empty;
  });

  it('takes filter as a property: true, false, words', async () => {
    const list = await ListWidget.from();
    list.element.filter = true;
    await list.element.updateComplete;
    expect(list.box.value).to.equal('');
    list.element.filter = 'papworth';
    await list.element.updateComplete;
    expect(list.names).to.deep.equal(['Royal Papworth Hospital NHS Foundation Trust']);
    list.element.filter = false;
    await list.element.updateComplete;
    expect(list.names).to.have.length(36);
  });

  it('starts with the words the host gives', async () => {
    const list = await ListWidget.from('<partner-list filter="papworth"></partner-list>');
    expect(list.box.value).to.equal('papworth');
    expect(list.names).to.deep.equal(['Royal Papworth Hospital NHS Foundation Trust']);
    expect(list.status).to.equal(count(words.found, 1));
  });

  it('says politely how many match, in a place that was there before', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    const region = list.one('[part=search-status]');
    expect(region.getAttribute('role')).to.equal('status');
    expect(list.status).to.equal(count(words.count, 36));
    await list.type('luton');
    expect(list.one('[part=search-status]')).to.equal(region);
    expect(list.status).to.equal(count(words.found, list.names.length));
    expect(list.groups.length).to.be.greaterThan(1);
  });

  it('helps when nothing is found', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    await list.type('zebra');
    expect(list.names).to.be.empty;
    expect(list.status).to.equal(words.none);
    expect(list.all('[part=actions]')).to.be.empty;
    list.clear.click();
    await list.element.updateComplete;
    expect(list.names).to.have.length(36);
    expect(list.box.value).to.equal('');
    expect(list.focused).to.equal(list.box);
  });

  it('works by keyboard: type, Escape to clear, Escape again for the page', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    let escapes = 0;
    const onKey = (event: KeyboardEvent) => (escapes += Number(event.key === 'Escape'));
    document.addEventListener('keydown', onKey);
    list.box.focus();
    await sendKeys({ type: 'esneft' });
    await list.element.updateComplete;
    expect(list.names).to.deep.equal(['East Suffolk and North Essex NHS Foundation Trust']);
    await sendKeys({ press: 'Escape' });
    await list.element.updateComplete;
    expect(list.box.value).to.equal('');
    expect(list.names).to.have.length(36);
    expect(escapes).to.equal(0);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', onKey);
    expect(escapes).to.equal(1);
    expect(list.focused).to.equal(list.box);
  });

  it('keeps the words while attributes change and the widget moves', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    await list.type('essex');
    await list.set('alliance', 'south');
    await list.set('group-by', 'system');
    document.body.append(list.element);
    await list.element.updateComplete;
    expect(list.box.value).to.equal('essex');
    expect(list.names).to.include('Mid and South Essex NHS Foundation Trust');
    expect(list.names).not.to.include('Royal Papworth Hospital NHS Foundation Trust');
    list.element.remove();
  });

  it('keeps the words typed out of every event and address', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    const seen: string[] = [];
    const own = ['alliance-ready', 'alliance-link', 'partner-open'];
    const onEvent = (event: Event) => seen.push(JSON.stringify([event.type, ...Object.entries(event)]));
    for (const name of own) document.addEventListener(name, onEvent);
    const address = location.href;
    await list.type('papworth');
    list.one('summary').click();
    for (const name of own) document.removeEventListener(name, onEvent);
    expect(seen.join()).to.include('partner-open').and.not.include('"papworth"');
    expect(list.one('[part=page]').innerHTML).not.to.include('value="papworth"');
    expect(location.href).to.equal(address);
  });

  it('never throws and never blanks, whatever is typed', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (query) => {
        await list.type(query);
        expect(list.status).not.to.equal('');
      }),
      { numRuns: 60 },
    );
    await list.set('filter', '<img src=x onerror=alert(1)>'.repeat(1000));
    expect(list.box.value).to.have.length(100);
    expect(list.all('img')).to.be.empty;
    expect(list.status).to.equal(words.none);
  });
});

describe('partner-list: copy and download', () => {
  /** A reader of CSV, written from RFC 4180 and nothing else. */
  function parse(text: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
    for (let found = cell.exec(text); found; found = cell.exec(text)) {
      row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
      if (found[3] === ',') continue;
      rows.push(row);
      row = [];
    }
    return rows;
  }

  it('reads back as it was written, whatever the cells hold', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const text = csv(rows);
        expect(text[0]).to.equal('\uFEFF');
        const safe = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
        expect(parse(text.slice(1))).to.deep.equal(safe);
      }),
    );
  });

  it('lets no cell start a formula', () => {
    const dangerous = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string())
      .map(([sign, rest]) => sign + rest);
    fc.assert(
      fc.property(dangerous, (cell) => {
        expect(parse(csv([[cell]]).slice(1))).to.deep.equal([[`'${cell}`]]);
      }),
    );
  });

  it('downloads what is shown as a table with headings', async () => {
    const list = await ListWidget.from('<partner-list filter="luton"></partner-list>');
    const { name, type, bytes } = await downloaded(() => list.all('[part=actions] button')[1]?.click());
    expect(type).to.equal('text/csv');
    expect(name).to.equal(words.file);
    expect([...bytes.slice(0, 3)], 'mark of UTF-8').to.deep.equal([0xef, 0xbb, 0xbf]);
    const [headings, ...rows] = parse(new TextDecoder().decode(bytes));
    expect(headings).to.deep.equal(Object.values(words.columns));
    expect(rows.map(([first]) => first)).to.deep.equal(list.names);
    const luton = rows.find(([first]) => first === 'NHS Luton CCG');
    expect(luton).to.include.members(['2021-03-31', '06P', 'NHS Central East Integrated Care Board']);
    expect(rows.every((row) => row.length === headings?.length)).to.equal(true);
  });

  async function copied(list: ListWidget, write: (text: string) => Promise<void>): Promise<void> {
    await withClipboard(write, async () => {
      list.all('[part=actions] button')[0]?.click();
      await new Promise((resolve) => setTimeout(resolve));
      await list.settled();
    });
  }

  it('copies what is shown, group by group, and says so', async () => {
    const list = await ListWidget.from('<partner-list filter="papworth"></partner-list>');
    let text = '';
    await copied(list, (given) => Promise.resolve(void (text = given)));
    expect(text).to.equal(
      'NHS trusts\nRoyal Papworth Hospital NHS Foundation Trust; 01223 638000; Cambridge, CB2 0AY; https://royalpapworth.nhs.uk/',
    );
    expect(list.text('[part=actions] + [role=status]')).to.equal(words.copied);
    await list.type('luton');
    expect(list.text('[part=actions] + [role=status]')).to.equal('');
  });

  it('says plainly that copying failed, and what to do instead', async () => {
    const list = await ListWidget.from();
    await copied(list, () => Promise.reject(new Error('not allowed')));
    expect(list.text('[part=actions] + [role=status]')).to.equal(words['not-copied']);
  });
});

describe('partner-list: following a map', () => {
  const waveney: Area = { id: 'norfolk-and-waveney', kind: 'system', alliance: 'north' };

  async function following(area: Area | undefined, attributes = ''): Promise<[ListWidget, HTMLElement]> {
    const list = await ListWidget.from(`<p id="map"></p><partner-list for="map" ${attributes}></partner-list>`);
    const map = list.element.parentElement!.querySelector<HTMLElement>('#map')!;
    selectionOf(map).area = area;
    await list.element.updateComplete;
    return [list, map];
  }

  it('shows all until an area is chosen, then its organisations, with a sentence and a way back', async () => {
    const [list, map] = await following(undefined);
    expect(list.names).to.have.length(36);
    expect(list.all('[part=show]')).to.be.empty;
    selectionOf(map).area = waveney;
    await list.element.updateComplete;
    expect(list.names).to.deep.equal([
      'Norfolk and Waveney Integrated Care System',
      'NHS Norfolk and Waveney CCG',
      'Norfolk and Norwich University Hospitals NHS Foundation Trust',
      'James Paget University Hospitals NHS Foundation Trust',
      "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
    ]);
    expect(list.text('[part=area]')).to.equal('Only Norfolk and Waveney: 5 organisations.');
    expect(list.one('[part=area]').getAttribute('role')).to.equal('status');
    const button = list.one('[part=show]');
    button.focus();
    button.click();
    await list.element.updateComplete;
    expect(list.names).to.have.length(36);
    expect(list.focused).to.equal(list.one('[part=show]'));
    expect(list.text('[part=show]')).to.include('Norfolk and Waveney');
    list.one('[part=show]').click();
    await list.element.updateComplete;
    expect(list.names).to.have.length(5);
    selectionOf(map).area = undefined;
    await list.element.updateComplete;
    expect(list.names).to.have.length(36);
  });

  it('shows of a CCG area its CCG, and its system with the trusts, and says so', async () => {
    const [list] = await following({ id: 'luton', kind: 'ccg', alliance: 'south' }, 'kind="system ccg icb trust"');
    expect(list.names).to.deep.equal([
      'Bedfordshire, Luton and Milton Keynes Integrated Care System',
      'NHS Luton CCG',
      'NHS Central East Integrated Care Board',
      'Bedfordshire Hospitals NHS Foundation Trust',
      'Milton Keynes University Hospital NHS Foundation Trust',
    ]);
    expect(list.text('[part=area]')).to.include(words['area-trusts']);
  });

  it('shows of a CCG area the CCG it merged into, on a day after', async () => {
    const [list] = await following({ id: 'luton', kind: 'ccg', alliance: 'south' }, 'kind="ccg" as-of="2021-06-01"');
    expect(list.names).to.deep.equal(['NHS Bedfordshire, Luton and Milton Keynes CCG']);
  });

  it('shows of an alliance its bodies, boards of both included', async () => {
    const [list] = await following({ id: 'south', kind: 'alliance', alliance: 'south' }, 'kind="icb"');
    expect(list.names).to.have.members(['NHS Central East Integrated Care Board', 'NHS Essex Integrated Care Board']);
  });

  it('shows of a divided system each board that took a part', async () => {
    const [list] = await following(
      { id: 'hertfordshire-and-west-essex', kind: 'system', alliance: 'south' },
      'kind="icb"',
    );
    expect(list.names).to.have.members(['NHS Central East Integrated Care Board', 'NHS Essex Integrated Care Board']);
  });

  it('says so when the area has nothing of what the host asked for', async () => {
    const [list] = await following(waveney, 'alliance="south"');
    expect(list.text('[part=empty]')).to.include(words.empty);
    list.one('[part=show]').click();
    await list.element.updateComplete;
    expect(list.names).to.have.length(20);
  });

  it('ignores an area that is none of ours', async () => {
    const [list] = await following({ ...waveney, id: '__proto__' });
    expect(list.names).to.have.length(36);
    expect(list.all('[part=show]')).to.be.empty;
  });
});

describe('partner-list: bad input', () => {
  withstands('partner-list', {
    sets: {
      kind: ['trust', 'icb ccg', 'hospital', 'pharmacy'],
      alliance: ['north', 'south', 'east'],
      'group-by': ['system', 'alliance', 'town'],
      filter: ['suffolk', '', 'false', 'zebra'],
      'as-of': ['2021-06-01', '2026-04-01', 'soon'],
      for: ['nobody'],
      'heading-level': ['3', '1', '9'],
      'aria-label': ['Our partners', ' '],
    },
    least: 100,
  });

  it('shows the list of 2020 for a day that is none, or not yet, with one warning', async () => {
    for (const day of ['2021-02-31', '2998-01-01', 'yesterday', '2019-12-30']) {
      const said = await warnings(async () => {
        const list = await ListWidget.from(`<partner-list as-of="${day}"></partner-list>`);
        expect(list.names).to.have.length(36);
        expect(list.text('[part=basis]')).to.include(words.basis.published);
        await list.set('alliance', 'north');
        await list.set('alliance', null);
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.include('as-of').and.include(day).and.include('2020-01-01');
    }
  });

  it('warns once of a kind that is not known, and keeps those that are', async () => {
    const said = await warnings(async () => {
      const list = await ListWidget.from('<partner-list kind="trust surgery"></partner-list>');
      expect(list.names).to.have.length(14);
      await list.set('kind', 'dentist');
      expect(list.names).to.have.length(36);
    });
    expect(said).to.have.length(2);
  });

  it('settles after a hundred changes in one tick as if only the last had been made', async () => {
    const list = await ListWidget.from();
    for (let i = 0; i < 100; i++) {
      list.element.setAttribute('kind', kinds[i % kinds.length]!);
      list.element.setAttribute('as-of', `202${i % 7}-01-01`);
      list.element.setAttribute('filter', `${i}`);
    }
    list.element.setAttribute('kind', 'trust');
    list.element.setAttribute('filter', 'suffolk');
    list.element.setAttribute('as-of', '2024-01-01');
    await list.element.updateComplete;
    expect(list.names).to.deep.equal([
      'East Suffolk and North Essex NHS Foundation Trust',
      'West Suffolk NHS Foundation Trust',
    ]);
  });

  it('can be cloned, removed and put elsewhere', async () => {
    const list = await ListWidget.from('<partner-list kind="trust" filter="suffolk"></partner-list>');
    const { parentElement } = list.element;
    const clone = list.element.cloneNode(true);
    if (!(clone instanceof PartnerList)) throw new Error('not a partner list');
    list.element.remove();
    parentElement!.append(clone, list.element);
    await Promise.all([clone.updateComplete, list.element.updateComplete]);
    expect(new ListWidget(clone).names).to.deep.equal(list.names);
    expect(list.names).to.have.length(2);
  });

  it("shows the host's own heading and footer", async () => {
    const list = await ListWidget.from(examples['own words']!.html);
    expect(list.slotted('heading')).to.have.length(1);
    expect(list.slotted('footer')).to.have.length(1);
  });
});

describe('partner-list: for everybody', () => {
  describe('in every state', () => {
    accessibleIn('partner-list', examples);
  });

  it('has a name: its heading, or the one the host gives', async () => {
    const list = await ListWidget.from();
    const frame = list.one('[part=frame]');
    expect(frame.getAttribute('aria-labelledby')).to.equal('heading');
    expect(list.text('#heading')).to.equal(words.heading);
    await list.set('aria-label', 'Our partners');
    expect(frame.getAttribute('aria-label')).to.equal('Our partners');
  });

  it('names its search box by a label and tells what to type', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    expect(plain(list.box.labels?.[0]?.textContent)).to.equal(words.search);
    expect(list.text(`#${list.box.getAttribute('aria-describedby')}`)).to.equal(words.hint);
  });

  it('says in the name of an entry that it closed', async () => {
    const list = await ListWidget.from('<partner-list kind="ccg"></partner-list>');
    expect(plain(list.entry('NHS Luton CCG').querySelector('summary')?.textContent)).to.equal(
      'NHS Luton CCG Closed on 31 March 2021. Now NHS Central East Integrated Care Board.',
    );
  });

  it('keeps the note under a name readable where focus turns it yellow, in dark too', async () => {
    const list = await ListWidget.from('<partner-list kind="ccg"></partner-list>');
    list.element.style.colorScheme = 'dark';
    list.one('[part=name]').focus();
    await sendKeys({ press: 'Tab' });
    const focused = list.focused;
    const note = focused?.querySelector('.note');
    if (!focused || !note) throw new Error('no entry with a note has the focus');
    expect(getComputedStyle(note).color).to.equal(getComputedStyle(focused).color);
  });

  it('offers targets of 44 pixels, and nothing wider than a sidebar of 240', async () => {
    const list = await ListWidget.from('<partner-list filter="a" kind="trust"></partner-list>');
    list.element.parentElement!.style.inlineSize = '240px';
    list.openAll();
    for (const target of list.all('button, input, [part=name]'))
      expect(target.getBoundingClientRect().height, told(target)).to.be.at.least(43.9);
    for (const part of list.all('*'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 80)).to.be.at.most(
        list.element.getBoundingClientRect().right + 1,
      );
  });

  it('does not move the list as the reader starts to type', async () => {
    const list = await ListWidget.from('<partner-list filter></partner-list>');
    const top = () => list.one('[part=subheading]').getBoundingClientRect().top;
    const before = top();
    await list.type('nhs');
    expect(top()).to.equal(before);
  });
});
