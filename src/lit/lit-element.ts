import { render } from './lit-html.js';
import { ReactiveElement } from './reactive-element.js';

/** Stands in for `lit-element` in the bundles and the tests: a ReactiveElement that renders templates. */
export class LitElement extends ReactiveElement {
  override update(changed: Map<string, unknown>): void {
    const value = this.render();
    super.update(changed);
    if (this.renderRoot) render(value, this.renderRoot, { host: this });
  }

  render(): unknown {
    return undefined;
  }
}
