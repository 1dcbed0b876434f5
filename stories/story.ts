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

/** The story of an example. Its controls show what the markup says, and set it anew on the element. */
export function story(tag: string, name: string, { summary, html }: Example): StoryObj<Args> {
  const element = parse(html).querySelector(tag);
  return {
    name,
    args: Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value || true])),
    render: render(html),
    parameters: { docs: { description: { story: summary }, source: { code: html, language: 'html' } } },
  };
}

const parse = (html: string) => document.createRange().createContextualFragment(html);

function render(html: string): NonNullable<StoryObj<Args>['render']> {
  return (args, { component }) => {
    const fragment = parse(html);
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
