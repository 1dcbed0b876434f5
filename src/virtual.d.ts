declare module 'virtual:files' {
  /** For each tag the files it needs, its own first: name beside the loader, and integrity hash. */
  const files: Readonly<Record<string, readonly (readonly [file: string, integrity: string])[]>>;
  export default files;
}
