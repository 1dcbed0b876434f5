import { fallback } from '../../src/parts/fallback.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Fallback',
  ...meta('What stands where an input cannot be honoured: the host’s own words, or the way to the Alliances’ website.'),
};

export const Ours = story('The host has put nothing inside the tag.', () => fallback());

export const Hosts = story('The host’s own words.', () => fallback(), 'Ring our cancer team on 01234 567890.');
