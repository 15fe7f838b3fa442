/**
 * A log of LevelDB (https://github.com/google/leveldb/blob/main/doc/log_format.md): blocks of 32 KiB hold records of crc32
 * (4 bytes), length (2, little-endian), type (1) and payload; fewer than 7 bytes at the end of a block are padding. A
 * record that spans blocks is a first, any middles, and a last.
 */
const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const LAST = 4;

/** A record, or the part of one that stands in a block, as its header says; `end` may lie behind the log's. */
export interface LogPart {
  readonly start: number;
  /** where its payload begins, and what the checksum is of one byte before: its type */
  readonly payload: number;
  readonly end: number;
  /** a type that is known, and a length that ends in its block and in the log */
  readonly isWhole: boolean;
  /** it is a whole record, or ends one */
  readonly ends: boolean;
}

/**
 * The parts of a log, one after the other by their lengths. Ends where less than a header is left, and after the first
 * part that is not whole: nothing behind it is where a length says it is.
 */
export function* partsOf(log: Uint8Array): Generator<LogPart, void> {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  for (let start = 0; start + HEADER <= log.length;) {
    const left = BLOCK - (start % BLOCK);
    if (left < HEADER) {
      start += left;
      continue;
    }
    const length = view.getUint16(start + 4, true);
    const type = view.getUint8(start + 6);
    const end = start + HEADER + length;
    const isWhole = type >= FULL && type <= LAST && length <= left - HEADER && end <= log.length;
    yield { start, payload: start + HEADER, end, isWhole, ends: type === FULL || type === LAST };
    if (!isWhole) return;
    start = end;
  }
}

/** The end of the block in which an offset lies, where no header finds room behind it; else the offset itself. */
export function afterPadding(offset: number, size: number): number {
  const left = BLOCK - (offset % BLOCK);
  return left < HEADER ? Math.min(offset + left, size) : offset;
}
