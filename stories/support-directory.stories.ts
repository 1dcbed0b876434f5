import '../src/elements/region-map/region-map.define.js';
import '../src/elements/support-directory/support-directory.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('support-directory');

export const Playground = playground();
