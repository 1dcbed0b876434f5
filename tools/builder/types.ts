import type { Names } from './names.js';

/** How an option is set in the builder. */
export type Control =
  | { readonly kind: 'choice' | 'several'; readonly values: readonly string[] }
  | { readonly kind: 'switch' | 'words' | 'organisation' | 'area' | 'follow' }
  | { readonly kind: 'text'; readonly input: 'text' | 'tel' | 'email' | 'url' | 'date' };

export interface Option {
  readonly name: string;
  readonly description: string;
  readonly control: Control;
  /** What the widget's own words call its values. */
  readonly names?: Names | undefined;
  /** Whether the address of a frame page may carry it. */
  readonly framed: boolean;
}

export interface Widget {
  readonly tag: string;
  /** What its heading says. */
  readonly title: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Height in pixels that its frame has in dist/snippets, where nothing could be measured. */
  readonly height: number;
  /** Its style sheet, as it stands in prerendered snippets, and what a policy calls that. */
  readonly styles: string;
  readonly styleHash: string;
  /** Days on which its facts were last checked, and are to be checked again. */
  readonly checked: string;
  readonly due: string;
  readonly approved: boolean;
}

export type Attributes = Readonly<Record<string, string>>;

/** A snippet that the build has written to dist/snippets. */
export interface Ready {
  readonly tag: string;
  readonly attributes: Attributes;
  /** The content of its shadow root, without the style sheet. */
  readonly markup: string;
}

/** One entry of a picker. */
export interface Entry {
  readonly id: string;
  readonly label: string;
}
export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** All that the builder knows: read from what was built, so that it offers nothing else. */
export interface Knowledge {
  readonly version: string;
  readonly loader: { readonly file: string; readonly integrity: string };
  readonly frameParent: { readonly file: string; readonly integrity: string };
  readonly widgets: readonly Widget[];
  readonly ready: readonly Ready[];
  readonly organisations: readonly Group[];
  readonly areas: readonly Group[];
}

/** What somebody has chosen. */
export interface Choice {
  readonly widget: Widget;
  /** Attributes of the tag, an `id` among them if others are to follow it. */
  readonly attributes: Attributes;
  /** Where the library's files are, with a slash at the end. */
  readonly base: string;
  /** What the widget says, as plain HTML. */
  readonly words: string;
  /** What its heading says. */
  readonly title: string;
  /** What its frame page shows, which takes fewer options. */
  readonly frame: FrameChoice;
}

export interface FrameChoice {
  /** Width in pixels of the place that it is measured for. */
  readonly width: number;
  /** Height that it needs there; nothing if it could not be measured. */
  readonly height?: number | undefined;
  /** Height that it needs in the narrowest place. */
  readonly narrow?: number | undefined;
  readonly title: string;
}
