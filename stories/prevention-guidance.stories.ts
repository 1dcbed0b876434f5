import '../src/elements/prevention-guidance/prevention-guidance.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('prevention-guidance');

export const Playground = playground();
