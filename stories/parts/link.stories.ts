import { html } from 'lit';
import { link } from '../../src/parts/link.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Link',
  ...meta('The other site learns nothing of the page, gets no hold of it, and opens in the same window.'),
};

export const InASentence = story(
  'Among other words.',
  () => html`<p>See ${link('https://www.nhs.uk/', 'the NHS website')} for more.</p>`,
);

export const LongWords = story(
  'An address as its own words: it breaks where it is too wide.',
  () =>
    html`<p>
      ${link('https://www.canceralliance.co.uk/public', 'https://www.canceralliance.co.uk/public/a-page-with-a-very-long-name-that-does-not-end')}
    </p>`,
);
