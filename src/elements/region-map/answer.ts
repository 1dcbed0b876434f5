import words from '../../../content/en/region-map.yaml';
import { fill, weave } from '../../base/words.js';
import { link } from '../../parts/link.js';
import { areaNamed, type Level } from './areas.js';
import type { Whereabouts } from '../../geography/locator.js';

/** What a map says to "Where am I?", or nothing if it was not asked. */
export function answer(state: Whereabouts, level: Level): unknown {
  switch (state.type) {
    case 'idle':
      return undefined;
    case 'asking':
      return words.asking;
    case 'outside':
      return weave<unknown>(words.outside, { list: link(words['list-url'], words.list) });
    case 'failed':
      return words.failed[state.reason];
  }
  const { areas, nearBorder } = state.place;
  const kind = level === 'ccg' ? level : 'system';
  const names = (name: Level) => areaNamed(areas[name], name)?.name ?? '';
  return [
    fill(words.found, { area: names(kind), alliance: names('alliance') }),
    nearBorder ? words.near : '',
    state.rough ? words.rough : '',
  ].join(' ');
}
