/** The library's version; a test holds it to package.json, so that no build step has to inject it. */
export const version = '0.1.0';
