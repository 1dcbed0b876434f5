import { Component, CUSTOM_ELEMENTS_SCHEMA, effect, ElementRef, signal, viewChild } from '@angular/core';
import type { RegionMap } from 'alliance-elements';
import 'alliance-elements/define/contact-card';
import 'alliance-elements/define/partner-list';

@Component({
  selector: 'app-root',
  // Without it, Angular refuses tags that it does not know.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './app.html',
})
export class App {
  protected readonly organisation = signal<string | undefined>('royal-papworth-hospital');
  protected readonly level = signal<3 | 4 | null>(3);
  protected readonly marked = signal(false);
  protected readonly filter = signal(false);
  protected readonly said = signal(0);
  protected readonly cards = signal([
    'royal-papworth-hospital',
    'cambridge-university-hospitals',
    'james-paget-university-hospitals',
  ]);
  protected readonly mounted = signal(true);
  protected readonly log = signal<readonly string[]>([]);
  private readonly map = viewChild<ElementRef<RegionMap>>('map');

  constructor() {
    // Set before the tag is defined: the map keeps it.
    effect(() => {
      const map = this.map()?.nativeElement;
      if (map) Object.assign(map, { headingLevel: 4, selected: 'norfolk-and-waveney' });
    });
  }

  protected nothing(): void {
    this.organisation.set(undefined);
    this.level.set(null);
  }

  protected reverse(): void {
    this.cards.update((cards) => [...cards].reverse());
  }

  protected define(): void {
    void import('alliance-elements/define/region-map');
  }

  protected hear(...words: readonly unknown[]): void {
    this.log.update((lines) => [...lines, words.join(' ')]);
  }
}
