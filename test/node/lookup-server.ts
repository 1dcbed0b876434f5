import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from '../../tools/serve.js';

// A postcode service on this machine, which answers in the shapes of postcodes.io, release 18.0.1, or badly.

/** One request as it came. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** When the other side lets go of it before it is answered. */
  readonly dropped: Promise<void>;
}

/** How one request is answered. */
export type Reply = (response: ServerResponse) => void;

export interface LookupServer extends Site {
  readonly asked: readonly Asked[];
  /** The replies to come, one a request; after them the service is broken. */
  reply(...replies: readonly Reply[]): void;
  /** The next request to come. */
  next(): Promise<Asked>;
  /** Forgets all that came and all that was to be said. */
  clear(): void;
}

const json = (status: number, body: object, type = 'application/json; charset=utf-8'): Reply =>
  said(status, JSON.stringify(body), type);

/** Any words with any type. */
export const said =
  (status: number, body: string, type: string): Reply =>
  (response) =>
    void response.writeHead(status, { 'Content-Type': type }).end(body);

interface Codes {
  readonly postcode: string;
  readonly ccg_id?: string | null;
  readonly icb?: string | null;
}

const record = ({ postcode, ccg_id = null, icb = null }: Codes) => ({
  status: 200,
  result: {
    postcode,
    quality: 1,
    country: 'England',
    nhs_ha: 'East of England',
    longitude: 0.44,
    latitude: 52.08,
    region: 'East of England',
    nhs_region: 'East of England',
    // The service has one alliance for the whole region, and ends a name in a space.
    cancer_alliance: 'East of England',
    icb: 'NHS Norfolk and Waveney Integrated Care Board ',
    ccg: 'NHS Suffolk and North East Essex',
    outcode: postcode.split(' ')[0],
    incode: postcode.split(' ')[1],
    codes: { cancer_alliance: 'E56000035', nhs_region: 'E40000013', ccg: 'E38000204', ccg_id, icb },
  },
});

/** What the service says of a postcode that it knows. */
export const found = (codes: Codes): Reply => json(200, record(codes));
/** The same, named as another type than it is. */
export const foundAs = (type: string, codes: Codes): Reply => json(200, record(codes), type);
/** The same with thousands of letters around it. */
export const foundAtLength = (codes: Codes): Reply => json(200, { padding: ' '.repeat(100_000), ...record(codes) });

export const notFound = json(404, { status: 404, error: 'Postcode not found' });
export const invalid = json(404, { status: 404, error: 'Invalid postcode' });
export const withdrawn = json(404, {
  status: 404,
  error: 'Postcode not found',
  terminated: { postcode: 'CB9 7AA', year_terminated: 2019, month_terminated: 5, longitude: 0.44, latitude: 52.08 },
});
export const tooMany = json(429, { status: 429, error: 'Too many requests' });
export const broken = json(500, { status: 500, error: '500 Server Error.\nFor an urgent fix e-mail us' });
export const unavailable = said(503, '<h1>Service Unavailable</h1>', 'text/html');

/** Sends the reader's browser elsewhere, with leave to go there. */
export const redirectTo =
  (place: string): Reply =>
  (response) =>
    void response.writeHead(302, { Location: place }).end();

/** Breaks the line in the middle of an answer. */
export const cutShort: Reply = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
  response.write('{"status":200,"result":{"postcode":"CB9', () => response.socket?.end());
};

/** Begins an answer and never ends it. */
export const neverEnds: Reply = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('{"status":200,');
};

/** Says nothing for ever. */
export const silent: Reply = () => undefined;

/** Answers when it is told to. */
export function later(reply: Reply): { readonly reply: Reply; readonly now: () => void } {
  let waiting: ServerResponse | undefined;
  return { reply: (response) => (waiting = response), now: () => waiting && reply(waiting) };
}

export async function serveLookup(): Promise<LookupServer> {
  const asked: Asked[] = [];
  const replies: Reply[] = [];
  let heard: ((one: Asked) => void)[] = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const { method = '', url = '', headers } = request;
    const dropped = new Promise<void>((resolve) => {
      response.on('close', () => {
        if (!response.writableFinished) resolve();
      });
    });
    const one = { method, url, headers, dropped };
    asked.push(one);
    (replies.shift() ?? broken)(response);
    heard.forEach((tell) => tell(one));
    heard = [];
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    reply: (...more) => void replies.push(...more),
    next: () => new Promise((resolve) => heard.push(resolve)),
    clear() {
      asked.length = 0;
      replies.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
