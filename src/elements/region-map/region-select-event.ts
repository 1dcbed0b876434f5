import type { Area } from '../../page/selection.js';

/** Fired when a reader chooses an area, or goes back to the whole map: then all three fields are undefined. */
export class RegionSelectEvent extends Event {
  /** The area's id, such as `norfolk-and-waveney`. */
  readonly id: string | undefined;
  /** `alliance`, `system` or `ccg`. */
  readonly kind: Area['kind'] | undefined;
  /** The alliance the area belongs to. */
  readonly alliance: Area['alliance'] | undefined;

  constructor(area: Area | undefined) {
    super('region-select', { bubbles: true, composed: true });
    this.id = area?.id;
    this.kind = area?.kind;
    this.alliance = area?.alliance;
  }
}

declare global {
  interface HTMLElementEventMap {
    'region-select': RegionSelectEvent;
  }
}
