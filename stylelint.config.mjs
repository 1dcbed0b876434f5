/** Styles of the elements. Why each is so: “CSS” in CONTRIBUTING.md and docs/decisions/0002-host-rule.md. */

const physical =
  /^(top|right|bottom|left|(min-|max-)?(width|height)|(margin|padding|border|scroll-margin|scroll-padding)-(top|right|bottom|left).*|border-(top|bottom)-(left|right)-radius|overflow-[xy]|overscroll-behavior-[xy])$/;

// A rem is the host's; 5 pixels and more do not follow the reader's own text size. In a drawing pixels are its own units.
const sizes = { '/^(?!stroke)/': [/[\d.]rem\b/, /(?:^|[^\d.])(?:[5-9]|\d{2,})(?:\.\d+)?px\b/] };
const directions = { '/^(text-align|float|clear|caption-side)$/': [/^(left|right)$/] };
// Black and white are no theme's.
const colours = { '/^(?!--)/': [/#(?!(?:fff|000)\b)[\da-f]{3,8}\b/i] };
const why = 'Sizes in em, pixels only for lines of up to 4';

export default {
  extends: 'stylelint-config-standard',
  rules: {
    // Prettier lays out; these would only argue with it.
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'declaration-block-no-redundant-longhand-properties': null,
    'no-descending-specificity': null,
    // Rules are grouped by what they are for, so a selector may come twice.
    'no-duplicate-selectors': null,
    'color-hex-length': null,

    'declaration-no-important': [true, { message: 'The host’s own rules about our box must win' }],
    'at-rule-disallowed-list': [['font-face', 'import'], { message: 'Nothing is fetched' }],
  },
  overrides: [
    {
      files: ['src/**/*.ts'],
      customSyntax: 'postcss-lit',
      rules: {
        'function-url-scheme-allowed-list': [[], { message: 'Nothing is fetched' }],
        'property-disallowed-list': [[physical], { message: 'Logical properties only: pages are read both ways' }],
        'declaration-property-value-disallowed-list': [sizes, { message: why }],
        'media-feature-name-unit-allowed-list': { '/size|width|height/': ['em'] },
      },
    },
    {
      files: ['src/elements/**/*.ts'],
      rules: {
        'declaration-property-value-disallowed-list': [
          { ...sizes, ...directions, ...colours },
          { message: `${why}; directions logical; colours by the name of a token` },
        ],
      },
    },
    {
      // A page that is made to break widgets breaks our rules too; a demonstration plays its part.
      files: ['stories/host-pages/*.css', 'demo/**/*.css'],
      rules: { 'declaration-no-important': null, 'media-feature-range-notation': null },
    },
  ],
};
