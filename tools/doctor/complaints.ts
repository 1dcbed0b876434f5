import type { Circumstances } from './finding.js';

/**
 * What our elements say on the console to attributes, by really drawing them. They say each thing once a page, so what
 * was said before is remembered.
 *
 * @param draw - Draws an element with these attributes.
 */
export function listening(
  draw: (tag: string, attributes: Readonly<Record<string, string>>) => unknown,
): Circumstances['complaints'] {
  const said = new Set<string>();
  // One after the other: what one says is not to be taken for another's.
  let before: Promise<unknown> = Promise.resolve();
  return (tag, attributes) => {
    const answer = before.then(async () => {
      const { warn } = console;
      console.warn = (...words: unknown[]) => said.add(words.join(' '));
      try {
        await draw(tag, attributes);
      } finally {
        console.warn = warn;
      }
      return [...said].filter((message) => {
        const [, name, attribute = '', quoted = ''] = /^<([\w-]+) ([\w-]+)="(.*?)…?"> /.exec(message) ?? [];
        return name === tag && attributes[attribute]?.toLowerCase().includes(quoted.toLowerCase());
      });
    });
    before = answer.catch(() => undefined);
    return answer;
  };
}
