import { isKnown, type AnyEntry, type Draft, type Entry } from '../record/entry';
import type { Handle, Id } from '../record/ids';
import { byId } from '../record/order';
import { ok, refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { enter } from './enter';
import { rememberedAt } from './look';
import { isVerdict, type Session } from './session';
import { countedEntry, isStruck } from './verdicts';

/** What one person did at once: one typed line, one paste. Undo strikes all of it. */
export interface Act {
  readonly id: Id;
  readonly entries: readonly Entry[];
}

/** The acts of one scribe, in record order. */
export function actsOf(session: Session, by: Handle): readonly Act[] {
  return rememberedAt(session, `acts of ${by}`, session.revision, () => {
    const members = new Map<Id, Entry[]>();
    const own = [...session.entries.values()].filter((entry): entry is Entry => entry.by === by && isKnown(entry));
    for (const entry of own.sort(byId)) {
      const first = entry.act ?? entry.id;
      const entries = members.get(first);
      if (entries === undefined) members.set(first, [entry]);
      else entries.push(entry);
    }
    return [...members].map(([id, entries]) => ({ id, entries }));
  });
}

/** True for an act that only strikes or only restores: an undo or a redo. */
function isUndo(act: Act): boolean {
  return act.entries.every((entry) => entry.kind === 'entry-struck');
}
function isRedo(act: Act): boolean {
  return act.entries.every((entry) => entry.kind === 'entry-restored');
}

/** One's own last act that is not struck: what undo would strike. The opening of the session stays. */
export function undoable(session: Session, by: Handle): Act | undefined {
  return actsOf(session, by).findLast(
    (act) =>
      !isUndo(act) &&
      !isRedo(act) &&
      act.entries[0]?.kind !== 'session-opened' &&
      act.entries.some((entry) => !isVerdict(entry) && !isStruck(session, entry.id)),
  );
}

/** What redo would restore: the act that one's last undo struck, as long as nothing else was done since. */
export function redoable(session: Session, by: Handle): Act | undefined {
  const acts = actsOf(session, by);
  let redone = 0;
  for (const act of acts.toReversed()) {
    if (isRedo(act)) redone += 1;
    else if (!isUndo(act)) return undefined;
    else if (redone > 0) redone -= 1;
    else return struckBy(session, act);
  }
  return undefined;
}

function struckBy(session: Session, undo: Act): Act | undefined {
  const entries = undo.entries.flatMap((strike): Entry[] => {
    const struck: AnyEntry | undefined =
      strike.kind === 'entry-struck' ? countedEntry(session, strike.entry) : undefined;
    return struck !== undefined && isKnown(struck) && isStruck(session, struck.id) ? [struck] : [];
  });
  return entries.length === 0 ? undefined : { id: undo.id, entries };
}

export function decideUndo(session: Session, env: Env): Result<readonly Entry[]> {
  const act = undoable(session, env.by);
  if (act === undefined) return refuse('Nothing of yours is left to undo.');
  const standing = act.entries.filter((entry) => !isStruck(session, entry.id));
  return ok(
    enter(
      session,
      standing.map((entry): Draft => ({ kind: 'entry-struck', entry: entry.id })),
      env,
    ),
  );
}

export function decideRedo(session: Session, env: Env): Result<readonly Entry[]> {
  const act = redoable(session, env.by);
  if (act === undefined) return refuse('Nothing to redo.');
  return ok(
    enter(
      session,
      act.entries.map((entry): Draft => ({ kind: 'entry-restored', entry: entry.id })),
      env,
    ),
  );
}

/** Strikes one entry, whoever recorded it. */
export function decideStrike(session: Session, entry: Id, env: Env): Result<readonly Entry[]> {
  if (countedEntry(session, entry) === undefined) return refuse('That entry is not in the record.');
  return ok(enter(session, [{ kind: 'entry-struck', entry }], env));
}

export function decideRestore(session: Session, entry: Id, env: Env): Result<readonly Entry[]> {
  if (!isStruck(session, entry)) return refuse('That entry is not struck.');
  return ok(enter(session, [{ kind: 'entry-restored', entry }], env));
}
