import { version } from './version.js';
import { warnOnce } from './warn.js';

/**
 * Registers a tag unless the page already has it: the first version on the page wins, since a second definition would
 * throw and take the rest of the bundle with it. Silent when the owner is this version; otherwise warns once.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const owner = customElements.get(tag) as { version?: unknown } | undefined;
  if (!owner) customElements.define(tag, element);
  else if (owner.version !== version)
    warnOnce(`<${tag}> is defined already; Alliance Elements ${version} leaves it alone.`);
}
