import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { withFolder } from '../electron';
import { startWithEntries } from '../profile';
import { median, row, type Bench } from '../row';

const GROWTH = [10_000, 100_000];
/** An import fills an empty database, and so needs a start of its own. */
const ROUNDS = 3;

/** A file opened until its session is in database and journal, against the same rows into the same indexes and the same bytes once. */
export const importing: Bench = {
  name: 'import',
  measure: async () => {
    const steps: { entries: number; ours: number; baseline: number }[] = [];
    for (const entries of GROWTH) {
      const ours: number[] = [];
      const baseline: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const took = await withFolder((folder) => once(folder, entries));
        ours.push(took.ours);
        baseline.push(took.baseline);
      }
      steps.push({ entries, ours: median(ours), baseline: median(baseline) });
    }
    const last = steps.at(-1);
    if (last === undefined) return [];
    return [
      row({
        row: 'import',
        ours: last.ours,
        baseline: last.baseline,
        goal: 1.5,
        unit: 'ms',
        growth: steps.map(({ entries, ours, baseline }) => ({ entries, ours, ratio: ours / baseline })),
        note: '100k entries, from a page that is usable to database, journal and view; baseline: the same rows put raw into the same indexes, 1,000 a transaction, and the same bytes written and flushed once',
      }),
    ];
  },
};

async function once(folder: string, entries: number): Promise<{ readonly ours: number; readonly baseline: number }> {
  const { page, stop } = await startWithEntries(folder, entries);
  const ours = await page.evaluate(usableToSaved);
  const put = await putAgain(page);
  await stop();
  const bytes = readFileSync(join(folder, 'bench.gavel'));
  const file = openSync(join(folder, 'baseline.gavel'), 'w');
  const since = performance.now();
  writeSync(file, bytes);
  fdatasyncSync(file);
  const written = performance.now() - since;
  closeSync(file);
  return { ours, baseline: put + written };
}

/** In the page: from the view that anything can be done in, which the file was opened in, until both copies had it. */
function usableToSaved(): number {
  const at = (mark: string): number => performance.getEntriesByName(mark).at(-1)?.startTime ?? Number.NaN;
  return at('saved') - at('usable');
}

/** In the page: all rows again, into a database with nothing else in it. */
function putAgain(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opened = (opening: IDBOpenDBRequest): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('the database does not open'));
      });
    const kept = await opened(indexedDB.open('gavel'));
    const rows = await new Promise<object[]>((resolve) => {
      const reading = kept.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => resolve(reading.result as object[]);
    });
    kept.close();
    const opening = indexedDB.open('bench-import', 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
      store.createIndex('hash', 'hash', { unique: true });
      store.createIndex('id', 'id');
      store.createIndex('session', ['session', 'seq']);
    };
    const database = await opened(opening);
    const since = performance.now();
    for (let from = 0; from < rows.length; from += 1000) {
      const writing = database.transaction('entries', 'readwrite', { durability: 'strict' });
      for (const each of rows.slice(from, from + 1000)) writing.objectStore('entries').add(each);
      await new Promise((resolve) => (writing.oncomplete = resolve));
    }
    database.close();
    return performance.now() - since;
  });
}
