/** One thing that the doctor saw, and how to mend it. */
export interface Finding {
  /** `error`: a reader does not get the widget. `warning`: they do, but not as it was meant. `good`: as it is to be. */
  readonly level: 'error' | 'warning' | 'good';
  /** Line of the page, from 1; none for what is missing or stands in no line. */
  readonly line?: number | undefined;
  readonly what: string;
  readonly mend?: string | undefined;
}

/** What the doctor knows of a release. */
export interface Knowledge {
  readonly version: string;
  /** For each script that a page can name: its `integrity`. */
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
  /** For each tag: the attributes that it reads. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What the doctor is told besides the page itself. */
export interface Circumstances {
  readonly knowledge: Knowledge;
  /** Address of the page, if it has one. */
  readonly address?: string | undefined;
  /** Content security policies that came with the page, as headers; those in its own `meta` tags are found there. */
  readonly policies?: readonly string[];
  /** What an element of ours says on the console to these attributes. */
  readonly complaints: (tag: string, attributes: Readonly<Record<string, string>>) => Promise<readonly string[]>;
}
