import fs, { type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import { ok, refuse, type Refusal, type Result } from '../shared/result';
import { syncFolder } from './atomic-file';
import { errnoOf, refuseErrno } from './errno';

/** Reads and scans go through the file in pieces of this many bytes. */
const PIECE = 1 << 20;
const LF = 0x0a;

/** How a disk without room for all of it refuses. */
const TOOK_A_PART = 'not saved: the disk took only a part: make room and try again';

/** Whether an append was refused because the disk is full. */
export function isFull({ message, found }: Refusal): boolean {
  return found === 'ENOSPC' || found === 'EDQUOT' || message === TOOK_A_PART;
}

/** One session's journal, open for appending. */
export interface JournalFile {
  readonly file: string;
  readonly handle: FileHandle;
  /** which file the name stood for when it was opened */
  readonly inode: number;
  /** lines that were appended last: a write that was answered too late is asked for again, and must not stand twice */
  readonly recent: Set<string>;
  /** bytes that are known to be on the disk, all of them whole lines */
  good: number;
  /** set while bytes may stand behind `good` that nobody was told of */
  dirty: boolean;
  /** set when the name no longer stands for what we write to: open it anew */
  stale: boolean;
}

/**
 * Opens a journal for appending, making it if it isn't there. A torn last line, left by a kill or a power cut, is cut
 * off; what was cut is kept in a `.torn` file beside it, so that nothing is ever lost to a repair.
 */
export async function openJournalFile(file: string, header: string): Promise<Result<JournalFile>> {
  let handle: FileHandle | undefined;
  try {
    handle = await fs.open(
      file,
      constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW,
      0o600,
    );
    const { size, ino } = await handle.stat();
    const good = await endOfLastLine(handle, size);
    const torn = size > good;
    if (torn) await keepTorn(file, handle, good, size);
    const journal: JournalFile = { file, handle, inode: ino, recent: new Set(), good, dirty: torn, stale: false };
    const begun = good === 0 ? await begin(journal, header) : await checkHeader(handle, file, header);
    if (begun.ok) return ok(journal);
    await handle.close();
    return begun;
  } catch (error) {
    await handle?.close();
    return refuseErrno(error, 'the journal does not open', file);
  }
}

/**
 * Appends bytes, whole lines, with one write, and waits until they are on the disk. On any failure the file is cut
 * back to what it held before, at once or, where the disk doesn't allow even that, before the next append.
 */
export async function appendBytes(journal: JournalFile, bytes: Uint8Array): Promise<Result<true>> {
  const { file, handle } = journal;
  try {
    await cutBack(journal);
    journal.dirty = true;
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten !== bytes.length) {
      await cutBack(journal);
      return refuse(TOOK_A_PART, {
        file,
        found: `${String(bytesWritten)} bytes written`,
        expected: String(bytes.length),
      });
    }
    const [, named] = await Promise.all([handle.datasync(), fs.stat(file)]);
    const expected = journal.good + bytes.length;
    if (named.ino !== journal.inode || named.size !== expected) {
      journal.stale = true;
      return refuse(
        'not saved: the journal was moved, replaced or changed by another program: leave it alone and try again',
        {
          file,
          found: named.ino === journal.inode ? `${String(named.size)} bytes` : 'another file of that name',
          expected: `the file we opened, ${String(expected)} bytes`,
        },
      );
    }
    journal.good = expected;
    journal.dirty = false;
    return ok(true);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') journal.stale = true;
    // The first failure is the one to tell; a second one here is met again by the next append.
    await cutBack(journal).catch(() => undefined);
    return refuseErrno(error, 'not saved', file);
  }
}

/** Cuts off what stands behind the last byte that was acknowledged. */
async function cutBack(journal: JournalFile): Promise<void> {
  if (!journal.dirty) return;
  await journal.handle.truncate(journal.good);
  await journal.handle.datasync();
  journal.dirty = false;
}

async function begin(journal: JournalFile, header: string): Promise<Result<true>> {
  const written = await appendBytes(journal, Buffer.from(`${header}\n`));
  if (written.ok) await syncFolder(path.dirname(journal.file));
  return written;
}

/** Why a journal is not opened whose first line is another than it should be. */
export const OTHER_HEADER = 'the journal is not this session’s: move it away and start again';

async function checkHeader(handle: FileHandle, file: string, header: string): Promise<Result<true>> {
  const expected = Buffer.from(`${header}\n`);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(expected.length), 0, expected.length, 0);
  const found = buffer.subarray(0, bytesRead);
  if (found.equals(expected)) return ok(true);
  return refuse(OTHER_HEADER, {
    file,
    line: 1,
    found: found.toString('utf8').trimEnd(),
    expected: header,
  });
}

/** The offset behind the last line feed, found from the end. */
async function endOfLastLine(handle: FileHandle, size: number): Promise<number> {
  const piece = Buffer.alloc(Math.min(PIECE, size));
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - piece.length);
    const { bytesRead } = await handle.read(piece, 0, end - start, start);
    const at = piece.subarray(0, bytesRead).lastIndexOf(LF);
    if (at !== -1) return start + at + 1;
    end = start;
  }
  return 0;
}

async function keepTorn(file: string, handle: FileHandle, from: number, to: number): Promise<void> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
  const kept = await fs.open(`${file}.torn`, 'a', 0o600);
  try {
    await kept.writeFile(buffer.subarray(0, bytesRead));
    await kept.sync();
  } finally {
    await kept.close();
  }
  await syncFolder(path.dirname(file));
}
