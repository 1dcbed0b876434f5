import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Example } from './example.js';

type Args = Record<string, string | number | boolean | undefined>;

/** What Storybook is to know of an element: its tag. Tables and controls come from the custom elements manifest. */
export function meta(tag: string): Meta<Args> {
  return { title: `Elements/${tag}`, component: tag, render: render(`<${tag}></${tag}>`) };
}

/** A story with nothing set but the given attributes, to try the others on. */
export function playground(args: Args = {}): StoryObj<Args> {
  return { args };
}

/** The story of an example. Its controls set attributes on the element over those of the markup. */
export function story(name: string, { summary, html }: Example): StoryObj<Args> {
  return {
    name,
    render: render(html),
    parameters: { docs: { description: { story: summary }, source: { code: html, language: 'html' } } },
  };
}

function render(html: string): NonNullable<StoryObj<Args>['render']> {
  return (args, { component }) => {
    const fragment = document.createRange().createContextualFragment(html);
    const element = component ? fragment.querySelector(component) : null;
    for (const [attribute, value] of Object.entries(args)) {
      if (value === undefined || value === '' || value === false) element?.removeAttribute(attribute);
      else element?.setAttribute(attribute, value === true ? '' : String(value));
    }
    const story = document.createElement('div');
    story.append(fragment);
    return story;
  };
}
