/** `npm start`: serves the demonstration pages and, from another origin as for a real partner, the built library. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { integrityOf } from './rollup/files.js';
import { serveLibrary, servePages, type Site } from './serve.js';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const port = Number(process.env['PORT'] ?? 8080);

async function onPort(serve: (port: number) => Promise<Site>, wanted: number): Promise<Site> {
  try {
    return await serve(wanted);
  } catch {
    return serve(0); // taken: any free one
  }
}

const library = await onPort((at) => serveLibrary(path('dist'), at), port + 1);
const pages = await onPort((at) => servePages(path('demo'), path('dist'), library.origin, at), port);
const integrity = integrityOf(readFileSync(path('dist/alliance-elements.js')));
console.log(`
A hospital trust's page with all widgets   ${pages.origin}/
A CCG's page with a contact card           ${pages.origin}/ccg.html
The embed builder                          ${pages.origin}/builder.html
The doctor                                 ${pages.origin}/doctor.html

For a page of your own, while this runs:
<script type="module" src="${library.origin}/alliance-elements.js" integrity="${integrity}" crossorigin="anonymous"></script>

Press Ctrl+C to stop.`);
