const outward = { bubbles: true, composed: true };

/** Fired once per element, when its first whole content is on the page. */
export class AllianceReadyEvent extends Event {
  constructor() {
    super('alliance-ready', outward);
  }
}

/** Fired when what the host asked for cannot be shown and the fallback stays in its place. */
export class AllianceErrorEvent extends Event {
  constructor(
    /** The attribute that could not be honoured. */
    readonly attribute: string,
    /** What the host wrote there, as it came. */
    readonly value: unknown,
  ) {
    super('alliance-error', outward);
  }
}

/** The kinds of link a reader can follow; `text` starts a text message. */
export type LinkKind = 'telephone' | 'text' | 'email' | 'website';

/** Fired when a reader follows a link, so that a host may count use without looking inside. Carries no personal data. */
export class AllianceLinkEvent extends Event {
  constructor(
    /** What kind of link it is. */
    readonly kind: LinkKind,
    /** Where it leads. */
    readonly href: string,
  ) {
    super('alliance-link', outward);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'alliance-ready': AllianceReadyEvent;
    'alliance-error': AllianceErrorEvent;
    'alliance-link': AllianceLinkEvent;
  }
}
