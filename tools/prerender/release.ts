import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReleaseFile {
  readonly file: string;
  readonly integrity: string;
}

/** The files of one release, as its snippets name them. */
export interface Release {
  readonly version: string;
  readonly loader: ReleaseFile;
  /** The script inside a frame page. */
  readonly frameScript: ReleaseFile;
  /** The script for the page around a frame. */
  readonly frameParent: ReleaseFile;
}

/** Reads what the build has listed. */
export function releaseIn(dist: string): Release {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const { files } = read(join(dist, 'manifest.json')) as { files: Record<string, { integrity: string }> };
  const { version } = read(join(dist, '../package.json')) as { version: string };
  const find = (pattern: RegExp): ReleaseFile => {
    const [file, found] = Object.entries(files).find(([name]) => pattern.test(name)) ?? [];
    if (!file || !found) throw new Error(`${dist}/manifest.json lists no ${String(pattern)}`);
    return { file, integrity: found.integrity };
  };
  return {
    version,
    loader: find(/^alliance-elements\.js$/),
    frameScript: find(/^frame\/frame\.[\w-]+\.js$/),
    frameParent: find(/^alliance-elements\.frame\.js$/),
  };
}
