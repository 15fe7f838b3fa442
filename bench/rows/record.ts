import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../electron';
import { startWithEntries } from '../profile';
import { percentile, row, type Bench } from '../row';

const ENTRIES = 100_000;
const ROUNDS = 60;

/** Enter until the line is durable, journaled and painted, against one raw put, one fdatasync and one frame in a row. */
export const record: Bench = {
  name: 'record',
  measure: () =>
    withFolder(async (folder) => {
      const { page, stop } = await startWithEntries(folder, ENTRIES);
      const journal = openSync(join(folder, 'baseline.journal'), 'a');
      const ours: Took[] = [];
      const baseline: Took[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const text = `measured ${String(i)} of ${String(ROUNDS)}`;
        const { saved, painted } = await page.evaluate(putAndFrame, text);
        const synced = syncOnce(journal, text);
        baseline.push({ saved: saved + synced, painted: painted + synced });
        await page.getByRole('textbox', { name: 'Quick entry' }).fill(`@p1 #s1 std -- ${text}`);
        ours.push(await page.evaluate(pressEnter, text));
      }
      closeSync(journal);
      await stop();
      const p95 = (part: keyof Took, times: readonly Took[]): number =>
        percentile(
          times.map((took) => took[part]),
          95,
        );
      return [
        row({
          row: 'record',
          ours: p95('painted', ours),
          baseline: p95('painted', baseline),
          goal: 1.5,
          unit: 'ms',
          note: 'p95 of Enter to durable, journaled and painted, 100k entries; baseline: p95 of one raw strict put, one fdatasync, one frame in sequence',
        }),
        row({
          row: 'record, saved',
          ours: p95('saved', ours),
          baseline: p95('saved', baseline),
          goal: 1.5,
          unit: 'ms',
          note: 'of that, Enter to durable and journaled; baseline: the put and the fdatasync',
        }),
      ];
    }),
};

/** Milliseconds until a line was durable, and until it could be seen. */
interface Took {
  readonly saved: number;
  readonly painted: number;
}

function syncOnce(file: number, text: string): number {
  const since = performance.now();
  writeSync(file, `${text}${'.'.repeat(200)}\n`);
  fdatasyncSync(file);
  return performance.now() - since;
}

/** In the page: one strict put into a database of its own, then one frame. */
function putAndFrame(text: string): Promise<Took> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('bench-baseline', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('lines', { autoIncrement: true });
    opening.onsuccess = () => {
      const since = performance.now();
      const writing = opening.result.transaction('lines', 'readwrite', { durability: 'strict' });
      writing.objectStore('lines').put({ text, more: '.'.repeat(200) });
      writing.oncomplete = () => {
        const saved = performance.now() - since;
        opening.result.close();
        requestAnimationFrame(() => setTimeout(() => resolve({ saved, painted: performance.now() - since })));
      };
    };
  });
}

/**
 * In the page: Enter, then the later of `saved` (both copies have answered) and the frame with the text. The key is
 * dispatched, since the app takes a key that it knows before any listener of ours could hear when it was pressed.
 */
function pressEnter(text: string): Promise<Took> {
  const log = document.querySelector('[role="log"]');
  performance.clearMarks('saved');
  const since = performance.now();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
  );
  return new Promise((resolve) => {
    const look = (): void => {
      const saved = performance.getEntriesByName('saved').at(-1)?.startTime;
      const shown = log?.textContent.includes(text) === true;
      if (saved !== undefined && shown)
        setTimeout(() => resolve({ saved: saved - since, painted: performance.now() - since }));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
