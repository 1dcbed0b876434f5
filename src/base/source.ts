/** Where a fact was read. Datasets without a public page have no address. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url?: string | undefined;
}
