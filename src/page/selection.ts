/** An area that a reader chose. */
export interface Area {
  /** The area's id, such as `norfolk-and-waveney`. */
  readonly id: string;
  readonly kind: 'alliance' | 'system' | 'ccg';
  readonly alliance: 'north' | 'south';
}

/** What is selected in one source element, and who follows it. */
export class Selection {
  #area: Area | undefined;
  readonly #followers = new Set<() => void>();

  get area(): Area | undefined {
    return this.#area;
  }

  set area(area: Area | undefined) {
    if (area?.id === this.#area?.id && area?.kind === this.#area?.kind) return;
    this.#area = area;
    for (const tell of [...this.#followers]) tell();
  }

  /** Calls back at each change; gives the function that stops it. */
  follow(tell: () => void): () => void {
    this.#followers.add(tell);
    return () => this.#followers.delete(tell);
  }
}

// Kept by element, not by id, and made on first asking, so that a follower may come before its source has loaded.
const selections = new WeakMap<Element, Selection>();

/** The selection of a source element, whether or not that element is upgraded yet. */
export function selectionOf(source: Element): Selection {
  let selection = selections.get(source);
  if (!selection) selections.set(source, (selection = new Selection()));
  return selection;
}
