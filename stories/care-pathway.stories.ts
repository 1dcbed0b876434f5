import '../src/elements/care-pathway/care-pathway.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('care-pathway');

export const Playground = playground();
