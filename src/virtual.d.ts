declare module 'virtual:files' {
  /** The SHA-384 of the chunk of each tag, and of `shared`, which all need; in base64. */
  const hashes: Readonly<Record<string, string>>;
  export default hashes;
}
