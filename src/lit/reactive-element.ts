/**
 * Stands in for `@lit/reactive-element` in the bundles and the tests (tools/rollup/lean-lit.ts). It does what Lit's does, in
 * Lit's order and under Lit's names, for the part that our elements use, in a third of the bytes. What it leaves out, and how
 * to keep it true: docs/decisions/0010-lean-lit.md.
 */
import type { CSSResult } from './css-tag.js';

type Changes = Map<string, unknown>;
type Hook = 'hostConnected' | 'hostUpdate' | 'hostUpdated' | 'hostDisconnected';
type Controller = Partial<Record<Hook, () => void>>;

export class ReactiveElement extends HTMLElement {
  declare static properties: Readonly<Record<string, { attribute?: string | false; state?: boolean }>>;
  declare static styles: unknown;
  declare static elementStyles: readonly CSSResult[];
  /** Each property's attribute, or false: of this class and those above it. */
  static elementProperties = new Map<string, string | false>();

  /** Read by the browser when it defines the tag. */
  static get observedAttributes(): readonly string[] {
    return [...this.finalize().values()].filter((attribute) => attribute !== false);
  }

  static finalize(): ReadonlyMap<string, string | false> {
    if (!Object.hasOwn(this, 'elementProperties')) {
      this.elementProperties = new Map((Object.getPrototypeOf(this) as typeof ReactiveElement).finalize());
      this.elementStyles = ([this.styles ?? []] as unknown[]).flat(Infinity) as CSSResult[];
      if (Object.hasOwn(this, 'properties'))
        for (const [name, { state, attribute = name.toLowerCase() }] of Object.entries(this.properties)) {
          this.elementProperties.set(name, !state && attribute);
          const key = Symbol();
          Object.defineProperty(this.prototype, name, {
            get(this: ReactiveElement) {
              return this[key];
            },
            set(this: ReactiveElement, value: unknown) {
              const old = this[key];
              this[key] = value;
              this.requestUpdate(name, old);
            },
          });
        }
    }
    return this.elementProperties;
  }

  [property: string | symbol]: unknown;

  declare renderRoot?: ShadowRoot;
  hasUpdated = false;
  isUpdatePending = false;

  #changed: Changes = new Map();
  readonly #controllers = new Set<Controller>();
  /** What the page set before the tag was defined: it hides the accessors, so it is set again before the first update. */
  readonly #early: [name: string, value: unknown][] = [];
  #enable!: (pending: boolean) => void;

  /** The latest update, which waits for the one before it; the first waits until the element is on a page. */
  updateComplete = new Promise<boolean>((resolve) => (this.#enable = resolve));

  constructor() {
    super();
    for (const name of (this.constructor as typeof ReactiveElement).elementProperties.keys())
      if (Object.hasOwn(this, name)) {
        this.#early.push([name, this[name]]);
        Reflect.deleteProperty(this, name);
      }
    this.requestUpdate();
  }

  addController(controller: Controller): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#enable(true);
    this.#tell('hostConnected');
  }

  disconnectedCallback(): void {
    this.#tell('hostDisconnected');
  }

  attributeChangedCallback(changed: string, _old: string | null, value: string | null): void {
    (this.constructor as typeof ReactiveElement).elementProperties.forEach((attribute, name) => {
      if (attribute === changed) this[name] = value;
    });
  }

  /** A root that is there already, as markup from a server brings one, is kept. */
  createRenderRoot(): ShadowRoot {
    const { elementStyles } = this.constructor as typeof ReactiveElement;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = elementStyles.map(({ styleSheet }) => styleSheet);
    return root;
  }

  requestUpdate(name?: string, old?: unknown): void {
    if (name) {
      if (Object.is(this[name], old)) return;
      if (!this.#changed.has(name)) this.#changed.set(name, this.hasUpdated ? old : undefined);
    }
    if (!this.isUpdatePending) this.updateComplete = this.#enqueueUpdate();
  }

  async #enqueueUpdate(): Promise<boolean> {
    this.isUpdatePending = true;
    try {
      await this.updateComplete;
    } catch (error) {
      // An error in the update before: caught here, so told to the page anew; this update goes on.
      void Promise.reject(error);
    }
    // No longer pending if that update asked for this one and then failed.
    if (this.isUpdatePending) this.#performUpdate();
    return !this.isUpdatePending;
  }

  #performUpdate(): void {
    for (const [name, value] of this.#early.splice(0)) this[name] = value;
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      this.#tell('hostUpdate');
      this.update(changed);
    } catch (error) {
      this.#markUpdated();
      throw error;
    }
    this.#tell('hostUpdated');
    if (!this.hasUpdated) {
      this.hasUpdated = true;
      this.firstUpdated(changed);
    }
    this.updated(changed);
  }

  /** LitElement renders in its own, once this one has been called: what changes from here on asks for another update. */
  update(_changed: Changes): void {
    this.#markUpdated();
  }

  willUpdate(_changed: Changes): void {
    // For elements.
  }

  firstUpdated(_changed: Changes): void {
    // For elements.
  }

  updated(_changed: Changes): void {
    // For elements.
  }

  #markUpdated(): void {
    this.#changed = new Map();
    this.isUpdatePending = false;
  }

  #tell(hook: Hook): void {
    this.#controllers.forEach((controller) => controller[hook]?.());
  }
}
