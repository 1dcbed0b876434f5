/** Counts which strings have been in which places, so that a test that says "each in each" can be held to it. */
export class Tally {
  readonly #met = new Map<string, Set<string>>();

  add(place: string, text: string): void {
    const texts = this.#met.get(place);
    if (texts) texts.add(text);
    else this.#met.set(place, new Set([text]));
  }

  get places(): number {
    return this.#met.size;
  }

  /** How many pairs of a place and a string there were; the same twice is one. */
  get pairs(): number {
    return [...this.#met.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
