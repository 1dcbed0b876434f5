import bootstrap from 'bootstrap/dist/css/bootstrap.min.css?raw';
import nhsuk from 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?raw';
import hostile from './hostile.css?raw';

/** A page that a widget may find itself on. */
export interface HostPage {
  readonly title: string;
  readonly css: string;
  /** Classes of the element that holds the page's content. */
  readonly main: string;
}

/** Fonts and pictures would be fetched from their makers; nothing here leaves the machine. */
const alone = (css: string) =>
  css.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/url\((?!["']?data:)[^)]*\)/g, 'none');

export const hostPages = {
  plain: { title: 'Plain page', css: '', main: '' },
  bootstrap: { title: 'Bootstrap 3', css: alone(bootstrap), main: 'container-fluid' },
  nhsuk: { title: 'NHS.UK frontend', css: alone(nhsuk), main: 'nhsuk-main-wrapper' },
  hostile: { title: 'Hostile page', css: hostile, main: '' },
} as const satisfies Record<string, HostPage>;

export type HostPageName = keyof typeof hostPages;

const sheet = document.createElement('style');

/** Puts one host's sheet in the page, in place of the last. */
export function wear(name: HostPageName): void {
  sheet.textContent = hostPages[name].css;
  if (!sheet.isConnected) document.head.prepend(sheet);
}
