import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { strictPolicy, type Site } from '../../tools/serve.js';
import { serveDist, serveText, tags } from './browser.js';
import { engineNames, installed, start, type Engine } from './engines.js';
import { serveOlder } from './others-release.js';

// What the three engines do differently, or might: how a file is compared with its hash, what a strict policy stops, and
// what is left behind on a page. The widgets themselves are tested in one engine, by the test runner.

const card = '<contact-card organisation="RGT"><p>Call the hospital</p></contact-card>';
const named = 'Cambridge University Hospitals NHS Foundation Trust';
const shows = `document.querySelector('contact-card').shadowRoot?.querySelector('h2')?.textContent.trim() === '${named}'`;

/** Notes what goes wrong on a page, and what was there before us. Served by the page's own host, as its policy asks. */
const watch = `
  window.noted = [];
  const note = (...words) => window.noted.push(words.join(' '));
  for (const method of ['warn', 'error']) console[method] = note;
  document.addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective, event.blockedURI));
  addEventListener('error', (event) => { if (event.message) note(event.message); });
  addEventListener('unhandledrejection', (event) => note(event.reason));
  window.globalsBefore = Object.getOwnPropertyNames(window);`;

/** A device that says it is in Norwich. */
const device = `
  Object.defineProperty(navigator, 'geolocation', { value: {
    getCurrentPosition: (answer) => answer({ coords: { latitude: 52.628, longitude: 1.296, accuracy: 20 } }),
  } });`;

const scripts = {
  loader: '<script type="module" src="%/alliance-elements.js" crossorigin></script>',
  'classic loader': '<script src="%/alliance-elements.js"></script>',
  'single file': '<script type="module" src="%/alliance-elements.all.js" crossorigin></script>',
  'classic single file': '<script src="%/alliance-elements.all.classic.js"></script>',
} as const;

