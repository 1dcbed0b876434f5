import { addressFrom } from './address.js';
import { part } from './dom.js';

/** Where the address of the files is typed: what is wrong with it stands beside it, with what was perhaps meant. */
export class AddressField {
  readonly #input = part('base', HTMLInputElement);
  readonly #error = part('base-error', HTMLElement);
  readonly #instead = part('instead', HTMLButtonElement);
  #folder: string;
  #wrong: string | undefined;
  /** Half an address is none yet, and nobody is told off for it. */
  #typing = false;

  /** @param changed - Told when the reader has left the field, or has taken what was offered. */
  constructor(folder: string, changed: () => void) {
    this.#folder = folder;
    this.#input.value = folder;
    this.#input.addEventListener('input', (event) => {
      this.#typing = event instanceof InputEvent && /^(insertText|delete)/.test(event.inputType);
    });
    this.#input.addEventListener('change', () => {
      this.#typing = false;
      changed();
    });
    this.#instead.addEventListener('click', () => {
      this.#input.value = this.#instead.value;
      // The button goes away, and the focus would be lost with it.
      this.#input.focus();
      this.#typing = false;
      changed();
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

  read(): void {
    const address = addressFrom(this.#input.value);
    this.#folder = address.folder ?? this.#folder;
    // What has been called wrong stays so until it is right.
    const wrong = address.folder === undefined && !(this.#typing && !this.#wrong);
    this.#wrong = wrong ? address.why : undefined;
    const instead = wrong ? address.instead : undefined;
    this.#input.ariaInvalid = wrong ? 'true' : null;
    this.#error.textContent = wrong ? `${address.why} Until then, ${this.#folder} stands below as before.` : '';
    this.#instead.hidden = !instead;
    this.#instead.value = instead ?? '';
    this.#instead.textContent = instead ? `Write ${instead}` : '';
  }
}
