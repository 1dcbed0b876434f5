import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import WebDriver from 'webdriver';
import { browserFlags, findBrowser } from '../../tools/browser.js';

/** A browser with one page, as far as all three engines can be asked for it. */
export interface Engine {
  /** Opens an address and waits for its load event. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page, which may be a promise. */
  ask<T>(expression: string): Promise<T>;
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>;
  close(): Promise<void>;
}

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

const firefox = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const webkitDriver = '/usr/bin/WebKitWebDriver';
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Which engines this machine has. On ours, which sets CI, all must be there. */
export function installed(name: EngineName): boolean {
  return name === 'chromium' || existsSync(name === 'firefox' ? firefox : webkitDriver);
}

/** What the reader has asked the system for: `prefers-color-scheme`. */
export type Preference = 'light' | 'dark';

/** Starts an engine, for a reader who prefers light or dark; whoever does closes it. */
export async function start(name: EngineName, prefers: Preference = 'light'): Promise<Engine> {
  return name === 'webkit' ? startWebKit(prefers) : startByPuppeteer(name, prefers);
}

const limit = 15_000;
/** An expression as the body of an asynchronous script that answers with JSON, or says what went wrong. */
const waiting = (expression: string) => `new Promise((resolve, reject) => {
  const end = Date.now() + ${limit};
  const look = () => {
    let found;
    try { found = ${expression}; } catch (error) { reject(error); return; }
    if (found) resolve(true);
    else if (Date.now() > end) reject(new Error(${JSON.stringify(`never came true: ${expression}`)}));
    else setTimeout(look, 20);
  };
  look();
})`;

async function startByPuppeteer(name: 'chromium' | 'firefox', prefers: Preference): Promise<Engine> {
  // Firefox is asked before it starts; 0 is dark, 1 is light.
  const override = { 'layout.css.prefers-color-scheme.content-override': prefers === 'dark' ? 0 : 1 };
  const browser = await puppeteer.launch(
    name === 'chromium'
      ? { executablePath: await findBrowser(), headless: true, args: browserFlags }
      : { browser: 'firefox', executablePath: firefox, headless: true, extraPrefsFirefox: override },
  );
  const page = await browser.newPage();
  if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: prefers }]);
  const ask = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
  return {
    open: async (url) => {
      await page.goto(url);
    },
    ask,
    until: async (expression) => {
      await ask(waiting(expression));
    },
    close: () => browser.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** When a server on a port of this machine answers. */
async function answering(port: number): Promise<void> {
  for (let left = 200; left > 0; left--) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nothing answers on port ${port}`);
}

/** A screen that nobody sees: WebKitGTK has no headless mode. The server says on its third pipe which screen it took. */
async function startScreen(): Promise<[ChildProcess, string]> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return [screen, `:${number.toString().trim()}`];
}

async function startWebKit(prefers: Preference): Promise<Engine> {
  const [screen, display] = await startScreen();
  const port = await freePort();
  const driver = spawn(webkitDriver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  });
  await answering(port);
  const session = await WebDriver.newSession({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'silent',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {
        binary: miniBrowser,
        args: ['--automation', ...(prefers === 'dark' ? ['--dark-mode'] : [])],
      },
    } as WebdriverIO.Capabilities,
  });
  await session.setTimeouts(limit, limit, limit * 2);
  const ask = async <T>(expression: string): Promise<T> => {
    // As text: the driver counts out an object with all that a page has put into the prototype of all objects.
    const body = `const done = (answer) => arguments[0](JSON.stringify(answer));
      (async () => ${expression})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await session.executeAsyncScript(body, [])) as string;
    const { value, error } = JSON.parse(answer) as { value: T; error?: string };
    if (error) throw new Error(error);
    return value;
  };
  return {
    open: async (url) => {
      await session.navigateTo(url);
    },
    ask,
    until: async (expression) => {
      await ask(waiting(expression));
    },
    close: async () => {
      await session.deleteSession();
      driver.kill();
      screen.kill();
    },
  };
}
