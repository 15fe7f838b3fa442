import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge, Channel, Requests } from '../../shared/ipc';
import { afterTest, besides, newUserData, strangers, test } from './cleanup';

declare global {
  interface Window {
    readonly gavel: Bridge;
  }
}

/** The checkout, which Electron runs as an app. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** the data folder of an earlier start; a new one, gone after the test, if absent */
  readonly userData?: string;
  /** what a person would type after the program's name */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The app as it runs, and its window. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Quits as a person would, and waits until all of it is gone. */
  readonly close: () => Promise<void>;
  /** SIGKILL to all of its processes at once. */
  readonly kill: () => Promise<void>;
}

/** Starts the app that was built, and waits for its window to have loaded. What still runs after the test is killed. */
export async function launchApp({ userData = newUserData(), ...more }: LaunchOptions = {}): Promise<RunningApp> {
  return startApp({ userData, ...more }, afterTest);
}

/** The same for a caller who kills it: `started` gets what does, before there is a window. */
export async function startApp(
  { userData, args = [], env = {} }: LaunchOptions & { readonly userData: string },
  started: (kill: () => Promise<void>) => void = () => undefined,
): Promise<RunningApp> {
  fs.mkdirSync(besides(userData), { recursive: true });
  const app = await _electron.launch({
    args: [ROOT, `--user-data-dir=${userData}`, ...args],
    env: { ...definedEnv(), ...screen(), TMPDIR: besides(userData), ...env },
  });
  app.context().on('request', (asked) => {
    if (!/^(?:app|data|blob|devtools):/.test(asked.url())) strangers.push(asked.url());
  });
  const child = app.process();
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  started(kill);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const close = async (): Promise<void> => {
    await app.close();
    await gone;
  };
  return { app, page, userData, close, kill };
}

/** Asks the shell as the page does. */
export function request<C extends Channel>(
  page: Page,
  channel: C,
  value: Requests[C]['request'],
): Promise<Requests[C]['answer']> {
  return page.evaluate(([name, asked]) => window.gavel.request(name, asked), [channel, value] as const);
}

/** The screen of this worker, which it shares with no other. */
function screen(): Readonly<Record<string, string>> {
  const screens = process.env['GAVEL_TEST_SCREENS']?.split(' ') ?? [];
  const own = screens[test.info().parallelIndex % screens.length];
  return own === undefined ? {} : { DISPLAY: own };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
