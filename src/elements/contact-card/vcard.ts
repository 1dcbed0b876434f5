import type { Contact } from './contact.js';

/** Escapes text as RFC 6350 section 3.4 asks; control characters have no place in a value. */
function escape(text: string): string {
  return text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Folds a line at 75 octets, never inside a character (RFC 6350 section 3.2). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** A UK number in the international form that works from any telephone. */
export function international(number: string): string {
  return number.replace(/[^\d+]/g, '').replace(/^0/, '+44');
}

/** The contact as a vCard 4.0 (RFC 6350), for a telephone's address book. */
export function vcard(contact: Contact): string {
  const { name, telephone, email, website, town, postcode, address, latitude, longitude } = contact;
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${escape(name)}`,
    `ORG:${escape(name)}`,
    telephone && `TEL;VALUE=uri;TYPE=work:tel:${international(telephone)}`,
    email && `EMAIL;TYPE=work:${escape(email)}`,
    (address || postcode) &&
      `ADR;TYPE=work:;;${escape(address ?? '')};${escape(town ?? '')};;${escape(postcode ?? '')};`,
    latitude && `GEO:geo:${latitude},${longitude}`,
    website && `URL:${website}`,
    'END:VCARD',
    '',
  ]
    .filter((line) => line !== undefined)
    .map((line) => fold(`${line}`))
    .join('\r\n');
}
