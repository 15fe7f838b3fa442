import fs from 'node:fs/promises';
import { ok, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { refuseErrno } from './errno';
import { isEntry, wholeLines } from './journal-lines';
import { forgetSum } from './journal-sum';
import { log } from './log';

/**
 * Takes out of a journal the lines that are no entries, and those that are named, and gives it its header again. The
 * file as it was stays beside it as `.damaged-<time>`. To be called while nobody has it open.
 */
export async function mendJournal(file: string, header: string, without: ReadonlySet<string>): Promise<Result<true>> {
  try {
    const lines = wholeLines(await fs.readFile(file));
    const good = lines.filter((line) => isEntry(line) && !without.has(line.toString()));
    const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '_')}`;
    await fs.copyFile(file, aside);
    await flush(aside);
    await forgetSum(file);
    const parts = [Buffer.from(header), ...good].flatMap((line) => [line, LINE_END]);
    const written = await writeAtomically(file, Buffer.concat(parts));
    if (!written.ok) return written;
    log(`${file}: mended; ${String(lines.length - good.length)} of its lines are in ${aside} only`);
    return ok(true);
  } catch (error) {
    return refuseErrno(error, 'the journal can’t be mended', file);
  }
}

/** Makes a copy last before what it was made of is changed. */
async function flush(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const LINE_END = Buffer.from('\n');
