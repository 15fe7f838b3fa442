import fs from 'node:fs/promises';

const PIECE = 1 << 20;
const LF = 0x0a;

/**
 * The whole lines of a file, read piece by piece: a file may be longer than the longest string. What stands behind the
 * last line feed is left out.
 */
export async function readLines(file: string, size = PIECE): Promise<string[]> {
  const handle = await fs.open(file, 'r');
  try {
    const lines: string[] = [];
    const piece = Buffer.alloc(size);
    let begun: Buffer[] = [];
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, size, null);
      if (bytesRead === 0) return lines;
      let start = 0;
      for (let at = piece.indexOf(LF); at !== -1 && at < bytesRead; at = piece.indexOf(LF, start)) {
        // the bytes of a letter may lie in two pieces: a line is put together before it is text
        lines.push(Buffer.concat([...begun, piece.subarray(start, at)]).toString());
        begun = [];
        start = at + 1;
      }
      if (start < bytesRead) begun.push(Buffer.from(piece.subarray(start, bytesRead)));
    }
  } finally {
    await handle.close();
  }
}
