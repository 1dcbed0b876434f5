import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { readdirSync } from 'node:fs';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as typescript } from 'typescript-eslint';

const floors = 'see “Floors” in ARCHITECTURE.md';
const middle = ['./src/parts', './src/content', './src/geography', './src/page'];

/** Elements stand on parts, content, geography and page; these on base. Nothing reaches up, and src stands alone. */
const zones = [
  { target: './src', from: ['./tools', './stories', './test', './demo'], message: `src imports src alone: ${floors}` },
  {
    target: './src/lit',
    from: ['./src/elements', ...middle, './src/base'],
    message: `lit stands in for a library and knows nothing of ours: ${floors}`,
  },
  { target: './src/base', from: ['./src/elements', ...middle], message: `base is the ground floor: ${floors}` },
  ...middle.map((target) => ({ target, from: './src/elements', message: `elements are the top floor: ${floors}` })),
  ...readdirSync('src/elements').map((tag) => ({
    target: `./src/elements/${tag}`,
    from: './src/elements',
    except: [`./${tag}`],
    message: `no element imports another; what they share goes to src/parts: ${floors}`,
  })),
];

const markup = 'text becomes markup only through a Lit template';
const styling = 'a style attribute breaks a strict content security policy; use a class';

const noGlobals = [
  ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({ name, message: 'nothing is stored' })),
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
    name,
    message: 'nothing leaves the page',
  })),
  { name: 'event', message: 'take it as a parameter' },
  { name: 'name', message: 'a global that is never meant' },
  { name: 'status', message: 'a global that is never meant' },
];

export default defineConfig(
  // The apps of test/frameworks are built and checked by their own tools.
  globalIgnores(['dist', 'storybook-static', 'coverage', '**/node_modules', 'test/frameworks/*/**']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.strictTypeChecked, typescript.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Types say what a page should be; a host's page may have no head, or an image named getElementById.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A host may write anything, so an empty string often means “nothing”: `||` is then the word.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    extends: [lit.configs['flat/recommended'], wc['flat/best-practice']],
    settings: { litHtmlSources: ['lit'], wc: { elementBaseClasses: ['LitElement', 'AllianceElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/ban-attributes': ['error', 'style', 'onclick', 'onload', 'onerror'],
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      // A click is heard where it arrives, which is often above the link or button that it is for.
      'lit-a11y/click-events-have-key-events': 'off',
      // A list without markers is no list to VoiceOver unless it says so.
      'lit-a11y/no-redundant-role': 'off',
      // Both speak of shapes that this code does not have: a definition sits in a file of its own, behind define().
      'wc/file-name-matches-element': 'off',
      'wc/guard-define-call': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'createContextualFragment'].map(
          (property) => ({ property, message: markup }),
        ),
        { object: 'document', property: 'write', message: markup },
        { object: 'document', property: 'cookie', message: 'nothing is stored' },
      ],
      'no-restricted-globals': ['error', ...noGlobals],
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[property.name="style"]', message: styling },
        {
          selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
          message: styling,
        },
        { selector: 'TSAnyKeyword', message: 'say what it is, or unknown' },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map'].map((directive) => ({
            name: `lit/directives/${directive}.js`,
            message: directive === 'style-map' ? styling : markup,
          })),
          patterns: [
            { group: ['node:*'], message: 'src runs in a browser' },
            {
              group: ['**/content/schema/*', '**/schema/*', 'zod'],
              message: 'schemas check content while building; only their types may be imported',
              allowTypeImports: true,
            },
          ],
        },
      ],
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  {
    // The one request of the library: a postcode, when the host has named a service and the reader asks.
    files: ['src/elements/alliance-finder/whereabouts/lookup.ts'],
    rules: { 'no-restricted-globals': ['error', ...noGlobals.filter(({ name }) => name !== 'fetch')] },
  },
  {
    // Every page pays for the loader, and an assertion costs no byte.
    files: ['src/loader.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // It stands in for Lit's ReactiveElement, which attaches its root and passes errors on in this way.
    files: ['src/lit/reactive-element.ts'],
    rules: { 'wc/attach-shadow-constructor': 'off', '@typescript-eslint/prefer-promise-reject-errors': 'off' },
  },
  {
    // Stands in for Lit, which is where text becomes markup.
    files: ['src/lit/lit-html.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Schemas run while building, so they may use zod, node and each other.
    files: ['src/content/schema/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    // Bad input is what tests are for, and a promise of one line may be kept in many ways.
    files: ['test/**/*.ts'],
    rules: {
      'no-script-url': 'off',
      // chai asserts by reading a property, and its types, as @open-wc/testing merges them, call every assertion a promise.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
