import fs from 'node:fs/promises';
import path from 'node:path';
import type { Id } from '../shared/record/ids';
import { ok, type Result } from '../shared/result';
import { renameInto, syncFolder } from './atomic-file';
import { refuseErrno } from './errno';
import { journalName } from './journal-name';
import { forgetSum } from './journal-sum';
import { noteRecordedDrafts } from './recorded-drafts';

/**
 * Moves a session's journal into another folder of the same disk, where it never takes the place of another: a number
 * is added then. Answers where it lies.
 */
export async function moveJournal(session: Id, from: string, into: string): Promise<Result<string>> {
  const file = path.join(from, journalName(session));
  try {
    await fs.mkdir(into, { recursive: true, mode: 0o700 });
    const there = new Set(await fs.readdir(into));
    let target = journalName(session);
    for (let nth = 2; there.has(target); nth += 1) target = journalName(session, nth);
    await forgetSum(file);
    await noteRecordedDrafts(file, []);
    await renameInto(file, path.join(into, target));
    await syncFolder(from);
    return ok(path.join(into, target));
  } catch (error) {
    return refuseErrno(error, 'the journal can’t be moved away', file);
  }
}
