/** What the type checker must refuse in code; for templates, see `wrong.ts`. */
import type { ElementRef } from '@angular/core';
import type { ContactCard } from 'alliance-elements';
import 'alliance-elements/define/contact-card';
import 'alliance-elements/define/region-map';

export function typed(card: ElementRef<ContactCard>): void {
  card.nativeElement.organisation = 'royal-papworth-hospital';
  // @ts-expect-error no such property
  card.nativeElement.organization = 'royal-papworth-hospital';
  const map = document.querySelector('region-map')!;
  map.addEventListener('region-select', ({ id }) => id?.toUpperCase());
  // @ts-expect-error the event has no such field
  map.addEventListener('region-select', ({ area }) => area);
}
