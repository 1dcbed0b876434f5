import type { Example } from './example.js';

export const examples = {
  ready: {
    summary: 'With nothing set.',
    html: `<prevention-guidance></prevention-guidance>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
