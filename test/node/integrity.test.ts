import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { strictPolicy } from '../../tools/serve.js';
import { listening, serveText } from './browser.js';
import { engineNames, start, type Engine } from './engines.js';
import { card, cardsSay, without } from './others-host.js';

// One integrity attribute covers everything: whatever our host's server does, nothing runs that the loader has no hash
// of. The server here is taken over; the page is a partner's, under the strictest policy, with the loader pinned.

const evil = 'document.documentElement.dataset.ran = "evil";';
const ran = 'document.documentElement.dataset.ran';
const loader = '<script src="%/alliance-elements.js" crossorigin integrity="@"></script>';

interface Answer {
  readonly body?: string;
  readonly redirect?: string;
}
/** What the server sends for a path, given what the file of that name really holds. */
type Attack = (path: string, real: string) => Answer;

const watch = `
  window.noted = [];
  for (const method of ['warn', 'error']) console[method] = (...words) => window.noted.push(words.join(' '));`;
const refusals = `window.noted.filter((text) => text.includes('did not load or was changed')).length`;
const fallback = `document.querySelector('contact-card').innerText.trim()`;

const files = readdirSync('dist').filter((name) => /^alliance-elements\.[\w-]+\.[\w-]{8}\.js$/.test(name));
const fileOf = (part: string) => files.find((name) => name.startsWith(`alliance-elements.${part}.`)) ?? '';

/** A device that says it is in Norwich. */
const device = `
  Object.defineProperty(navigator, 'geolocation', { value: {
    getCurrentPosition: (answer) => answer({ coords: { latitude: 52.628, longitude: 1.296, accuracy: 20 } }),
  } });`;

