import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { version } from '../../src/base/version.js';
import type { Site } from '../../tools/serve.js';
import { serveDist, tags } from './browser.js';
import { engineNames } from './engines.js';
import { card, cardsSay, Visitor, without } from './others-host.js';
import { older, serveOlder } from './others-release.js';

// Two copies of us, two versions, and elements of others under our names, in three engines: who is first wins, the
// console says it once, and nothing throws.

/** Each script of ours, as a page would have it. */
const ways = {
  loader: ['alliance-elements.js', 'type="module" crossorigin'],
  'classic loader': ['alliance-elements.js', ''],
  'single file': ['alliance-elements.all.js', 'type="module" crossorigin'],
  'classic single file': ['alliance-elements.all.classic.js', ''],
} as const;
type Way = keyof typeof ways;
const everyWay = Object.keys(ways) as Way[];
/** A copy may be any file; that a loader is a module makes no difference to what it meets. */
const files = everyWay.filter((way) => way !== 'classic loader');
const pairs = files.flatMap((first) => files.map((second) => [first, second] as const));

/** A page's own elements, under names of ours. */
const theirs = (names: readonly string[]) =>
  `for (const name of ${JSON.stringify(names)})
    customElements.define(name, class extends HTMLElement { connectedCallback() { this.theirs = true; } });`;
const all = (prefix = '') => tags.map((tag) => `<${prefix}${tag}><p>Fallback of ${tag}</p></${prefix}${tag}>`).join('');
/** How many of these show what we made of them. */
const drawn = (names: readonly string[]) =>
  `[...document.querySelectorAll('${names.join()}')].filter(({ shadowRoot }) => shadowRoot?.textContent.length > 40).length`;
/** How many of these are the page's own, with the words that the page put in. */
const untouched = (names: readonly string[]) =>
  `[...document.querySelectorAll('${names.join()}')].filter(({ theirs, shadowRoot, localName, innerText }) =>
    theirs && !shadowRoot && innerText.trim() === 'Fallback of ' + localName).length`;

