import { css } from 'lit';

/**
 * Blue is the north and brown the south, each system a lightness of its own; numbers, names and, in print and forced
 * colours, hatching say the same without colour. White writing holds 4.5:1 on each tone, dark writing in dark mode.
 */
export const styles = css`
  .frame {
    --n0: #0b4f96;
    --n1: #005eb8;
    --n2: #2a75bf;
    --s0: #8a3a0c;
    --s1: #a8480f;
    --s2: #b5551f;
    --on: #fff;
    --rim: #fff;
    --land: #e8edee;
    --over: #000;
  }
  @supports (color: light-dark(red, red)) {
    .frame {
      --n0: light-dark(#0b4f96, #6fb2f2);
      --n1: light-dark(#005eb8, #8fc7ff);
      --n2: light-dark(#2a75bf, #b7dcff);
      --s0: light-dark(#8a3a0c, #f2a65a);
      --s1: light-dark(#a8480f, #f7c08a);
      --s2: light-dark(#b5551f, #ffd9b0);
      --on: light-dark(#fff, #14202b);
      --rim: light-dark(#fff, #14202b);
      --land: light-dark(#e8edee, #26353f);
      --over: light-dark(#000, #fff);
    }
  }
  .n0 {
    --tone: var(--n0);
  }
  .n1 {
    --tone: var(--n1);
  }
  .n2 {
    --tone: var(--n2);
  }
  .s0 {
    --tone: var(--s0);
  }
  .s1 {
    --tone: var(--s1);
  }
  .s2 {
    --tone: var(--s2);
  }
  .both {
    display: grid;
    gap: 1.2632em;
    margin-block-end: 0.8421em;
  }
  .both > div {
    min-inline-size: 0;
  }
  @container frame (min-inline-size: 42em) {
    .both {
      grid-template: auto 1fr / minmax(0, 38em) minmax(16em, 1fr);
      column-gap: 1.8947em;
    }
    .areas {
      grid-area: 1 / 2 / 3;
    }
  }
  .picture {
    position: relative;
    container: map / inline-size;
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--alliance-radius, 0.2105em);
    direction: ltr;
  }
  svg {
    display: block;
    overflow: hidden;
  }
  .shapes {
    inline-size: 100%;
    block-size: auto;
  }
  .signs {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
    font-size: 0.7368em;
  }
  .signs svg {
    overflow: visible;
  }
  path {
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .land {
    fill: var(--land);
  }
  .area {
    fill: var(--tone);
    stroke: var(--rim);
    stroke-width: 1.5px;
    cursor: pointer;
  }
  .edge {
    fill: none;
    stroke: var(--rim);
    stroke-width: 3px;
  }
  .hatch {
    display: none;
  }
  .edge,
  .hatch,
  .over {
    pointer-events: none;
  }
  /* Darkens the area in light mode and lightens it in dark mode. */
  .over {
    fill: var(--over);
    fill-opacity: 0.18;
  }
  .over.on {
    fill-opacity: 0.45;
    stroke: var(--text);
    stroke-width: 3px;
  }
  text {
    fill: var(--on);
    stroke: var(--tone);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .on text {
    stroke: none;
  }
  .number,
  tspan:first-child {
    font-weight: 700;
  }
  .name {
    display: none;
  }
  .alliance .name,
  .ccg .on .name,
  .system .on .name {
    display: block;
  }
  .alliance .number,
  .ccg .on .number,
  .system .on .number {
    display: none;
  }
  @container map (min-inline-size: 26em) {
    .signs {
      font-size: 0.8421em;
    }
    .system .name {
      display: block;
    }
    .system .number {
      display: none;
    }
  }
  .marker {
    pointer-events: auto;
    cursor: pointer;
  }
  circle {
    fill: var(--surface);
    stroke: var(--text);
    stroke-width: 2px;
  }
  circle ~ rect {
    fill: var(--text);
  }
  .plate text {
    fill: var(--text);
    stroke: var(--surface);
    stroke-width: 5px;
    font-weight: 700;
    text-anchor: inherit;
  }
  .key {
    display: inline;
    inline-size: 1.4em;
    block-size: 1.4em;
    vertical-align: middle;
  }
  .key * {
    transform: translate(0.7em, 0.7em);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4211em;
    margin-block: 0.6316em;
  }
  .answer {
    min-block-size: 2em;
  }
  [role='status']:empty {
    margin: 0;
  }
  ul.plain {
    margin-block-end: 0.8421em;
  }
  .areas li {
    margin: 0;
  }
  .areas details {
    border-block-end: 1px solid var(--border);
  }
  .areas summary {
    padding-inline-start: 3.4em;
    text-indent: -3.4em;
  }
  .pointed {
    background: var(--shade);
  }
  .chip {
    display: inline-block;
    min-inline-size: 1.7em;
    margin-inline-end: 0.5em;
    text-indent: 0;
    text-align: center;
    font-weight: 700;
    color: var(--on);
    background: var(--tone);
    border: 1px solid transparent;
    border-radius: 0.85em;
  }
  .about {
    padding-inline-start: 0.8421em;
    margin-block-end: 0.8421em;
    border-inline-start: 4px solid var(--tone);
  }
  .about > :last-child {
    margin: 0;
  }
  .areas .about li {
    margin-block-end: 0.4211em;
  }
  @media print {
    .both {
      display: block;
    }
    .picture {
      max-inline-size: 28em;
    }
    .areas {
      columns: 18em;
    }
    .areas summary {
      break-after: avoid;
    }
    .area,
    .land {
      fill: #fff;
      stroke: #000;
    }
    .land {
      stroke-width: 0.5px;
    }
    .edge {
      stroke: #000;
    }
    .hatch {
      display: block;
    }
    text {
      fill: #000;
      stroke: #fff;
      stroke-width: 6px;
    }
    .chip {
      color: #000;
      background: none;
      border-color: #000;
    }
    .about {
      border-color: #000;
    }
  }
  @media (forced-colors: active) {
    .area,
    .land {
      fill: Canvas;
      stroke: CanvasText;
    }
    .land {
      stroke: GrayText;
    }
    .edge {
      stroke: CanvasText;
    }
    .hatch {
      display: block;
    }
    .over {
      fill: Highlight;
    }
    .over.on {
      fill-opacity: 1;
      stroke: CanvasText;
    }
    text {
      fill: CanvasText;
      stroke: Canvas;
    }
    .on text {
      fill: HighlightText;
    }
    circle {
      fill: Canvas;
      stroke: CanvasText;
    }
    rect {
      fill: CanvasText;
    }
  }
`;
