declare module 'virtual:custom-elements-manifest' {
  const manifest: import('../tools/manifest/types.js').Manifest;
  export default manifest;
}
declare module '*.css?raw' {
  const css: string;
  export default css;
}
declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: { argv: readonly string[]; cwd: string; noWrite: boolean }): Promise<unknown>;
}
declare module '*.css';
