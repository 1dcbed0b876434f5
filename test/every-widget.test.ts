import { expect, fixture } from '@open-wc/testing';
import shared from '../content/en/interface.yaml';
import type { AllianceElement } from '../src/base/alliance-element.js';
import { version } from '../src/base/version.js';
import { told, waitForAll, Widget } from './support.js';
import { widgets } from './widgets.js';

const look = (page: Element, tag: string) => new Widget(page.querySelector<AllianceElement>(tag)!).settled();

describe('What all widgets share', () => {
  for (const [tag, markup] of Object.entries(widgets))
    describe(tag, () => {
      it('says when its facts were checked, when they will be again, and names its sources', async () => {
        const widget = await Widget.from(markup, tag);
        const line = widget.text('[part=provenance]');
        expect(line).to.match(/Facts checked \d+ \w+ 20\d\d\. Next check due \d+ \w+ 20\d\d\./);
        // A dataset without a public page has a name and no address.
        expect(widget.texts('[part=provenance] li').join()).to.match(/\w+: \w/);
        expect(widget.one<HTMLAnchorElement>('[part=provenance] slot a').href).to.equal(shared.website);
      });

      it('takes the host’s own heading and footer in place of ours', async () => {
        const own = '<b slot="heading">Our heading</b><p slot="footer">Our footer</p>';
        const widget = await Widget.from(markup.replace('><', `>${own}<`), tag);
        expect([widget.slotted('heading'), widget.slotted('footer')]).to.deep.equal([['Our heading'], ['Our footer']]);
        expect(widget.one('[part=provenance] slot a').checkVisibility()).to.equal(false);
        expect(widget.one('[part=heading] slot[name=heading]').textContent, 'under the same level').not.to.equal('');
      });

      it('never shows the host’s fallback beside its own content, nor a box that is empty', async () => {
        const widget = await Widget.from(markup.replace('><', '><p>Fallback</p><'), tag);
        expect((widget.element.firstElementChild as HTMLElement).checkVisibility()).to.equal(false);
        expect(widget.element.getBoundingClientRect().height).to.be.greaterThan(100);
      });

      it('has a part for each region that can be seen, and its styles as sheets alone', async () => {
        const widget = await Widget.from(markup, tag);
        for (const part of ['frame', 'page', 'heading', 'provenance']) widget.one(`[part~=${part}]`);
        for (const region of widget.one('[part=page]').children)
          expect(!!region.querySelector('[part]') || region.hasAttribute('part') || region.localName === 'p').to.equal(
            true,
          );
        expect(widget.root.querySelector('[style], style, link')).to.equal(null);
      });

      it('says once that it is ready, out of any shadow root, and R16 of any link that it was followed', async () => {
        const page = await fixture<HTMLElement>('<div></div>');
        const heard: string[] = [];
        for (const type of ['alliance-ready', 'alliance-link'])
          page.addEventListener(type, (event) => {
            heard.push(type);
            expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
            expect(event.composedPath().some((node) => (node as Element).localName === tag)).to.equal(true);
          });
        page.addEventListener('click', (event) => event.preventDefault());
        const place = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        place.innerHTML = markup;
        const widget = await new Widget(place.querySelector<AllianceElement>(tag)!).settled();
        widget.element.setAttribute('heading-level', '4');
        await widget.settled();
        expect(heard).to.deep.equal(['alliance-ready']);
        const links = widget.all<HTMLAnchorElement>('[part=page] a[href]');
        for (const link of links) link.click();
        expect(heard.filter((type) => type === 'alliance-link')).to.have.length(links.length);
      });

      it('gives its links no hold of the page, and opens no window', async () => {
        const widget = await Widget.from(markup, tag);
        for (const link of widget.all<HTMLAnchorElement>('a[href^=http]'))
          expect([link.relList.contains('noopener'), link.referrerPolicy, link.target]).to.deep.equal([
            true,
            'no-referrer',
            '',
          ]);
      });

      it('makes no request, and leaves nothing in cookies, storage or address', async () => {
        const kept = () => [location.href, document.cookie, localStorage.length, sessionStorage.length, history.length];
        const before = [performance.getEntriesByType('resource').length, ...kept()];
        const widget = await Widget.from(markup, tag);
        widget.openAll();
        await widget.settled();
        expect([performance.getEntriesByType('resource').length, ...kept()]).to.deep.equal(before);
      });

      it('leaves its tag to a foreign owner, with one warning, and R2 the others come all the same', async () => {
        const page = await fixture<HTMLIFrameElement>('<iframe title="A page"></iframe>');
        const view = page.contentWindow as Window & typeof globalThis;
        const said: string[] = [];
        view.console.warn = (message: string) => said.push(message);
        const Foreign = class extends view.HTMLElement {};
        view.customElements.define(tag, Foreign);
        const script = view.document.createElement('script');
        script.type = 'module';
        script.src = new URL('../src/everything.ts', import.meta.url).href;
        const loaded = new Promise((resolve, reject) => {
          script.onload = resolve;
          script.onerror = reject;
        });
        view.document.head.append(script);
        await loaded;
        for (const name of Object.keys(widgets)) {
          const owner = view.customElements.get(name);
          if (name === tag) expect(owner).to.equal(Foreign);
          else expect((owner as unknown as typeof AllianceElement).version).to.equal(version);
        }
        expect(said).to.have.length(1);
        expect(said[0]).to.contain(`<${tag}> is defined already`).and.to.contain(version);
      });
    });
});

