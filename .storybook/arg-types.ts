import type { ArgTypes } from '@storybook/web-components-vite';
import type { Attribute, CssProperty, Item, Manifest } from '../tools/manifest/types.js';

/**
 * Tables and controls of an element, from the manifest. Storybook's own reading of it keeps one thing of each name, so
 * that a part called `heading` would hide the slot of that name; here each kind of thing has names of its own.
 */
export function argTypesOf(tag: string, { modules }: Manifest): ArgTypes {
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  if (!element) return {};
  const { attributes = [], slots = [], events = [], cssProperties = [], cssParts = [] } = element;
  return {
    ...Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeRow(attribute)])),
    ...rows('slots', slots, ({ name }) => name || '(default)'),
    ...rows('events', events),
    ...rows('css custom properties', cssProperties),
    ...rows('css parts', cssParts),
  };
}

function attributeRow({ name, description = '', type, default: value }: Attribute): ArgTypes[string] {
  const options = [...(type?.text.matchAll(/'([^']*)'/g) ?? [])].map(([, option = '']) => option);
  return {
    name,
    description,
    ...(options.length
      ? { options: ['', ...options], control: { type: 'select' } }
      : { control: { type: type?.text === 'boolean' ? 'boolean' : type?.text === 'number' ? 'number' : 'text' } }),
    table: {
      category: 'attributes',
      type: { summary: type?.text ?? 'string' },
      ...(value && { defaultValue: { summary: value } }),
    },
  };
}

function rows(category: string, items: readonly CssProperty[], nameOf = ({ name }: Item) => name): ArgTypes {
  return Object.fromEntries(
    items.map((item) => {
      const { description = '', default: value, syntax } = item;
      const type = syntax ?? item.type?.text;
      const row: ArgTypes[string] = {
        name: nameOf(item),
        description,
        control: false,
        table: {
          category,
          ...(type && { type: { summary: type } }),
          ...(value && { defaultValue: { summary: value } }),
        },
      };
      return [`${category}: ${item.name}`, row];
    }),
  );
}
