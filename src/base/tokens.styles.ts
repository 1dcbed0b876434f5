import { css } from 'lit';

/**
 * Colours, each from the host's custom property if it sets one. Dark values are drawn, not inverted, and used when the
 * element's `color-scheme` is dark: a page that does not declare one stays light, whatever the reader's system says, so
 * that the widget is never dark on a light page.
 */
export const tokens = css`
  .frame {
    --text: var(--alliance-text, #212b32);
    --muted: var(--alliance-text-muted, #4c6272);
    --link: var(--alliance-link, #005eb8);
    --visited: var(--alliance-link-visited, #330072);
    --hover: var(--alliance-link-hover, #7c2855);
    --accent: var(--alliance-accent, #005eb8);
    --border: var(--alliance-border, #d8dde0);
    --surface: var(--alliance-surface, #fff);
    --shade: var(--alliance-shade, #f0f4f5);
    --button: var(--alliance-button, #007f3b);
    --emergency: #d5281b;
    --notice: #ffb81c;
    --control: #4c6272;
  }
  @supports (color: light-dark(red, red)) {
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
      --emergency: light-dark(#d5281b, #ff8a80);
      --control: light-dark(#4c6272, #b9c4cb);
    }
  }
`;
