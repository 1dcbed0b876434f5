import { fileURLToPath } from 'node:url';
import { fill } from '../../src/base/words.js';
import { decode, type CompactOrganisations } from '../../src/content/catalogue-decode.js';
import type { InterfaceWords } from '../../src/content/schema/interface.js';
import type { WithoutScripts } from '../../src/content/schema/without-scripts.js';
import { checkContent } from '../content/check.js';
import { text } from './snippet.js';
import type { Still } from './still.js';

/** What each element has for readers without scripts, from the content files: their words, and the organisations. */
export function stillWords(): Readonly<Record<string, Still>> {
  const content = checkContent(fileURLToPath(new URL('../../content', import.meta.url)));
  const words = content.get('en/without-scripts.yaml') as WithoutScripts;
  const { website, 'website-name': siteName } = content.get('en/interface.yaml') as InterfaceWords;
  const says = (tag: string) => (content.get(`en/${tag}.yaml`) as { readonly intro: string }).intro;
  const bodies = decode(content.get('organisations.yaml') as CompactOrganisations);
  /** A sentence as markup, with markup in it. */
  const woven = (sentence: string, values: Readonly<Record<string, string>>) => fill(text(sentence), values);

  const { intro, areas, unsure, reach } = words['alliance-finder'];
  const lines = bodies
    .filter(({ kind }) => kind === 'alliance')
    .map(({ id, shortName }) => {
      const systems = bodies.filter(
        ({ kind, alliances }) => kind === 'system' && alliances.some((each) => each === id),
      );
      return `<li>${woven(areas.text, {
        alliance: `<b>${text(shortName)}</b>`,
        areas: systems.map((system) => text(system.shortName)).join('; '),
      })}</li>`;
    });
  const link = `<a href="${website}" rel="noopener" referrerpolicy="no-referrer">${text(siteName)}</a>`;
  return {
    'alliance-finder': {
      says: says('alliance-finder'),
      instead: `<p>${text(intro.text)}</p><ul>${lines.join('')}</ul><p>${text(unsure)}</p><p>${woven(reach, { website: link })}</p>`,
    },
    'region-map': { says: says('region-map'), instead: `<p>${text(words['region-map'].intro)}</p>` },
  };
}
