import '../src/elements/screening-guidance/screening-guidance.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('screening-guidance');

export const Playground = playground();
