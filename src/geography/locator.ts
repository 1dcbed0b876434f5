import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askDevice, type Answer } from './ask-device.js';

/** Where the reader is, as far as a widget knows. */
export type Whereabouts = { readonly type: 'idle' | 'asking' } | Answer;

const idle = { type: 'idle' } as const;

/** Asks the device where it is, when the reader presses, and keeps the answer until something else is chosen. */
export class Locator implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #answer: (state: Answer) => void;
  state: Whereabouts = idle;

  /** @param answer - Called when a question ends, before the host renders. */
  constructor(host: ReactiveControllerHost, answer: (state: Answer) => void) {
    this.#host = host;
    this.#answer = answer;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets the question and the answer. */
  reset(): void {
    this.state = idle;
  }

  async ask(): Promise<void> {
    if (this.state.type === 'asking') return;
    const asking = (this.state = { type: 'asking' });
    this.#host.requestUpdate();
    const answer = await askDevice(() => undefined);
    // Another state has come since: the answer is to a question that is no longer asked.
    if (this.state !== asking) return;
    this.state = answer;
    this.#answer(answer);
    this.#host.requestUpdate();
  }
}
