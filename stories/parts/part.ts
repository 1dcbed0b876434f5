import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { PartHolder } from './part-holder.js';

/** A part is no element: it has a page in Storybook, and no table of attributes. Storybook reads the title beside it. */
export function meta(description: string): Meta {
  return { parameters: { docs: { description: { component: description } } } };
}

/** The story of a part in one state: what is to be seen, and how it is drawn. */
export function story(summary: string, draw: () => TemplateResult, fallback?: string): StoryObj {
  return {
    render: () => {
      // By its class: a bundler leaves out what is imported for its effect alone, as package.json allows it to.
      const holder = new PartHolder();
      holder.content = draw();
      const words = fallback ? document.createElement('p') : undefined;
      if (words && fallback) {
        words.textContent = fallback;
        holder.append(words);
      }
      return holder;
    },
    parameters: { docs: { description: { story: summary } } },
  };
}
