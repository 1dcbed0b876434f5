import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/alliance-finder/alliance-finder.define.js';
import '../src/elements/contact-card/contact-card.define.js';
import '../src/elements/partner-list/partner-list.define.js';
import '../src/elements/region-map/region-map.define.js';
import '../src/elements/support-directory/support-directory.define.js';

/** Several widgets on one page: no element of its own, so no table of attributes. */
export default {
  title: 'Elements/Together',
  tags: ['autodocs'],
  parameters: {
    docs: {
      description: {
        component:
          'Widgets that name another in `for` follow what is chosen there, in any order of markup and of loading. ' +
          'A finder and a map that name each other agree. A choice is told to a screen reader once, by the widget where it was made.',
      },
    },
  },
} satisfies Meta;

const linked = `<alliance-finder id="finder" for="map"></alliance-finder>
<region-map id="map" for="finder" hospitals></region-map>
<contact-card alliance="north" for="map"></contact-card>
<partner-list kind="icb trust" for="map"></partner-list>
<support-directory for="map"></support-directory>`;

const fragment = (html: string) => document.createRange().createContextualFragment(html);

const story = (summary: string, code: string, render: () => HTMLElement): StoryObj => ({
  render,
  parameters: { docs: { description: { story: summary }, source: { code, language: 'html' } } },
});

export const Linked = story(
  'Type NR2 in the finder, or choose an area on the map: the other, the card, the list and the support follow.',
  linked,
  () => {
    const page = document.createElement('div');
    page.append(fragment(linked));
    return page;
  },
);

export const InOneShadowRoot = story(
  "All inside a component of the host's: ids are looked up in the widgets' own shadow root first, then around it.",
  `<div>
  <template shadowrootmode="open">
    ${linked.replaceAll('\n', '\n    ')}
  </template>
</div>`,
  () => {
    const component = document.createElement('div');
    component.attachShadow({ mode: 'open' }).append(fragment(linked));
    return component;
  },
);

const around = `<region-map id="map" level="ccg" selected="luton"></region-map>`;
const inside = `<partner-list for="map"></partner-list>
<support-directory for="map" need="practical money"></support-directory>`;

export const MapAroundAShadowRoot = story(
  'The map stands on the page and those who follow it in a shadow root: they find it there.',
  `${around}
<div>
  <template shadowrootmode="open">
    ${inside.replaceAll('\n', '\n    ')}
  </template>
</div>`,
  () => {
    const page = document.createElement('div');
    const component = document.createElement('div');
    component.attachShadow({ mode: 'open' }).append(fragment(inside));
    page.append(fragment(around), component);
    return page;
  },
);