describe('All widgets on one page', () => {
  const followers = Object.entries(widgets).filter(([tag]) => tag !== 'region-map');
  const following = (['before', 'after'] as const).map((side) => {
    const others = followers.map(([tag]) => `<${tag} for="map"></${tag}>`).join('');
    const map = '<region-map id="map"></region-map>';
    return [side, side === 'before' ? others + map : map + others] as const;
  });
  /** What each says of the area that is chosen; those that are the same everywhere say nothing of it. */
  const says: Readonly<Record<string, readonly [selector: string, words: string]>> = {
    'alliance-finder': ['[part=answer] h3', 'Norfolk and Waveney'],
    'alliance-overview': ['[part=heading]', 'About the North Alliance'],
    'contact-card': ['[part=heading]', 'Norfolk and Waveney Integrated Care System'],
    'partner-list': ['[part=area]', 'Only Norfolk and Waveney: 5 organisations.'],
    'support-directory': ['[part=subheading]:has(+ [part=local])', 'Local help in Norfolk and Waveney'],
  };
  for (const [side, markup] of following)
    it(`follow the map that stands ${side === 'before' ? 'after' : 'before'} them: an area chosen in its list shows in each`, async () => {
      const page = await fixture<HTMLElement>(`<div>${markup}</div>`);
      await waitForAll(page);
      const map = await look(page, 'region-map');
      const all = new Map<string, Widget<AllianceElement>>();
      for (const [tag] of followers) all.set(tag, await look(page, tag));
      const pictures = () => [...all].map(([tag, { picture }]) => [tag, picture] as const);
      const before = pictures();
      const choose = async () => {
        map.one('details[data-area="norfolk-and-waveney"] summary').click();
        await waitForAll(page);
      };
      await choose();
      for (const [tag, picture] of before) {
        const [selector, words] = says[tag] ?? [];
        if (selector) expect(all.get(tag)?.text(selector), tag).to.equal(words);
        else expect(all.get(tag)?.picture, `${tag} is the same everywhere`).to.equal(picture);
      }
      await choose();
      // Silent while another widget speaks, they say so on the page; nothing else differs.
      const loud = (drawn: ReturnType<typeof pictures>) =>
        drawn.map(([tag, picture]) => [tag, picture.replaceAll(/ aria-live="\w+"/g, '')]);
      expect(loud(pictures())).to.deep.equal(loud(before));
    });

  it('each in a column of 240 pixels, and none wider', async () => {
    const page = await fixture<HTMLElement>(`<div>${Object.values(widgets).join('')}</div>`);
    page.style.inlineSize = '240px';
    await waitForAll(page);
    for (const tag of Object.keys(widgets)) {
      const widget = await look(page, tag);
      widget.openAll();
      expect(widget.frame.scrollWidth, tag).to.be.at.most(240);
    }
  });

  it('have headings that a page can be read by', async () => {
    const page = await fixture<HTMLElement>(`<div>${followers.map(([, markup]) => markup).join('')}</div>`);
    await waitForAll(page);
    for (const [tag] of followers) {
      const widget = await look(page, tag);
      expect(widget.outline[0], tag).to.equal('h2');
      expect(told(widget.one('h2')), tag).not.to.equal('');
    }
  });
});
