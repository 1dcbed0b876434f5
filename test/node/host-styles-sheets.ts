import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allowed } from './host-styles-page.js';

/** A style sheet that a host's page may wear. */
export interface Sheet {
  /** Short, for addresses. */
  readonly id: string;
  /** As the table calls it. */
  readonly label: string;
  readonly css: string;
}

const folder = 'test/host-styles';
const packages = join(folder, 'node_modules');

/** Real sheets, by the name of their package in test/host-styles/package.json. */
const real: Readonly<Record<string, readonly [name: string, ...files: string[]]>> = {
  bootstrap3: ['Bootstrap', 'dist/css/bootstrap.css'],
  bootstrap4: ['Bootstrap', 'dist/css/bootstrap.css'],
  bootstrap5: ['Bootstrap', 'dist/css/bootstrap.css'],
  bulma: ['Bulma', 'css/bulma.css'],
  'foundation-sites': ['Foundation', 'dist/css/foundation.css'],
  'govuk-frontend': ['GOV.UK Frontend', 'dist/govuk/govuk-frontend.min.css'],
  'materialize-css': ['Materialize', 'dist/css/materialize.css'],
  milligram: ['Milligram', 'dist/milligram.css'],
  nhsuk9: ['NHS.UK frontend', 'dist/nhsuk.css'],
  nhsuk10: ['NHS.UK frontend', 'dist/nhsuk/nhsuk-frontend.css'],
  'normalize.css': ['Normalize', 'normalize.css'],
  picnic: ['Picnic', 'picnic.css'],
  'sanitize.css': ['Sanitize', 'sanitize.css', 'forms.css', 'typography.css', 'assets.css'],
  'semantic-ui-css': ['Semantic UI', 'semantic.css'],
  tailwindcss: ['Tailwind CSS preflight', 'theme.css', 'preflight.css'],
  'the-new-css-reset': ['The New CSS Reset', 'css/reset.css'],
  uikit: ['UIkit', 'dist/css/uikit.css'],
  'undescores-for-npm': ['Underscores, the WordPress starter theme', 'style.css'],
  '@uswds/uswds': ['US Web Design System', 'dist/css/uswds.css'],
  'water.css': ['Water.css', 'out/water.css'],
  '@wordpress/block-library': [
    'WordPress block library',
    'build-style/common.css',
    'build-style/style.css',
    'build-style/theme.css',
  ],
};

interface Manifest {
  readonly version: string;
}
const manifest = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

/** The packages are large, so they have a lock of their own and come when they are first needed. */
function install(): void {
  const { packages: locked } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Manifest>>;
  };
  const missing = Object.keys(real).some((name) => {
    const file = join(packages, name, 'package.json');
    return !existsSync(file) || manifest(file).version !== locked[`node_modules/${name}`]?.version;
  });
  if (missing)
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder], { stdio: 'ignore' });
}

/** A sheet as the browser gets it: whole, but for what it would fetch from elsewhere, and built where it is a source. */
function served(css: string): string {
  return css
    .replace(/@import\s+url\([^)]*\)[^;]*;/g, '')
    .replace(/url\(\s*(['"]?)https?:[^)]*\)/g, 'url("/none")')
    .replace(/--theme\(/g, 'var(');
}

/** The theme of WordPress that the table names is on no npm; .ci/run takes it out of Debian's package. */
const theme = process.env['WORDPRESS_THEME'] ?? '/usr/share/wordpress/wp-content/themes/twentytwentyone';
export const hasTheme = (): boolean => existsSync(join(theme, 'style.css'));

function themeSheet(): Sheet {
  const css = readFileSync(join(theme, 'style.css'), 'utf8');
  const version = /^Version: *(\S+)/m.exec(css)?.[1];
  return { id: 'twentytwentyone', label: `WordPress Twenty Twenty-One ${version}`, css: served(css) };
}

/** All of them; elsewhere than on our machines perhaps without the one that comes from Debian. */
export function realSheets(): Sheet[] {
  install();
  const sheets = Object.entries(real).map(([id, [name, ...files]]) => ({
    id,
    label: `${name} ${manifest(join(packages, id, 'package.json')).version}`,
    css: files.map((file) => served(readFileSync(join(packages, id, file), 'utf8'))).join('\n'),
  }));
  return hasTheme() || process.env['CI'] ? [...sheets, themeSheet()] : sheets;
}

const ownSheets = (kind: string): Sheet[] =>
  readdirSync(join(folder, kind))
    .sort()
    .map((file) => {
      const css = readFileSync(join(folder, kind, file), 'utf8');
      return { id: file.replace('.css', ''), label: /\/\* (.*) \*\//.exec(css)?.[1] ?? file, css };
    });

/** Sheets of our own that try everything a page could do to us; each says in its first line what that is. */
export const hostileSheets = (): Sheet[] => ownSheets('hostile');

/** What is the page's to decide, and must reach us: with each sheet, what may change. */
export const decided: Readonly<Record<string, Allowed>> = {
  fonts: 'lengths',
  hidden: ['visibility', 'pointer-events'],
  themed: 'colours',
  zoomed: 'lengths',
};
export const decidedSheets = (): Sheet[] => ownSheets('decided');
