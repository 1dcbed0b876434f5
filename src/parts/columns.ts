import { css } from 'lit';

/** On paper, guidance in two columns where the host leaves room for them: half the sheets of one. */
export const columnsStyles = css`
  @media print {
    .page {
      columns: 18em 2;
    }
    .l,
    [part='notice'],
    [part='intro'] {
      column-span: all;
    }
  }
`;
