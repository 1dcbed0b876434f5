/** One state of an element, told as the markup a host would write. Stories show it; tests hold it to their promises. */
export interface Example {
  /** One sentence: what is to be seen. */
  readonly summary: string;
  /** Markup without scripts. */
  readonly html: string;
}
