import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sweepLeftovers } from './leftovers';
import { snapshotFolder } from './snapshot-name';
import { journalOf, linesTo, SESSION } from './testing/journal';
import { temporaryFolder } from './testing/temporary';

test('what a kill left unfinished is gone after the next start, and nothing else is', async () => {
  const folder = temporaryFolder();
  const snapshots = path.join(folder, 'snapshots', snapshotFolder(SESSION));
  fs.mkdirSync(snapshots, { recursive: true });
  const journal = journalOf(path.join(folder, 'journal'), linesTo(2));
  const unfinished = '.gavel-0123456789ab.tmp';
  for (const place of [folder, path.dirname(journal), snapshots]) {
    fs.writeFileSync(path.join(place, unfinished), 'half');
    fs.writeFileSync(path.join(place, 'notes.tmp'), 'a person’s');
  }
  await sweepLeftovers(folder);
  const left = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => name.endsWith(unfinished))).toEqual([]);
  expect(left.filter((name) => name.endsWith('notes.tmp'))).toHaveLength(3);
  expect(fs.existsSync(journal)).toBe(true);
  await sweepLeftovers(path.join(folder, 'not there'));
});
