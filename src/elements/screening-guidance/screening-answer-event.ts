/**
 * Fired when a reader has asked for the checker's answer. Carries nothing of what the reader told: hosts log events, and
 * an answer about a person's body has no place in a log.
 */
export class ScreeningAnswerEvent extends Event {
  constructor() {
    super('screening-answer', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'screening-answer': ScreeningAnswerEvent;
  }
}
