/** The parts of a custom elements manifest (schema 1.0.0) that we write. */
export interface Manifest {
  modules: Module[];
}

export interface Module {
  kind: 'javascript-module';
  path: string;
  declarations: Declaration[];
  exports: Export[];
}

export interface Export {
  kind: 'js' | 'custom-element-definition';
  name: string;
  declaration: { name: string; module: string };
}

export interface Item {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  inheritedFrom?: unknown;
}

export interface Member extends Item {
  kind: 'field' | 'method';
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
}

export interface Attribute extends Item {
  fieldName?: string;
}

export interface CssProperty extends Item {
  /** CSS syntax of the value, such as `<color>`. */
  syntax?: string;
}

export interface Declaration {
  kind: string;
  name: string;
  summary?: string;
  description?: string;
  tagName?: string;
  customElement?: boolean;
  superclass?: { name: string; module?: string; package?: string };
  attributes?: Attribute[];
  members?: Member[];
  events?: Item[];
  slots?: Item[];
  cssParts?: Item[];
  cssProperties?: CssProperty[];
}
