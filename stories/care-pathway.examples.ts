import type { Example } from './example.js';

export const examples = {
  ready: {
    summary: 'With nothing set.',
    html: `<care-pathway></care-pathway>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
