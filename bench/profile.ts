import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from '../shared/file/write';
import { pause, startElectron, type Started } from './electron';
import { syntheticEntries, type Shape } from './synthetic';

/** Starts Gavel with a session of so many entries, opened from a file as a person would, and waits until all is stored. */
export async function startWithEntries(folder: string, count: number, shape?: Shape): Promise<Started> {
  const file = join(folder, 'bench.gavel');
  writeFileSync(
    file,
    writeFile(syntheticEntries(count, shape), (text) => createHash('sha256').update(text).digest('hex')),
  );
  const started = await startElectron(process.cwd(), join(folder, 'data'), [file]);
  for (let stored = 0; stored < count; stored = await storedRows(started)) await pause(500);
  // rows may be there before their session is, and the journal comes last: both copies have answered
  await started.page.waitForFunction(() => performance.getEntriesByName('saved').length > 0, undefined, {
    timeout: 120_000,
  });
  await pause(1000);
  return started;
}

function storedRows({ page }: Started): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('gavel');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
