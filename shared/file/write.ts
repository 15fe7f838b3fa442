import type { Sha256 } from '../env';
import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { inRecordOrder, type Line } from './lines';
import { footerLine, headerLine } from './form';

/**
 * A record as a `.gavel` file: header, entries sorted by id then bytes, each line once, footer; LF at every end.
 * The same set of entries gives the same text. Throws where no entry opens a session: such a set is no record.
 */
export function writeFile(entries: Iterable<AnyEntry>, sha256: Sha256): string {
  const lines = inRecordOrder(entries);
  const session = sessionNamed(lines.map(({ entry }) => entry));
  if (session === undefined) throw new Error('a record without session-opened can’t be written');
  const body = `${headerLine(session)}\n${lines.map(({ line }: Line) => `${line}\n`).join('')}`;
  return `${body}${footerLine(lines.length, sha256(body))}\n`;
}

/** What a header says: the id of the earliest `session-opened`, struck or not. */
export function sessionNamed(entries: Iterable<AnyEntry>): Id | undefined {
  let first: Id | undefined;
  for (const { id, kind } of entries) if (kind === 'session-opened' && (first === undefined || id < first)) first = id;
  return first;
}
