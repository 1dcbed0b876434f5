import { css } from 'lit';

/**
 * Colours, each from the host's custom property if it sets one. Dark values are drawn, not inverted, and used when the
 * element's `color-scheme` is dark: a page that does not declare one stays light, whatever the reader's system says, so
 * that the widget is never dark on a light page. A browser that cannot
 * tell gets the light ones.
 */
export const tokens = css`
  .frame {
    --text: var(--alliance-text, light-dark(#212b32, #f0f4f5));
    --muted: var(--alliance-text-muted, light-dark(#4c6272, #b9c4cb));
    --link: var(--alliance-link, light-dark(#005eb8, #8fc7ff));
    --visited: var(--alliance-link-visited, light-dark(#330072, #cdb4ff));
    --hover: var(--alliance-link-hover, light-dark(#7c2855, #ffb3d9));
    --accent: var(--alliance-accent, light-dark(#005eb8, #5aa9f5));
    --border: var(--alliance-border, light-dark(#d8dde0, #425563));
    --surface: var(--alliance-surface, light-dark(#fff, #14202b));
    --shade: var(--alliance-shade, light-dark(#f0f4f5, #1f2e3b));
    --radius: var(--alliance-radius, 0.21em);
  }
  @supports not (color: light-dark(red, red)) {
    .frame {
      --text: #212b32;
      --muted: #4c6272;
      --link: #005eb8;
      --visited: #330072;
      --hover: #7c2855;
      --accent: #005eb8;
      --border: #d8dde0;
      --surface: #fff;
      --shade: #f0f4f5;
    }
  }
  @media print {
    .frame {
      color-scheme: light;
      --text: #000;
      --muted: #000;
      --link: #000;
      --visited: #000;
      --surface: #fff;
      --shade: #fff;
    }
  }
`;
