// @ts-check
/** @import {} from 'alliance-elements' */

/* What the type checker must refuse: each line after `@ts-expect-error` is wrong. */
const map = document.createElement('region-map');
map.hospitals = true;
// @ts-expect-error no such property
map.hospital = true;
map.addEventListener('region-select', ({ id }) => id?.toUpperCase());
// @ts-expect-error the event has no such field
map.addEventListener('region-select', ({ area }) => area);
const list = document.querySelector('partner-list');
// @ts-expect-error nothing of that type
if (list) list.groupBy = 1;
// @ts-expect-error no such kind of link
list?.addEventListener('alliance-link', ({ kind }) => kind === 'fax');
