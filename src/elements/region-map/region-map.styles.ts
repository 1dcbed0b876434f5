import { css } from 'lit';

/**
 * Blue is the north and brown the south, each system a lightness of its own; numbers, names and, in print and forced
 * colours, hatching say the same without colour. White writing holds 4.5:1 on every tone. The tones serve dark pages
 * too, where the sea and the land around are dark.
 */
export const styles = css`
  .t2 {
    --ae-tone: #0b4f96;
  }
  .t3 {
    --ae-tone: #005eb8;
  }
  .t4 {
    --ae-tone: #2a75bf;
  }
  .t5 {
    --ae-tone: #8a3a0c;
  }
  .t6 {
    --ae-tone: #a8480f;
  }
  .t7 {
    --ae-tone: #b5551f;
  }
  @container frame (min-inline-size: 42em) {
    .both {
      display: grid;
      column-gap: 1.8947em;
      grid-template: auto 1fr / minmax(0, 38em) minmax(16em, 1fr);
    }
    .areas {
      grid-area: 1 / 2 / 3;
    }
  }
  .picture {
    position: relative;
    container: map / inline-size;
    overflow: hidden;
    border: 1px solid var(--ae-border);
    border-radius: var(--alliance-radius, 0.2105em);
    direction: ltr;
  }
  .shapes {
    display: block;
  }
  .signs {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
    font-size: 0.6316em;
  }
  .signs svg {
    overflow: visible;
  }
  path {
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
    stroke: #fff;
    stroke-width: 1.5px;
  }
  .land {
    fill: var(--ae-border);
    stroke: none;
  }
  .area {
    fill: var(--ae-tone);
    cursor: pointer;
  }
  .edge,
  .over.on {
    stroke-width: 3px;
  }
  .edge,
  .over {
    pointer-events: none;
  }
  @media screen and (forced-colors: none) {
    .edge {
      fill: none;
    }
    .on text {
      stroke: none;
    }
  }
  .over {
    fill: #000;
    fill-opacity: 0.2;
  }
  .over.on {
    fill-opacity: 0.6;
    stroke: var(--ae-text);
  }
  text {
    fill: #fff;
    stroke: var(--ae-tone);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
    font-weight: 700;
    text-anchor: middle;
    dominant-baseline: central;
  }
  /* Names where they have room; else the number, which the list has too. */
  tspan {
    display: none;
    font-weight: 400;
  }
  .alliance tspan,
  .ccg .on tspan,
  .system .on tspan {
    display: inline;
  }
  @container map (max-inline-size: 22em) {
    .tight text {
      display: none;
    }
  }
  @container map (min-inline-size: 36em) {
    .signs {
      font-size: 0.7368em;
    }
    .system tspan {
      display: inline;
    }
    .system text {
      transform: translateY(-1.2em);
    }
  }
  .marker {
    pointer-events: auto;
    cursor: pointer;
  }
  circle {
    fill: var(--ae-surface);
    stroke: var(--ae-text);
    stroke-width: 2px;
  }
  rect {
    fill: var(--ae-text);
  }
  .plate {
    fill: var(--ae-text);
    stroke: var(--ae-surface);
    stroke-width: 5px;
    text-anchor: inherit;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4211em;
    margin-block: 0.6316em;
  }
  .areas details {
    border-block-end: 1px solid var(--ae-border);
  }
  /* A long name runs on under itself or, where there is no room for that, under its number. Inline, to be out of the
     summary's underline. */
  summary > span {
    display: inline-flex;
    flex-wrap: wrap;
    inline-size: 100%;
    gap: 0 0.5em;
    align-items: baseline;
  }
  .pointed {
    background: var(--ae-shade);
  }
  summary span span {
    flex: 1 1 7em;
    text-decoration: underline;
  }
  .chip {
    flex: none;
    min-inline-size: 1.7em;
    text-align: center;
    color: #fff;
    background: var(--ae-tone);
    border: 1px solid transparent;
    border-radius: 0.85em;
  }
  .about {
    padding-inline-start: 0.8421em;
    margin-block: 0.4211em 0.8421em;
    border-inline-start: 4px solid var(--ae-tone);
  }
  .about a {
    padding-block: 0.2em;
  }
  @media print {
    .both {
      display: block;
    }
    .tools {
      display: none;
    }
    .picture {
      max-inline-size: 28em;
    }
    .areas {
      columns: 18em;
    }
    summary span span {
      text-decoration: none;
    }
    [data-trust] {
      break-inside: avoid;
    }
  }
  /* Two colours are enough: numbers, hatching and outlines tell the rest. */
  @media print, (forced-colors: active) {
    .frame {
      --ae-text: CanvasText;
      --ae-surface: Canvas;
    }
    path {
      stroke: CanvasText;
    }
    .area,
    .land {
      fill: Canvas;
      stroke: CanvasText;
    }
    .over {
      fill: CanvasText;
    }
    text {
      fill: CanvasText;
      stroke: Canvas;
      stroke-width: 6px;
    }
    .chip {
      color: CanvasText;
      background: none;
      border-color: CanvasText;
    }
  }
`;
