import { expect, fixture } from '@open-wc/testing';
import { bigList, everyString } from './hostile/big-list.js';
import { payloads, shown } from './hostile/payloads.js';
import { harmIn, harmOfLink, hostMarkup, Sentinel } from './hostile/sentinel.js';

/** A widget as nobody should write one. */
class Unsafe extends HTMLElement {
  readonly root = this.attachShadow({ mode: 'open' });
  show(text: string): void {
    this.root.innerHTML = text;
  }
}
customElements.define('unsafe-widget', Unsafe);

/** Harm of what needs words after it, or a page of its own: a tag that never ends, an attribute of the body. */
const harmElsewhere = (text: string): string[] =>
  [`${text} >`, `${text}">`, `${text}'>`].flatMap((markup) => {
    const { documentElement } = new DOMParser().parseFromString(`<!doctype html>${markup}`, 'text/html');
    return harmIn(documentElement).filter((harm) => !/^a <(html|head|body)>$/.test(harm));
  });

describe('The sentinel of the hostile tests notices', () => {
  // Sounds and films that cannot be had say so long after.
  before(() => Reflect.set(window, 'hostileRan', () => undefined));

  const watched = async (act: (place: HTMLElement) => unknown): Promise<string> => {
    const place = await fixture<HTMLElement>('<div></div>');
    const sentinel = new Sentinel(place);
    await act(place);
    return (await sentinel.end()).join('\n');
  };
  const asMarkup = async (text: string): Promise<[said: string, harm: string[]]> => {
    let harm: string[] = [];
    const said = await watched((place) => {
      const widget = place.appendChild(document.createElement('unsafe-widget')) as Unsafe;
      widget.show(text);
      harm = harmIn(widget.root);
    });
    return [said, harm];
  };

  it('nothing where nothing is wrong', async () => {
    expect(
      await watched((place) => place.append(hostMarkup('<p class="a">a <a href="https://a.example">b</a></p>'))),
    ).to.equal('');
  });

  it('markup that was made of text, and the script in it that ran', async () => {
    const [said, harm] = await asMarkup('<img src="" onerror="hostileRan()"><details open ontoggle="hostileRan()">');
    expect(said).to.include('hostileRan() was called').and.to.include('innerHTML takes');
    expect(harm).to.deep.equal(['a <img>', '<img src>', '<img onerror>', '<details ontoggle>']);
  });

  it('each payload that is markup, and that many of them run where text becomes markup', async function () {
    this.timeout(20_000);
    const missed: string[] = [];
    const said = await watched(async (place) => {
      const pictures: HTMLImageElement[] = [];
      for (const { text } of payloads) {
        if (!/<[a-z]/i.test(text)) continue;
        const widget = place.appendChild(document.createElement('unsafe-widget')) as Unsafe;
        widget.show(text);
        if (!harmIn(widget.root).length && !harmElsewhere(text).length) missed.push(text);
        pictures.push(...widget.root.querySelectorAll<HTMLImageElement>('img[src=x], img[src=X]'));
      }
      // They fail when the server has said that there is no such picture.
      const waiting = pictures.filter(({ complete }) => !complete);
      await Promise.all(
        waiting.map((each) => new Promise((resolve) => each.addEventListener('error', resolve, { once: true }))),
      );
    });
    // Some are for a server, or for a parser of old.
    expect(missed.length, missed.map(shown).join('\n')).to.be.at.most(15);
    expect(said.match(/hostileRan\(\) was called/g)?.length).to.be.at.least(60);
  });

  it('links that lead elsewhere, however they are written, and no others', () => {
    for (const { kind, text } of payloads)
      if (['javascript:', 'data:', 'vbscript:'].includes(kind) && !text.startsWith('https://'))
        expect(harmOfLink(text), text).to.be.a('string');
    for (const address of [
      '//a.example',
      '/\\a.example',
      '\t//a.example',
      'a',
      '',
      '?a',
      'https:a',
      'https://a@b.example',
    ])
      expect(harmOfLink(address), address).to.be.a('string');
    for (const number of ['tel:*%2306%23', 'tel:123;ext=1', 'mailto:a@b.example?bcc=c', 'http://a.example'])
      expect(harmOfLink(number), number).to.be.a('string');
    for (const good of ['https://a.example/b?c#d', 'tel:+441234', 'mailto:a@b.example', 'sms:12345?body=a', '#heading'])
      expect(harmOfLink(good), good).to.equal(undefined);
  });

  const other: Readonly<Record<string, [act: (place: HTMLElement) => unknown, notices: string]>> = {
    'text that is run': [() => setTimeout('1' as unknown as () => void), 'setTimeout takes "1"'],
    'a script element': [() => document.createElement('SCRIPT'), 'a <SCRIPT> was made'],
    'an error': [() => setTimeout(() => dispatchEvent(new ErrorEvent('error', { message: 'a' }))), 'thrown: a'],
    'a rejection': [
      () => dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: 'a' })),
      'rejected: a',
    ],
    'an error on the console': [() => console.error('a'), 'console.error: a'],
    'something elsewhere on the page': [() => document.head.append('a'), 'HEAD outside of the test changed: #text'],
    'another attribute on the page': [() => (document.body.title = 'a'), 'BODY outside of the test changed: title'],
    'a global': [() => Reflect.set(window, 'hostileGlobal', 1), 'a global: hostileGlobal'],
    'the page sent elsewhere': [() => location.assign('#elsewhere'), 'the page was sent elsewhere'],
    'a prototype with more': [() => Reflect.set(Object.prototype, 'hostile', 1), 'Object.prototype.hostile changed'],
  };
  for (const [what, [act, notices]] of Object.entries(other))
    it(what, async () => {
      try {
        expect(await watched(act)).to.include(notices);
      } finally {
        Reflect.deleteProperty(Object.prototype, 'hostile');
        document.body.removeAttribute('title');
      }
    });

  it('with lists that are whole', () => {
    expect(bigList.length).to.be.at.least(481);
    expect(payloads.length).to.be.at.least(1035);
    expect(everyString.length).to.be.at.least(1512);
    expect(new Set(payloads.map(({ kind }) => kind)).size).to.be.at.least(37);
  });
});
