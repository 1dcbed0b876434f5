import { createJiti } from 'jiti';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Indexer } from 'storybook/internal/types';
import type { Plugin } from 'vite';
import type { Example } from '../../stories/example.js';

// A tag has a hyphen; stories of several widgets together have none in their name, and say themselves what they hold.
const stories = /[\\/]stories[\\/](\w+-[\w-]+)\.stories\.ts$/;

/** `closed, two successors` as the name of an export: `ClosedTwoSuccessors`. */
const exportName = (example: string) =>
  example.replace(/[^a-z\d]+(.)?|^(.)/gi, (_, next = '', first = '') => `${next}${first}`.toUpperCase());

async function examplesBeside(file: string): Promise<readonly string[]> {
  const path = file.replace(/\.stories\.ts$/, '.examples.ts');
  if (!existsSync(path)) return [];
  const jiti = createJiti(import.meta.url, { moduleCache: false });
  const { examples } = await jiti.import<{ examples: Record<string, Example> }>(path);
  return Object.keys(examples);
}

/**
 * Tells Storybook which stories a stories file has: the playground, and one for each example in the file of examples
 * beside it. Storybook reads stories without running them, so it cannot find them by itself.
 */
export const exampleIndexer: Indexer = {
  test: stories,
  async createIndex(file, { makeTitle }) {
    const tag = stories.exec(file)?.[1] ?? '';
    const shared = {
      type: 'story' as const,
      importPath: `./${relative(process.cwd(), file).replaceAll('\\', '/')}`,
      title: makeTitle(`Elements/${tag}`),
      tags: ['autodocs'],
    };
    const examples = await examplesBeside(file);
    return [
      { ...shared, exportName: 'Playground', name: 'Playground' },
      ...examples.map((name) => ({ ...shared, exportName: exportName(name), name })),
    ];
  },
};

/** Adds to a stories file the exports that the indexer promised. */
export function exampleStories(): Plugin {
  return {
    name: 'alliance-example-stories',
    enforce: 'pre',
    async transform(code, id) {
      const file = id.split('?')[0] ?? id;
      const tag = stories.exec(file)?.[1];
      const examples = tag ? await examplesBeside(file) : [];
      if (!tag || !examples.length) return null;
      this.addWatchFile(file.replace(/\.stories\.ts$/, '.examples.ts'));
      return {
        code: [
          code,
          `import { examples as $examples } from './${tag}.examples.js';`,
          `import { story as $story } from './story.js';`,
          ...examples.map((name) => {
            const key = JSON.stringify(name);
            return `export const ${exportName(name)} = $story(${JSON.stringify(tag)}, ${key}, $examples[${key}]);`;
          }),
        ].join('\n'),
        map: null,
      };
    },
  };
}
