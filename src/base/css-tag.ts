/**
 * Stands in for `@lit/reactive-element/css-tag.js` in the bundles (rollup.config.mjs): the same interface for browsers
 * that have constructable stylesheets, which all that we support have. It is some 350 bytes smaller, and it cannot fall
 * back to `<style>` elements, which a strict content security policy refuses. Styles are constants: no `${}` in them.
 */
export class CSSResult {
  #sheet: CSSStyleSheet | undefined;

  constructor(readonly cssText: string) {}

  /** Made when the first element adopts it, and shared by all that do. */
  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.#sheet;
  }
}

export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = (text: string): CSSResult => new CSSResult(text);
export const css = ([text = '']: TemplateStringsArray): CSSResult => new CSSResult(text);
export const getCompatibleStyle = (style: CSSResult): CSSResult => style;

export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
}
