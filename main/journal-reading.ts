import { isUtf8 } from 'node:buffer';
import fs from 'node:fs/promises';
import { ok, refuse, type Result } from '../shared/result';
import { errnoOf, refuseErrno } from './errno';
import { wholeLines } from './journal-lines';

const PIECE = 1 << 20;
const LF = 0x0a;

/**
 * The lines of a journal without its header and without a torn last line. A journal that isn't there has none.
 * Lines are not looked into: the gate that reads foreign data does that.
 */
export async function readJournalLines(file: string, header: string): Promise<Result<readonly string[]>> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : refuseErrno(error, 'the journal can’t be read', file);
  }
  const [found, ...lines] = wholeLines(bytes);
  if (found === undefined) return ok([]);
  if (found.toString() !== header) {
    return refuse('the journal is not this session’s', { file, line: 1, found: found.toString(), expected: header });
  }
  const damaged = lines.findIndex((line) => !isUtf8(line));
  if (damaged !== -1) {
    return refuse('the journal is damaged: open it in an editor, take that line out, and try again', {
      file,
      line: damaged + 2,
      found: 'bytes that are no UTF-8',
      expected: 'UTF-8',
    });
  }
  return ok(lines.map((line) => line.toString()));
}

/** How many entries a journal holds: its whole lines without the header. Reads the file piece by piece. */
export async function countJournalLines(file: string): Promise<number> {
  const handle = await fs.open(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let lines = 0;
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, PIECE, null);
      if (bytesRead === 0) return Math.max(0, lines - 1);
      const read = piece.subarray(0, bytesRead);
      for (let at = read.indexOf(LF); at !== -1; at = read.indexOf(LF, at + 1)) lines += 1;
    }
  } finally {
    await handle.close();
  }
}
