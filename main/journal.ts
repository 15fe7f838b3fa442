import fs from 'node:fs/promises';
import path from 'node:path';
import type { JournalReading, RecordedDraft } from '../shared/ipc';
import { readHeader } from '../shared/file/form';
import { parseLine } from '../shared/record/canon';
import type { Id } from '../shared/record/ids';
import { ok, refuse, type Result } from '../shared/result';
import { syncFolder } from './atomic-file';
import { errnoOf, refuseErrno } from './errno';
import { moveJournal } from './journal-aside';
import { appendBytes, openJournalFile, OTHER_HEADER, type JournalFile } from './journal-file';
import { mendJournal } from './journal-mending';
import { journalHeader, journalName, sessionOfJournal } from './journal-name';
import { countJournalLines, readJournalLines } from './journal-reading';
import { noteRecordedDrafts, recordedDrafts } from './recorded-drafts';
import { withRoom, type MakeRoom } from './reserve';

/** What one append may bring, in bytes. */
const MAX_APPEND_BYTES = 64 * 1024 * 1024;

/** The second copy of every record, outside the browser's database: one file per session, in order of arrival. */
export interface Journals {
  /** Answers when the lines are on the disk. Either all of them are there then, or none is. */
  readonly append: (session: Id, lines: readonly string[]) => Promise<Result<{ savedAt: string }>>;
  /**
   * Takes out lines that are no entries, and those that are named, as a damaged line or an undone merge are. At every
   * moment the file with or without all of them is there, and as it was it stays beside it. Take a snapshot after, or the
   * newest one has more than the journal.
   */
  readonly mend: (session: Id, without: readonly string[]) => Promise<Result<true>>;
  /** Notes half-typed texts that lines of a session's journal came from, and that the database doesn't know it. */
  readonly noteDrafts: (session: Id, drafts: readonly RecordedDraft[]) => Promise<Result<true>>;
  /** Closes a session's journal and moves it into another folder, under a name that is free there; answers the file. */
  readonly moveAway: (session: Id, into: string) => Promise<Result<string>>;
  /** One session's lines, or, without a session, which journals there are. */
  readonly read: (session?: Id) => Promise<Result<JournalLines>>;
  /** Waits for what is under way and closes all files. */
  readonly close: () => Promise<void>;
}

/** What is read of journals: how many lines there are, and those that were asked for. */
type JournalLines = Pick<JournalReading, 'journals' | 'lines' | 'drafts'>;

/**
 * The journals in a folder, which is made (mode 0700) when the first line is kept. On a full disk `makeRoom` is asked for
 * room that was kept back; true where there was some.
 */
