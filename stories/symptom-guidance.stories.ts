import '../src/elements/symptom-guidance/symptom-guidance.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('symptom-guidance');

export const Playground = playground();
