import { css } from 'lit';

/**
 * Colours, each from the host's custom property if it sets one. Dark values are drawn, not inverted, and used when the
 * element's `color-scheme` is dark: a page that does not declare one stays light, whatever the reader's system says, so
 * that the widget is never dark on a light page. A browser that cannot tell gets the light ones.
 *
 * Ours begin with `ae`: a page that registers `--text` with `@property`, registers it for shadow roots too.
 */
export const tokens = css`
  .frame {
    --ae-text: var(--alliance-text, light-dark(#212b32, #f0f4f5));
    --ae-muted: var(--alliance-text-muted, light-dark(#4c6272, #b9c4cb));
    --ae-link: var(--alliance-link, light-dark(#005eb8, #8fc7ff));
    --ae-visited: var(--alliance-link-visited, light-dark(#330072, #cdb4ff));
    --ae-hover: var(--alliance-link-hover, light-dark(#7c2855, #ffb3d9));
    --ae-accent: var(--alliance-accent, light-dark(#005eb8, #5aa9f5));
    --ae-border: var(--alliance-border, light-dark(#d8dde0, #425563));
    --ae-surface: var(--alliance-surface, light-dark(#fff, #14202b));
    --ae-shade: var(--alliance-shade, light-dark(#f0f4f5, #1f2e3b));
    --ae-radius: var(--alliance-radius, 0.21em);
  }
  @supports not (color: light-dark(red, red)) {
    .frame {
      --ae-text: #212b32;
      --ae-muted: #4c6272;
      --ae-link: #005eb8;
      --ae-visited: #330072;
      --ae-hover: #7c2855;
      --ae-accent: #005eb8;
      --ae-border: #d8dde0;
      --ae-surface: #fff;
      --ae-shade: #f0f4f5;
    }
  }
  @media print {
    .frame {
      color-scheme: light;
      --ae-text: #000;
      --ae-muted: #000;
      --ae-link: #000;
      --ae-visited: #000;
      --ae-surface: #fff;
      --ae-shade: #fff;
    }
  }
`;
