import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';

/** Requests that would leave the machine: UX-25 wants none in the whole run. The trust suite makes some, to see them refused. */
export const strangers: string[] = [];
const leftovers: (() => void | Promise<void>)[] = [];

/** Does something when the test has ended, however it did: the last that was asked for comes first. */
export function afterTest(work: () => void | Promise<void>): void {
  leftovers.push(work);
}

/**
 * The tests of the app. What they leave is taken away by a fixture: a hook of this file would be one of the first file of
 * tests that loads it, and of no other.
 */
export const test = base.extend<{ clean: undefined }>({
  clean: [
    async ({}, use) => {
      await use(undefined);
      const faults: unknown[] = [];
      for (let work = leftovers.pop(); work !== undefined; work = leftovers.pop()) {
        // what follows is to go all the same
        await Promise.resolve()
          .then(work)
          .catch((fault: unknown) => faults.push(fault));
      }
      const asked = strangers.splice(0);
      if (test.info().project.name === 'e2e') expect(asked, 'UX-25: no request leaves').toEqual([]);
      expect(faults).toEqual([]);
    },
    { auto: true, timeout: 60_000 },
  ],
});

/** A folder in the system's temporary one; `remove` it with what Chromium put beside it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-e2e-'));
  const remove = (): void => {
    for (const each of [folder, besides(folder)]) fs.rmSync(each, { recursive: true, force: true, maxRetries: 5 });
  };
  return { folder, remove };
}

/** Where Chromium puts what it doesn't keep, for an app with that data folder: killed it leaves it there. */
export function besides(userData: string): string {
  return `${userData}-tmp`;
}

/** A data folder of its own for the test that asks. */
export function newUserData(): string {
  const { folder, remove } = temporaryFolder();
  afterTest(remove);
  return folder;
}
