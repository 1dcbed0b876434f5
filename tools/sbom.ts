/**
 * `npm run sbom`: what the package brings with it, as CycloneDX, in `dist/sbom.cdx.json`: every package whose code is in
 * a script that we built, with the scripts, and every package that npm installs with ours. The same lock and the same
 * scripts give the same file.
 */
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Package, packageIn, shippedIn } from './bundled.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const locked = (
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> }
).packages;

/** Where npm puts what a package in this folder depends on: in it, or in the nearest folder around it. */
function folderOf(name: string, from: string): string {
  const own = `${from && `${from}/`}node_modules/${name}`;
  if (own in locked) return own;
  if (!from) throw new Error(`${name} is not in package-lock.json.`);
  return folderOf(name, from.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''));
}

const dependenciesOf = (folder: string) =>
  Object.keys((folder ? locked[folder] : own)?.dependencies ?? {}).map((name) => folderOf(name, folder));

/** The folders of these packages and of all that they depend on. */
function withAll(folders: readonly string[], found = new Set<string>()): Set<string> {
  for (const folder of folders) if (!found.has(folder)) withAll(dependenciesOf(folder), found.add(folder));
  return found;
}

const licences = new Contrib.License.Factories.LicenseFactory((expression) => {
  throw new Error(`${expression} is a choice of licences: say which.`);
});
const builder = new Contrib.FromNodePackageJson.Builders.ComponentBuilder(
  new Contrib.FromNodePackageJson.Factories.ExternalReferenceFactory(),
  licences,
);

function componentOf(data: Package, type: Enums.ComponentType): Models.Component {
  const component = builder.makeComponent(data, type);
  if (!component || !data.license) throw new Error(`${data.name} has no name or no licence.`);
  component.purl = `pkg:npm/${data.name.replace('@', '%40')}@${data.version}`;
  component.bomRef.value = component.purl;
  return component;
}

const own = packageIn('');
const shipped = shippedIn(dist);
const bundled = [...shipped.keys()].map((named) => {
  const [name = '', version = ''] = named.split(' ');
  const folder = Object.keys(locked).find(
    (at) => at.endsWith(`node_modules/${name}`) && locked[at]?.version === version,
  );
  if (!folder) throw new Error(`${named} is in dist, and not in package-lock.json.`);
  return folder;
});
const installed = withAll(dependenciesOf(''));
const components = new Map(
  [...new Set([...installed, ...bundled])].map((folder) => {
    const data = packageIn(folder);
    const component = componentOf(data, Enums.ComponentType.Library);
    component.scope = Enums.ComponentScope.Required;
    const { integrity = '' } = locked[folder] ?? {};
    const [, hash = ''] = /^sha512-(.+)$/.exec(integrity) ?? [];
    if (hash) component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(hash, 'base64').toString('hex'));
    for (const script of shipped.get(`${data.name} ${data.version}`) ?? [])
      component.properties.add(new Models.Property('alliance-elements:in', `dist/${script}`));
    return [folder, component] as const;
  }),
);
for (const [folder, { dependencies }] of components)
  for (const needed of dependenciesOf(folder)) {
    const component = components.get(needed);
    if (component) dependencies.add(component.bomRef);
  }

const subject = componentOf(own, Enums.ComponentType.Library);
for (const folder of [...dependenciesOf(''), ...bundled]) {
  const component = components.get(folder);
  if (component) subject.dependencies.add(component.bomRef);
}
const bom = new Models.Bom({ metadata: new Models.Metadata({ component: subject }) });
for (const component of components.values()) bom.components.add(component);

const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
const text = serializer.serialize(bom, { sortLists: true, space: 2 });
writeFileSync(join(dist, 'sbom.cdx.json'), `${text}\n`);
console.log(`${components.size} packages in dist/sbom.cdx.json, the code of ${shipped.size} in our scripts.`);
