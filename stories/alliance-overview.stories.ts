import '../src/elements/alliance-overview/alliance-overview.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('alliance-overview');

export const Playground = playground();
