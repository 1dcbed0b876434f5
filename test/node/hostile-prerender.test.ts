import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type * as Command from '../../tools/prerender/command.js';
import { shown } from '../hostile/payloads.js';
import { harmOfTag, prototypes } from '../hostile/sentinel.js';
import { tags } from './browser.js';
import { everyString } from './hostile-strings.js';

// The command that writes HTML for hosts, whose options anybody may fill in: each string of the big list and each of ours in
// each option of each of the ten widgets, all options of a widget at once, each with another string, and for the contact card
// once more with an organisation that there is: 1,512 strings in 75 places, 113,400 pairs. What it writes is looked at each
// time as a tree; whole, in each of its forms, whenever the tree is of another shape than those before. And each string as a
// tag, as a name of an option, as `--base` and as `--dir`.

const { attributesOf, element, prerender, run } = (await import(
  pathToFileURL('dist/npm/tools/prerender.js').href
)) as typeof Command;

const count = everyString.length;
/** How many places each widget has at least: its options, of the contact card once more all but the organisation. */
const leastPlaces: Readonly<Record<string, number>> = {
  'alliance-finder': 6,
  'alliance-overview': 6,
  'care-pathway': 6,
  'contact-card': 21,
  'partner-list': 8,
  'prevention-guidance': 5,
  'region-map': 7,
  'screening-guidance': 5,
  'support-directory': 5,
  'symptom-guidance': 6,
};
/** Another string for each of several options that are tried at once; over all turns each has had each. */
const at = (turn: number, option: number) => everyString[(turn + 37 * option) % count]!;
/** How a parser reads a text: without zeros, and with one kind of line end. */
const read = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');

/** Where words of ours for readers without scripts stand, in a `noscript` that nobody else may have. */
const withWordsInstead = ['alliance-finder', 'region-map'];
/** Takes from what is wrong the one `noscript` that may be there; what is in it was looked at like all else. */
const butOurs = (harm: readonly string[], tag: string): string[] => {
  const at = withWordsInstead.includes(tag) ? harm.indexOf('a <noscript>') : -1;
  return harm.filter((_, index) => index !== at);
};

/** What is wrong in a tree, with the shape of it: tags and the names of attributes. */
function look(root: Tree.ParentNode, tag: string): { harm: string[]; shape: string } {
  const harm: string[] = [];
  let shape = '';
  const walk = (parent: Tree.ParentNode): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const attributes = node.attrs.map(
        ({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, value] as const,
      );
      harm.push(...harmOfTag(node.tagName, node.namespaceURI, attributes));
      shape += `<${node.tagName} ${attributes.map(([name]) => name).join(' ')}>`;
      walk(node);
      shape += '/';
    }
  };
  walk(root);
  return { harm: butOurs(harm, tag), shape };
}

/** The command with these words: its exit code, and what it says. */
function called(...args: string[]): { code: number; said: string; complaint: string } {
  let said = '';
  let complaint = '';
  const code = run(
    args,
    (text) => (said += text),
    (text) => (complaint += text),
  );
  return { code, said, complaint };
}

/** Elements of a whole output that are ours though no widget has them: the script and style of a snippet, and a page's. */
const frame = /^an? <(script|style|template|html|head|body|meta|title|base)>|^<(script|base|meta|template|style) /;
/** What is wrong in an output of the command. */
function harmOfOutput(output: string, tag: string): string[] {
  const tree = parseFragment(output, { scriptingEnabled: false });
  const nodes: Tree.Element[] = [];
  const walk = (parent: Tree.ParentNode): void => {
    for (const node of parent.childNodes)
      if ('tagName' in node) {
        nodes.push(node);
        walk('content' in node ? node.content : node);
      }
  };
  walk(tree);
  const harm = nodes
    .filter(({ tagName }) => tagName !== tag)
    .flatMap(({ tagName, namespaceURI, attrs }) =>
      harmOfTag(
        tagName,
        namespaceURI,
        attrs.map(({ name, value }) => [name, value] as const),
      ),
    )
    .filter((each) => !frame.test(each));
  for (const { tagName, attrs } of nodes)
    if (tagName === 'script') {
      const src = attrs.find(({ name }) => name === 'src')?.value ?? '';
      const [scheme] = /^[a-z]+:/i.exec(src) ?? [];
      const leads = URL.canParse(src, 'https://page.example/') && new URL(src, 'https://page.example/');
      // With its protocol, or on the page's own site.
      if (!leads || (scheme ? !/^https?:$/.test(scheme) : leads.host !== 'page.example'))
        harm.push(`a script from ${src}`);
    }
  return butOurs(harm, tag);
}

