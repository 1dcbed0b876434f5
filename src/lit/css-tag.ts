/**
 * Lit's stylesheets without its fallback to `<style>` elements, which no browser that we support needs and a strict
 * content security policy refuses. Part of the stand-in for `@lit/reactive-element`: see reactive-element.ts. Styles are
 * constants: no `${}` in them.
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

export const css = ([text = '']: TemplateStringsArray): CSSResult => new CSSResult(text);