for (const name of engineNames)
  describe(`R27: in ${name}, whose server is taken over`, { skip: without(name) }, () => {
    let engine: Engine;
    before(async () => {
      engine = await start(name);
    });
    after(() => engine.close());

    async function visit(
      body: string,
      attack: Attack,
      act: (asked: readonly string[]) => Promise<void>,
      first = '',
    ): Promise<void> {
      const asked: string[] = [];
      const library = await listening(
        createServer(({ url = '/' }, response) => {
          asked.push(url);
          const file = `dist/${url.split('/').at(-1) ?? ''}`;
          const { body, redirect } = attack(url, existsSync(file) ? readFileSync(file, 'utf8') : '');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.setHeader('Cache-Control', 'no-cache');
          if (redirect) return void response.writeHead(302, { location: redirect }).end();
          if (body === undefined) return void response.writeHead(404).end();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(body);
        }),
      );
      const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as {
        files: Record<string, { integrity: string }>;
      };
      const page = body
        .replaceAll('%', library.origin)
        .replaceAll('@', manifest.files['alliance-elements.js']?.integrity ?? '');
      const host = await serveText(
        {
          '/': `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="/watch.js"></script><body>${page}`,
          '/watch.js': watch + device + first,
        },
        strictPolicy(`'self' ${library.origin}`).replace("img-src 'self'", 'img-src data:'),
      );
      try {
        await engine.open(`${host.origin}/`);
        await act(asked);
        assert.equal(await engine.ask(`${ran} ?? ''`), '', 'what has no hash ran');
      } finally {
        await engine.open('about:blank');
        await host.close();
        await library.close();
      }
    }

    for (const part of ['contact-card', 'shared'])
      it(`a line is added to the ${part} chunk: it never runs, the fallback stays, and the console says why`, async () => {
        const attack: Attack = (path, real) => ({ body: path.includes(`.${part}.`) ? real + evil : real });
        await visit(card + loader, attack, async () => {
          await engine.until(`${refusals} === 1`);
          // Nor does it when the tag is asked for again.
          await engine.ask(`document.body.append(document.createElement('contact-card'))`);
          await engine.until(`${refusals} === 2`);
          assert.equal(await engine.ask('customElements.get("contact-card") === undefined'), true);
          assert.equal(await engine.ask(fallback), 'Call the hospital');
        });
      });

    for (const [page, part] of [
      [card, 'contact-card'],
      [card, 'shared'],
    ] as const)
      it(`the ${part} chunk is sent on to a folder with the right bytes of it, and changed ones of all else: only the right ones run`, async () => {
        const attack: Attack = (path, real) => {
          if (path.startsWith('/elsewhere/')) return { body: path.includes(`.${part}.`) ? real : evil + real };
          return path.includes(`.${part}.`) ? { redirect: `/elsewhere${path}` } : { body: real };
        };
        await visit(page + loader, attack, async (asked) => {
          await engine.until(cardsSay(1));
          const elsewhere = new Set(asked.filter((path) => path.startsWith('/elsewhere/')));
          assert.deepEqual([...elsewhere], [`/elsewhere/${fileOf(part)}`]);
        });
      });

    it('a changed chunk is on the page already, as a module that came without a hash: ours are compared all the same', async () => {
      const attack: Attack = (path, real) => ({ body: path.includes('.shared.') ? evil + real : real });
      const preload = `<link rel="modulepreload" href="%/${fileOf('shared')}" crossorigin>`;
      await visit(preload + card + loader, attack, async () => {
        await engine.until(`${refusals} === 1`);
        assert.equal(await engine.ask(fallback), 'Call the hospital');
      });
    });

    const root = `document.querySelector('alliance-finder').shadowRoot`;
    const status = `${root}?.querySelector('[role=status]')?.textContent`;
    const press = `${root}.querySelector('[part=where]').click()`;
    const notFound = `${status} === 'Your device could not find where you are. You can type a postcode or a town.'`;

    it('an engine that compares nothing gets everything in one file, and nothing else', async () => {
      const plain: Attack = (_, real) => ({ body: real });
      const page = `${card}<div data-alliance-element="region-map"></div><alliance-finder></alliance-finder>${loader}`;
      await visit(
        page,
        plain,
        async (asked) => {
          await engine.until(`${cardsSay(1)} && document.querySelector('region-map')?.matches(':defined')`);
          assert.deepEqual(asked, ['/alliance-elements.js', '/alliance-elements.all.classic.js']);
          // Nor does what comes on demand.
          await engine.until(`${status} === ''`);
          await engine.ask(press);
          await engine.until(`${status} === 'Your location is in the North Alliance.'`);
          assert.equal(asked.length, 2);
          assert.deepEqual(await engine.ask('window.noted'), []);
        },
        'delete HTMLScriptElement.prototype.integrity;',
      );
    });

    it('what comes on demand is changed: it never runs, and the reader is told what else to do, each time', async () => {
      const attack: Attack = (path, real) => ({ body: path.includes('.whereabouts.') ? real + evil : real });
      await visit(`<alliance-finder></alliance-finder>${loader}`, attack, async () => {
        await engine.until(`${status} === ''`);
        for (let time = 1; time < 3; time++) {
          await engine.ask(press);
          await engine.until(`${refusals} === ${time} && ${notFound}`);
        }
      });
    });

    it('what comes on demand is lost, and then sent on as chunks were: it is asked for again, and comes as it should be', async () => {
      let lost = true;
      const attack: Attack = (path, real) => {
        if (path.startsWith('/elsewhere/')) return { body: path.includes('.whereabouts.') ? real : evil + real };
        if (!path.includes('.whereabouts.')) return { body: real };
        return lost ? {} : { redirect: `/elsewhere${path}` };
      };
      await visit(`<alliance-finder></alliance-finder>${loader}`, attack, async () => {
        await engine.until(`${status} === ''`);
        await engine.ask(press);
        await engine.until(notFound);
        lost = false;
        await engine.ask(press);
        await engine.until(`${status} === 'Your location is in the North Alliance.'`);
      });
    });
  });

describe('R27: the chunks', () => {
  it('import nothing, since nothing would compare that with a hash', () => {
    assert.ok(files.length > 10, files.join());
    for (const file of files) {
      const code = readFileSync(`dist/${file}`, 'utf8');
      assert.doesNotMatch(code, /(?<![\w$.-])(import|export)\b\s*["'({*]/, file);
      assert.doesNotMatch(code, /alliance-elements\.[\w-]+\.[\w-]{8}\.js/, `${file} names another`);
    }
  });
});
