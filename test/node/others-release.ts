import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../src/base/version.js';
import { integrityOf } from '../../tools/rollup/files.js';
import { serveLibrary, type Site } from '../../tools/serve.js';

/** A version that was never released. */
export const older = '0.0.9';

const digest = (text: string) => integrityOf(text).slice('sha384-'.length);

/**
 * Our host with another release of ours beside this one: the same files, which all say that they are of another version,
 * so with other hashes and names, as the loader among them knows.
 */
export async function serveOlder(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-older-'));
  const files = readdirSync('dist')
    .filter((name) => /^alliance-elements\..*js$/.test(name))
    .map((name) => ({ name, text: readFileSync(join('dist', name), 'utf8') }));
  const isChunk = (name: string) => /\.[\w-]{8}\.js$/.test(name);
  const imports = (text: string) => text.match(/\.\/alliance-elements\./g)?.length ?? 0;
  /** What was, and what stands for it now: names of files, and hashes. */
  const other = new Map<string, string>([[version, older]]);
  const rewritten = (text: string) => [...other].reduce((so, [was, is]) => so.replaceAll(was, is), text);
  // What others import comes first, and the loader, which names them all, last.
  for (const { name, text } of files
    .filter((file) => isChunk(file.name))
    .sort((a, b) => imports(a.text) - imports(b.text))) {
    const changed = rewritten(text);
    const [was, is] = [digest(text), digest(changed)];
    const renamed = name.replace(/[\w-]{8}(?=\.js$)/, is.slice(0, 8).replace(/\W/g, '-'));
    other.set(name, renamed).set(was, is);
    writeFileSync(join(folder, renamed), changed);
  }
  for (const { name, text } of files.filter((file) => !isChunk(file.name)))
    writeFileSync(join(folder, name), rewritten(text));
  const site = await serveLibrary(folder);
  return {
    origin: site.origin,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}
