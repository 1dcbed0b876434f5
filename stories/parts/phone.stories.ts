import { html } from 'lit';
import { phone } from '../../src/parts/phone.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Phone number',
  ...meta('A number to call, and the same through Relay UK for people who cannot hear or speak.'),
};

export const Number = story('A hospital’s number.', () => html`<p>${phone('01603 286286')}</p>`);

export const Named = story(
  'After the name of a line.',
  () => html`<p>Free bowel cancer screening helpline: ${phone('0800 707 6060')}</p>`,
);
