import type { Sha256, Sha256InPieces } from '../env';
import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { AT_ONCE, inRecordOrder, liningUp, type Line } from './lines';
import { footerLine, headerLine } from './form';

/**
 * A record as a `.gavel` file: header, entries sorted by id then bytes, each line once, footer; LF at every end.
 * The same set of entries gives the same text. Throws where no entry opens a session: such a set is no record.
 */
export function writeFile(entries: Iterable<AnyEntry>, sha256: Sha256): string {
  const lines = inRecordOrder(entries);
  const body = `${headerOf(lines)}${textOf(lines)}`;
  return `${body}${footerLine(lines.length, sha256(body))}\n`;
}

/** The same in steps, each of which tells the share that is done, from 0 to 1. */
export function* writingFile(
  entries: readonly AnyEntry[],
  { begin }: Pick<Sha256InPieces, 'begin'>,
): Generator<number, string> {
  const lining = liningUp(entries);
  let lined = lining.next();
  for (; lined.done !== true; lined = lining.next()) yield lined.value / entries.length / 2;
  const lines = lined.value;
  const hash = begin();
  const pieces: string[] = [];
  const add = (piece: string): void => {
    pieces.push(piece);
    hash.add(piece);
  };
  add(headerOf(lines));
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    add(textOf(lines.slice(from, from + AT_ONCE)));
    yield (1 + from / lines.length) / 2;
  }
  return `${pieces.join('')}${footerLine(lines.length, hash.digest())}\n`;
}

function headerOf(lines: readonly Line[]): string {
  const session = sessionNamed(lines.map(({ entry }) => entry));
  if (session === undefined) throw new Error('a record without session-opened can’t be written');
  return `${headerLine(session)}\n`;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ line }) => `${line}\n`).join('');
}

/** What a header says: the id of the earliest `session-opened`, struck or not. */
export function sessionNamed(entries: Iterable<AnyEntry>): Id | undefined {
  let first: Id | undefined;
  for (const { id, kind } of entries) if (kind === 'session-opened' && (first === undefined || id < first)) first = id;
  return first;
}
