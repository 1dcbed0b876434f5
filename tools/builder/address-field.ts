import { addressFrom } from './address.js';
import { part } from './dom.js';

/** Where the address of the files is typed: what is wrong with it stands beside it, with what was perhaps meant. */
export class AddressField {
  readonly #input = part('base', HTMLInputElement);
  readonly #error = part('base-error', HTMLElement);
  readonly #instead = part('instead', HTMLButtonElement);
  #folder: string;
  #wrong: string | undefined;

  /** @param mended - Told when the reader has taken what was offered. */
  constructor(folder: string, mended: () => void) {
    this.#folder = folder;
    this.#input.value = folder;
    this.#instead.addEventListener('click', () => {
      this.#input.value = this.#instead.value;
      // The button goes away, and the focus would be lost with it.
      this.#input.focus();
      mended();
    });
  }

  /** The folder, or the last one that was good. */
  get folder(): string {
    return this.#folder;
  }

  /** What is wrong, for those who do not see it. */
  get wrong(): string | undefined {
    return this.#wrong;
  }

  isIn(target: EventTarget | null): boolean {
    return target === this.#input;
  }

  read(): void {
    const address = addressFrom(this.#input.value);
    const wrong = address.folder === undefined;
    this.#folder = address.folder ?? this.#folder;
    this.#wrong = wrong ? address.why : undefined;
    const instead = wrong ? address.instead : undefined;
    this.#input.ariaInvalid = wrong ? 'true' : null;
    this.#error.textContent = wrong ? `${address.why} Until then, ${this.#folder} stands below as before.` : '';
    this.#instead.hidden = !instead;
    this.#instead.value = instead ?? '';
    this.#instead.textContent = instead ? `Write ${instead}` : '';
  }
}
