/** A cell that a spreadsheet would run as a formula gets an apostrophe, which makes it text (OWASP, CSV injection). */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** Rows as CSV (RFC 4180), with the mark by which Excel knows UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => `"${harmless(cell).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}
