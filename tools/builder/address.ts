/** Scheme and host as they were typed: a placeholder stays as it is. */
export const originOf = (address: string): string => /^https?:\/\/[^/]+/i.exec(address)?.[0] ?? '';

/** A computer's own address. A policy cannot name `[::1]`, so that is none of them. */
const ownComputer = /^(localhost|[\w.-]+\.localhost|127(\.\d+){3})$/;

/** What a typed address is: the folder that it names, or why it names none and, where one can tell, what was meant. */
export type Address =
  { readonly folder: string } | { readonly folder?: undefined; readonly why: string; readonly instead?: string };

/** Names with these endings are files; a version such as 0.1.0 is a folder. */
const files = /\/([^/]*\.(?:html?|php|aspx?|jsp|[cm]?js|css|json|map|txt|md|xml|pdf|svg|png|gif|jpe?g|gz|br|zip))\/?$/i;

/** An address in two: the host, of which a path of the own site has none, and what is behind it. */
const inTwo = (address: string): readonly [host: string, path: string] => {
  const host = originOf(address);
  return [host, address.slice(host.length)];
};
/** One of our scripts stands for the folder that it is in. */
const withoutScript = (address: string): string => {
  const [host, path] = inTwo(address);
  return `${host}${path.replace(/\/[^/]*\.js$/, '/')}`;
};

/**
 * The folder that a typed address names, with a slash at its end, if it is one of three: by https from anywhere; by http
 * from the reader's own computer; a path from the root of the site that the page itself is on.
 */
export function addressFrom(typed: string): Address {
  const written = typed.trim();
  const found = fault(written);
  if (!found) return { folder: withoutScript(written).replace(/\/?$/, '/') };
  const [why, meant] = found;
  // What was meant may have a fault of its own, and a meaning behind that.
  const next = meant === undefined ? undefined : addressFrom(meant);
  const instead = next?.folder ?? next?.instead;
  return instead ? { why, instead } : { why };
}

export const folderOf = (typed: string): string | undefined => addressFrom(typed).folder;

type Fault = readonly [why: string, meant?: string | undefined];

/** What is wrong with an address, and perhaps what was meant. The first that is found: the next may be its doing. */
function fault(written: string): Fault | undefined {
  if (!written) return ['Write the address of the folder that has the files. Whoever runs your website knows it.'];
  if (/[<>"]/.test(written))
    return [
      'Only the address is wanted here, without a tag or quotes around it.',
      /(?:https?:\/)?\/[^\s"'<>]*/i.exec(written)?.[0],
    ];
  const [plain = ''] = written.split(/[?#]/);
  if (plain !== written) return ['An address of files has no ? and no #. Leave out what begins there.', plain];
  const [, scheme, rest] = /^.+(https?):\/*(.*)$/is.exec(written) ?? [];
  if (scheme && rest)
    return ['There are two addresses here, one behind the other. Only one is wanted.', `${scheme}://${rest}`];
  if (/^(file:|[a-z]:[\\/])/i.test(written))
    return ['That is a folder on your own computer, which no website can see. The files must be on a website.'];
  if (/[\s'@\\]/.test(written)) return ["An address of files has no spaces and none of ' @ \\ in it."];
  if (written.startsWith('//')) return ['The beginning is missing: https:', `https:${written}`];
  return written.startsWith('/') ? fileFault(written) : (hostFault(written) ?? fileFault(written));
}

/** The same where it is the address of a file. */
function fileFault(written: string): Fault | undefined {
  const [host, path] = inTwo(withoutScript(written));
  const found = files.exec(path);
  if (!found) return undefined;
  const folder = path.slice(0, found.index + 1).replace(/\/frame\/$/, '/');
  return [`This ends in the name of a file, ${found[1] ?? ''}. The folder is wanted.`, `${host}${folder}`];
}

/** The same of what is no path of the own site. */
function hostFault(written: string): Fault | undefined {
  const [, scheme, rest = ''] = /^([a-z][\w+.-]*):(?!\d)\/*(.*)$/is.exec(written) ?? [];
  if (!scheme) return beginningFault(written);
  if (!/^https?$/i.test(scheme)) return [`No page takes files from an address that begins with ${scheme}: here.`];
  if (rest && !originOf(written)) return [`After ${scheme}: come two slashes.`, `${scheme}://${rest}`];
  if (!originOf(written) || !URL.canParse(written)) return ['This is not an address yet. Is the host whole?'];
  const { protocol, hostname } = new URL(written);
  if (hostname.startsWith('['))
    return ['A policy cannot name a host in square brackets. Your own computer is localhost.'];
  // Its letters and figures stand in a policy as they are typed here.
  if (!/^https?:\/\/[\w.-]+(:\d+)?$/i.test(originOf(written)))
    return /^[\w.-]+$/.test(hostname)
      ? ['A policy names a host in plain letters alone.', new URL(written).href]
      : ['The host has a sign in it that no host has.'];
  if (protocol === 'https:' || ownComputer.test(hostname)) return undefined;
  return ['Over http, anybody on the way could change the files. Use https.', written.replace(/^http:/i, 'https:')];
}

function beginningFault(written: string): Fault {
  const [host = ''] = written.split(/[:/]/);
  if (ownComputer.test(host)) return ['The beginning is missing: http://', `http://${written}`];
  if (host.includes('.')) return ['The beginning is missing: https://', `https://${written}`];
  return ['The beginning is missing: https:// and a host, or a slash for a folder of your own site.', `/${written}`];
}

/** Whether only the computer that it was typed on has these files. */
export const isOwnComputer = (base: string): boolean => URL.canParse(base) && ownComputer.test(new URL(base).hostname);

/** Whether it is a path of the site that the page is on. */
export const isOwnSite = (base: string): boolean => base.startsWith('/');

/** Whether it still has the place that somebody is to fill in. */
export const isToFillIn = (base: string): boolean => /^https?:\/\/YOUR-HOST(\/|$)/i.test(base);

/** What a policy calls the place of the files. */
export const sourceOf = (base: string): string => (isOwnSite(base) ? "'self'" : originOf(base));
