import type { Contact } from './contact.js';

/** Escapes text as RFC 6350 section 3.4 asks; control characters have no place in a value. */
function escape(text: string): string {
  return text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** A UK number in the international form that works from any telephone. */
export function international(number: string): string {
  return number.replace(/[^\d+]/g, '').replace(/^0/, '+44');
}

/** The contact as a vCard 4.0 (RFC 6350), for a telephone's address book. Lines stay whole: folding is a "should". */
export function vcard(contact: Contact): string {
  const { name, telephone, email, website, town, postcode, address } = contact;
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
    website && `URL:${website}`,
    'END:VCARD',
    '',
  ]
    .filter((line) => line !== undefined)
    .join('\r\n');
}
