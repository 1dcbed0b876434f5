import type { Kind, Organisation } from '../../content/catalogue.js';

/** Details that a host may give or replace. */
export const ownDetails = ['name', 'telephone', 'email', 'address', 'website'] as const;
export type OwnDetail = (typeof ownDetails)[number];

/** One body's details as a card shows them: the catalogue's, with the host's own in their place. */
export interface Contact {
  readonly kind: Kind | 'other';
  readonly name: string;
  readonly town?: string | undefined;
  readonly postcode?: string | undefined;
  readonly telephone?: string | undefined;
  readonly website?: string | undefined;
  readonly email?: string | undefined;
  /** A street address, which only a host can give: the catalogue holds towns and postcodes. */
  readonly address?: string | undefined;
  /** Which details are the host's own. */
  readonly yours?: readonly OwnDetail[];
}

/** What a host may write for each detail; anything else is refused, so that no odd link comes out of a card. */
export const accepted: Readonly<Record<OwnDetail, readonly [pattern: RegExp, words: string]>> = {
  // With a letter or a figure: what nobody can see would leave a heading, or a line in a sentence, empty.
  name: [/^(?=.*[\p{L}\d])[^<>]{1,200}$/su, 'a name of at most 200 characters'],
  telephone: [/^(?=.*\d)(?!.*\(0\))\+?[\d ()-]{5,25}$/, 'a telephone number'],
  email: [/^[^\s"<>,;:@?&#%/\\]{1,64}@[a-z\d.-]{3,99}$/i, 'an address such as name@example.nhs.uk'],
  address: [/^[^<>]{1,300}$/, 'an address of at most 300 characters'],
  website: [/^https:\/\/[a-z\d.-]+(\/[^\s"<>]*)?$/i, 'an address that begins with https://'],
};

/** The host's details over the catalogue's. The host's own address drops the catalogue's place and its map. */
export function contactOf(
  body: Partial<Organisation> & { name: string },
  own: Partial<Record<OwnDetail, string>>,
): Contact {
  const { name, kind = 'other', town, postcode, telephone, website } = body;
  const place = own.address ? {} : { town, postcode };
  return { kind, name, ...place, telephone, website, ...own, yours: Object.keys(own) as OwnDetail[] };
}

/** The address as one line of text. */
export function addressOf({ address, town, postcode }: Contact): string {
  return address ?? [town, postcode].filter(Boolean).join(', ');
}
