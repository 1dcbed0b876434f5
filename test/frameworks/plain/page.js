// @ts-check
/** @import {} from 'alliance-elements' */

const log = document.querySelector('#log');

/** @param {readonly unknown[]} words */
const hear = (...words) => log?.append(Object.assign(document.createElement('li'), { textContent: words.join(' ') }));

const card = document.querySelector('contact-card');
card?.addEventListener('alliance-ready', (event) => hear(event.type));
card?.addEventListener('alliance-link', (event) => hear(event.type, event.kind, event.href));

const map = document.querySelector('region-map');
map?.addEventListener('region-select', (event) => hear(event.type, event.id, event.kind, event.alliance));
// Set before the tag is defined: the map keeps it.
if (map) Object.assign(map, { headingLevel: 4, selected: 'norfolk-and-waveney' });
