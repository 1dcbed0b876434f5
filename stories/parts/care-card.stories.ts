import { html } from 'lit';
import { careCard } from '../../src/parts/care-card.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Care card',
  ...meta(
    'Where to get help and how soon, after the pattern of the NHS. How urgent it is, is read out before the heading; in print and in forced colours the words are seen.',
  ),
};

export const NonUrgent = story('A GP, in the usual way.', () =>
  careCard(
    {
      level: 'non-urgent',
      heading: 'Speak to a GP if:',
      items: ['you have had a cough for 3 weeks or more', 'you have a new lump anywhere on your body'],
    },
    3,
  ),
);

export const Urgent = story('The same day.', () =>
  careCard(
    {
      level: 'urgent',
      heading: 'Ask for an urgent GP appointment or get help from NHS 111 if:',
      items: ['your skin or the whites of your eyes turn yellow'],
      after: html`<p>Yellow may be harder to see on brown or black skin: look at the whites of your eyes.</p>`,
    },
    3,
  ),
);

export const Emergency = story('Now. Nothing follows its list, and no link leads away from it.', () =>
  careCard(
    {
      level: 'emergency',
      heading: 'Call 999 or go to A&E now if:',
      items: ['you find it very hard to breathe', 'you are coughing up more than a few spots of blood'],
    },
    3,
  ),
);
