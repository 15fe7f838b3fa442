import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { journalsIn } from './journal';
import { moveDeleted } from './journal-leaving';
import { snapshotFolder } from './snapshot-name';
import { writeSnapshot } from './snapshot-writing';
import { keepSnapshots } from './snapshots';
import { journalOf, linesTo, SESSION, valueOf } from './testing/journal';
import { temporaryFolder } from './testing/temporary';

function shell() {
  const dataFolder = temporaryFolder();
  const folder = path.join(dataFolder, 'snapshots');
  const journal = path.join(dataFolder, 'journal');
  const file = journalOf(journal, linesTo(2));
  const journals = journalsIn(journal);
  const snapshots = keepSnapshots(
    { journals: journal, folder, second: () => undefined, refused: () => undefined },
    writeSnapshot,
  );
  const names = () => fs.readdirSync(path.join(folder, snapshotFolder(SESSION)));
  return { dataFolder, file, journals, snapshots, names };
}

test('the journal of a deleted session lies in another folder, and its last snapshot is the one before that', async () => {
  const { file, names, ...parts } = shell();
  const moved = valueOf(await moveDeleted(parts, SESSION));
  expect(path.dirname(moved)).toBe(path.join(parts.dataFolder, 'deleted'));
  expect([fs.existsSync(moved), fs.existsSync(file)]).toEqual([true, false]);
  expect(names()).toEqual([expect.stringMatching(/-2-before-delete\.gavel$/)]);
});

test('a session whose journal can’t be moved away stays, and gets snapshots as before', async () => {
  const { file, names, ...parts } = shell();
  fs.writeFileSync(path.join(parts.dataFolder, 'deleted'), 'no folder');
  expect(await moveDeleted(parts, SESSION)).toMatchObject({ ok: false });
  expect(fs.existsSync(file)).toBe(true);
  // as after an undone merge, which appends nothing
  valueOf(await parts.snapshots.take(SESSION));
  expect(names()).toEqual([expect.stringMatching(/delete/), expect.stringMatching(/-2\.gavel$/)]);
});
