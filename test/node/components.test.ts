import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { foldersOf, packageIn } from '../../tools/bundled.js';

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

const text = readFileSync('dist/sbom.cdx.json', 'utf8');
const { components = [] } = JSON.parse(text) as { components?: readonly Component[] };
const nameOf = ({ group, name, version }: Component) => `${group ? `${group}/` : ''}${name} ${version}`;
const listed = new Map(components.map((component) => [nameOf(component), component]));
const scriptsOf = ({ properties = [] }: Component) =>
  properties.filter(({ name }) => name === 'alliance-elements:in').map(({ value }) => value);

/** What each script that holds other people's code is bundled from. */
const bundles = {
  'dist/npm/tools/prerender.js': 'tools/prerender/command.ts',
  'dist/npm/tools/doctor.js': 'tools/doctor/command.ts',
  'dist/tools/doctor.js': 'tools/doctor/browser.ts',
  'dist/tools/builder.js': 'tools/builder/browser.ts',
};

/** The packages whose code a bundler, asked again, puts in it. */
async function packagesIn(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    external: ['virtual:elements', ...(entry.startsWith('tools/doctor') ? ['*/prerender/command.js'] : [])],
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  return foldersOf(Object.keys(inputs).filter((path) => inputs[path]?.bytesInOutput));
}

describe('the list of components (dist/sbom.cdx.json)', () => {
  it('is CycloneDX, by the standard’s own schema', async () => {
    const mistakes: unknown = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
    assert.equal(mistakes, null, JSON.stringify(mistakes));
    assert.ok(components.length > 5, String(components.length));
  });

  it('gives each component its licence, its version and its address in the registry', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Readonly<Record<string, { readonly version: string; readonly license: string }>>;
    };
    for (const [named, { licenses, purl, version }] of listed) {
      const [name = ''] = named.split(' ');
      const locked = Object.entries(packages).find(
        ([at, entry]) => at.endsWith(`node_modules/${name}`) && entry.version === version,
      );
      assert.deepEqual(licenses, [{ license: { id: locked?.[1].license } }], named);
      assert.equal(decodeURIComponent(purl), `pkg:npm/${named.replace(' ', '@')}`);
    }
  });

  for (const [script, entry] of Object.entries(bundles))
    it(`names each package whose code is in ${script}, and its notice holds their licences`, async () => {
      const folders = await packagesIn(entry);
      const notice = readFileSync(script.replace(/js$/, 'NOTICE.txt'), 'utf8');
      assert.ok(folders.includes('node_modules/parse5'), folders.join());
      for (const folder of folders) {
        const { name, version } = packageIn(folder);
        const component = listed.get(`${name} ${version}`);
        assert.ok(component && scriptsOf(component).includes(script), `${name} ${version} is in ${script}`);
        const section = notice.split('\n---\n').find((part) => part.startsWith(`\n${name} ${version}\n`)) ?? '';
        const licence = `${folder}/LICENSE`;
        if (existsSync(licence))
          assert.ok(section.includes(readFileSync(licence, 'utf8').trim()), `${name}: its licence`);
        // Whoever has none of their own has that of their authors' others.
        assert.match(section, /Copyright[^]+(WARRANTY|WARRANTIES)/i, `${name}: a licence`);
      }
    });

  it('names all that npm installs with us', () => {
    const lines = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--long'], { encoding: 'utf8' });
    const installed = [...lines.matchAll(/node_modules\/[^:]+:(.+?)@(\d[^:@\n]*)/g)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    assert.ok(
      installed.some((named) => named.startsWith('lit ')),
      lines,
    );
    assert.deepEqual(
      installed.filter((named) => !listed.has(named)),
      [],
    );
  });

  it('knows of no code but ours in what readers load', () => {
    const ours = readdirSync('dist').filter((name) => name.endsWith('.js'));
    assert.ok(ours.length > 10);
    const theirs = new Set(components.flatMap(scriptsOf));
    assert.deepEqual([...theirs].sort(), Object.keys(bundles).sort());
  });
});
