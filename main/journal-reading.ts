import { isUtf8 } from 'node:buffer';
import fs from 'node:fs/promises';
import { readHeader } from '../shared/file/form';
import { ok, refuse, type Result } from '../shared/result';
import { errnoOf, refuseErrno } from './errno';
import { isEntry, wholeLines } from './journal-lines';
import { comparer, keptSum } from './journal-sum';

const PIECE = 1 << 20;
const LF = 0x0a;

/**
 * The lines of a journal without its header and without a torn last line. A journal that isn't there has none. Lines are
 * not looked into: the gate that reads foreign data does that. Only one that is no UTF-8, and so can't be a text, comes
 * as an empty one. A header that is garbled counts for nothing; one of another session is refused.
 */
export async function readJournalLines(file: string, header: string): Promise<Result<readonly string[]>> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : refuseErrno(error, 'the journal can’t be read', file);
  }
  const [first, ...lines] = wholeLines(bytes);
  if (first === undefined) return ok([]);
  if (first.toString() !== header && readHeader(file, first.toString()).ok) {
    return refuse('the journal is not this session’s', { file, line: 1, found: first.toString(), expected: header });
  }
  return ok([...(isEntry(first) ? [first] : []), ...lines].map((line) => (isUtf8(line) ? line.toString() : '')));
}

/** What is told of a journal without taking its lines. */
export interface JournalCount {
  /** its whole lines without the header */
  readonly lines: number;
  /** set where bytes that were read before are other ones now */
  readonly changed?: true;
}

/** Counts a journal's lines, and holds it against what it was when it was last read whole; piece by piece. */
export async function countJournalLines(file: string): Promise<JournalCount> {
  const sum = await keptSum(file);
  const before = sum && comparer(sum);
  const handle = await fs.open(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let lines = 0;
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, PIECE, null);
      if (bytesRead === 0) break;
      const read = piece.subarray(0, bytesRead);
      before?.take(read);
      for (let at = read.indexOf(LF); at !== -1; at = read.indexOf(LF, at + 1)) lines += 1;
    }
    return { lines: Math.max(0, lines - 1), ...(before?.same() === false && { changed: true }) };
  } finally {
    await handle.close();
  }
}
