import type { Output } from './outputs.js';
import type { Text } from './pieces.js';
import type { Widget } from './types.js';

/** All that one way in needs, in one text, for somebody who has not seen this page. */
export function letterFor(version: string, { tag, summary }: Widget, { title, hint, pieces }: Output): Text {
  const steps = pieces.map(({ label, hint: note, text }, index) =>
    [`${index + 1}. ${label}`, note, '', text.trimEnd()].filter((line) => line !== undefined).join('\n'),
  );
  const text = [
    'A widget of the East of England Cancer Alliances for our website',
    [
      `What: ${summary.replace(/\.$/, '')} (${tag}, version ${version}).`,
      `Where: ${title}. ${hint}`,
      'Each text below is to be pasted as it is: its hashes (integrity) fit this version alone.',
    ].join('\n'),
    ...steps,
  ].join('\n\n');
  return { name: 'letter', label: 'Everything above, with what to do', text: `${text}\n` };
}
