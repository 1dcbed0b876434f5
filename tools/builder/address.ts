/** Scheme and host as they were typed: a placeholder stays as it is. */
export const originOf = (address: string): string => /^https?:\/\/[^/]+/i.exec(address)?.[0] ?? '';

/** A computer's own address. A policy cannot name `[::1]`, so that is none of them. */
const ownComputer = /^(localhost|[\w.-]+\.localhost|127(\.\d+){3})$/;

/**
 * The folder that a typed address names, with a slash at its end, if it is one of three: by https from anywhere; by http
 * from the reader's own computer; a path from the root of the site that the page itself is on. The address of one of our
 * scripts stands for its folder.
 */
export function folderOf(typed: string): string | undefined {
  const written = typed.trim();
  if (!written) return undefined;
  const address = written.replace(/\/[^/]*\.js$/, '/').replace(/\/?$/, '/');
  // None with what an address can carry besides.
  if (/[\s"'<>?#@\\]/.test(address)) return undefined;
  if (address.startsWith('/')) return address.startsWith('//') ? undefined : address;
  if (!originOf(address) || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ownComputer.test(hostname) ? address : undefined;
}

/** Whether only the computer that it was typed on has these files. */
export const isOwnComputer = (base: string): boolean => URL.canParse(base) && ownComputer.test(new URL(base).hostname);

/** Whether it is a path of the site that the page is on. */
export const isOwnSite = (base: string): boolean => base.startsWith('/');

/** What a policy calls the place of the files. */
export const sourceOf = (base: string): string => (isOwnSite(base) ? "'self'" : originOf(base));
