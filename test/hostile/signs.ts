/** What the lists of payloads are made with: the call that must never happen, and ways of writing it so that a filter misses it. */

/** The alarm of sentinel.ts. */
export const run = 'hostileRan()';
/** The same without letters that a filter may look for, and without brackets. */
export const tagged = 'hostileRan``';
export const indirect = "self['hostile'+'Ran']()";
export const javascriptUrl = `javascript:${run}`;

/** A payload, with the name of its technique if it has one. */
export type Entry = string | readonly [technique: string, text: string];

export const letters = (text: string) => Array.from(text);
export const hex = (sign: string) => sign.charCodeAt(0).toString(16);
export const everyOther = (text: string) =>
  letters(text)
    .map((sign, index) => (index % 2 ? sign.toUpperCase() : sign.toLowerCase()))
    .join('');
export const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
export const entities = (text: string, one: (sign: string) => string) => letters(text).map(one).join('');
export const decimal = (text: string) => entities(text, (sign) => `&#${sign.charCodeAt(0)};`);
export const bareDecimal = (text: string) =>
  entities(text, (sign) => `&#${String(sign.charCodeAt(0)).padStart(7, '0')}`);
export const hexadecimal = (text: string) => entities(text, (sign) => `&#x${hex(sign)};`);
export const percent = (text: string) => entities(text, (sign) => `%${hex(sign)}`);

/** Blanks and signs that some parser on the way skips. */
export const skipped: Readonly<Record<string, string>> = {
  'a tab': '\t',
  'a new line': '\n',
  'a carriage return': '\r',
  'a form feed': '\f',
  'a vertical tab': '\v',
  'a zero': '\0',
  'a start of heading': '\x01',
  'an escape': '\x1b',
  'a unit separator': '\x1f',
  'a delete': '\x7f',
  'a next line': '\x85',
  'a no-break space': '\xa0',
  'a soft hyphen': '\xad',
  'a zero-width space': '\u200b',
  'a right-to-left override': '\u202e',
  'a line separator': '\u2028',
  'an ideographic space': '\u3000',
  'a byte order mark': '\ufeff',
};
