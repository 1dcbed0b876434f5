import type { Example } from './example.js';

export const examples = {
  ready: {
    summary: 'With nothing set.',
    html: `<support-directory></support-directory>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
