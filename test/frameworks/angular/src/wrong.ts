import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'alliance-elements/define/contact-card';
import 'alliance-elements/define/region-map';

/**
 * What the checker of templates must refuse, and what it lets pass. Templates have no `@ts-expect-error`, so the test
 * counts what `ngc` says of this file.
 */
@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <region-map (region-select)="hear($event.area)" />
    <contact-card (alliance-link)="hear($event.kind === 'fax')" />
    <contact-card organization="unseen: with this schema, Angular checks no attribute" />
    <contact-card [organization]="'unseen, too'" />
  `,
})
export class Wrong {
  protected hear(_words: unknown): void {
    // Nothing to do.
  }
}
