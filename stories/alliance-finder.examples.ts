import type { Example } from './example.js';

export const examples = {
  ready: {
    summary: 'With nothing set.',
    html: `<alliance-finder></alliance-finder>`,
  },
} as const satisfies Readonly<Record<string, Example>>;
