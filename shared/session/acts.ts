import { lineOf } from '../record/canon';
import { isKnown, type AnyEntry, type Draft, type Entry } from '../record/entry';
import type { Handle, Id } from '../record/ids';
import { byId } from '../record/order';
import { sha256Of } from '../record/sha256';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { logOf } from './log';
import { rememberedAt } from './look';
import { isVerdict, type Session } from './session';
import { countedEntry, counts, isStruck } from './verdicts';

/** What one person did at once: one typed line, one paste, one strike in the log. Undo turns all of it round. */
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

/** What an act changed: it made entries stand, or it struck them. */
interface Deed {
  readonly act: Act;
  readonly strikes: boolean;
  readonly ids: readonly Id[];
}

type IsStruck = (id: Id) => boolean;

function deedOf(act: Act, wasStruck: IsStruck): Deed {
  const { entries } = act;
  const named = entries.filter((entry) => entry.kind === 'entry-struck' || entry.kind === 'entry-restored');
  const strikes = named[0]?.kind === 'entry-struck';
  if (named.length === entries.length) {
    return { act, strikes, ids: named.map(({ entry }) => entry).filter((id) => wasStruck(id) !== strikes) };
  }
  // the opening of the session stays
  const made = entries[0]?.kind === 'session-opened' ? [] : entries.filter((entry) => !isVerdict(entry));
  return { act, strikes: false, ids: made.map(({ id }) => id) };
}

/** What of a deed is as it made it, which undo turns round, and what isn't, which redo does again. */
function doneOf({ strikes, ids }: Deed, struck: IsStruck): readonly Id[] {
  return ids.filter((id) => struck(id) === strikes);
}
function undoneOf({ strikes, ids }: Deed, struck: IsStruck): readonly Id[] {
  return ids.filter((id) => struck(id) !== strikes);
}

/** One's own deeds that are done, and those that were undone and not redone since, each in the order of doing so. */
interface Past {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

/**
 * No line says that it is an undo. It is one where it does what undo would have done then: turn round all of the last
 * deed. Anything else that strikes or restores is a deed of its own, which undo turns round in its turn.
 */
function pastOf(session: Session, by: Handle): Past {
  return rememberedAt(session, `past of ${by}`, session.revision, () => {
    const done: Deed[] = [];
    const undone: Deed[] = [];
    const struck = new Set<Id>();
    const wasStruck: IsStruck = (id) => struck.has(id);
    const acts = new Map(actsOf(session, by).map((act) => [act.id, act]));
    for (const entry of logOf(session)) {
      const act = entry.by === by ? acts.get(entry.act ?? entry.id) : undefined;
      if (act !== undefined) {
        acts.delete(act.id);
        const next = undone.at(-1);
        const last = done.findLast((deed) => doneOf(deed, wasStruck).length > 0);
        if (next !== undefined && isJust(act, next.strikes, undoneOf(next, wasStruck))) {
          done.push(...undone.splice(-1));
        } else if (last !== undefined && isJust(act, !last.strikes, doneOf(last, wasStruck))) {
          undone.push(...done.splice(done.indexOf(last), 1));
        } else {
          done.push(deedOf(act, wasStruck));
          undone.length = 0;
        }
      }
      noteVerdict(session, entry, struck);
    }
    return { done, undone };
  });
}

/** Whether an act does nothing but strike (else restore) just these. */
function isJust(act: Act, strikes: boolean, ids: readonly Id[]): boolean {
  const kind = strikes ? 'entry-struck' : 'entry-restored';
  const named = act.entries.map((entry) => (entry.kind === kind ? entry.entry : undefined));
  return named.every((id) => id !== undefined && ids.includes(id)) && ids.every((id) => named.includes(id));
}

function noteVerdict(session: Session, entry: AnyEntry, struck: Set<Id>): void {
  if (!isKnown(entry) || (entry.kind !== 'entry-struck' && entry.kind !== 'entry-restored')) return;
  const named = countedEntry(session, entry.entry);
  // a strike or restore of a strike or restore has no effect
  if (named === undefined || named.kind === 'entry-struck' || named.kind === 'entry-restored') return;
  if (!counts(session, entry)) return;
  if (entry.kind === 'entry-struck') struck.add(entry.entry);
  else struck.delete(entry.entry);
}

function lastDone(session: Session, by: Handle): Deed | undefined {
  return pastOf(session, by).done.findLast((deed) => doneOf(deed, (id) => isStruck(session, id)).length > 0);
}

function lastUndone(session: Session, by: Handle): Deed | undefined {
  const deed = pastOf(session, by).undone.at(-1);
  return deed !== undefined && undoneOf(deed, (id) => isStruck(session, id)).length > 0 ? deed : undefined;
}

/** One's own last act that is done: what undo would turn round. The opening of the session stays. */
export function undoable(session: Session, by: Handle): Act | undefined {
  return lastDone(session, by)?.act;
}

/** What redo would do again: the act that one's last undo turned round, as long as nothing else was done since. */
export function redoable(session: Session, by: Handle): Act | undefined {
  return lastUndone(session, by)?.act;
}

export function decideUndo(session: Session, env: Env): Result<readonly Entry[]> {
  const deed = lastDone(session, env.by);
  if (deed === undefined) return refuse('Nothing of yours is left to undo.');
  const ids = doneOf(deed, (id) => isStruck(session, id));
  return decided(session, verdicts(!deed.strikes, ids), env);
}

export function decideRedo(session: Session, env: Env): Result<readonly Entry[]> {
  const deed = lastUndone(session, env.by);
  if (deed === undefined) return refuse('Nothing to redo.');
  const ids = undoneOf(deed, (id) => isStruck(session, id));
  return decided(session, verdicts(deed.strikes, ids), env);
}

function verdicts(strike: boolean, ids: readonly Id[]): readonly Draft[] {
  return ids.map((entry) => ({ kind: strike ? 'entry-struck' : 'entry-restored', entry }));
}

/** Strikes one entry, whoever recorded it. */
export function decideStrike(session: Session, entry: Id, env: Env): Result<readonly Entry[]> {
  const named = countedEntry(session, entry);
  if (named === undefined) return refuse('That entry is not in the record.');
  if (named.kind === 'session-opened') return refuse('The opening of the session stays.');
  if (named.kind === 'entry-struck') return refuse('A strike is taken back by restoring what it struck.');
  if (named.kind === 'entry-restored') return refuse('To take this back, strike what it restored.');
  return decided(session, [{ kind: 'entry-struck', entry }], env);
}

export function decideRestore(session: Session, entry: Id, env: Env): Result<readonly Entry[]> {
  if (!isStruck(session, entry)) return refuse('That entry is not struck.');
  return decided(session, [{ kind: 'entry-restored', entry }], env);
}

/** Picks one of the contents that came under one id: from then on it counts, and the others don't. */
export function decidePick(session: Session, version: AnyEntry, env: Env): Result<readonly Entry[]> {
  if (!session.clashes.has(version.id)) return refuse('Only one content came under that id.', { found: version.id });
  return decided(session, [{ kind: 'entry-picked', entry: version.id, sha256: sha256Of(lineOf(version)) }], env);
}
