/** Replaces `{name}` in a sentence from `content/` with text. A name that has no value stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return weave(sentence, values).join('');
}

/** As {@link fill}, but a value may be a template (a link in the middle of a sentence): gives the pieces to render. */
export function weave<T>(sentence: string, values: Readonly<Record<string, T>>): (T | string)[] {
  return sentence.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? (values[piece] ?? `{${piece}}`) : piece));
}

let longDate: Intl.DateTimeFormat | undefined;

/** Writes an ISO day as "22 November 2026"; a year alone, or anything that is no date, is given back as it came. */
export function formatDate(day: string): string {
  const date = new Date(day);
  // Engines make a day of "after January 2020", and of 31 February; neither is the day that was written.
  if (isNaN(+date) || date.toISOString().slice(0, 10) !== day) return day;
  longDate ??= new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return longDate.format(date);
}

/** Today, as an ISO day. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
