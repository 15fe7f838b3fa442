import type { Sha256 } from '../env';
import { compareBytes, parseLine } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { ok, refuse, type Refusal, type Result } from '../result';
import { CARRIAGE_RETURNS, readFooter, readHeader, shown } from './form';
import type { Line } from './lines';
import { sessionNamed } from './write';

/** What a `.gavel` file holds. */
export interface GavelFile {
  /** the session that the header names: the id of the earliest `session-opened` */
  readonly session: Id;
  /** sorted by id then bytes, each line once */
  readonly entries: readonly AnyEntry[];
}

/**
 * The one gate for foreign data: reads the text of a `.gavel` file, or refuses it with file, line, found and expected;
 * nothing of a refused file gets in. `name` is what messages call the file. The caller decodes the bytes with a decoder
 * that is fatal and keeps a byte order mark (`new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })`), and says
 * `notUtf8` where that throws.
 */
export function readFile(name: string, text: string, sha256: Sha256): Result<GavelFile> {
  const entries: AnyEntry[] = [];
  const reading = readFileByEntry(name, text, sha256);
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done !== true) entries.push(step.value.entry);
    else return step.value.ok ? ok({ session: step.value.value, entries }) : step.value;
  }
}

/**
 * The same entry by entry, for whoever has no room for all of a large file. What comes last counts: the session that the
 * file is of, or why it is refused, and with it every entry that came.
 */
export function* readFileByEntry(name: string, text: string, sha256: Sha256): Generator<Line, Result<Id>> {
  const headerEnd = text.indexOf('\n');
  const header = readHeader(name, headerEnd === -1 ? text : text.slice(0, headerEnd));
  if (!header.ok) return header;
  const footerStart = text.lastIndexOf('\n', text.length - 2) + 1;
  const count = checkFooter(name, text, footerStart, sha256);
  if (!count.ok) return count;
  const session = yield* readEntries(name, text.slice(0, footerStart), headerEnd + 1, count.value);
  if (!session.ok) return session;
  if (session.value === header.value) return header;
  return refuse('The header names another session than the file holds.', {
    file: name,
    line: 1,
    found: header.value,
    expected: session.value ?? 'a session-opened entry',
  });
}

/** How many entries the footer promises, where the file ends with one and is what it was when that was written. */
function checkFooter(name: string, text: string, start: number, sha256: Sha256): Result<number> {
  const isWhole = text.endsWith('\n');
  const last = text.slice(start, isWhole ? -1 : undefined);
  const footer = start === 0 ? undefined : readFooter(last);
  const refused = (message: string, found: string, expected: string): Result<never> =>
    refuse(message, { file: name, line: linesIn(text), found, expected });
  if (footer === undefined) {
    if (last.endsWith('\r')) return refused(CARRIAGE_RETURNS, 'CR LF', 'LF');
    return refused(
      'The file ends without its footer: it was cut short.',
      shown(last),
      '{"entries":<n>,"sha256":"<hex>"}',
    );
  }
  if (!isWhole) return refused('The last line has no line feed: the file was cut short or edited.', 'the end', 'LF');
  const found = linesIn(text) - 2;
  if (found !== footer.entries) {
    return refused(
      'Entries are missing or were added.',
      `${String(found)} entries`,
      `${String(footer.entries)} entries`,
    );
  }
  const hash = sha256(text.slice(0, start));
  if (hash === footer.sha256) return ok(footer.entries);
  return refused('The file is not what it was when it was written: its checksum differs.', hash, footer.sha256);
}

function linesIn(text: string): number {
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The entries between header and footer: each line canonical, of the schema, and in order. At last the session that they are of. */
function* readEntries(
  name: string,
  body: string,
  start: number,
  count: number,
): Generator<Line, Result<Id | undefined>> {
  let before = '';
  let previous: Id | undefined;
  let session: Id | undefined;
  for (let number = 2, from = start; number < count + 2; number += 1) {
    const end = body.indexOf('\n', from);
    const line = body.slice(from, end);
    from = end + 1;
    const parsed = readEntry(name, line, number);
    if (!parsed.ok) return parsed;
    const { id } = parsed.value;
    if (previous !== undefined && id <= previous) {
      const order = id < previous ? -1 : compareBytes(line, before);
      if (order <= 0) return { ok: false, error: disorder(name, number, order === 0, id) };
    }
    session ??= sessionNamed([parsed.value]);
    yield { entry: parsed.value, line };
    before = line;
    previous = id;
  }
  return ok(session);
}

/** One line of a file or journal. */
export function readEntry(name: string, line: string, number: number): Result<AnyEntry> {
  const parsed = parseLine(line);
  if (parsed.ok) return parsed;
  const at = { file: name, line: number };
  if (line === '')
    return refuse('The line is not a canonical entry.', { ...at, found: shown(line), expected: 'an entry' });
  if (line.endsWith('\r')) return refuse(CARRIAGE_RETURNS, { ...at, found: 'CR LF', expected: 'LF' });
  const { path, ...facts } = parsed.error;
  return refuse(`The line is not a canonical entry${path === '' ? '' : `: ${path} is wrong`}.`, { ...at, ...facts });
}

function disorder(name: string, line: number, isRepeated: boolean, id: Id): Refusal {
  return {
    message: isRepeated ? 'The line is there twice.' : 'The lines are not in order.',
    file: name,
    line,
    found: isRepeated ? 'a repeated line' : id,
    expected: 'lines sorted by id then bytes, each once',
  };
}
