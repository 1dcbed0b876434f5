/**
 * `npm run compress`: writes beside each text file of dist that is served its brotli (quality 11) and gzip (level 9)
 * form, for servers that send what is packed already. The same bytes in, the same bytes out, on any machine.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What is text by its name; a file without an ending (NOTICE) is text too. */
const text = /(^|\/)[^./]+$|\.(js|mjs|css|html|json|map|svg|txt|md)$/;
/** Modules for bundlers come from the package and never from a server. */
const notServed = 'npm/';

/** The place in a gzip header that names the system it was made on; 255 is none. */
const system = 9;

const forms: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '.br': (bytes) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  '.gz': (bytes) => {
    const packed = gzipSync(bytes, { level: 9 });
    packed[system] = 255;
    return packed;
  },
};

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

// A packed form whose file has gone, or which saves nothing any more, would be served all the same.
for (const name of names) if (/\.(br|gz)$/.test(name)) rmSync(join(folder, name));

const served = names.filter((name) => text.test(name) && !name.startsWith(notServed));
const sums: Record<string, number> = { '': 0, '.br': 0, '.gz': 0 };
for (const name of served) {
  const bytes = readFileSync(join(folder, name));
  sums[''] = (sums[''] ?? 0) + bytes.length;
  for (const [ending, pack] of Object.entries(forms)) {
    const packed = pack(bytes);
    if (packed.length < bytes.length) writeFileSync(join(folder, `${name}${ending}`), packed);
    sums[ending] = (sums[ending] ?? 0) + Math.min(packed.length, bytes.length);
  }
}
const figure = (sum = 0) => sum.toLocaleString('en-GB');
console.log(
  `${served.length} files to serve: ${figure(sums[''])} bytes, ${figure(sums['.gz'])} by gzip, ${figure(sums['.br'])} by brotli.`,
);
