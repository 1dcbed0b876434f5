import { expect, fixture } from '@open-wc/testing';
import { html, type PropertyDeclarations } from 'lit';
import { AllianceElement } from '../src/base/alliance-element.js';
import { Follower } from '../src/page/follower.js';
import { Selection, selectionOf, type Area } from '../src/page/selection.js';

/** A widget that follows. */
class TestFollower extends AllianceElement {
  readonly #follower = new Follower(this);
  renders = 0;

  protected override renderContent(): unknown {
    this.renders++;
    return html`${this.renderHeading('Follower')}
      <p>${this.#follower.area?.id ?? 'nothing'}</p>`;
  }
}
customElements.define('test-follower', TestFollower);

/** A widget that is followed: it selects what its attribute says. */
class TestSource extends AllianceElement {
  static override properties: PropertyDeclarations = { area: {} };

  declare area?: string | null;

  protected override renderContent(): unknown {
    selectionOf(this).area = this.area ? { id: this.area, kind: 'ccg', alliance: 'north' } : undefined;
    return html`${this.renderHeading('Source')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'test-follower': TestFollower;
    'test-source': TestSource;
    'late-source': TestSource;
  }
}
customElements.define('test-source', TestSource);

const luton: Area = { id: 'luton', kind: 'ccg', alliance: 'south' };
const thurrock: Area = { id: 'thurrock', kind: 'ccg', alliance: 'south' };

/** What a follower shows once all that is under way has been drawn. */
async function shownBy(follower: TestFollower): Promise<string> {
  await follower.updateComplete;
  await follower.updateComplete;
  return follower.shadowRoot?.querySelector('p')?.textContent ?? '';
}

const page = (markup: string) => fixture<HTMLElement>(`<div>${markup}</div>`);

describe('a selection', () => {
  it('tells its followers of each change, until they stop', () => {
    const selection = new Selection();
    const told: (string | undefined)[] = [];
    const stop = selection.follow(() => told.push(selection.area?.id));
    selection.area = luton;
    selection.area = { ...luton };
    selection.area = thurrock;
    selection.area = { ...thurrock, kind: 'system' };
    selection.area = undefined;
    stop();
    selection.area = luton;
    expect(told).to.deep.equal(['luton', 'thurrock', 'thurrock', undefined]);
  });

  it('stands a follower that stops, or comes, while it is told', () => {
    const selection = new Selection();
    const told: string[] = [];
    const stop = selection.follow(() => {
      told.push('first');
      stop();
      selection.follow(() => told.push('later'));
    });
    selection.follow(() => told.push('second'));
    selection.area = luton;
    expect(told).to.deep.equal(['first', 'second']);
    selection.area = thurrock;
    expect(told).to.deep.equal(['first', 'second', 'second', 'later']);
  });

  it('belongs to its element, whatever the id', () => {
    const [one, other] = [document.createElement('div'), document.createElement('div')];
    expect(selectionOf(one)).to.equal(selectionOf(one));
    expect(selectionOf(one)).not.to.equal(selectionOf(other));
  });
});

describe('a follower', () => {
  it('shows what its source has selected, and each change', async () => {
    const root = await page('<test-source id="a" area="luton"></test-source><test-follower for="a"></test-follower>');
    const follower = root.querySelector('test-follower')!;
    expect(await shownBy(follower)).to.equal('luton');
    selectionOf(root.querySelector('test-source')!).area = thurrock;
    expect(await shownBy(follower)).to.equal('thurrock');
    selectionOf(root.querySelector('test-source')!).area = undefined;
    expect(await shownBy(follower)).to.equal('nothing');
  });

  it('that comes before its source in the page', async () => {
    const root = await page('<test-follower for="a"></test-follower><test-source id="a" area="luton"></test-source>');
    expect(await shownBy(root.querySelector('test-follower')!)).to.equal('luton');
  });

  it('whose source is put into the page later', async () => {
    const root = await page('<test-follower for="a"></test-follower>');
    const follower = root.querySelector('test-follower')!;
    expect(await shownBy(follower)).to.equal('nothing');
    const source = document.createElement('test-source');
    source.id = 'a';
    source.area = 'luton';
    root.append(source);
    await source.updateComplete;
    expect(await shownBy(follower)).to.equal('luton');
  });

  it('whose source is in the page, and its script arrives later', async () => {
    const root = await page('<test-follower for="a"></test-follower><late-source id="a" area="luton"></late-source>');
    const follower = root.querySelector('test-follower')!;
    expect(await shownBy(follower)).to.equal('nothing');
    customElements.define('late-source', class extends TestSource {});
    await root.querySelector('late-source')!.updateComplete;
    expect(await shownBy(follower)).to.equal('luton');
  });

  it('whose source had selected before the follower came', async () => {
    const root = await page('<div id="a"></div>');
    selectionOf(root.querySelector('#a')!).area = luton;
    const follower = document.createElement('test-follower');
    follower.for = 'a';
    root.append(follower);
    expect(await shownBy(follower)).to.equal('luton');
  });

  it('in a shadow root follows a source beside it, or around it', async () => {
    const root = await page('<div id="a"></div><section></section>');
    const shadow = root.querySelector('section')!.attachShadow({ mode: 'open' });
    const follower = document.createElement('test-follower');
    follower.for = 'a';
    shadow.append(follower);
    selectionOf(root.querySelector('#a')!).area = luton;
    expect(await shownBy(follower), 'around it').to.equal('luton');
    const nearer = document.createElement('test-source');
    nearer.id = 'a';
    nearer.area = 'thurrock';
    shadow.append(nearer);
    await nearer.updateComplete;
    expect(await shownBy(follower), 'the nearer comes first').to.equal('thurrock');
  });

  it('follows another when the host says so', async () => {
    const root = await page('<div id="a"></div><div id="b"></div><test-follower for="a"></test-follower>');
    const follower = root.querySelector('test-follower')!;
    selectionOf(root.querySelector('#a')!).area = luton;
    selectionOf(root.querySelector('#b')!).area = thurrock;
    expect(await shownBy(follower)).to.equal('luton');
    follower.setAttribute('for', 'b');
    expect(await shownBy(follower)).to.equal('thurrock');
    follower.removeAttribute('for');
    expect(await shownBy(follower)).to.equal('nothing');
  });

  it('leaves a source whose id has changed, or that is gone, when it draws again', async () => {
    const root = await page('<div id="a"></div><test-follower for="a"></test-follower>');
    const [source, follower] = [root.querySelector('div')!, root.querySelector('test-follower')!];
    selectionOf(source).area = luton;
    expect(await shownBy(follower)).to.equal('luton');
    for (const leave of [() => (source.id = 'b'), () => source.remove()]) {
      leave();
      selectionOf(source).area = thurrock;
      expect(await shownBy(follower)).to.equal('nothing');
      source.id = 'a';
      root.prepend(source);
      follower.requestUpdate();
      expect(await shownBy(follower)).to.equal('thurrock');
      selectionOf(source).area = luton;
    }
  });

  it('many of them follow one source', async () => {
    const root = await page(`<div id="a"></div>${'<test-follower for="a"></test-follower>'.repeat(20)}`);
    selectionOf(root.querySelector('#a')!).area = luton;
    for (const follower of root.querySelectorAll('test-follower')) expect(await shownBy(follower)).to.equal('luton');
  });

  it('is drawn once for a hundred selections in a tick', async () => {
    const root = await page('<div id="a"></div><test-follower for="a"></test-follower>');
    const follower = root.querySelector('test-follower')!;
    await follower.updateComplete;
    const before = follower.renders;
    const selection = selectionOf(root.querySelector('#a')!);
    for (let n = 0; n < 100; n++) selection.area = n % 2 ? luton : thurrock;
    expect(await shownBy(follower)).to.equal('luton');
    expect(follower.renders - before).to.equal(1);
  });

  it('that is gone hears no more, and hears again when it is back', async () => {
    const root = await page('<div id="a"></div><test-follower for="a"></test-follower>');
    const follower = root.querySelector('test-follower')!;
    await follower.updateComplete;
    follower.remove();
    await follower.updateComplete;
    const before = follower.renders;
    selectionOf(root.querySelector('#a')!).area = luton;
    await follower.updateComplete;
    expect(follower.renders).to.equal(before);
    root.append(follower);
    expect(await shownBy(follower)).to.equal('luton');
  });

  it('follows nothing for an id that is none, or is the follower’s own', async () => {
    const ids: readonly unknown[] = [
      '',
      ' ',
      'nowhere',
      '#a',
      '[',
      '__proto__',
      'x'.repeat(10_000),
      7,
      {},
      null,
      Symbol('a'),
    ];
    const root = await page('<div id="a"></div><test-follower id="me"></test-follower>');
    const follower = root.querySelector('test-follower')!;
    selectionOf(root.querySelector('#a')!).area = luton;
    for (const id of [...ids, 'me']) {
      Object.assign(follower, { for: id });
      expect(await shownBy(follower), String(id)).to.equal('nothing');
    }
  });
});
