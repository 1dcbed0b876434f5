type Child = Node | string;

/** An element with attributes and content; an attribute that is `undefined` or `false` is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  element.append(...children);
  return element;
}

/** The one element that the page has for a part of the builder. */
export function part<Kind extends HTMLElement>(name: string, kind: new () => Kind): Kind {
  const found = document.querySelector(`[data-builder-${name}]`);
  if (!(found instanceof kind)) throw new Error(`The page has no [data-builder-${name}].`);
  return found;
}
