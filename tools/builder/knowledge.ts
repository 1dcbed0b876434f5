import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { organisationsSchema, type Entry as Body, type List } from '../../src/content/schema/organisations.js';
import { cases, elements } from '../prerender/cases.js';
import type * as Command from '../prerender/command.js';
import { namesIn } from './names.js';
import { day } from './notes.js';
import type { Attributes, Control, Group, Knowledge, Option, Widget } from './types.js';

interface Declaration {
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly {
    readonly name: string;
    readonly type?: { readonly text?: string };
    readonly description?: string;
    readonly inheritedFrom?: unknown;
  }[];
}

interface Dates {
  readonly checked: string;
  readonly due: string;
}
interface Review extends Dates {
  readonly status: string;
}

/** The elements that show the list of organisations. */
const drawsOnBodies = new Set(['alliance-finder', 'contact-card', 'partner-list', 'region-map', 'support-directory']);

const root = new URL('../../', import.meta.url);
const content = (file: string): unknown => parse(readFileSync(new URL(`content/${file}`, root), 'utf8'));

/** In the order of who most often has a card made. */
const titles: Readonly<Record<List, string>> = {
  alliances: 'Cancer Alliances',
  trusts: 'NHS trusts',
  hospitals: 'Hospitals',
  icbs: 'Integrated care boards',
  systems: 'Integrated care systems',
  ccgs: 'Clinical commissioning groups',
};

/** What an element says on the console to attributes; it draws itself whatever they are. */
function complaint(command: typeof Command, tag: string, attributes: Attributes): string | undefined {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    command.prerender(tag, attributes);
  } catch {
    // It has said why.
  } finally {
    console.warn = warn;
  }
  return said[0];
}

/** Text that no option accepts. */
const nonsense = 'qqq';

/** The control that fits an option: by its type, and by what the element itself says it accepts. */
function controlOf(command: typeof Command, tag: string, name: string, type: string, description: string): Control {
  if (name === 'for') return { kind: 'follow' };
  if (type === 'boolean') return { kind: /words (given|that)/i.test(description) ? 'words' : 'switch' };
  const said = complaint(command, tag, { [name]: nonsense }) ?? '';
  const accepted = /accepted: (.*)\.$/.exec(said)?.[1] ?? '';
  if (accepted.includes('ODS codes')) return { kind: 'organisation' };
  if (accepted.includes('an area')) return { kind: 'area' };
  if (accepted.includes('a day')) return { kind: 'text', input: 'date' };
  if (accepted.includes('telephone number')) return { kind: 'text', input: 'tel' };
  if (accepted.includes('name@')) return { kind: 'text', input: 'email' };
  if (/https(:| address)/.test(accepted)) return { kind: 'text', input: 'url' };
  // Each element says each thing once, and what is one of these is said of `heading-level` by all alike.
  const listed = accepted ? accepted.split(', ') : [...type.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
  if (listed.length < 2 || !listed.every((value) => /^[\w-]+$/.test(value))) return { kind: 'text', input: 'text' };
  const several = !complaint(command, tag, { [name]: listed.slice(0, 2).join(' ') });
  return {
    kind: several && /any of|one or several|which order/i.test(description) ? 'several' : 'choice',
    values: listed,
  };
}

/** Everything that the builder knows of a built release. */
export async function knowledgeOf(dist: string): Promise<Knowledge> {
  const command = (await import(pathToFileURL(join(dist, 'npm/tools/prerender.js')).href)) as typeof Command;
  const { version, loader, frameParent } = command.releaseIn(dist);
  const manifest = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8')) as {
    readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
  };
  const widgets = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((declaration) => (declaration.tagName ? widgetOf(command, declaration.tagName, declaration) : []));
  const { organisations, areas } = bodies();
  for (const { entries } of areas)
    for (const { id } of entries) {
      const said = complaint(command, 'region-map', { selected: id });
      if (said) throw new Error(said);
    }
  const ready = cases.map(({ tag, attributes = {} }) => ({
    tag,
    attributes,
    markup: command.prerender(tag, attributes).markup,
  }));
  return { version, loader, frameParent, widgets, ready, organisations, areas };
}

function widgetOf(command: typeof Command, tag: string, { summary = '', attributes = [] }: Declaration): Widget {
  const rendered = command.prerender(tag);
  const words = content(`en/${tag}.yaml`);
  // What is the element's own comes first, what all have after it.
  const sorted = [...attributes].sort((a, b) => Number(!!a.inheritedFrom) - Number(!!b.inheritedFrom));
  const options = sorted.map(({ name, type, description = '' }): Option => {
    const said = description.replace(/\s+/g, ' ');
    const control = controlOf(command, tag, name, type?.text ?? 'string', said);
    const names = 'values' in control ? namesIn(words, control.values) : undefined;
    return { name, description: said, control, names, framed: command.offered.includes(name) };
  });
  const { review } = words as { review: Review };
  // Only what speaks of organisations is as old as their list.
  const { checked, due } = content('organisations.yaml') as Dates;
  const dates: readonly Dates[] = drawsOnBodies.has(tag) ? [review, { checked, due }] : [review];
  return {
    tag,
    title: command.titleOf(rendered),
    summary,
    options,
    height: elements[tag] ?? 900,
    styles: rendered.styles,
    styleHash: command.hashOf(rendered.styles),
    // The oldest check and the first day to check again.
    checked: dates.map((each) => each.checked).sort()[0] ?? '',
    due: dates.map((each) => each.due).sort()[0] ?? '',
    approved: review.status === 'approved',
  };
}

/** What the pickers list: every body, and every area of the map. */
function bodies(): { readonly organisations: readonly Group[]; readonly areas: readonly Group[] } {
  const file = organisationsSchema.parse(content('organisations.yaml'));
  const group = (list: List, entry: (body: Body) => { id: string; label: string }): Group => ({
    title: titles[list],
    entries: (file[list] as Body[]).map(entry),
  });
  return {
    organisations: (Object.keys(titles) as List[]).map((list) =>
      group(list, ({ id, name, 'ods-code': code, closed }) => ({
        id,
        label: [name, code && `(${code})`, closed && `until ${day(closed)}`].filter(Boolean).join(' '),
      })),
    ),
    // An area's id is its body's without the kind, as in src/geography/areas.ts.
    areas: (['alliances', 'systems', 'ccgs'] as const).map((list) =>
      group(list, ({ id, name }) => ({ id: id.replace(/-(ics|ccg)$/, ''), label: name })),
    ),
  };
}
