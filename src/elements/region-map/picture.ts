import { html, nothing, svg, type TemplateResult } from 'lit';
import words from '../../../content/en/region-map.yaml';
import { fill } from '../../base/words.js';
import { land } from '../../geography/outlines.js';
import { areasAt, type Level, type MapArea } from './areas.js';
import { besideHospitals, type MapHospital } from './hospitals.js';
import type { View } from './view.js';

/** What the drawing shows. */
export interface Picture {
  readonly level: Level;
  /** The only alliance to draw, if it is one. */
  readonly alliance?: string | undefined;
  readonly areas: readonly MapArea[];
  readonly view: View;
  readonly chosen?: MapArea | undefined;
  /** The area under the pointer or the focus, here or in the list. */
  readonly pointed?: MapArea | undefined;
  readonly markers: readonly MapHospital[];
  /** Whether a hospital is named. */
  readonly named: (hospital: MapHospital) => boolean;
}

// A name runs over several lines: after each comma and "and", and before "Alliance", which is long beside the sea.
const lineEnd = /(?<=,|and) | (?=All)/;

// An area that is narrower than this share of the view has no room for its number on a narrow map.
const tight = 0.06;

/** The map itself. Shapes are in the grid's units; signs lie over them in units of text, so that they keep their size. */
export function picture({ level, alliance, areas, view, chosen, pointed, markers, named }: Picture): TemplateResult {
  const [x, y, width, height] = view;
  const left = (at: number) => `${((at - x) / width) * 100}%`;
  const top = (at: number) => `${((at - y) / height) * 100}%`;
  const hatch = width / 80;

  const shape = ({ id, outline }: MapArea, kind: string) =>
    svg`<path class=${kind} data-area=${id} d=${outline.path} fill=${id === 'south' ? 'url(#hatch)' : 'none'} />`;

  const sign = (area: MapArea) => {
    const [atX, atY] = markers.length ? besideHospitals(area) : area.outline.label;
    const [from, upper, to, lower] = area.outline.box;
    const small = Math.min(to - from, lower - upper) < width * tight;
    return svg`<svg class="${area.tone} ${area === chosen ? 'on' : ''} ${small ? 'tight' : ''}" x=${left(atX)} y=${top(atY)}>
      <text>${area.number}${area.name.split(lineEnd).map((row) => svg`<tspan x="0" dy="1.2em">${row}</tspan>`)}</text>
    </svg>`;
  };

  // A cross in a circle. Closed in full, since the minifier does not know these for elements of SVG.
  const marker = ({ id, areas: at, aside, ...site }: MapHospital) =>
    svg`<svg class="marker" x=${left(site.x)} y=${top(site.y)} data-hospital=${id} data-area=${at[level] ?? ''}>
      <circle cx="${aside}em" r="0.55em"></circle>
      <rect x="${aside - 0.35}em" y="-0.1em" width="0.7em" height="0.2em"></rect>
      <rect x="${aside - 0.1}em" y="-0.35em" width="0.2em" height="0.7em"></rect>
    </svg>`;

  const plate = (site: MapHospital) =>
    svg`<svg x=${left(site.x)} y=${top(site.y)}>
      <text class="plate" y="-1.1em" text-anchor=${site.x > x + width / 2 ? 'end' : 'start'}>${site.name}</text>
    </svg>`;

  return html`<div class="picture" part="map">
    <svg class="shapes" viewBox=${view.join(' ')} role="img" aria-label=${fill(words.picture, { n: areas.length })}>
      <pattern id="hatch" width=${hatch} height=${hatch} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width=${hatch / 6} height=${hatch} />
      </pattern>
      <path class="land" d=${land} />
      ${areas.map((area) => shape(area, `area ${area.tone}`))}
      ${areasAt('alliance').map((area) => shape(area, alliance && alliance !== area.id ? 'land' : 'edge'))}
      ${pointed ? shape(pointed, 'over') : nothing} ${chosen ? shape(chosen, 'over on') : nothing}
    </svg>
    <svg class="signs ${markers.length ? '' : level}" aria-hidden="true">
      ${markers.map(marker)} ${areas.map(sign)} ${markers.filter(named).map(plate)}
    </svg>
  </div>`;
}
