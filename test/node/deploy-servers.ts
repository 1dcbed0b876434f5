import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSite, request, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Site } from '../../tools/serve.js';

/** Debian keeps servers where only root looks for them. */
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/share/varnish'];
const modules = '/usr/lib/nginx/modules';

/** What of these this machine does not have, told as packages of Debian. */
const missing: readonly string[] = [
  ...['nginx', 'varnish', 'wrk'].filter((name) => !find(name === 'varnish' ? 'varnishd' : name)),
  ...(readable(`${modules}/ngx_http_brotli_static_module.so`) ? [] : ['libnginx-mod-http-brotli-static']),
];

/** Why these tests cannot run here. On our own machine, which sets CI, they must. */
export const skip = missing.length && !process.env['CI'] ? `Debian packages to install: ${missing.join(', ')}` : false;

export function mustHaveAll(): void {
  if (missing.length) throw new Error(`.ci/run must install packages of Debian: ${missing.join(', ')}`);
}

function readable(file: string, mode = constants.R_OK): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

function find(program: string): string | undefined {
  return folders.map((folder) => join(folder, program)).find((file) => readable(file, constants.X_OK));
}

/** Nothing that is started here lives longer than this, even if nobody is left to end it. */
const longest = '110';

/** A program of this machine, ended by `stop`, by the end of its time, or with the test. */
export class Running {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  output = '';
  said = '';

  constructor(program: string, args: readonly string[]) {
    this.#child = spawn('timeout', ['--kill-after=5', longest, find(program) ?? program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (text) => (this.output += String(text)));
    this.#child.stderr?.on('data', (text) => (this.said += String(text)));
    const end = () => this.#child.kill();
    process.once('exit', end);
    this.#ended = once(this.#child, 'close').finally(() => process.off('exit', end));
  }

