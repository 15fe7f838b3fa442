import type { Id } from '../../shared/record/ids';
import type { Result } from '../../shared/result';
import { openChannel, type Channel } from '../record/channel';
import { openDatabase, type GavelDatabase } from '../record/database';
import { keepDraft } from '../record/drafts';
import { openOutbox, type Outbox } from '../record/outbox';
import { ok } from '../../shared/result';

/** What this window keeps its records in. */
export interface Keeping {
  readonly database: GavelDatabase;
  readonly outbox: Outbox;
  readonly channel: Channel;
}

/** Milliseconds without a key before half-typed text goes to the database. */
const PAUSE = 250;

let keeping: Keeping | undefined;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Opens the database of this window, once. `changed` hears of the outbox, `heard` of other windows. */
export async function openKeeping(
  name: string,
  listeners: { readonly changed: () => void; readonly heard: (session: Id) => void },
): Promise<Result<Keeping>> {
  const database = await openDatabase(name);
  if (!database.ok) return database;
  keeping = {
    database: database.value,
    outbox: openOutbox(database.value, listeners.changed),
    channel: openChannel(listeners.heard),
  };
  return ok(keeping);
}

/** The database of this window; using it before it was opened is a bug. */
export function kept(): Keeping {
  if (keeping === undefined) throw new Error('the database is not open');
  return keeping;
}

/** Puts half-typed text into the database as soon as the keys pause. */
export function saveDraft(key: string, text: string): void {
  dropPendingDraft(key);
  waiting.set(
    key,
    setTimeout(() => {
      waiting.delete(key);
      // A draft is a convenience: where it can't be kept, what is recorded from it says so.
      keepDraft(kept().database, key, text).catch(() => undefined);
    }, PAUSE),
  );
}

/** What was recorded is no draft any more: a text on its way to the database must not come back after it. */
export function dropPendingDraft(key: string): void {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
}

/** Lets go of everything, for tests. */
export function closeKeeping(): void {
  for (const key of waiting.keys()) dropPendingDraft(key);
  keeping?.channel.close();
  keeping?.database.close();
  keeping = undefined;
}
