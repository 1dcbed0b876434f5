import '../src/elements/alliance-finder/alliance-finder.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('alliance-finder');

export const Playground = playground();
