import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { launchApp, ROOT } from '../support/app';
import { afterTest, newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';

test('Row 25: a second start with the same data folder ends and leaves it alone; with another one it runs', async () => {
  const userData = newUserData();
  const { app } = await launchApp({ userData });
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const counted = { starts: 0, focused: 0 };
    Object.assign(globalThis, { counted });
    electronApp.on('second-instance', () => (counted.starts += 1));
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) window.focus = () => (counted.focused += 1);
  });
  const many = rounds(10, 2);
  const took: number[] = [];
  for (let n = 0; n < many; n += 1) {
    const start = performance.now();
    const second = spawn(app.process().spawnfile, [ROOT, '--no-sandbox', `--user-data-dir=${userData}`], {
      stdio: 'ignore',
    });
    afterTest(() => void second.kill('SIGKILL'));
    // one that runs on beside the first is not waited for
    const [code] = (await once(second, 'exit', { signal: AbortSignal.timeout(20_000) })) as [number | null];
    took.push(performance.now() - start);
    expect(code).toBe(0);
  }
  const counted = await app.evaluate(() => (globalThis as unknown as { counted: Record<string, number> }).counted);
  expect(counted).toEqual({ starts: many, focused: many });
  const other = await launchApp();
  await expect(other.page).toHaveTitle(/\S/);
  expect(app.windows()).toHaveLength(1);
  figure(
    `${String(many)} second starts: each ended by itself, the slowest in ${(Math.max(...took) / 1_000).toFixed(1)} s, and the first came to the front`,
  );
});
