import type { Ask } from './answer.js';

/** One thing that the doctor saw, and how to mend it. */
export interface Finding {
  /** `error`: a reader does not get the widget. `warning`: they do, but not as it was meant. `good`: as it is to be. */
  readonly level: 'error' | 'warning' | 'good';
  /** Line of the page, from 1; none for what is missing or stands in no line. */
  readonly line?: number | undefined;
  readonly what: string;
  readonly mend?: string | undefined;
}

/** An organisation, as far as the doctor has to know it. */
export interface Body {
  readonly id: string;
  readonly name: string;
  /** Its NHS code (ODS code). A system and its board share one; boards come later. */
  readonly code?: string | undefined;
  /** What people call it besides: short forms, and what it was called before. */
  readonly others: readonly string[];
  /** Its last day, YYYY-MM-DD, and who does its work now, by id. */
  readonly closed?: string | undefined;
  readonly heirs: readonly string[];
}

/** What the doctor knows of a release. */
export interface Knowledge {
  readonly version: string;
  /** For each script that a page can name: its `integrity`. */
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
  /** For each tag: the attributes that it reads. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** For each tag: the files that the script loads for it. */
  readonly chunks: Readonly<Record<string, readonly string[]>>;
  /** For each tag: the attributes that the address of its frame may carry. */
  readonly framed: Readonly<Record<string, readonly string[]>>;
  readonly bodies: readonly Body[];
  /** Ids of the areas of the map. */
  readonly areas: readonly string[];
}

/** What the doctor is told besides the page itself. */
export interface Circumstances {
  readonly knowledge: Knowledge;
  /** Address of the page, if it has one. */
  readonly address?: string | undefined;
  /** Content security policies that came with the page, as headers; those in its own `meta` tags are found there. */
  readonly policies?: readonly string[];
  /** Whether the page isolates itself, by `Cross-Origin-Embedder-Policy`. */
  readonly isolated?: boolean | undefined;
  /** What an element of ours says on the console to these attributes. */
  readonly complaints: (tag: string, attributes: Readonly<Record<string, string>>) => Promise<readonly string[]>;
  /** Asks a server for what the page names; without it nobody is asked. */
  readonly ask?: Ask | undefined;
  /** Told of each address that nobody is asked for: there is nobody to ask, or it is part of one that is not known. */
  readonly unasked?: (address: string) => void;
  /** Whether the page itself came over the network: who then gives no answer has none for readers either. */
  readonly online?: boolean | undefined;
}
