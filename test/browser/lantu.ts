import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export const root = resolve(import.meta.dirname, '../..');
const executablePath = '/usr/bin/chromium';

/** Without a Chromium these tests are skipped, and `npm test` says so. */
export const hasBrowser = existsSync(executablePath);

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: flags });

export interface Lantu {
  readonly url: string;
  /** Kills the server without warning and starts it on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface How {
  /** `start`: a first look without accounts; `serve`: with them. */
  readonly command?: 'start' | 'serve';
  readonly env?: Readonly<Record<string, string>>;
  /** A command that fills the empty folder first: `['demo']`. */
  readonly before?: readonly string[];
  /** Fills the empty folder first, with more than a command would. */
  readonly fill?: (home: string) => Promise<void>;
}

async function runBefore(home: string, { before, env = {} }: How): Promise<void> {
  if (before === undefined) return;
  const options = { cwd: root, env: { ...process.env, ...env, LANTU_HOME: home }, stdio: 'ignore' } as const;
  const child = spawn(process.execPath, ['src/app/cli.ts', ...before], options);
  await gone(child);
  if (child.exitCode !== 0) throw new Error(`lantu ${before.join(' ')} ended with ${child.exitCode}`);
}

function start(home: string, { command = 'start', env = {} }: How): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['src/app/cli.ts', command, '--port', '0'], {
    cwd: root,
    env: { ...process.env, ...env, LANTU_HOME: home },
  });
  return new Promise((resolveStart, reject) => {
    let said = '';
    const listen = (piece: Buffer) => {
      said += piece.toString();
      const url = said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
      if (url) resolveStart({ child, url });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => reject(new Error(`the server stopped with ${code}: ${said}`)));
  });
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

/** Lantu as `npm start` runs it, on data of its own; or as `lantu serve` does. */
export async function startLantu(how: How = {}): Promise<Lantu> {
  const home = mkdtempSync(join(tmpdir(), 'lantu-browser-'));
  // Started as root, the database runs under an account of its own that must be able to pass.
  chmodSync(home, 0o755);
  await runBefore(home, how);
  await how.fill?.(home);
  let { child, url } = await start(home, how);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone(child);
  };
  return {
    get url() {
      return url;
    },
    restart: async () => {
      await end('SIGKILL');
      ({ child, url } = await start(home, how));
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface Visit {
  readonly page: Page;
  /** What the page complained about, and every request that left our own address. */
  readonly complaints: string[];
}

/** A reader's own browser window: nothing remembered, complaints written down. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // A refusal is an answer; the browser reports its status as an error of its own.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

/** Opens the sample plan the way a newcomer meets it. */
export async function openSample(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForURL('**/plans/*');
  await page.locator('.finding').first().waitFor();
}

/** Kept by CI. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'artifacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

export const samplePath = join(root, 'samples/sample-plan.txt');
export const revisedPath = join(root, 'samples/sample-plan-revised.txt');
export const sampleText = (): string => readFileSync(samplePath, 'utf8');
