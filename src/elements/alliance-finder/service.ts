/** The service that a host names: an https address, or one on the same machine for those who try it out. */
export function serviceAt(value: unknown): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const near = /^(localhost|127\.0\.0\.1|\[::1])$/.test(url.hostname);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && near);
  return safe && !url.username && !url.password && !url.search && !url.hash ? url : undefined;
}
