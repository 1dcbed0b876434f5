import { notice } from '../../src/parts/notice.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Medical notice',
  ...meta('Emergencies first, then urgent help, then a GP; in every widget of guidance or contact.'),
};

export const Notice = story('The one notice, in the size of the text.', () => notice());
