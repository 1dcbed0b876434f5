import { css } from 'lit';

export const styles = css`
  [part='intro'] {
    max-inline-size: 66ch;
  }
`;
