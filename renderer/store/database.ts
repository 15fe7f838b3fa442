import type { HalfTyped, RecordedDraft } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import type { Result } from '../../shared/result';
import { openChannel, type Channel } from '../record/channel';
import { openDatabase, type GavelDatabase } from '../record/database';
import { keepDraft, keepNewer, readDrafts } from '../record/drafts';
import { openOutbox, type Outbox } from '../record/outbox';
import { PATIENCE } from '../record/retry';
import { ok } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { getState } from './store';

/** What this window keeps its records in. */
export interface Keeping {
  readonly database: GavelDatabase;
  readonly outbox: Outbox;
  readonly channel: Channel;
}

/** Milliseconds without a key before half-typed text goes to the database. */
const PAUSE = 250;

let keeping: Keeping | undefined;
/** the newest text of each key that is not stored yet, with its timer until the keys pause and it is tried */
const unstored = new Map<string, { readonly row: HalfTyped; readonly timer?: ReturnType<typeof setTimeout> }>();
/** those of them that the shell keeps meanwhile */
let beside: ReadonlySet<HalfTyped> = new Set();
/** the count of each key's newest text */
const newest = new Map<string, number>();
/** when a text was last typed: greater each time, whatever the clock does */
let lastTyped = 0;

/**
 * Opens the database of this window, once. `changed` hears of the outbox, `reopened` when the database failed and is open
 * again, `renewed` when it has all that waited for that, `heard` of other windows.
 */
export async function openKeeping(
  name: string,
  listeners: {
    readonly changed: () => void;
    readonly reopened: () => void;
    readonly renewed: () => void;
    readonly heard: (session: Id) => void;
  },
): Promise<Result<Keeping>> {
  const database = await openDatabase(name);
  if (!database.ok) return database;
  keeping = {
    database: database.value,
    // a write that never ended may be tried again after all was let go of
    outbox: openOutbox(database.value, {
      changed: () => {
        if (keeping !== undefined) listeners.changed();
      },
      reopened: () => {
        writeDrafts();
        listeners.reopened();
      },
      renewed: listeners.renewed,
    }),
    channel: openChannel(listeners.heard),
  };
  return ok(keeping);
}

/** The database of this window; using it before it was opened is a bug. */
export function kept(): Keeping {
  if (keeping === undefined) throw new Error('the database is not open');
  return keeping;
}

/** Whether the database is open: it isn't while a person decides what to do about one that doesn't open. */
export function isKept(): boolean {
  return keeping !== undefined;
}

/**
 * Why no worker may be started that opens the database, in words; undefined where it may be: while the database is closed
 * a worker would open it behind a torn tail, before the shell has mended it.
 */
export function closedWords(): string | undefined {
  const why = kept().outbox.closed();
  return why === undefined
    ? undefined
    : `The database is closed: ${why}. Gavel goes on trying to open it. Try again in a while.`;
}

/** The half-typed texts that are kept, by their keys. */
export async function keptDrafts(): Promise<Readonly<Record<string, string>>> {
  const rows = await readDrafts(kept().database);
  for (const { key, typed = 0 } of rows) {
    lastTyped = Math.max(lastTyped, typed);
    newest.set(key, Math.max(newest.get(key) ?? 0, typed));
  }
  return Object.fromEntries(rows.map(({ key, text }) => [key, text]));
}

/** Takes half-typed texts of the last run that the shell alone has. */
export async function takeHalfTyped(texts: readonly HalfTyped[]): Promise<void> {
  if (texts.length === 0) return;
  await keepNewer(kept().database, texts);
  await ask('settings-write', { halfTyped: [] });
}

/** Puts half-typed text into the database as soon as the keys pause. */
export function saveDraft(key: string, text: string): void {
  dropPendingDraft(key);
  lastTyped = Math.max(lastTyped + 1, Date.now());
  newest.set(key, lastTyped);
  const row = { key, text, typed: lastTyped };
  unstored.set(key, { row, timer: setTimeout(() => void writeDraft(row), PAUSE) });
}

/** The text under a key as it was typed until now, for what is recorded from it: what is typed from now on stays. */
export function typedUntilNow(key: string): RecordedDraft {
  return { key, typed: lastTyped };
}

/** Whether anything was typed under a key since; the same words again are newer too, and so is their row. */
export function isTypedSince({ key, typed }: RecordedDraft): boolean {
  return (newest.get(key) ?? 0) > typed;
}

/** Puts all half-typed text into the database now, but for what it refused. */
export function flushDrafts(): void {
  for (const { row, timer } of [...unstored.values()]) if (timer !== undefined) void writeDraft(row);
}

/** What neither database nor shell has yet of half-typed texts; an empty one takes away what was stored. */
export function unstoredDrafts(): readonly HalfTyped[] {
  return unstoredRows().filter((row) => !beside.has(row));
}

function unstoredRows(): readonly HalfTyped[] {
  return [...unstored.values()].map(({ row }) => row);
}

/** All half-typed text, for a database that is open again: it may be a new one, where the old one was moved aside. */
function writeDrafts(): void {
  const shown = Object.entries(getState().drafts).filter(([key]) => !unstored.has(key));
  const rows = shown.map(([key, text]) => ({ key, text, typed: newest.get(key) ?? 0 }));
  for (const row of [...unstoredRows(), ...rows]) void writeDraft(row);
  if (beside.size > 0) void keepBeside();
}

/** Gives the shell what the database does not take: a kill leaves no other copy of it. */
async function keepBeside(): Promise<void> {
  const rows = unstoredRows();
  const given = await ask('settings-write', { halfTyped: rows });
  if (!given.ok) return;
  beside = new Set(rows);
  // what was stored meanwhile must not come back with the next start
  if (rows.some((row) => unstored.get(row.key)?.row !== row)) void keepBeside();
}

/**
 * Stores a text. Where the database refuses it, or doesn't answer, the shell keeps it until that is open again, or it is
 * typed on or recorded.
 */
async function writeDraft(row: HalfTyped): Promise<void> {
  dropPendingDraft(row.key);
  if (!isKept()) return;
  unstored.set(row.key, { row });
  const late = setTimeout(() => void keepBeside(), PATIENCE);
  const isStored = await keepDraft(kept().database, row).then(
    () => true,
    () => false,
  );
  clearTimeout(late);
  if (unstored.get(row.key)?.row === row) {
    if (isStored) unstored.delete(row.key);
    else kept().outbox.refused();
  }
  // also where it was recorded while the database was late: the shell must not bring it back
  if (!isStored || beside.size > 0) void keepBeside();
}

/** What was recorded is no draft any more: a text on its way to the database must not come back after it. */
export function dropPendingDraft(key: string, typed = Infinity): void {
  if ((unstored.get(key)?.row.typed ?? 0) > typed) return;
  clearTimeout(unstored.get(key)?.timer);
  unstored.delete(key);
}

/** Lets go of everything, for tests. */
export function closeKeeping(): void {
  for (const key of unstored.keys()) dropPendingDraft(key);
  beside = new Set();
  keeping?.channel.close();
  keeping?.database.close();
  keeping = undefined;
}
