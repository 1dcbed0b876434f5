import type { ListKind } from './listing.js';

/** Fired when a reader opens an organisation's details. Carries nothing about the reader, nor the words they typed. */
export class PartnerOpenEvent extends Event {
  constructor(
    /** The organisation's id, such as `west-suffolk`. */
    readonly organisation: string,
    /** What kind of organisation it is. */
    readonly kind: ListKind,
  ) {
    super('partner-open', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'partner-open': PartnerOpenEvent;
  }
}
