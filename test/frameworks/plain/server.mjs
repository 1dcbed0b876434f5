/** A site without a framework: each page is rendered on the server from its address, and a link leads to the next. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const library = new URL('../node_modules/alliance-elements/dist', import.meta.url).pathname;
const { files } = JSON.parse(readFileSync(join(library, 'manifest.json'), 'utf8'));
const { integrity } = files['alliance-elements.js'];

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const attributes = (told) =>
  Object.entries(told)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');

/** What an address says of the page. */
function stateOf(query) {
  const state = Object.fromEntries(query);
  return {
    organisation: 'royal-papworth-hospital',
    level: '3',
    filter: 'false',
    said: '0',
    cards: 'royal-papworth-hospital cambridge-university-hospitals james-paget-university-hospitals',
    ...state,
  };
}

function page(state) {
  const to = (what, change) => {
    const address = escaped(`?${new URLSearchParams({ ...state, ...change })}`);
    return `<a data-do="${what}" href="${address}">${what}</a>`;
  };
  const { organisation, level, filter, said, hospitals, cards, away } = state;
  const ids = cards.split(' ');
  const nothing = organisation === 'none';
  const card = { organisation: nothing ? undefined : organisation, 'heading-level': nothing ? undefined : level };
  const widgets = `<div id="widgets">
      <contact-card id="card"${attributes(card)}><p>Fallback</p></contact-card>
      <region-map id="map"${hospitals ? ' hospitals' : ''}></region-map>
      <partner-list id="list" kind="hospital"${attributes({ filter })}>
        <span slot="heading">Heading ${escaped(said)}</span>
        ${said % 2 ? '' : `<span slot="footer">Footer ${escaped(said)}</span>`}
      </partner-list>
      <div id="cards">
        ${ids.map((id) => `<contact-card${attributes({ organisation: id, layout: 'compact' })}></contact-card>`).join('')}
      </div>
    </div>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Plain</title>
    <script type="module" src="/page.js"></script>
    <script type="module" src="/library/alliance-elements.js" integrity="${integrity}"></script>
  </head>
  <body>
    <nav>
      ${to('organisation', { organisation: 'cambridge-university-hospitals' })}
      ${to('level', { level: '4' })}
      ${to('nothing', { organisation: 'none' })}
      ${to('hospitals', { hospitals: hospitals ? '' : 'yes' })}
      ${to('filter', { filter: filter === 'true' ? 'false' : 'true' })}
      ${to('words', { said: `${+said + 1}` })}
      ${to('order', { cards: ids.reverse().join(' ') })}
      ${to('mount', { away: away ? '' : 'yes' })}
    </nav>
    <ol id="log"></ol>
    ${away ? '' : widgets}
  </body>
</html>`;
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const [, name] = /^\/library\/([\w.-]+\.js)$/.exec(pathname) ?? [];
  const file = pathname === '/page.js' ? new URL('page.js', import.meta.url).pathname : name && join(library, name);
  if (file && existsSync(file)) {
    response.setHeader('Content-Type', 'text/javascript');
    createReadStream(file).pipe(response);
  } else if (pathname === '/') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page(stateOf(searchParams)));
  } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
