import type * as TypeScript from 'typescript';
import { acceptedValues, type Accepted } from './accepted.js';
import type { Attribute, Declaration, Item, Manifest, Member, Module } from './types.js';

/** What an npm user imports; declarations are told to live there, whatever file of ours they were written in. */
const entry = 'dist/npm/index.js';
const definition = (tag: string) => `dist/npm/define/${tag}.js`;

/**
 * Plugin for the custom elements analyzer: makes its raw findings into a manifest of what the package offers. Each
 * element with its tag, and no more than is public; attributes with the values that the code accepts.
 */
export function allianceElements() {
  const accepted = new Map<string, readonly Accepted[]>();
  const exported = new Set<string>();

  return {
    name: 'alliance-elements',

    analyzePhase({ ts, node }: { ts: typeof TypeScript; node: TypeScript.Node }): void {
      if (ts.isClassDeclaration(node) && node.name) accepted.set(node.name.text, acceptedValues(ts, node));
      if (ts.isExportSpecifier(node)) exported.add(node.name.text);
    },

    packageLinkPhase({ customElementsManifest: manifest }: { customElementsManifest: Manifest }): void {
      const declarations: Declaration[] = [];
      const definitions: Module[] = [];
      for (const { path, declarations: found } of manifest.modules) {
        const [, tag] = /^src\/elements\/([\w-]+)\/\1\.ts$/.exec(path) ?? [];
        for (const declaration of found) {
          if (declaration.kind !== 'class' || !(exported.has(declaration.name) || declaration.name.endsWith('Event')))
            continue;
          declarations.push(declaration);
          const isElement = tag !== undefined && declaration.superclass?.name === 'AllianceElement';
          if (isElement) {
            declaration.tagName = tag;
            definitions.push({
              kind: 'javascript-module',
              path: definition(tag),
              declarations: [],
              exports: [
                {
                  kind: 'custom-element-definition',
                  name: tag,
                  declaration: { name: declaration.name, module: entry },
                },
              ],
            });
          }
          const own = accepted.get(declaration.name) ?? [];
          clean(declaration, isElement, [...own, ...(isElement ? (accepted.get('AllianceElement') ?? []) : [])]);
        }
      }
      shareDefaults(declarations);
      manifest.modules = [
        {
          kind: 'javascript-module',
          path: entry,
          declarations,
          exports: declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: entry } })),
        },
        ...definitions,
      ];
    },
  };
}

function clean(declaration: Declaration, isElement: boolean, accepted: readonly Accepted[]): void {
  if (isElement) declaration.customElement = true;
  else delete declaration.customElement;
  if (declaration.superclass?.name === 'AllianceElement')
    declaration.superclass = { name: 'AllianceElement', module: entry };

  const values = new Map(accepted.map((known) => [known.attribute, known]));
  const members = (declaration.members ?? []).filter(isPublic);
  const attributes = (declaration.attributes ?? []).filter(({ fieldName }) =>
    members.some(({ name }) => name === fieldName),
  );
  for (const attribute of attributes) {
    const field = members.find(({ name }) => name === attribute.fieldName);
    if (!field) continue;
    tell(attribute, field, values.get(attribute.name));
  }
  declaration.members = members;
  declaration.attributes = attributes;
  // The analyzer guesses at each `dispatchEvent`; what is told in a class's JSDoc it knows.
  declaration.events = (declaration.events ?? []).filter(({ description }) => description);
  for (const property of declaration.cssProperties ?? []) {
    property.syntax = property.type?.text ?? '*';
    delete property.type;
  }
  for (const list of [declaration.members, declaration.attributes, declaration.events, declaration.slots])
    list?.forEach(pointToEntry);
  declaration.cssParts?.forEach(pointToEntry);
  declaration.cssProperties?.forEach(pointToEntry);
}

function isPublic({ name, privacy, static: isStatic }: Member): boolean {
  return privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !isStatic;
}

/** Types as a host meets them: the words an attribute accepts. A property takes junk too, but need not offer it. */
function tell(attribute: Attribute, field: Member, accepted: Accepted | undefined): void {
  const types = (field.type?.text ?? 'string').split('|').map((part) => part.trim());
  // Written as an attribute, a yes is a word too.
  const type = types.includes('boolean')
    ? 'boolean'
    : types.filter((part) => part !== 'null' && part !== 'undefined').join(' | ');
  const words = accepted?.values.filter(Boolean) ?? [];
  if (words.every((word) => /^\d+$/.test(word))) words.sort();
  const listed = words.map((word) => `'${word}'`).join(' | ');
  attribute.type = { text: listed && !accepted?.several ? listed : type };
  field.type = { text: listed && !accepted?.several ? listed : type };
  if (listed && accepted?.several)
    attribute.description = `${attribute.description ?? ''} Any of: ${words.map((word) => `\`${word}\``).join(', ')}.`;
  const [first] = accepted && !accepted.several ? accepted.values : [];
  if (first) attribute.default = field.default = `'${first}'`;
}

/** A shared custom property has one default, whatever an element's own words about it say. */
function shareDefaults(declarations: readonly Declaration[]): void {
  const base = declarations.find(({ name }) => name === 'AllianceElement');
  for (const property of declarations.flatMap(({ cssProperties }) => cssProperties ?? [])) {
    const shared = base?.cssProperties?.find(({ name }) => name === property.name);
    if (shared?.default) property.default = shared.default;
  }
}

function pointToEntry(item: Item): void {
  if (item.inheritedFrom) item.inheritedFrom = { name: 'AllianceElement', module: entry };
}
