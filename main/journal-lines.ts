import { isUtf8 } from 'node:buffer';
import { parseLine } from '../shared/record/canon';

const LF = 0x0a;

/** The whole lines of a file, without their line feeds. What stands behind the last line feed is torn and left out. */
export function wholeLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, start)) {
    lines.push(bytes.subarray(start, at));
    start = at + 1;
  }
  return lines;
}

/** Whether a line is an entry, to the byte. */
export function isEntry(line: Buffer): boolean {
  return isUtf8(line) && parseLine(line.toString()).ok;
}
