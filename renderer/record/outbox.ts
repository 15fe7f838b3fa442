import type { RecordedDraft } from '../../shared/ipc';
import { toInstant, type Id, type Instant } from '../../shared/record/ids';
import { storeBatch, type Batch, type Stored } from './append';
import { databaseFault, type GavelDatabase } from './database';
import { journalWriter, noteDrafts } from './journal';
import { renewalOf } from './renewal';
import { PATIENCE, patienceFor, untilDone } from './retry';

/** A write that is under way. */
export interface Write {
  /**
   * The lines are on the disk in one copy at least, so that nothing of them can be lost any more: in the database, or,
   * where that refuses them, in the journal. Doesn't settle while neither takes them.
   */
  readonly kept: Promise<Stored | undefined>;
  /** Both copies have acknowledged. */
  readonly saved: Promise<void>;
}

/** What is on its way. */
export interface OutboxState {
  /** batches that are not in both copies yet, the oldest first */
  readonly waiting: readonly Batch[];
  /** when the oldest of them was given */
  readonly since?: Instant;
  /** set while a copy refuses or doesn't answer, for the oldest batch with such a fault */
  readonly trouble?: { readonly since: Instant; readonly why: string };
  /** when the last batch was acknowledged by both */
  readonly savedAt?: Instant;
}

/** Takes batches to the database and to the journal at the same time, and tries again until both have them. */
export interface Outbox {
  readonly add: (batch: Batch) => Write;
  readonly state: () => OutboxState;
  /** why the database is closed, until it is fit and open again */
  readonly closed: () => string | undefined;
  /** hears of another write that the database refused: it is opened again */
  readonly refused: () => void;
}

interface Pending {
  readonly batch: Batch;
  readonly since: Instant;
  readonly faults: Map<'database' | 'journal', string>;
}

interface Listeners {
  /** called when `state()` has become another */
  readonly changed: () => void;
  /** called when the database is open again, before anything that waited is in it */
  readonly reopened?: () => void;
  /** called when the database had to be opened again, and all that waited is in both copies */
  readonly renewed?: () => void;
}

/** Opens the outbox of a window, beside its database. */
export function openOutbox(
  database: GavelDatabase,
  { changed, reopened, renewed }: Listeners,
  patience = PATIENCE,
): Outbox {
  const pending = new Set<Pending>();
  /** texts whose lines the journal has and the database hasn't, of each session: a start after a kill must know them */
  const alone = new Map<Id, readonly RecordedDraft[]>();
  let savedAt: Instant | undefined;
  let isRenewed = false;
  const renewal = renewalOf(database, () => {
    isRenewed = true;
    reopened?.();
    tellWhenSettled();
  });

  function tellWhenSettled(): void {
    if (!isRenewed || pending.size > 0) return;
    isRenewed = false;
    renewed?.();
  }

  /** Notes what the journal alone has; where that can't be noted, a text is shown once more after a kill. */
  async function note({ session, drafts = [] }: Batch): Promise<void> {
    if (drafts.length === 0) return;
    const newest = new Map((alone.get(session) ?? []).map(({ key, typed }) => [key, typed]));
    for (const { key, typed } of drafts) newest.set(key, Math.max(newest.get(key) ?? 0, typed));
    const all = [...newest].map(([key, typed]) => ({ key, typed }));
    alone.set(session, all);
    await noteDrafts(session, all).catch(() => undefined);
  }

  /** The database has all of a session again. */
  function forget(session: Id): void {
    if (!alone.has(session) || [...pending].some(({ batch }) => batch.session === session)) return;
    alone.delete(session);
    noteDrafts(session, []).catch(() => undefined);
  }

  /** Stores a batch, unless the database is closed: then it says why, and opens it. */
  async function store(batch: Batch): Promise<Stored | undefined> {
    const trouble = renewal.trouble();
    if (trouble !== undefined) throw new Error(trouble);
    try {
      return await storeBatch(database, batch, now());
    } catch (error) {
      renewal.begin();
      throw error;
    }
  }

  function add(batch: Batch): Write {
    const write: Pending = { batch, since: now(), faults: new Map() };
    pending.add(write);
    changed();

    function half<T>(name: 'database' | 'journal', attempt: () => Promise<T>, told: () => void): Promise<T> {
      const fault = (why: unknown): void => {
        write.faults.set(name, `${name}: ${databaseFault(why)}`);
        told();
        changed();
      };
      return untilDone(attempt, fault, patienceFor(batch.lines.length, patience)).then((value) => {
        if (write.faults.delete(name)) changed();
        return value;
      });
    }

    let refused = (): void => undefined;
    const databaseRefused = new Promise<void>((resolve) => (refused = resolve));
    const stored = batch.rows.length === 0 ? Promise.resolve(undefined) : half('database', () => store(batch), refused);
    const journaled = half('journal', journalWriter(batch.session, batch.lines), () => undefined);
    const saved = Promise.all([stored, journaled]).then(() => {
      pending.delete(write);
      savedAt = now();
      changed();
      forget(batch.session);
      tellWhenSettled();
    });
    const journalAlone = Promise.all([journaled, databaseRefused]).then(async () => {
      if (pending.has(write)) await note(batch);
      return undefined;
    });
    return { kept: Promise.race([stored, journalAlone]), saved };
  }

  function state(): OutboxState {
    const all = [...pending];
    const [oldest] = all;
    const faulty = all.find(({ faults }) => faults.size > 0);
    return {
      waiting: all.map(({ batch }) => batch),
      ...(oldest === undefined ? {} : { since: oldest.since }),
      ...(faulty === undefined
        ? {}
        : { trouble: { since: faulty.since, why: [...faulty.faults.values()].join('; ') } }),
      ...(savedAt === undefined ? {} : { savedAt }),
    };
  }

  return { add, state, closed: renewal.trouble, refused: renewal.begin };
}

function now(): Instant {
  return toInstant(Date.now());
}
