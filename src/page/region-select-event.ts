import type { Area } from './selection.js';

/** Fired when a reader chooses an area, or goes back to the whole map: then all three fields are undefined. */
export class RegionSelectEvent extends Event {
  /** The area's id, such as `norfolk-and-waveney`. */
  declare readonly id: string | undefined;
  /** `alliance`, `system` or `ccg`. */
  declare readonly kind: Area['kind'] | undefined;
  /** The alliance the area belongs to. */
  declare readonly alliance: Area['alliance'] | undefined;

  constructor({ id, kind, alliance }: Partial<Area> = {}) {
    super('region-select', { bubbles: true, composed: true });
    Object.assign(this, { id, kind, alliance });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'region-select': RegionSelectEvent;
  }
}
