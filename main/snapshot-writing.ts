import { createHash, randomBytes, type Hash } from 'node:crypto';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { footerLine, headerLine, readFooter } from '../shared/file/form';
import type { SnapshotBefore } from '../shared/ipc';
import { isId, type Id, type Instant } from '../shared/record/ids';
import { ok, refuse, type Result } from '../shared/result';
import { renameInto } from './atomic-file';
import { refuseErrno } from './errno';
import { isEntry, wholeLines } from './journal-lines';
import type { JournalSum } from './journal-sum';
import { snapshotName, type NamedSnapshot } from './snapshot-name';

/** Bytes that are written or read at once. */
const PIECE = 1 << 20;

/** What a snapshot is made of. */
export interface SnapshotOrder {
  /** the journal that is read */
  readonly journal: string;
  /** where it goes, made (0700) if it isn't there */
  readonly folder: string;
  readonly at: Instant;
  readonly place?: Instant;
  readonly before?: SnapshotBefore;
}

export interface WrittenSnapshot extends NamedSnapshot {
  /** lines of the journal that are no entries and were left out, from 1 */
  readonly damaged: readonly number[];
  /** the journal as it was read, but for a torn tail */
  readonly sum: JournalSum;
}

/**
 * Writes what a journal holds as a `.gavel` file: into a temporary file in the same folder (0600), flushed and closed,
 * read back and held against its SHA-256, renamed, and the folder flushed. So a file with the name of a snapshot was
 * whole when it got it. The journal is only read. Large ones take seconds: call it in a worker.
 */
export async function writeSnapshot({
  journal,
  folder,
  at,
  place,
  before,
}: SnapshotOrder): Promise<Result<WrittenSnapshot>> {
  const temporary = path.join(folder, `.gavel-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const bytes = await fs.readFile(journal);
    const read = bytes.subarray(0, bytes.lastIndexOf(LF) + 1);
    const { lines, damaged } = recordOf(read);
    const session = sessionOf(lines);
    if (session === undefined) {
      return refuse('no snapshot: no line opens a session', { file: journal, expected: 'a session-opened entry' });
    }
    const facts = { at, ...(place && { place }), entries: lines.length, ...(before && { before }) };
    const name = snapshotName(facts);
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await fs.open(temporary, 'wx', 0o600);
    try {
      await writeRecord(handle, session, lines);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await isWhole(temporary))) {
      await fs.rm(temporary, { force: true });
      return refuse('no snapshot: the disk gave back something else than was written', { file: folder, found: name });
    }
    await renameInto(temporary, path.join(folder, name));
    return ok({
      ...facts,
      name,
      damaged,
      sum: { size: read.length, sha256: createHash('sha256').update(read).digest('hex') },
    });
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    return refuseErrno(error, 'no snapshot', folder);
  }
}

/** Whether a `.gavel` file is what its footer says: so many entries, and that SHA-256 over all that stands before. */
export async function isWhole(file: string): Promise<boolean> {
  const handle = await fs.open(file, 'r');
  try {
    const hash = createHash('sha256');
    let lines = 0;
    let last = Buffer.alloc(0);
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, PIECE, null);
      if (bytesRead === 0) break;
      const bytes = Buffer.concat([last, piece.subarray(0, bytesRead)]);
      // the last line may be the footer, which is not in the sum: it is held back
      const start = bytes.subarray(0, -1).lastIndexOf('\n') + 1;
      hash.update(bytes.subarray(0, start));
      lines += count(bytes.subarray(0, start));
      last = bytes.subarray(start);
    }
    const footer = last.at(-1) === LF ? readFooter(last.subarray(0, -1).toString()) : undefined;
    return footer !== undefined && footer.entries === lines - 1 && footer.sha256 === hash.digest('hex');
  } finally {
    await handle.close();
  }
}

const LF = 0x0a;

function count(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

/** The entries of a journal as a file has them: sorted by their bytes, which begin with the id, and each once. */
function recordOf(journal: Buffer): { readonly lines: readonly Buffer[]; readonly damaged: readonly number[] } {
  const [, ...all] = wholeLines(journal);
  const damaged: number[] = [];
  const lines = all.filter((line, at) => {
    if (isEntry(line)) return true;
    damaged.push(at + 2);
    return false;
  });
  // mostly they are in order already, which a sort that knows runs finds out in one pass
  lines.sort((a, b) => a.compare(b));
  return { lines: lines.filter((line, at) => at === 0 || !line.equals(lines[at - 1] ?? line)), damaged };
}

const OPENED = /^\{"id":"([^"]+)","by":"[^"]+","kind":"session-opened"/;

/** The id of the earliest `session-opened`, which the header names. */
function sessionOf(lines: readonly Buffer[]): Id | undefined {
  for (const line of lines) {
    const [, id] = OPENED.exec(line.toString('latin1', 0, 140)) ?? [];
    if (id !== undefined && isId(id)) return id;
  }
  return undefined;
}

async function writeRecord(handle: FileHandle, session: Id, lines: readonly Buffer[]): Promise<void> {
  const hash = createHash('sha256');
  let waiting: Buffer[] = [Buffer.from(`${headerLine(session)}\n`)];
  let size = 0;
  for (const line of lines) {
    waiting.push(line, LINE_END);
    size += line.length;
    if (size < PIECE) continue;
    await write(handle, hash, waiting);
    waiting = [];
    size = 0;
  }
  await write(handle, hash, waiting);
  await handle.appendFile(`${footerLine(lines.length, hash.digest('hex'))}\n`);
}

const LINE_END = Buffer.from('\n');

async function write(handle: FileHandle, hash: Hash, parts: readonly Buffer[]): Promise<void> {
  const bytes = Buffer.concat(parts);
  hash.update(bytes);
  await handle.appendFile(bytes);
}
