import { startApp, type RunningApp } from '../../support/app';
import { temporaryFolder, test as base } from '../../support/cleanup';

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
      const { folder, remove } = temporaryFolder();
      const running = await startApp({ userData: folder });
      await use(running);
      await running.kill();
      remove();
    },
    { scope: 'worker' },
  ],
  gavel: async ({ shared }, use) => {
    await shared.page.reload();
    await use(shared);
  },
});
