import '../src/elements/contact-card/contact-card.define.js';
import { meta, playground } from './story.js';

/** One story for each of the examples beside this file is added by .storybook/vite/examples.ts. */
export default meta('contact-card');

export const Playground = playground({ organisation: 'norfolk-and-norwich-university-hospital' });
