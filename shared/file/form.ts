import { isId, type Id } from '../record/ids';
import { ok, refuse, type Refusal, type Result } from '../result';

/** The version of the form that this program writes and reads. */
const VERSION = 1;

/** The first line of a file or journal, without its line feed: it names the session by its earliest `session-opened`. */
export function headerLine(session: Id): string {
  return `{"gavel":${String(VERSION)},"session":"${session}"}`;
}

/** The last line of a file, without its line feed: how many entries, and the SHA-256 over every byte before it. */
export function footerLine(entries: number, sha256: string): string {
  return `{"entries":${String(entries)},"sha256":"${sha256}"}`;
}

const HEADER = /^\{"gavel":1,"session":"([^"]*)"\}$/;
const LATER = /^\{"gavel":([1-9]\d*)[,}]/;
const HEADER_SHOWN = '{"gavel":1,"session":"<id>"}';

/** The session that a first line names. */
export function readHeader(name: string, line: string): Result<Id> {
  const at = { file: name, line: 1 };
  if (line === '') return refuse('The file is empty.', { ...at, found: 'nothing', expected: HEADER_SHOWN });
  if (line.startsWith('\uFEFF')) {
    return refuse('The file begins with a byte order mark. Save it as UTF-8 without one.', {
      ...at,
      found: 'U+FEFF',
      expected: HEADER_SHOWN,
    });
  }
  const version = LATER.exec(line)?.[1];
  if (version !== undefined && version !== String(VERSION)) {
    return refuse(`The file was written by a newer Gavel, in format ${version}. Update Gavel to read it.`, {
      ...at,
      found: `"gavel":${version}`,
      expected: `"gavel":${String(VERSION)}`,
    });
  }
  if (line.endsWith('\r')) return refuse(CARRIAGE_RETURNS, { ...at, found: 'CR LF', expected: 'LF' });
  const session = HEADER.exec(line)?.[1];
  if (session !== undefined && isId(session)) return ok(session);
  return refuse('This is not a Gavel file: its first line is another.', {
    ...at,
    found: shown(line),
    expected: HEADER_SHOWN,
  });
}

const FOOTER = /^\{"entries":(0|[1-9]\d*),"sha256":"([0-9a-f]{64})"\}$/;

/** What a last line promises; undefined where it is no footer. */
export function readFooter(line: string): { readonly entries: number; readonly sha256: string } | undefined {
  const [, entries, sha256] = FOOTER.exec(line) ?? [];
  return entries === undefined || sha256 === undefined ? undefined : { entries: Number(entries), sha256 };
}

export const CARRIAGE_RETURNS = 'The file has carriage returns: it was saved with the line ends of another system.';

/** What to say of bytes that a strict UTF-8 decoder refused: the gate reads text only. */
export function notUtf8(name: string): Refusal {
  return {
    message: 'The file is not UTF-8 text, so it can’t be a Gavel file. Nothing of it was read.',
    file: name,
    found: 'bytes that are not UTF-8',
    expected: 'UTF-8',
  };
}

/** The first characters of a line, for a message. */
export function shown(line: string): string {
  if (line === '') return 'an empty line';
  return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}
