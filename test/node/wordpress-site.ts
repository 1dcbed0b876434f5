import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';

const core = '/usr/share/wordpress';
/** The one that WordPress 6.1 itself starts with. */
const theme = 'twentytwentythree';
const database = '/usr/sbin/mariadbd';

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** What of these this machine does not have, told as packages of Debian. */
export const missing: readonly string[] = [
  ...(has('php', '-r', 'exit(extension_loaded("mysqli") ? 0 : 1);') ? [] : ['php-cli', 'php-mysql']),
  ...(existsSync(database) ? [] : ['mariadb-server-core']),
  ...(existsSync(`${core}/wp-admin/install.php`) ? [] : ['wordpress']),
  ...(existsSync(`${core}/wp-includes/js/underscore.min.js`) ? [] : ['libjs-underscore']),
  ...(existsSync(`${core}/wp-content/themes/${theme}/theme.json`) ? [] : [`wordpress-theme-${theme}`]),
];

/** Two numbers of a version: Debian's third changes under us. */
export const versionHere = () =>
  /\$wp_version = '(\d+\.\d+)/.exec(readFileSync(`${core}/wp-includes/version.php`, 'utf8'))?.[1];

/** Nothing that is started here lives longer than this, even if nobody is left to end it. */
const longest = '290';

/** Ends a server with all that it has started, which `timeout` keeps in one group. There is nothing for it to save. */
function end({ pid, exitCode, signalCode }: ChildProcess): boolean {
  if (!pid || exitCode !== null || signalCode) return false;
  process.kill(-pid, 'SIGKILL');
  return true;
}

/** A server of this machine, which has said that it is ready. */
async function started(
  ready: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const child = spawn('timeout', ['--kill-after=5', longest, program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  process.once('exit', () => end(child));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (text) => {
      // It goes on to read what comes later, or the server would wait for it.
      if (said.includes(ready)) return;
      said += String(text);
      if (said.includes(ready)) resolve();
    });
    child.on('close', () => reject(new Error(`${program} ended: ${said}`)));
  });
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface User {
  readonly name: string;
  readonly password: string;
}

/** A site of its own: Debian's WordPress, PHP's own server, and a database that only this folder leads to. */
export class WordPress {
  readonly #folder = mkdtempSync(join(tmpdir(), 'alliance-wordpress-'));
  readonly #running: ChildProcess[] = [];
  readonly admin: User = { name: 'admin', password: 'Correct-horse-battery-staple' };
  origin = '';

  get #site(): string {
    return join(this.#folder, 'site');
  }
  get #socket(): string {
    return join(this.#folder, 'socket');
  }

