import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Finding } from '../../tools/doctor/finding.js';
import { card, integrity, knowledge, look, script, told, words } from './doctor-look.js';

/** The loader as a script that a browser runs before it reads on. */
const classic = script.replace(' type="module"', '');
const cardWith = (telephone: string) => `${script}<contact-card telephone="${telephone}">${words}</contact-card>`;

/** A page with one thing wrong, what is to be said of it, and how gravely. */
const patients: Readonly<
  Record<string, readonly [html: string, level: Finding['level'], says: RegExp, mend?: RegExp]>
> = {
  'no script': [card, 'error', /script is not on the page/, /template/],
  'the tags were deleted, their words left': [script + words, 'error', /there is no widget/, /data-alliance-element/],
  'nothing of ours': ['<p>Hello</p>', 'error', /nothing of ours/],
  'two scripts': [script + script + card, 'warning', /2 times/],
  'an old version': [script.replace(knowledge.version, '0.0.1') + card, 'warning', /Version 0\.0\.1 is on the page/],
  'no integrity': [script.replace(/ integrity="[^"]*"/, '') + card, 'warning', /no integrity/, /sha384-/],
  'the integrity of another file': [
    script.replace(integrity, 'sha384-AAAA') + card,
    'error',
    /integrity attribute is not that of/,
    /sha384-/,
  ],
  'no crossorigin': [script.replace(' crossorigin="anonymous"', '') + card, 'error', /no crossorigin/],
  http: [script.replace('https:', 'http:') + card, 'error', /over http/],
  'a module without type': [
    `<script src="https://w.example/alliance-elements.all.js"></script>${card}`,
    'error',
    /is a module/,
  ],
  'a place on a computer': [
    '<script src="file:///C:/alliance-elements.js"></script>' + card,
    'error',
    /somebody’s computer/,
  ],
  'a script of one’s own computer': [
    script.replace(/https:[^"]*/, 'http://localhost:8081/alliance-elements.js') + card,
    'warning',
    /comes from http:\/\/localhost:8081, which is one’s own computer/,
    /Before you publish/,
  ],
  'a frame of one’s own computer': [
    '<iframe title="Card" src="http://127.0.0.1:8081/frame/contact-card.html"></iframe>',
    'warning',
    /frame comes from http:\/\/127\.0\.0\.1:8081, which is one’s own computer/,
  ],
  'a prefix on a second loader': [
    `${classic}${script.replace('<script', '<script data-prefix="eoe-"')}<eoe-contact-card>${words}</eoe-contact-card>`,
    'error',
    /data-prefix="eoe-" does nothing here: our script in line 2 comes first/,
    /Write data-prefix="eoe-" on that one/,
  ],
  'two prefixes': [
    `${script.replace('<script', '<script data-prefix="eoe-"')}${script.replace('<script', '<script data-prefix="x-"')}${card}`,
    'warning',
    /data-prefix="x-" does nothing here/,
    /take this one away/,
  ],
  'a telephone number of noughts': [cardWith('00000000000'), 'warning', /one figure again and again/, /area code/],
  'a telephone number with too few figures': [cardWith('016032862'), 'warning', /has 9 figures.*has 10 or 11/],
  'a telephone number without its area code': [cardWith('286286'), 'warning', /telephone="286286" has no area code/],
  'a misspelt tag': [`${script}<contact-crad>${words}</contact-crad>`, 'error', /no <contact-crad>/, /<contact-card>/],
  'a misspelt place': [
    `${script}<div data-alliance-element="region-mpa">${words}</div>`,
    'error',
    /region-mpa/,
    /region-map/,
  ],
  'a misspelt attribute': [
    `${script}<contact-card organization="RM102">${words}</contact-card>`,
    'warning',
    /no attribute organization/,
    /organisation/,
  ],
  'an option without data-': [
    `${script}<div data-alliance-element="contact-card" organisation="RM102">${words}</div>`,
    'warning',
    /written with data-/,
    /data-organisation="RM102"/,
  ],
  'no words inside': [`${script}<contact-card organisation="RM102"></contact-card>`, 'warning', /no words inside/],
  'words in a slot alone': [
    `${script}<contact-card><p slot="footer">Ask for the cancer team at the desk.</p></contact-card>`,
    'warning',
    /no words inside/,
  ],
  'no such slot': [`${script}<contact-card>${words}<p slot="side">x</p></contact-card>`, 'warning', /no slot "side"/],
  'it follows nothing': [`${script}<partner-list for="map">${words}</partner-list>`, 'warning', /not on this page/],
  'it follows no map': [
    `${script}<p id="map"></p><partner-list for="map">${words}</partner-list>`,
    'warning',
    /no map or finder/,
  ],
  'a bad prefix': [script.replace('<script', '<script data-prefix="9 "') + card, 'warning', /can begin no tag/],
  'a tag closed as in XML': [
    `${script}<contact-card organisation="RM102" /><h2>Next</h2>`,
    'error',
    /is not closed/,
    /<\/contact-card>/,
  ],
  'what stands in the documents': [
    `<script src="https://YOUR-HOST/alliance-elements/VERSION/alliance-elements.js" integrity="…" crossorigin></script>${card}`,
    'error',
    /still has what stands/,
  ],
  'a frame without a title': [
    '<iframe src="https://w.example/frame/contact-card.html"></iframe>',
    'warning',
    /no title/,
  ],
  'a frame of nothing': [
    '<iframe title="Card" src="https://w.example/frame/contact-crad.html"></iframe>',
    'error',
    /no page for a frame/,
  ],
};

describe('the doctor', () => {
  it('finds nothing wrong with a page that is as it should be', async () => {
    for (const page of [
      script + card,
      `${script}<div data-alliance-element="contact-card" data-organisation="RM102">${words}</div>`,
      `${script}<region-map id="map" for="finder">${words}</region-map><alliance-finder id="finder" for="map">${words}</alliance-finder>`,
      `${script.replace('<script', '<script data-prefix="eoe-"')}<eoe-contact-card organisation="RM102">${words}</eoe-contact-card>`,
      '<iframe title="Contact details" src="https://w.example/frame/contact-card.html" sandbox=""></iframe>',
    ]) {
      const findings = await look(page);
      assert.deepEqual([...told(findings), ...told(findings, 'warning')], [], page);
      assert.ok(told(findings, 'good').length, page);
    }
  });

  for (const [name, [html, level, says, mend]] of Object.entries(patients))
    it(`says what is wrong and how to mend it: ${name}`, async () => {
      const findings = await look(`<!doctype html>\n${html}`);
      const finding = findings.find((each) => each.level === level && says.test(each.what));
      assert.ok(finding, JSON.stringify(findings, undefined, 1));
      assert.match(finding.mend ?? '', mend ?? /\w/);
    });

  it('takes what is on one’s own computer for good on a page that is there too', async () => {
    const own = script.replace(/https:[^"]*/, 'http://127.0.0.1:8081/alliance-elements.js') + card;
    for (const address of ['http://127.0.0.1:8081/', 'http://localhost:8080/page.html'])
      assert.deepEqual(told(await look(own, { address }), 'warning'), [], address);
    for (const address of ['https://partner.example/', undefined])
      assert.equal(told(await look(own, { address }), 'warning').length, 1, address);
  });

  it('leaves every number that we publish alone, and says of one that the card refuses nothing more than the card', async () => {
    const content = ['content/organisations.yaml', ...readdirSync('content/en').map((name) => `content/en/${name}`)];
    const ours = content.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/telephone: '?([\d ]+)/g)].map(([, number = '']) => number.trim()),
    );
    assert.ok(ours.length > 25, String(ours.length));
    for (const number of [...ours, '+44 1603 286286', '0800 1111', '01234 567890', '+33 1 23 45 67 89'])
      assert.deepEqual(told(await look(cardWith(number)), 'warning'), [], number);
    for (const number of ['ring us', '(0)1603 286286', '+', '12'])
      assert.deepEqual(told(await look(cardWith(number)), 'warning'), [], number);
  });

  it('names the line, and puts the gravest first', async () => {
    const findings = await look(
      `<!doctype html>\n\n${script}\n<contact-card></contact-card>\n<contact-crad></contact-crad>`,
    );
    assert.deepEqual(
      findings.map(({ level, line }) => [level, line]),
      [
        ['error', 5],
        ['warning', 4],
      ],
    );
  });

  it('takes any text: nothing throws, and something is said', async () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      '=',
      '<contact-card',
      '</contact-card>',
      script,
      '<div data-alliance-element=',
      'data-',
      '__proto__',
      'for="map"',
      '<iframe src="/frame/',
      '<meta http-equiv=content-security-policy content="',
      ';',
      '<template>',
      '<svg>',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))),
        fc.string(),
        async (parts, policy) => {
          assert.ok((await look(parts.join(''), { policies: [policy], address: policy })).length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes to an end with a page that has none: no depth, no number of widgets is too much', async () => {
    for (const tag of ['<div>', '<b>', '<template>', '<svg>', '<table><tr><td>', '<contact-card>'])
      assert.match(told(await look(script + tag.repeat(20_000))).join(), /each inside the one before/, tag);
    assert.deepEqual(told(await look(script + '<div>'.repeat(900) + card)), []);
    let drawn = 0;
    const complaints = () => {
      drawn++;
      return Promise.resolve([]);
    };
    const findings = await look(script + card.repeat(300), { complaints });
    assert.equal(drawn, 200);
    assert.deepEqual(told(findings, 'warning'), [
      'There are 300 of our widgets on the page; the first 200 were looked at.',
    ]);
  });

  it('goes by the base of a page, as browsers do', async () => {
    const own = `<base href="https://widgets.example/">${script.replace('https://widgets.example', '')}${card}`;
    const address = 'https://partner.example/';
    assert.deepEqual(told(await look(own, { address, policies: ['script-src https://widgets.example'] })), []);
    assert.match(told(await look(own, { address, policies: ["script-src 'self'"] })).join(), /stops https:\/\/widgets/);
  });
});
