import { ok, refuse, type Refusal, type Result } from '../result';
import { archiveOf, readArchivePage } from './archive-pages';
import { isGzip, LF, startsWith } from './bytes';
import { decodeText } from './charset';
import type { Mail } from './mail';
import { MAX_MAIL_BYTES, splitMbox, type OversizeMail, type RawMail } from './mbox';
import type { Platform } from './platform';
import { isNoMail, readMail } from './read-mail';
import { looksLikeMail } from './separator';

/** Some mails of a file, as they come. */
export interface Batch {
  readonly mails: readonly Mail[];
  /** what was left out of the file, or is odd about it */
  readonly notices: readonly Refusal[];
  /** bytes of the file that were read so far, unpacked */
  readonly bytesRead: number;
}

/** What a file is, is told from so many bytes at its start. */
const HEAD = 64 * 1024;
const STEP = 1024 * 1024;
const BATCH = 200;
const EXPECTED = 'an mbox, a mail (.eml), or the text of an archive’s page';

/**
 * Reads a file of mails as it streams in: mbox of any dialect, one mail, an archive's page. Each batch is complete in
 * itself, so that progress can be shown and the reading stopped between two. A refusal ends it: then the file is none
 * of these, and nothing came before. `file` is what messages call it; the bytes come unpacked.
 */
export async function* readThread(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  platform: Platform,
): AsyncGenerator<Result<Batch>, void> {
  const source = chunks[Symbol.asyncIterator]();
  const head = await takeHead(source);
  const why = refusal(head.bytes, file, platform);
  if (why !== undefined) {
    yield { ok: false, error: why };
    return;
  }
  const rest = remaining(head, source);
  if (archiveOf(headText(head.bytes, platform)) !== undefined) yield await readPage(rest, file, platform);
  else yield* readMails(rest, file, platform);
}

async function* readMails(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  platform: Platform,
): AsyncGenerator<Result<Batch>, void> {
  const splitter = splitMbox();
  let bytesRead = 0;
  let found = 0;
  const read = async function* (raws: readonly (RawMail | OversizeMail)[]): AsyncGenerator<Batch, void> {
    for (let from = 0; from < raws.length; from += BATCH) {
      const batch = await readAll(raws.slice(from, from + BATCH), file, platform);
      found += batch.mails.length + batch.notices.length;
      yield { ...batch, bytesRead };
    }
  };
  for await (const piece of pieces) {
    bytesRead += piece.length;
    let any = false;
    for await (const batch of read(splitter.push(piece))) {
      any = true;
      yield ok(batch);
    }
    if (!any) yield ok({ mails: [], notices: [], bytesRead });
  }
  const last = splitter.end();
  for await (const batch of read(last)) {
    const [only] = batch.mails;
    if (found === 1 && last.length === 1 && only !== undefined && isNoMail(only)) {
      yield refuse('There is no mail in the file: its first line looks like a header, but none that mails have.', {
        file,
        expected: EXPECTED,
      });
      return;
    }
    yield ok(batch);
  }
  if (splitter.textFromLines() > 0)
    yield ok({ mails: [], notices: [taken(splitter.textFromLines(), file)], bytesRead });
}

async function readAll(
  raws: readonly (RawMail | OversizeMail)[],
  file: string,
  platform: Platform,
): Promise<Pick<Batch, 'mails' | 'notices'>> {
  const mails: Mail[] = [];
  const notices: Refusal[] = [];
  for (const raw of raws) {
    if ('oversize' in raw) {
      const most = `at most ${MAX_MAIL_BYTES / 1024 / 1024} MiB`;
      notices.push({
        message: `Mail ${raw.place + 1} of the file is left out: it is too large.`,
        file,
        expected: most,
      });
      continue;
    }
    const mail = await readMail(raw, platform);
    if (mail.ok) mails.push(mail.value);
    else notices.push({ ...mail.error, file });
  }
  return { mails, notices };
}

function taken(lines: number, file: string): Refusal {
  const which = lines === 1 ? 'One line that begins with "From " was' : `${lines} lines that begin with "From " were`;
  return { message: `${which} taken for text, not for the start of a mail.`, file };
}

async function readPage(pieces: AsyncIterable<Uint8Array>, file: string, platform: Platform): Promise<Result<Batch>> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    length += piece.length;
    if (length > MAX_MAIL_BYTES) {
      return refuse('An archive’s page is not that large.', { file, expected: EXPECTED });
    }
  }
  const bytes = concatenated(kept);
  const mail = readArchivePage(headText(bytes, platform), bytes, platform);
  return mail === undefined
    ? refuse('The archive’s page shows no whole mail.', { file, expected: EXPECTED })
    : ok({ mails: [mail], notices: [], bytesRead: length });
}

interface Head {
  readonly bytes: Uint8Array;
  readonly done: boolean;
}

async function takeHead(source: AsyncIterator<Uint8Array>): Promise<Head> {
  const kept: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await source.next();
    if (next.done === true) return { bytes: concatenated(kept), done: true };
    kept.push(next.value);
    length += next.value.length;
  }
  return { bytes: concatenated(kept), done: false };
}

/** All bytes again, in pieces small enough to report on; closes the source when the reader stops early. */
async function* remaining(head: Head, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let done = head.done;
  try {
    for (let chunk = head.bytes; ;) {
      for (let from = 0; from < chunk.length; from += STEP) yield chunk.subarray(from, from + STEP);
      if (done) return;
      const next = await source.next();
      done = next.done === true;
      chunk = next.done === true ? new Uint8Array(0) : next.value;
    }
  } finally {
    if (!done) await source.return?.();
  }
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function headText(bytes: Uint8Array, platform: Platform): string {
  return decodeText(bytes, undefined, platform).text;
}

/** Why a file that begins like this has no mail. */
function refusal(head: Uint8Array, file: string, platform: Platform): Refusal | undefined {
  const text = headText(head.subarray(0, HEAD), platform);
  if (text.trim() === '')
    return { message: 'There are no messages in the file.', file, found: 'nothing', expected: EXPECTED };
  if (looksLikeMail(head) || archiveOf(text) !== undefined) return undefined;
  return { message: 'This is no mail.', file, line: 1, found: kindOf(head, text), expected: EXPECTED };
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
];

function kindOf(head: Uint8Array, text: string): string {
  if (isGzip(head)) return 'a gzip file inside another';
  const known = MAGIC.find(([, magic]) => startsWith(head, magic))?.[0];
  if (known !== undefined) return known;
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return head.includes(0) || (!head.includes(LF) && /[\p{Cc}\ufffd]/u.test(line))
    ? 'bytes that are no text'
    : `"${line.slice(0, 60)}"`;
}
