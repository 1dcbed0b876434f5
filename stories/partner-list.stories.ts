import '../src/elements/partner-list/partner-list.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('partner-list');

export const Playground = playground();
