import type { StorybookConfig } from '@storybook/web-components-vite';
import { createJiti } from 'jiti';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Our build tools are TypeScript that imports `.js` names; jiti reads them as the other build configurations do.
const jiti = createJiti(import.meta.url, { moduleCache: false });
const { contentForVite } = await jiti.import<typeof import('./vite/content.js')>('./vite/content.ts');
const { exampleStories, exampleIndexer } = await jiti.import<typeof import('./vite/examples.js')>('./vite/examples.ts');
const { elementsManifest } = await jiti.import<typeof import('./vite/manifest.js')>('./vite/manifest.ts');

const root = fileURLToPath(new URL('..', import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/*.stories.ts', '../stories/parts/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // The embed builder and the files that it shows, as they were last built.
  staticDirs: existsSync(`${root}dist/builder`) ? [{ from: '../dist', to: '/library' }] : [],
  // Nothing leaves the machine: no statistics, no news, no crash reports.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  experimental_indexers: (existing = []) => [exampleIndexer, ...existing],
  viteFinal: (vite) => ({
    ...vite,
    plugins: [contentForVite(`${root}content`), elementsManifest(root), exampleStories(), ...(vite.plugins ?? [])],
    build: { ...vite.build, chunkSizeWarningLimit: 4000 },
  }),
};

export default config;
