import { originOf, sourceOf } from './address.js';
import { iframe, sharePoint, whereFrom } from './frames.js';
import { divWith, jsxWith, quoted, shellWord, tagWith } from './markup.js';
import type { Attributes, Choice, Knowledge } from './types.js';

/** One piece of text to copy. */
export interface Piece {
  readonly name: 'once' | 'place' | 'policy' | 'command';
  readonly label: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

/** What to paste for one way in. */
export interface Output {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** Of a frame, which has a height for a width: whether it grows with what is in it, and which options it leaves out. */
  readonly framed?: { readonly grows: boolean; readonly lost: readonly string[] };
  readonly pieces: readonly Piece[];
}

const where = 'Where the widget is to be';
const keep = 'Keep its words: people read them until the widget is there, and if its script never comes.';
const inTemplate = 'Once, in the head of the page or of the site’s template';
const typed =
  'For the policy that your site has; without one, you need none. Put what stands here into the line of the same name: a second line of that name is ignored. If there is no such line but default-src, begin one with what default-src says, and add this. Leave out trusted-types if your policy says nothing of trusted types.';

/** Everything that the builder has to offer for a choice. */
export function outputsFor(knowledge: Knowledge, choice: Choice): readonly Output[] {
  const { widget, attributes, base, words } = choice;
  const { tag } = widget;
  const loader = `<script type="module" src=${quoted(`${base}${knowledge.loader.file}`)} integrity="${knowledge.loader.integrity}" crossorigin="anonymous"></script>`;
  const lookup = attributes['lookup'] ? [`connect-src ${originOf(attributes['lookup'])};`] : [];
  const policy = (lines: readonly string[], hint = typed): Piece => ({
    name: 'policy',
    label: 'What your content security policy must allow',
    text: lines.join('\n'),
    hint,
  });
  const own = [`script-src ${sourceOf(base)};`, 'trusted-types alliance-elements;'];
  const ours = policy(own);
  const once: Piece = { name: 'once', label: inTemplate, text: loader, hint: whereFrom(base) };
  // Whoever may write no tag is not to choose where readers' postcodes go: the script takes no service from a div.
  const { lookup: service, ...rest } = attributes;
  const div: Piece = {
    name: 'place',
    label: where,
    text: divWith(tag, rest, words),
    hint: [keep, service && 'A div does not take the postcode service (lookup): it is left out here. The tag takes it.']
      .filter(Boolean)
      .join(' '),
  };
  return [
    {
      name: 'tag',
      title: 'Your own HTML: the tag',
      hint: 'For pages whose HTML you write yourself. Many editors delete the tag.',
      pieces: [
        once,
        { name: 'place', label: where, text: tagWith(tag, attributes, words), hint: keep },
        policy([...own.slice(0, 1), ...lookup, ...own.slice(1)]),
      ],
    },
    {
      name: 'div',
      title: 'An editor that deletes tags: the div',
      hint: 'Most editors keep a div, and the script makes the widget of it.',
      pieces: [once, div, ours],
    },
    iframe(knowledge, choice),
    prerendered(knowledge, choice, once, lookup, policy),
    {
      name: 'wordpress',
      title: 'WordPress',
      hint: 'With our plug-in (alliance-elements.zip) the first step falls away: an administrator uploads it once. The div works for authors and administrators.',
      pieces: [
        {
          name: 'once',
          label: 'Once, in the functions.php of the theme',
          text: `add_action( 'wp_head', function () { ?>\n${loader}\n<?php } );`,
          hint: ['Or put the script tag alone into a plug-in for header code.', once.hint].filter(Boolean).join(' '),
        },
        { ...div, label: 'In a Custom HTML block' },
        ours,
      ],
    },
    {
      name: 'drupal',
      title: 'Drupal',
      hint: 'Full HTML takes the div as it is. For Basic HTML, a site builder first adds <div data-*> <p data-slot> to “Manually editable HTML tags” under “Source editing”.',
      pieces: [
        { ...once, label: 'Once, in html.html.twig of the theme, before </head>' },
        { ...div, label: 'In the source view of the editor' },
        ours,
      ],
    },
    sharePoint(choice),
    react(choice, once, lookup, policy),
  ];
}

const same = (a: Attributes, b: Attributes) => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

function prerendered(
  { ready }: Knowledge,
  { widget, attributes, base, words }: Choice,
  once: Piece,
  lookup: readonly string[],
  policy: (lines: readonly string[], hint?: string) => Piece,
): Output {
  const { tag, styles, styleHash } = widget;
  const found = ready.find((each) => each.tag === tag && same(each.attributes, attributes));
  const { id, ...options } = attributes;
  const flags = Object.entries(options).map(([name, value]) => shellWord(`--${name}${value && `=${value}`}`));
  const line = ['npx --no-install alliance-elements prerender', tag, ...flags, shellWord(`--base=${base}`)].join(' ');
  const root = found && `<template shadowrootmode="open"><style>${styles}</style>${found.markup}</template>`;
  return {
    name: 'prerendered',
    title: 'Pages that a server writes: prerendered',
    hint: 'The widget stands in your HTML, and is there before and without any script. For templates, not for editors.',
    pieces: [
      once,
      root
        ? { name: 'place', label: where, text: tagWith(tag, attributes, words, root) }
        : {
            name: 'command',
            label: 'What writes it, in a terminal',
            text: line,
            hint: `There is none ready made with these options.${id ? ` Add id=${quoted(id)} to the tag that it writes.` : ''}`,
          },
      policy([
        `script-src ${sourceOf(base)};`,
        `style-src ${styleHash};`,
        ...lookup,
        'trusted-types alliance-elements;',
      ]),
    ],
  };
}

function react(
  { widget: { tag }, attributes, words }: Choice,
  once: Piece,
  lookup: readonly string[],
  policy: (lines: readonly string[], hint?: string) => Piece,
): Output {
  const name = tag.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  const jsx = jsxWith(tag, attributes, words).replace(/^/gm, '    ');
  return {
    name: 'react',
    title: 'React 19',
    hint: 'With the npm package the widget is part of your own bundle, so it has no integrity of its own.',
    pieces: [
      {
        name: 'place',
        label: 'A component',
        text: `import 'alliance-elements/define/${tag}';\nimport type {} from 'alliance-elements/react';\n\nexport function My${name}() {\n  return (\n${jsx}\n  );\n}\n`,
      },
      {
        ...once,
        label: 'Instead of its first line, if you would rather not bundle it: once, in index.html',
        hint: ['Then your policy must allow what it must for the tag.', once.hint].filter(Boolean).join(' '),
      },
      policy(
        [...lookup, 'trusted-types lit-html;'],
        `Only if your policy has a trusted-types line: there, bundled widgets go by Lit’s own name.${lookup.length ? ' The other line is for the service that you named.' : ' Nothing else is needed: they are a part of your own script.'}`,
      ),
    ],
  };
}
