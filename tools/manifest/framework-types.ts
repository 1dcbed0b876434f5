/**
 * Writes what type checkers of templates read: `dist/npm/types/frameworks/{tags,react,vue,svelte}.d.ts`, made from the
 * manifest. `tags.d.ts` says for each tag its class, attributes and events; the other three tell it to one framework.
 *
 * They offer the attributes, by the names that HTML gives them, and not the properties: a framework that renders before
 * our script has arrived writes an attribute whatever it was given, and `headingLevel` is no attribute.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Attribute, Declaration, Item, Manifest } from './types.js';

/** What every element has; the manifest repeats it for each. */
const base = 'AllianceElement';

const react = `import type { ClassAttributes, HTMLAttributes } from 'react';
import type { Tags } from './tags.js';

type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined };

type Elements = {
  [Tag in keyof Tags]: HTMLAttributes<Tags[Tag]['element']> &
    ClassAttributes<Tags[Tag]['element']> &
    Tags[Tag]['attributes'] &
    Listeners<Tags[Tag]['events']>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

const vue = `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Tags } from './tags.js';

type Camel<Name extends string> = Name extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Name;

/** A template checker writes \`heading-level\` as \`headingLevel\`, for an element as for a component. */
type Attributes<Told> = { [Name in keyof Told & string as Camel<Name>]?: Told[Name] | undefined };

type Listeners<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type Elements = {
  [Tag in keyof Tags]: new () => Tags[Tag]['element'] & {
    /** Not there: how a template checker learns what the tag takes. */
    $props: HTMLAttributes & Attributes<Tags[Tag]['attributes']> & PublicProps;
    /** Not there: how a template checker learns what the tag tells. */
    $emit: EmitFn<Listeners<Tags[Tag]['events']>>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
  interface HTMLAttributes {
    /** The place in a widget that an element of the page takes. */
    slot?: string;
  }
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
import type { Tags } from './tags.js';

type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined };

type Elements = {
  [Tag in keyof Tags]: HTMLAttributes<Tags[Tag]['element']> & Tags[Tag]['attributes'] & Listeners<Tags[Tag]['events']>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
`;

/** The type of what a host may write: the words of a list, numbers where the words are numbers, and nothing. */
function typeOf({ type }: Attribute): string {
  const text = type?.text ?? 'string';
  // Before version 19, React wrote a boolean as a word.
  if (text === 'boolean') return "boolean | '' | 'true' | 'false' | null | undefined";
  const numbers = text.split(' | ').map((word) => /^'(\d+)'$/.exec(word)?.[1]);
  return `${[text, ...numbers.filter((number) => number !== undefined)].join(' | ')} | null | undefined`;
}

const described = ({ description }: Item) => (description ? `  /** ${description.replace(/\s+/g, ' ')} */\n` : '');

/** The attributes and events of one class, less what every element has. */
function interfaces(declaration: Declaration, shared?: Declaration): string {
  const { name } = declaration;
  const above = (items: readonly Item[] | undefined) => new Set(items?.map((item) => item.name));
  const [attributesAbove, eventsAbove] = [above(shared?.attributes), above(shared?.events)];
  // What frameworks know of every element, such as aria-label, is theirs to tell.
  const attributes = (declaration.attributes ?? [])
    .filter((attribute) => !attributesAbove.has(attribute.name) && !attribute.name.startsWith('aria-'))
    .map((attribute) => `${described(attribute)}  '${attribute.name}'?: ${typeOf(attribute)};\n`);
  const events = (declaration.events ?? [])
    .filter((event) => !eventsAbove.has(event.name))
    .map((event) => `${described(event)}  '${event.name}': ${event.type?.text ?? 'Event'};\n`);
  const heirs = (kind: string) => (shared ? ` extends ${shared.name}${kind}` : '');
  return [
    `export interface ${name}Attributes${heirs('Attributes')} {\n${attributes.join('')}}\n`,
    `export interface ${name}Events${heirs('Events')} {\n${events.join('')}}\n`,
  ].join('\n');
}

/** What the manifest tells of each tag, as types. */
export function tagTypes(manifest: Manifest): string {
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const shared = declarations.find(({ name }) => name === base);
  const elements = declarations.filter(({ tagName }) => tagName);
  if (!shared || !elements.length) throw new Error('The manifest has no elements: run `cem analyze` first.');
  const events = [shared, ...elements].flatMap((declaration) => declaration.events ?? []);
  const imported = [...elements.map(({ name }) => name), ...events.map(({ type }) => type?.text ?? 'Event')];
  const names = [...new Set(imported)].filter((name) => name !== 'Event').sort();
  const tags = elements.map(
    ({ name, tagName = '', summary }) =>
      `${described({ name, ...(summary && { description: summary }) })}  '${tagName}': { element: ${name}; attributes: ${name}Attributes; events: ${name}Events };\n`,
  );
  return [
    `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '../index.js';\n`,
    interfaces(shared),
    ...elements.map((element) => interfaces(element, shared)),
    `export interface Tags {\n${tags.join('')}}\n`,
  ].join('\n');
}

const files = (manifest: Manifest) => ({ tags: tagTypes(manifest), react, vue, svelte });

/** Writes the files beside the declarations of the package. */
function write(dist: string): void {
  const manifest = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8')) as Manifest;
  const folder = join(dist, 'npm/types/frameworks');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files(manifest))) writeFileSync(join(folder, `${name}.d.ts`), text);
}

write(fileURLToPath(new URL('../../dist', import.meta.url)));