  /** What PHP complained of, all of it. */
  get log(): string {
    const file = join(this.#folder, 'debug.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Whether there is such a file in the site's folder of plug-ins. */
  hasPlugin(name: string): boolean {
    return existsSync(join(this.#site, 'wp-content/plugins', name));
  }

  /** Puts a file of the partner's own into the site, by its path in wp-content. */
  write(path: string, text: string): void {
    const file = join(this.#site, 'wp-content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async start(): Promise<void> {
    chmodSync(this.#folder, 0o700);
    this.#layOut();
    await this.#startDatabase();
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const settings = [
      'memory_limit=256M',
      'upload_max_filesize=8M',
      // No mail goes out.
      'sendmail_path=/bin/true',
      `upload_tmp_dir=${this.#folder}`,
    ].flatMap((setting) => ['-d', setting]);
    this.#running.push(
      await started('started', 'php', [...settings, '-S', `127.0.0.1:${port}`, '-t', this.#site], {
        PHP_CLI_SERVER_WORKERS: '4',
      }),
    );
    await this.#install();
  }

  /** A page of somebody's own browser, who has logged in. */
  async logIn({ name, password }: User, context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${this.origin}/wp-login.php`);
    await page.evaluate(
      (user, secret) => {
        for (const [id, value] of Object.entries({ user_login: user, user_pass: secret }))
          (document.getElementById(id) as HTMLInputElement).value = value;
      },
      name,
      password,
    );
    await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
    if (!page.url().includes('/wp-admin/')) throw new Error(`${name} was not let in: ${page.url()}`);
    return page;
  }

  /** What the database answers. */
  ask(question: string): readonly (readonly string[])[] {
    const script = `$base = new mysqli('localhost', 'root', '', 'wordpress', 0, $argv[1]);
      echo json_encode($base->query($argv[2])->fetch_all());`;
    const { stdout, stderr } = spawnSync('php', ['-r', script, this.#socket, question], { encoding: 'utf8' });
    if (stderr) throw new Error(stderr);
    return JSON.parse(stdout) as string[][];
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#running.map(async (child) => {
        const closed = once(child, 'close');
        if (end(child)) await closed;
      }),
    );
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #layOut(): void {
    // Debian's is for one server and many sites; what it takes from other packages is in links.
    const copy = (part: string) =>
      cpSync(join(core, part), join(this.#site, part), { recursive: true, dereference: true, filter: existsSync });
    copy('wp-admin');
    copy('wp-includes');
    copy(`wp-content/themes/${theme}`);
    mkdirSync(join(this.#site, 'wp-content/plugins'));
    for (const name of ['index', 'wp-blog-header', 'wp-load', 'wp-login', 'wp-settings']) copy(`${name}.php`);
    const settings = {
      DB_NAME: 'wordpress',
      DB_USER: 'root',
      DB_PASSWORD: '',
      DB_HOST: `localhost:${this.#socket}`,
      DB_CHARSET: 'utf8mb4',
      DB_COLLATE: '',
      FS_METHOD: 'direct',
      // Nothing by itself, and nothing to anybody.
      DISABLE_WP_CRON: true,
      AUTOMATIC_UPDATER_DISABLED: true,
      WP_HTTP_BLOCK_EXTERNAL: true,
      WP_DEBUG: true,
      WP_DEBUG_DISPLAY: false,
      WP_DEBUG_LOG: join(this.#folder, 'debug.log'),
    };
    const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [`${name}_KEY`, `${name}_SALT`]);
    const lines = [...Object.entries(settings), ...keys.map((key) => [key, `${key} of a site for tests`] as const)];
    writeFileSync(
      join(this.#site, 'wp-config.php'),
      `<?php
${lines.map(([name, value]) => `define( '${name}', ${typeof value === 'string' ? `'${value}'` : String(value)} );`).join('\n')}
$table_prefix = 'wp_';
define( 'ABSPATH', __DIR__ . '/' );
require ABSPATH . 'wp-settings.php';
`,
    );
  }

  /** Without its tables of users: nobody but this user gets into the folder, and it listens nowhere else. */
  async #startDatabase(): Promise<void> {
    const data = join(this.#folder, 'data');
    const first = join(this.#folder, 'first.sql');
    mkdirSync(data);
    writeFileSync(first, 'CREATE DATABASE wordpress CHARACTER SET utf8mb4;\n');
    this.#running.push(
      await started('ready for connections', database, [
        '--no-defaults',
        `--user=${userInfo().username}`,
        `--datadir=${data}`,
        `--socket=${this.#socket}`,
        `--pid-file=${join(this.#folder, 'database.pid')}`,
        `--init-file=${first}`,
        '--skip-networking',
        '--skip-grant-tables',
        '--innodb-flush-log-at-trx-commit=0',
      ]),
    );
  }

  /** WordPress' own installer, as its form asks it. */
  async #install(): Promise<void> {
    const { name, password } = this.admin;
    const response = await fetch(`${this.origin}/wp-admin/install.php?step=2`, {
      method: 'POST',
      body: new URLSearchParams({
        weblog_title: 'A trust',
        user_name: name,
        admin_password: password,
        admin_password2: password,
        admin_email: 'admin@example.org',
        blog_public: '0',
        Submit: 'Install WordPress',
      }),
    });
    const page = await response.text();
    if (!page.includes('Success!')) throw new Error(`WordPress did not install itself: ${page.slice(0, 2000)}`);
  }
}
