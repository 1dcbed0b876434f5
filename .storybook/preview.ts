import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import { hostPages, wear, type HostPageName } from '../stories/host-pages/host-pages.js';
import { argTypesOf } from './arg-types.js';
import './preview.css';

setCustomElementsManifest(manifest);

/** What the toolbar can choose. */
interface Globals {
  readonly theme: 'light' | 'dark';
  readonly width: string;
  readonly textSize: string;
  readonly direction: 'ltr' | 'rtl';
  readonly hostPage: HostPageName;
}

/** Puts a story on the page that the toolbar describes. */
const onHostPage: Decorator = (story, { globals, viewMode }) => {
  const { theme, width, textSize, direction, hostPage } = globals as unknown as Globals;
  // On a docs page the host's sheet would fall on Storybook's own text too.
  const host = viewMode === 'docs' ? 'plain' : hostPage;
  wear(host);

  const page = document.createElement('div');
  page.className = `story ${theme} ${width} ${viewMode} ${host}`;
  page.dir = direction;
  const main = document.createElement('div');
  main.className = `${textSize} ${hostPages[host].main}`;
  if (host !== 'plain') {
    const words = document.createElement('p');
    words.className = 'words';
    words.textContent = 'Words of the page';
    main.append(words);
  }
  main.append(story() as Node);
  page.append(main);
  return page;
};

function choice<Icon extends string>(title: string, icon: Icon, items: readonly (readonly [string, string])[]) {
  return {
    description: title,
    toolbar: { title, icon, dynamicTitle: true, items: items.map(([value, label]) => ({ value, title: label })) },
  };
}

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onHostPage],
  initialGlobals: { theme: 'light', width: 'full', textSize: 'text-100', direction: 'ltr', hostPage: 'plain' },
  globalTypes: {
    theme: choice('Theme', 'mirror', [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ]),
    width: choice('Width', 'grow', [
      ['width-240', '240 px'],
      ['width-320', '320 px'],
      ['width-768', '768 px'],
      ['width-1280', '1280 px'],
      ['full', 'Full width'],
    ]),
    textSize: choice('Text size', 'zoom', [
      ['text-100', 'Text 100 %'],
      ['text-150', 'Text 150 %'],
      ['text-200', 'Text 200 %'],
    ]),
    direction: choice('Direction', 'transfer', [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ]),
    hostPage: choice(
      'Host page',
      'browser',
      Object.entries(hostPages).map(([name, { title }]) => [name, title]),
    ),
  },
  parameters: {
    layout: 'fullscreen',
    // The toolbar above has both, as a page would have them.
    backgrounds: { disable: true },
    viewport: { disable: true },
    controls: { expanded: true, sort: 'none' },
    options: { storySort: { order: ['Welcome', 'Embedding', 'Theming', 'Accessibility', 'Elements'] } },
    docs: { extractArgTypes: (tag: string) => argTypesOf(tag, manifest) },
    a11y: { test: 'error' },
  },
};

export default preview;