for (const name of engineNames)
  describe(`in ${name}`, { skip: without(name) }, () => {
    let visitor: Visitor;
    let copy: Site;
    let otherRelease: Site;
    before(async () => {
      [visitor, copy, otherRelease] = await Promise.all([Visitor.start(name), serveDist(), serveOlder()]);
    });
    after(() => Promise.all([visitor.close(), copy.close(), otherRelease.close()]));

    const script = (way: Way, { origin } = visitor.library, attributes = '') =>
      `<script src="${origin}/${ways[way][0]}" ${ways[way][1]} ${attributes}></script>`;
    const ask = <T>(expression: string) => visitor.engine.ask<T>(expression);
    const until = (expression: string) => visitor.engine.until(expression);

    describe('R1: two of us', () => {
      for (const [first, second] of pairs)
        it(`${first}, then a copy as ${second}: the card is shown, and nothing is said`, async () => {
          const body = script(first) + script(second, copy) + card;
          await visitor.visit({ bodies: { '/': body } }, () => until(cardsSay(1)));
        });

      for (const [first, second] of pairs)
        it(`${first}, then another version as ${second}: the card is shown, and one line names both`, async () => {
          const body = script(first) + script(second, otherRelease) + card;
          const said = [new RegExp(`^(?=.*\\b${version}\\b).*\\b${older}\\b`)];
          await visitor.visit({ bodies: { '/': body } }, () => until(cardsSay(1)), { said });
        });

      it('of two versions, whose script runs first has the tags, whichever is older', async () => {
        for (const way of ['loader', 'classic loader', 'single file', 'classic single file'] as const)
          for (const [scripts, winner] of [
            [script(way) + script(way, otherRelease), version],
            [script(way, otherRelease) + script(way), older],
          ] as const)
            await visitor.visit(
              { bodies: { '/': scripts + card } },
              async () => {
                await until(cardsSay(1));
                assert.equal(await ask('customElements.get("contact-card").version'), winner, way);
              },
              { said: [new RegExp(`^(Alliance Elements )?${winner.replaceAll('.', '\\.')} is `)] },
            );
      });
    });

    describe('R1: two versions that come to share the tags', () => {
      const one = [new RegExp(`^(?=.*\\b${version}\\b).*\\b${older}\\b`)];
      /** Puts a file of the other version on the page, as a tag manager would, and waits until it has run. */
      const bring = (way: Way) =>
        ask(`new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement('script'), {
          src: '${otherRelease.origin}/${ways[way][0]}', type: '${ways[way][1].includes('module') ? 'module' : ''}',
          crossOrigin: '', onload, onerror }))).then(() => true)`);
      const add = (names: readonly string[]) =>
        ask(`document.body.insertAdjacentHTML('beforeend', '${names.map((tag) => `<${tag}></${tag}>`).join('')}')`);

      for (const way of everyWay)
        for (const second of everyWay)
          it(`a card by ${way}, then another version as ${second}, then all others: one line`, async () => {
            await visitor.visit(
              { bodies: { '/': card + script(way) } },
              async () => {
                await until(cardsSay(1));
                await bring(second);
                await add(tags);
                await until(`${drawn(tags)} === ${tags.length + 1}`);
              },
              { said: one },
            );
          });

      it('a file of ours on its way while another version takes its tag: one line', async () => {
        let release = (): void => undefined;
        const released = new Promise<void>((resolve) => (release = resolve));
        const slow = await serveDist((file, body) =>
          file.includes('.region-map.') ? released.then(() => body) : body,
        );
        await visitor.visit(
          { bodies: { '/': card + script('loader', slow) } },
          async () => {
            await until(cardsSay(1));
            await add(['region-map']);
            await bring('single file');
            await add(['partner-list']);
            release();
            await until(`${drawn(['region-map', 'partner-list'])} === 2`);
            assert.equal(await ask('customElements.get("region-map").version'), older);
          },
          { said: one },
        );
        await slow.close();
      });
    });

    describe('R2: elements of the page’s own under our names', () => {
      for (const way of everyWay) {
        it(`one is left alone, with one line; the others come: ${way}`, async () => {
          await visitor.visit(
            { scripts: { '/theirs.js': theirs(['contact-card']) }, bodies: { '/': all() + script(way) } },
            async () => {
              await until(`${drawn(tags)} === ${tags.length - 1}`);
              assert.equal(await ask(untouched(['contact-card'])), 1);
            },
            { said: [/^<contact-card> is defined already/] },
          );
        });

        it(`all are left alone, with a line for each, and nothing is drawn: ${way}`, async () => {
          await visitor.visit(
            { scripts: { '/theirs.js': theirs(tags) }, bodies: { '/': all() + script(way) } },
            async () => {
              await until(`window.noted.length === ${tags.length}`);
              assert.equal(await ask(untouched(tags)), tags.length);
            },
            { said: tags.map((tag) => new RegExp(`^<${tag}> is defined already`)) },
          );
        });

        it(`data-prefix gives every one of ours a second name, beside all of theirs, and nothing is said: ${way}`, async () => {
          const prefixed = tags.map((tag) => `eoe-${tag}`);
          const places = tags.map((tag) => `<div data-alliance-element="${tag}"><p>Fallback</p></div>`).join('');
          await visitor.visit(
            {
              scripts: { '/theirs.js': theirs(tags) },
              bodies: { '/': `${all()}${all('eoe-')}${places}${script(way, undefined, 'data-prefix="eoe-"')}` },
            },
            async () => {
              await until(`${drawn(prefixed)} === ${2 * tags.length}`);
              assert.equal(await ask(untouched(tags)), tags.length);
              assert.equal(await ask('document.querySelectorAll("[data-alliance-element]").length'), 0);
            },
          );
        });
      }

      it('a prefix that begins no name of an element is as if it were not there', async () => {
        for (const bad of ['', 'eoe', '9-', 'Eoe-', 'a b-', '<-', 'é-'])
          for (const way of ['classic loader', 'classic single file'] as const)
            await visitor.visit(
              { bodies: { '/': card + script(way, undefined, `data-prefix="${bad}"`) } },
              async () => {
                await until(cardsSay(1));
                assert.equal(
                  await ask(`customElements.get(${JSON.stringify(`${bad}contact-card`)}) === undefined`),
                  bad !== '',
                );
              },
            );
      });
    });
  });
