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
  readonly areas: readonly MapArea[];
  readonly view: View;
  readonly chosen?: MapArea | undefined;
  /** The area under the pointer or the focus, here or in the list. */
  readonly pointed?: MapArea | undefined;
  readonly markers: readonly MapHospital[];
  /** Whether a hospital is named. */
  readonly named: (hospital: MapHospital) => boolean;
}

/** A name in lines of some 16 letters, broken between words. */
function lines(name: string): readonly string[] {
  const broken: string[] = [];
  for (const word of name.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + word.length < 16) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}

/** A hospital's sign: a cross in a circle, moved aside by its own widths. */
export function cross(aside = 0): TemplateResult {
  const at = aside * 1.1;
  return svg`<circle cx="${at}em" r="0.55em" />
    <rect x="${at - 0.35}em" y="-0.1em" width="0.7em" height="0.2em" />
    <rect x="${at - 0.1}em" y="-0.35em" width="0.2em" height="0.7em" />`;
}

/** The map itself. Shapes are in the grid's units; signs lie over them in units of text, so that they keep their size. */
export function picture({ level, areas, view, chosen, pointed, markers, named }: Picture): TemplateResult {
  const { x, y, width, height } = view;
  const left = (at: number) => `${(((at - x) / width) * 100).toFixed(2)}%`;
  const top = (at: number) => `${(((at - y) / height) * 100).toFixed(2)}%`;
  const hatch = width / 80;

  const sign = (area: MapArea) => {
    const [atX, atY] = markers.length ? besideHospitals(area) : area.outline.label;
    const rows = lines(area.name);
    return svg`<svg class="sign ${area.tone} ${area === chosen ? 'on' : ''}" x=${left(atX)} y=${top(atY)}>
      <text class="number">${area.number}</text>
      <text class="name" y="${rows.length * -0.6}em">
        ${[area.number, ...rows].map((row, index) => svg`<tspan x="0" dy=${index ? '1.2em' : '0'}>${row}</tspan>`)}
      </text>
    </svg>`;
  };

  const marker = (site: MapHospital) =>
    svg`<svg class="marker" x=${left(site.x)} y=${top(site.y)} data-hospital=${site.id} data-area=${site.areas[level] ?? nothing}>
      ${cross(site.aside)}
    </svg>`;

  const plate = (site: MapHospital) => {
    const share = (site.x - x) / width;
    return svg`<svg class="plate" x=${left(site.x)} y=${top(site.y)}>
      <text y="-1.1em" text-anchor=${share > 0.7 ? 'end' : share < 0.3 ? 'start' : 'middle'}>${site.name}</text>
    </svg>`;
  };

  return html`<div class="picture" part="map">
    <svg
      class="shapes"
      viewBox="${x} ${y} ${width} ${height}"
      role="img"
      aria-label=${fill(words.picture, { n: areas.length })}
    >
      <pattern id="hatch" width=${hatch} height=${hatch} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width=${hatch / 6} height=${hatch} />
      </pattern>
      <path class="land" d=${land} />
      ${areas.map(({ id, tone, outline }) => svg`<path class="area ${tone}" data-area=${id} d=${outline.path} />`)}
      ${areas.map(({ alliance, outline }) => (alliance === 'south' ? svg`<path class="hatch" fill="url(#hatch)" d=${outline.path} />` : nothing))}
      ${areasAt('alliance').map(({ outline }) => svg`<path class="edge" d=${outline.path} />`)}
      ${pointed ? svg`<path class="over" d=${pointed.outline.path} />` : nothing}
      ${chosen ? svg`<path class="over on" d=${chosen.outline.path} />` : nothing}
    </svg>
    <svg class="signs ${markers.length ? '' : level}" aria-hidden="true">
      ${markers.map(marker)} ${areas.map(sign)} ${markers.filter(named).map(plate)}
    </svg>
  </div>`;
}