export function journalsIn(folder: string, makeRoom: MakeRoom = () => Promise.resolve(false)): Journals {
  const open = new Map<Id, JournalFile>();
  const tails = new Map<Id, Promise<unknown>>();

  /** Runs one thing at a time per session, in order. */
  function inTurn<T>(session: Id, work: () => Promise<T>): Promise<T> {
    const turn = (tails.get(session) ?? Promise.resolve()).then(work);
    const tail = turn.catch(() => undefined);
    tails.set(session, tail);
    void tail.then(() => tails.get(session) === tail && tails.delete(session));
    return turn;
  }

  async function opened(session: Id): Promise<Result<JournalFile>> {
    const known = open.get(session);
    if (known !== undefined && !known.stale) return ok(known);
    await letGo(session);
    const made = await makeFolder(folder);
    if (!made.ok) return made;
    const file = path.join(folder, journalName(session));
    const header = journalHeader(session);
    let journal = await openJournalFile(file, header);
    if (!journal.ok && journal.error.message === OTHER_HEADER && !readHeader(file, journal.error.found ?? '').ok) {
      // garbled, not another session's: the lines behind it are ours
      const mended = await mendJournal(file, header, new Set());
      if (!mended.ok) return mended;
      journal = await openJournalFile(file, header);
    }
    if (journal.ok) open.set(session, journal.value);
    return journal;
  }

  function mend(session: Id, without: readonly string[]): Promise<Result<true>> {
    return inTurn(session, async () => {
      await letGo(session);
      return mendJournal(path.join(folder, journalName(session)), journalHeader(session), new Set(without));
    });
  }

  async function letGo(session: Id): Promise<void> {
    const known = open.get(session);
    open.delete(session);
    await known?.handle.close();
  }

  async function append(session: Id, lines: readonly string[]): Promise<Result<{ savedAt: string }>> {
    const checked = check(lines);
    if (!checked.ok) return checked;
    return inTurn(session, async () => {
      const journal = await withRoom(makeRoom, () => opened(session));
      if (!journal.ok) return journal;
      const { recent } = journal.value;
      const fresh = lines.filter((line) => !recent.has(line));
      const bytes = Buffer.from(fresh.map((line) => `${line}\n`).join(''));
      const written = bytes.length === 0 ? ok(true) : await withRoom(makeRoom, () => appendBytes(journal.value, bytes));
      if (!written.ok) return written;
      remember(recent, fresh);
      return ok({ savedAt: new Date().toISOString() });
    });
  }

  function noteDrafts(session: Id, drafts: readonly RecordedDraft[]): Promise<Result<true>> {
    const journal = path.join(folder, journalName(session));
    return inTurn(session, () => withRoom(makeRoom, () => noteRecordedDrafts(journal, drafts)));
  }

  function moveAway(session: Id, into: string): Promise<Result<string>> {
    return inTurn(session, async () => {
      await letGo(session);
      return moveJournal(session, folder, into);
    });
  }

  async function read(session?: Id): Promise<Result<JournalLines>> {
    if (session === undefined) return list(folder);
    return inTurn(session, async () => {
      const lines = await readJournalLines(path.join(folder, journalName(session)), journalHeader(session));
      if (!lines.ok) return lines;
      const drafts = await recordedDrafts(path.join(folder, journalName(session)));
      return ok({ journals: [{ session, lines: lines.value.length }], lines: lines.value, drafts });
    });
  }

  async function close(): Promise<void> {
    await Promise.all(tails.values());
    const files = [...open.values()];
    open.clear();
    await Promise.all(files.map(({ handle }) => handle.close()));
  }

  return { append, mend, noteDrafts, moveAway, read, close };
}

/** So many of the last lines of a journal are told apart from a second asking for the same. */
const RECENT = 20_000;

function remember(recent: Set<string>, lines: readonly string[]): void {
  for (const line of lines) recent.add(line);
  for (const line of recent) {
    if (recent.size <= RECENT) return;
    recent.delete(line);
  }
}

/** A line that the record doesn't allow must not enter the copy that recovery reads. */
function check(lines: readonly string[]): Result<true> {
  let size = 0;
  for (const [index, line] of lines.entries()) {
    const entry = parseLine(line);
    if (!entry.ok) {
      const { path: field, found, expected } = entry.error;
      return refuse(
        `not saved: line ${String(index + 1)} is no line of a record${field === '' ? '' : `, at ${field}`}`,
        { found, expected },
      );
    }
    size += Buffer.byteLength(line) + 1;
  }
  if (size > MAX_APPEND_BYTES) {
    return refuse('not saved: too much at once: send it in parts', {
      found: `${String(size)} bytes`,
      expected: `at most ${String(MAX_APPEND_BYTES)}`,
    });
  }
  return ok(true);
}

async function makeFolder(folder: string): Promise<Result<true>> {
  try {
    const first = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) await syncFolder(path.dirname(first));
    return ok(true);
  } catch (error) {
    return refuseErrno(error, 'the folder for journals can’t be made', folder);
  }
}

async function list(folder: string): Promise<Result<JournalLines>> {
  try {
    const names = (await fs.readdir(folder)).sort();
    const sessions = names.map(sessionOfJournal).filter((session) => session !== undefined);
    const journals = await Promise.all(
      sessions.map(async (session) => ({
        session,
        ...(await countJournalLines(path.join(folder, journalName(session)))),
      })),
    );
    return ok({ journals, lines: [] });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return ok({ journals: [], lines: [] });
    return refuseErrno(error, 'the journals can’t be read', folder);
  }
}
