import { startWithEntries } from '../profile';
import { withFolder } from '../electron';
import { median, row, type Bench } from '../row';

const ENTRIES = 100_000;
const ROUNDS = 5;

/** Click on a session of 100k entries until Live shows it, against reading its rows raw from IndexedDB. */
export const open: Bench = {
  name: 'open',
  measure: () =>
    withFolder(async (folder) => {
      const { page, stop } = await startWithEntries(folder, ENTRIES);
      const ours: number[] = [];
      const baseline: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        baseline.push(await page.evaluate(readRaw));
        await page.getByRole('list', { name: 'Sessions' }).getByRole('button', { name: 'Example session' }).click();
        await page.getByText('It is read-only').first().waitFor();
        ours.push(await page.evaluate(clickToView));
      }
      await stop();
      return [
        row({
          row: 'open',
          ours: median(ours),
          baseline: median(baseline),
          goal: 1.5,
          unit: 'ms',
          note: '100k entries, click to view; baseline: getAll of the same rows, raw IndexedDB',
        }),
      ];
    }),
};

/** In the page: every row of the one session, as IndexedDB gives them. */
function readRaw(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('gavel');
    opening.onerror = () => {
      reject(new Error('the database does not open'));
    };
    opening.onsuccess = () => {
      const since = performance.now();
      const reading = opening.result.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(performance.now() - since);
      };
    };
  });
}

/** In the page: from the click on the stored session to the frame that shows its first subsystem. */
function clickToView(): Promise<number> {
  const button = [...document.querySelectorAll<HTMLElement>('[aria-label="Sessions"] button')].find((each) =>
    each.textContent.includes('Synthetic'),
  );
  const since = performance.now();
  button?.click();
  return new Promise((resolve) => {
    const look = (): void => {
      const shown = document.querySelectorAll('[aria-label="Subsystems"] li').length > 20;
      if (shown) setTimeout(() => resolve(performance.now() - since));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
