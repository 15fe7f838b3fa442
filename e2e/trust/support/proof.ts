import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { startApp, type RunningApp } from '../../support/app';

/** Whether `npm run test:trust` asks for the full number of rounds; `npm test` takes the short one. */
const IS_FULL = process.env['GAVEL_TRUST'] === 'full';

/** How often something is tried: in full, and in the short form that belongs to `npm test`. */
export function rounds(full: number, short: number): number {
  return IS_FULL ? full : short;
}

/** What a test measured, for the table that `npm run test:trust` prints. */
export function figure(text: string): void {
  base.info().annotations.push({ type: 'figure', description: text });
}

/** Tests that change nothing on the disk share one app; each begins with its page loaded anew. */
export const test = base.extend<{ gavel: RunningApp }, { shared: RunningApp }>({
  shared: [
    async ({}, use) => {
      const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-trust-'));
      const running = await startApp({ userData });
      await use(running);
      await running.kill();
      fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  gavel: async ({ shared }, use) => {
    await shared.page.reload();
    await use(shared);
  },
});
