import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Playwright from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

/** An Electron that was started as a person would, without a test runner in its way. */
export interface Started {
  /** when it was started, milliseconds since 1970 */
  readonly at: number;
  readonly page: Page;
  readonly stop: () => Promise<void>;
}

const ROOT = process.cwd();
/** A screen that shows nothing needs no sandbox as root. */
const FLAGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts an app (a folder or a main file) on a data folder, and answers when its page has set the mark `usable`. */
export async function startElectron(app: string, userData: string, args: readonly string[] = []): Promise<Started> {
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron');
  const at = Date.now();
  const child = spawn(binary, [app, ...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${userData}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const endpoint = await devTools(child);
  // what is measured is over by the time that anybody connects
  await pause(1500);
  const { chromium } = createRequire(join(ROOT, 'package.json'))('@playwright/test') as typeof Playwright;
  const browser = await chromium.connectOverCDP(endpoint);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error(`${app} has no page`);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, { timeout: 120_000 });
  return { at, page, stop: () => stop(browser, child) };
}

/** A folder that Electron starts as an app: it shows the page of bench/pages that `--page=` names. */
export function pageShell(folder: string): string {
  const app = join(folder, 'shell');
  mkdirSync(app);
  const main = join(ROOT, 'out', 'bench', 'shells', 'page.cjs');
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'baseline', main }));
  return app;
}

/** Milliseconds from the start of the process to the page's mark `usable`. */
export async function untilUsable({ at, page }: Started): Promise<number> {
  const mark = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN),
  );
  return mark - at;
}

function devTools(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(`Electron ended with ${String(code)}: ${said.slice(-400)}`));
    });
  });
}

async function stop(browser: Browser, child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await browser.close().catch(() => undefined);
  if (child.exitCode === null && child.signalCode === null) {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A data folder that is gone after `work`. Whoever is asked who they are has answered. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gavel-bench-'));
  try {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'settings.json'), '{"me":{"handle":"ana"}}\n');
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}