describe('Hostile text in the options of the command', () => {
  // What a widget tells who builds a page is not what is looked at here.
  const { warn } = console;
  before(() => void (console.warn = () => undefined));
  after(() => void (console.warn = warn));

  for (const tag of tags)
    it(`${tag}: each of ${count} strings in each of its attributes`, () => {
      const unchanged = prototypes();
      const shapes = new Set<string>();
      let pairs = 0;
      const names = attributesOf(tag);
      // An organisation that is not known is refused whatever else there is.
      const fixed: readonly Readonly<Record<string, string>>[] =
        tag === 'contact-card' ? [{}, { organisation: 'RM102' }] : [{}];
      for (const given of fixed)
        for (let turn = 0; turn < count; turn++) {
          const attributes: Record<string, string> = {};
          names.forEach((name, index) => {
            attributes[name] = given[name] ?? at(turn, index);
          });
          const args = [tag, ...Object.entries(attributes).map(([name, value]) => `--${name}=${value}`)];
          const say = () => args.map(shown).join(' ');
          pairs += names.filter((name) => !(name in given)).length;
          let rendered: ReturnType<typeof prerender>;
          try {
            rendered = prerender(tag, attributes);
          } catch {
            const { code, said, complaint } = called(...args);
            assert.deepEqual([code, said], [1, ''], say());
            assert.equal(complaint, `<${tag}> cannot show what its attributes ask for.\n`, say());
            continue;
          }
          const { harm, shape } = look(rendered.tree, tag);
          assert.deepEqual(harm, [], say());
          // The start tag, with the attributes as they were given and nothing else.
          const start = parseFragment(element({ ...rendered, tree: parseFragment(''), styles: '', markup: '' }));
          const [made, ...others] = start.childNodes as Tree.Element[];
          assert.deepEqual([made?.tagName, others.length], [tag, 0], say());
          assert.deepEqual(
            made?.attrs.map(({ name, value }): [string, string] => [name, value]),
            Object.entries(attributes).map(([name, value]) => [name, read(value)]),
            say(),
          );
          if (shapes.has(shape)) continue;
          shapes.add(shape);
          for (const form of [[], ['--plain'], ['--frame'], ['--dir=rtl']]) {
            const { code, said, complaint } = called(...args, ...form);
            assert.deepEqual([code, complaint], [0, ''], `${say()} ${form.join()}`);
            assert.deepEqual(harmOfOutput(said, tag), [], `${say()} ${form.join()}`);
          }
        }
      assert.deepEqual(unchanged(), []);
      const tried = names.length * fixed.length - (fixed.length - 1);
      assert.ok(tried >= (leastPlaces[tag] ?? Infinity), `${tried} places`);
      assert.equal(pairs, tried * count);
    });

  it(`each of ${count} strings as a tag, as the name of an option, and as what is not an attribute`, () => {
    for (const text of everyString) {
      const known = (name: string) => /^--?[\w-]+/.test(name);
      for (const args of [
        [text],
        ['contact-card', text],
        ['contact-card', `--${text}=a`],
        ['contact-card', `--dir=${text}`],
      ]) {
        const { code, said, complaint } = called(...args);
        if (code) assert.ok(complaint && !said, args.map(shown).join(' '));
        // What looks like an option may be one.
        else assert.ok(known(args.at(-1)!) && !harmOfOutput(said, 'contact-card').length, args.map(shown).join(' '));
      }
    }
    for (const name of ['__proto__', 'constructor', 'toString', 'onclick', 'style'])
      assert.match(called('contact-card', `--${name}=a`).complaint, /has no attribute/, name);
  });

  it(`each of ${count} strings as the place of the library: refused, or an address that scripts may come from`, () => {
    let taken = 0;
    for (const base of everyString) {
      const { code, said, complaint } = called('contact-card', `--base=${base}`);
      if (code) assert.match(complaint, /^--base is an address/, shown(base));
      else {
        taken++;
        assert.deepEqual(harmOfOutput(said, 'contact-card'), [], `--base=${shown(base)}`);
      }
    }
    for (const base of [
      '/&#9;/hostile.example',
      '/&Tab;/hostile.example',
      '/&#92;hostile.example',
      '/\u0000/hostile.example',
    ])
      if (!called('contact-card', `--base=${base}`).code)
        assert.deepEqual(harmOfOutput(called('contact-card', `--base=${base}`).said, 'contact-card'), [], base);
    for (const base of ['https://a.example/b', '/b/', './b', '../b', 'http://localhost:8000'])
      assert.equal(called('contact-card', `--base=${base}`).code, 0, base);
    assert.ok(taken > 0);
  });
});
