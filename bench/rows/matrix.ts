import type { Page } from '@playwright/test';
import { pageShell, pause, startElectron, withFolder } from '../electron';
import { press, type Press } from '../press';
import { startWithEntries } from '../profile';
import { percentile, row, type Bench, type Row } from '../row';
import { SUMMIT, SUMMIT_ENTRIES } from '../synthetic';

const ROUNDS = 30;
const SELECTED = '[role="gridcell"][aria-selected="true"]';
const CURSOR: readonly Press[] = ['j', 'l', 'j', 'l', 'j', 'k', 'h'].map((key) => ({ key, changes: SELECTED }));

/** The Matrix: its cursor at the size of a large summit, and scrolling where nobody could draw every cell. */
export const matrix: Bench = {
  name: 'matrix',
  measure: async () => [await cursor(), ...(await large())],
};

function cursor(): Promise<Row> {
  return withFolder(async (folder) => {
    const { page, stop } = await startWithEntries(folder, SUMMIT_ENTRIES, SUMMIT);
    await press(page, { key: 'Alt+2', changes: 'main h1' });
    await press(page, { key: 'j', changes: SELECTED });
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1) for (const each of CURSOR) times.push(await press(page, each));
    await stop();
    return row({
      row: 'matrix, cursor',
      ours: percentile(times, 95),
      baseline: 32,
      goal: 1,
      unit: 'ms',
      note: 'p95 of a key that moves the cursor to its paint, 80 people, 40 subsystems, 16,000 entries; baseline: the limit',
    });
  });
}

/** What a person does to get somewhere in it, in px of one turn of the wheel: lines, pages, both ways at once. */
const WHEEL: readonly (readonly [x: number, y: number])[] = [
  [0, 100],
  [100, 0],
  [0, 700],
  [800, 0],
  [120, 120],
];
const TURNS = 40;

function large(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const { page, stop } = await startElectron(pageShell(folder), folder, ['--page=large']);
    await press(page, { key: 'Alt+2', changes: 'main h1' });
    await page.mouse.move(600, 400);
    // what making and folding a million entries left behind is no part of scrolling
    await (await page.context().newCDPSession(page)).send('HeapProfiler.collectGarbage');
    await pause(1000);
    let most = 0;
    await page.evaluate(watchFrames);
    for (const [x, y] of WHEEL) {
      for (let turn = 0; turn < TURNS; turn += 1) {
        await page.mouse.wheel(x, y);
        await pause(16);
      }
      await pause(300);
      most = Math.max(most, await page.evaluate(() => document.querySelectorAll('*').length));
    }
    const longest = await longestFrame(page);
    await stop();
    const what = '10,000 people, 3,000 subsystems, 1M entries';
    return [
      row({
        row: 'matrix, large',
        ours: longest,
        baseline: 50,
        goal: 1,
        unit: 'ms',
        note: `the longest frame while ${what} are scrolled by lines and by pages, down, across and both; baseline: the limit`,
      }),
      row({
        row: 'matrix, nodes',
        ours: most,
        baseline: 2000,
        goal: 1,
        unit: 'nodes',
        note: `elements of the whole page then; baseline: the limit`,
      }),
    ];
  });
}

/** In the page: remembers the longest time between two frames from now on. */
function watchFrames(): void {
  const here = window as unknown as { longest: number };
  here.longest = 0;
  let last = performance.now();
  const frame = (): void => {
    const now = performance.now();
    here.longest = Math.max(here.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

function longestFrame(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { longest: number }).longest);
}