  get gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** When it has said this among its complaints. */
  async hasSaid(words: string): Promise<void> {
    while (!this.said.includes(words) && !this.gone) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** What it wrote, once it has ended well by itself. */
  async finished(): Promise<string> {
    await this.#ended;
    if (this.#child.exitCode !== 0) throw new Error(`ended with ${this.#child.exitCode}: ${this.said}${this.output}`);
    return this.output;
  }

  async stop(): Promise<void> {
    if (!this.gone) this.#child.kill();
    await this.#ended;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, packed or not. */
  readonly body: Buffer;
}

/** Asks as a browser does not: for a path as it is written, with these headers alone, on a connection of its own. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false, timeout: 10_000 },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer for ${path} from port ${port}`)));
    asked.on('error', reject);
    asked.end();
  });
}

/** Asks again until the answer is as it should be. */
export async function until(
  port: number,
  path: string,
  good: (answer: Answer) => boolean,
  given: () => string | false = () => false,
): Promise<Answer> {
  let last = '';
  for (let left = 400; left > 0; left--) {
    try {
      const answer = await ask(port, path);
      if (good(answer)) return answer;
      last = `${answer.status}: ${answer.body.toString().slice(0, 200)}`;
    } catch (error) {
      last = String(error);
    }
    const reason = given();
    if (reason !== false) throw new Error(reason);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`port ${port} never answered ${path} as it should: ${last}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A list of withdrawn versions as it is in deploy/, with lines more, written as the list itself says. */
function listed(file: string, versions: readonly string[]): string {
  const list = readFileSync(file, 'utf8');
  const [, example] = /^# {3}(.*"0\.0\.0".*)$/m.exec(list) ?? [];
  if (!example) throw new Error(`${file} does not say how a line of it looks`);
  const lines = versions.map((version) => example.replace('0.0.0', version)).join('\n');
  return file.endsWith('.vcl') ? list.replace(/^\}$/m, `${lines}\n}`) : `${list}${lines}\n`;
}

/** Replaces what must be there, and nothing but that. */
function replaced(text: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`there is no “${from}” to replace`);
    return result.replaceAll(from, to);
  }, text);
}

const health = '/alliance-elements/health';

/** nginx and Varnish as deploy/ sets them up, with only ports and paths changed, over a folder that takes /srv's place. */
export class Servers {
  /** Workers of a root's nginx are somebody else and must be able to read it. */
  readonly folder = mkdtempSync(join(tmpdir(), 'alliance-deploy-'));
  originPort = 0;
  edgePort = 0;
  #origin: Running | undefined;
  #edge: Running | undefined;

  constructor() {
    chmodSync(this.folder, 0o755);
    for (const name of ['srv', 'log', 'edge']) mkdirSync(join(this.folder, name));
  }

  get log(): string {
    return ['access', 'error'].map((name) => readFileSync(join(this.folder, `log/${name}.log`), 'utf8')).join('\n');
  }

  /** Starts nginx, on the port it had if it has had one. */
  async startOrigin(): Promise<void> {
    await this.#patiently(async () => {
      this.originPort ||= await freePort();
      const file = join(this.folder, 'nginx.conf');
      writeFileSync(join(this.folder, 'alliance-elements.conf'), this.#serverBlock());
      this.#listAtOrigin();
      writeFileSync(file, this.#mainBlock());
      this.#origin = new Running('nginx', this.#nginx);
      await this.#answers(this.#origin, this.originPort, health);
    });
  }

  async stopOrigin(): Promise<void> {
    await this.#origin?.stop();
    await ask(this.originPort, health).then(
      () => Promise.reject(new Error('somebody still answers in place of the origin')),
      () => undefined,
    );
  }

  /** Withdraws these versions, and no others, at the origin: the list, then the command that is in it. */
  async originWithdraws(...versions: readonly string[]): Promise<void> {
    this.#listAtOrigin(versions);
    await new Running('nginx', [...this.#nginx, '-t']).finished();
    const master = readFileSync(join(this.folder, 'nginx.pid'), 'utf8').trim();
    const workers = () => readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ');
    const old = workers();
    await new Running('nginx', [...this.#nginx, '-s', 'reload']).finished();
    // For a moment those who know only the old list still answer.
    for (let left = 400; workers().some((worker) => old.includes(worker)); left--) {
      if (!left) throw new Error('the origin goes on with its old list');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The same at the edge. */
  async edgeWithdraws(...versions: readonly string[]): Promise<void> {
    this.#listAtEdge(versions);
    await new Running('varnishreload', ['-n', this.#edgeFolder]).finished();
  }

  /** Starts Varnish. `more` is what a test puts before the rules. */
  async startEdge(more = ''): Promise<void> {
    await this.#patiently(async () => {
      this.edgePort = await freePort();
      const rules = replaced(readFileSync('deploy/varnish/default.vcl', 'utf8'), {
        '.port = "8080"': `.port = "${this.originPort}"`,
        'import std;': `import std;\n${more}`,
      });
      const file = join(this.folder, 'default.vcl');
      writeFileSync(file, rules);
      this.#listAtEdge();
      const listen = ['-a', `127.0.0.1:${this.edgePort}`, '-s', 'malloc,64m', '-p', 'vsl_space=16m'];
      this.#edge = new Running('varnishd', ['-F', '-j', 'none', '-n', this.#edgeFolder, '-f', file, ...listen]);
      await this.#answers(this.#edge, this.edgePort, health);
    });
  }

  /** What Varnish counted. */
  async counted<Name extends string>(...names: readonly Name[]): Promise<Readonly<Record<Name, number>>> {
    const args = names.flatMap((name) => ['-f', `MAIN.${name}`]);
    const text = await new Running('varnishstat', ['-n', this.#edgeFolder, '-1', '-j', ...args]).finished();
    const { counters } = JSON.parse(text) as { counters: Record<string, { value: number }> };
    return Object.fromEntries(names.map((name) => [name, counters[`MAIN.${name}`]?.value ?? NaN])) as Record<
      Name,
      number
    >;
  }

  /** What Varnish's own log has, written as it is told to. */
  logged(format: string): Promise<string> {
    return new Running('varnishncsa', ['-n', this.#edgeFolder, '-d', '-F', format]).finished();
  }

  async close(): Promise<void> {
    await Promise.all([this.#origin?.stop(), this.#edge?.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #edgeFolder(): string {
    return join(this.folder, 'edge');
  }

  get #nginx(): readonly string[] {
    return ['-p', this.folder, '-e', 'stderr', '-c', join(this.folder, 'nginx.conf')];
  }

  #listAtOrigin(versions: readonly string[] = []): void {
    const name = 'alliance-elements-withdrawn.map';
    writeFileSync(join(this.folder, name), listed(`deploy/nginx/${name}`, versions));
  }

  #listAtEdge(versions: readonly string[] = []): void {
    writeFileSync(join(this.folder, 'withdrawn.vcl'), listed('deploy/varnish/withdrawn.vcl', versions));
  }

  #serverBlock(): string {
    return replaced(readFileSync('deploy/nginx/alliance-elements.conf', 'utf8'), {
      'listen 8080;': `listen 127.0.0.1:${this.originPort};`,
      'root /srv;': `root ${this.folder}/srv;`,
      '/var/log/nginx/alliance-elements.error.log': `${this.folder}/log/error.log`,
      '/var/log/nginx/alliance-elements.log': `${this.folder}/log/access.log`,
    });
  }

  /** As Debian's own, where it matters: other sites' settings stand around ours. */
  #mainBlock(): string {
    const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    return `
      load_module ${modules}/ngx_http_brotli_static_module.so;
      daemon off;
      worker_processes 2;
      pid ${this.folder}/nginx.pid;
      error_log stderr;
      events { worker_connections 1024; }
      http {
        ${scratch.map((name) => `${name}_temp_path ${this.folder}/scratch-${name};`).join(' ')}
        sendfile on;
        types { application/javascript js; text/html html; }
        default_type application/octet-stream;
        gzip on;
        access_log off;
        include ${this.folder}/alliance-elements.conf;
      }`;
  }

  async #answers(program: Running, port: number, path: string): Promise<void> {
    await until(
      port,
      path,
      ({ status }) => status === 200,
      () => program.gone && program.said,
    );
  }

  /** A port that was free a moment ago may be somebody's by now. */
  async #patiently(start: () => Promise<void>): Promise<void> {
    for (let left = 2; ; left--)
      try {
        await start();
        return;
      } catch (error) {
        if (!left || !/in use/i.test(String(error))) throw error;
      }
  }
}

/** A server of a test's own, whatever it may answer. */
export async function serve(answer: RequestListener): Promise<Site & { readonly port: number }> {
  const server = createSite(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