for (const name of engineNames)
  describe(`in ${name}`, { skip: !installed(name) && !process.env['CI'] && 'not installed' }, () => {
    let engine: Engine;
    before(async () => {
      engine = await start(name);
    });
    after(() => engine.close());

    /** Opens a page under the strictest policy a host can have, with our library from another origin. */
    async function onPage(body: string, library: Site, act: () => Promise<void>): Promise<void> {
      const policy = strictPolicy(`'self' ${library.origin}`);
      const page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="/watch.js"></script><body>${body.replaceAll('%', library.origin)}`;
      const host = await serveText(
        { '/': page, '/watch.js': watch, '/device.js': device },
        policy.replace("img-src 'self'", 'img-src data:'),
      );
      try {
        await engine.open(`${host.origin}/`);
        await act();
      } finally {
        await engine.open('about:blank');
        await host.close();
      }
    }

    for (const [way, script] of Object.entries(scripts))
      it(`R9, R10, R24: the ${way} shows a card under the strictest policy, and leaves nothing behind`, async () => {
        const asked: string[] = [];
        const library = await serveDist((file, body) => {
          asked.push(file);
          return body;
        });
        await onPage(`${card}${script}`, library, async () => {
          await engine.until(shows);
          assert.deepEqual(await engine.ask('window.noted'), []);
          const added = `Object.getOwnPropertyNames(window).filter((key) => !window.globalsBefore.includes(key) && key !== 'globalsBefore')`;
          assert.deepEqual(await engine.ask(added), []);
          assert.deepEqual(await engine.ask('[document.cookie, localStorage.length, sessionStorage.length]'), [
            '',
            0,
            0,
          ]);
          assert.equal(await engine.ask('document.querySelectorAll("link, script").length'), 3, 'only the page’s own');
          const files = way.includes('single') ? 1 : 3;
          assert.equal(new Set(asked).size, files, asked.join('\\n'));
        });
        await library.close();
      });

    for (const [way, script] of Object.entries(scripts))
      it(`the ${way} on a page whose policy has trusted types, but not our name: what is inside our tags stays`, async () => {
        const library = await serveDist();
        const policy = strictPolicy(`'self' ${library.origin}`).replace(
          'trusted-types alliance-elements',
          'trusted-types other',
        );
        assert.match(policy, /trusted-types other/);
        const host = await serveText(
          {
            '/': `<!doctype html><html lang="en"><title>Host</title><script src="/watch.js"></script><body>${card}${script.replaceAll('%', library.origin)}`,
            '/watch.js': watch,
          },
          policy,
        );
        await engine.open(`${host.origin}/`);
        // An engine that does not know trusted types has nothing to refuse.
        if (await engine.ask(`'trustedTypes' in window`)) {
          await engine.until('window.noted.length > 0');
          assert.equal(
            await engine.ask(`document.querySelector('contact-card').innerText.trim()`),
            'Call the hospital',
          );
          assert.equal(await engine.ask(`document.querySelector('contact-card').shadowRoot`), null);
        } else await engine.until(shows);
        await engine.open('about:blank');
        await host.close();
        await library.close();
      });

    for (const [way, script] of Object.entries(scripts))
      it(`R10: all ten come by the ${way} under the strictest policy, and a copy or another version beside them is no matter`, async () => {
        const all = tags.map((tag) => `<${tag}></${tag}>`).join('');
        const drawn = `[...document.body.children].filter(({ shadowRoot }) => shadowRoot?.textContent.length > 40).length`;
        const library = await serveDist();
        for (const second of [await serveDist(), await serveOlder()]) {
          const host = await serveText(
            {
              '/': `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="/watch.js"></script><body>${all}${script.replaceAll('%', library.origin)}${script.replaceAll('%', second.origin)}`,
              '/watch.js': watch,
            },
            strictPolicy(`'self' ${library.origin} ${second.origin}`).replace("img-src 'self'", 'img-src data:'),
          );
          await engine.open(`${host.origin}/`);
          await engine.until(`${drawn} === ${tags.length}`);
          const said = await engine.ask<string[]>('window.noted');
          assert.deepEqual(
            said.filter((line) => !line.includes('gives way')),
            [],
          );
          assert.ok(said.length <= 1, said.join());
          await engine.open('about:blank');
          await host.close();
          await second.close();
        }
        await library.close();
      });

    for (const [file, sources] of [
      ['alliance-elements.all.classic.js', "'nonce-of-now'"],
      ['alliance-elements.js', "'nonce-of-now' 'strict-dynamic'"],
    ] as const)
      it(`${file} shows a card under a policy that goes by ${sources}, as the README says`, async () => {
        const library = await serveDist();
        const host = await serveText(
          {
            '/': `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script nonce="of-now">${watch}</script><body>${card}<script nonce="of-now" src="${library.origin}/${file}" crossorigin></script>`,
          },
          strictPolicy(sources).replace("img-src 'self'", 'img-src data:'),
        );
        await engine.open(`${host.origin}/`);
        await engine.until(shows);
        assert.deepEqual(await engine.ask('window.noted'), []);
        await engine.open('about:blank');
        await host.close();
        await library.close();
      });

    const finder = '<alliance-finder><p>Ask your GP surgery</p></alliance-finder><script src="/device.js"></script>';
    const root = `document.querySelector('alliance-finder').shadowRoot`;
    const status = `${root}?.querySelector('[role=status]')?.textContent`;
    const press = `${root}.querySelector('[part=where]').click()`;

    it('what comes on demand comes when a reader asks where they are, and not before', async () => {
      const asked: string[] = [];
      const library = await serveDist((file, body) => {
        asked.push(file);
        return body;
      });
      await onPage(`${finder}${scripts.loader}`, library, async () => {
        await engine.until(`${status} === ''`);
        assert.equal(asked.filter((file) => file.includes('.whereabouts.')).length, 0);
        await engine.ask(press);
        await engine.until(`${status} === 'Your location is in the North Alliance.'`);
        assert.equal(asked.filter((file) => file.includes('.whereabouts.')).length, 1, asked.join());
        assert.deepEqual(await engine.ask('window.noted'), []);
        assert.equal(await engine.ask('document.querySelectorAll("link, script").length'), 4, 'only the page’s own');
      });
      await library.close();
    });
  });
