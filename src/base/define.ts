import { prefix } from './prefix.js';
import { tell } from './tell.js';
import { version } from './version.js';

/**
 * Registers a tag, and its second name if the page asks for one, unless the page already has it: the first version on
 * the page wins, since a second definition would throw and take the rest of the bundle with it. Silent when the owner is
 * this version, or when the second name is there for that case; otherwise says so once.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  for (const name of new Set([tag, prefix + tag])) {
    const owner = customElements.get(name) as { version?: string } | undefined;
    // A class serves one name.
    if (!owner)
      try {
        customElements.define(name, name === tag ? element : class extends element {});
      } catch (error) {
        // A host's own `define` may refuse a name.
        console.warn(error);
      }
    else if (!prefix) tell(owner.version ?? `<${name}>`, version);
  }
}
