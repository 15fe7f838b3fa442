import fs from 'node:fs';
import path from 'node:path';
import { lineOf } from '../../shared/record/canon';
import { reading } from '../../shared/record/clock';
import type { Id, Writer } from '../../shared/record/ids';
import type { Result } from '../../shared/result';
import { journalHeader, journalName } from '../journal-name';

/** The id of a session's n-th line; the 0-th opens it and names it. */
export function idOf(n: number): Id {
  return reading(Date.UTC(2024, 8, 17) + n, 0, 'k7f3q2xa' as Writer);
}

export const SESSION = idOf(0);

/** The n-th line of a record: it is opened, then there are notes. */
export function lineNo(n: number): string {
  const entry =
    n === 0
      ? { id: idOf(0), by: 'ana', kind: 'session-opened', title: 'Passthrough' }
      : { id: idOf(n), by: 'ana', kind: 'note-taken', text: `note ${String(n)}` };
  return lineOf(entry as never);
}

/** Lines 0 to n - 1. */
export function linesTo(n: number): string[] {
  return Array.from({ length: n }, (_, at) => lineNo(at));
}

/** Writes a journal as an earlier start would have left it; answers the file. */
export function journalOf(folder: string, lines: readonly string[]): string {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, journalName(SESSION));
  fs.writeFileSync(file, [journalHeader(SESSION), ...lines, ''].join('\n'));
  return file;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
