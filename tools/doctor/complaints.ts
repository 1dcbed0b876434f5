import type { Circumstances } from './finding.js';

/** What an element says of a value that it does not take. */
export interface Complaint {
  readonly message: string;
  readonly tag: string;
  readonly attribute: string;
  /** The value, or the word of it, that is not known; of a long one only the beginning. */
  readonly value: string;
  /** What would be taken, or a description of it. */
  readonly accepted: readonly string[];
}

/** Reads what an element has said, as the base class of ours writes it. */
export function complaintOf(message: string): Complaint | undefined {
  const [, tag, attribute, quoted, accepted] =
    /^<([\w-]+) ([\w-]+)=("(?:[^"\\]|\\.)*")>[^]*?(?:accepted: ([^]*?)\.?)?$/.exec(message) ?? [];
  if (!tag || !attribute || !quoted) return undefined;
  try {
    const value = (JSON.parse(quoted) as string).replace(/…$/, '');
    return { message, tag, attribute, value, accepted: accepted?.split(', ') ?? [] };
  } catch {
    return undefined;
  }
}

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
        const complaint = complaintOf(message);
        return (
          complaint?.tag === tag &&
          attributes[complaint.attribute]?.toLowerCase().includes(complaint.value.toLowerCase())
        );
      });
    });
    before = answer.catch(() => undefined);
    return answer;
  };
}
