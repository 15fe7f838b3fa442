import type { Draft, Entry, EntryOf, On } from '../record/entry';
import { LAST_MOMENT, toInstant, type Handle, type Id, type Instant } from '../record/ids';
import { byTime, timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { keysOf, remembered, unstruck } from './look';
import { meetingOf } from './meeting';
import { callStanding, type CallEntry } from './registers';
import { keptHandle } from './same';
import type { Session } from './session';
import { onKey } from './shelves';
import { countedEntry } from './verdicts';

export type CallMade = EntryOf<'call-made'>;

/** The chair's call on a thing, as it stands. */
export interface Call {
  /** the call that stands, or that was reopened */
  readonly entry: CallMade;
  readonly on: On;
  readonly at: Instant;
  /** set where the call was reopened: it doesn't stand any more */
  readonly reopened?: EntryOf<'call-reopened'>;
  readonly conflict: boolean;
  readonly heads: readonly CallEntry[];
  readonly history: readonly CallEntry[];
}

/** The call on a thing; undefined where none was ever made. A reopened one has `reopened`. */
export function callOn(session: Session, on: On): Call | undefined {
  return callAt(session, onKey(on));
}

function callAt(session: Session, key: string): Call | undefined {
  return remembered(session, `read call ${key}`, ['call', 'reopening'], () => {
    const standing = callStanding(session, key);
    if (standing === undefined) return undefined;
    const { head, heads, history, conflict } = standing;
    const made = head.kind === 'call-made' ? head : reopenedCall(session, head, history);
    if (made === undefined) return undefined;
    return {
      entry: made,
      on: made.on,
      at: timeOf(made),
      ...(head.kind === 'call-reopened' ? { reopened: head } : {}),
      conflict,
      heads,
      history,
    };
  });
}

function reopenedCall(
  session: Session,
  reopening: EntryOf<'call-reopened'>,
  history: readonly CallEntry[],
): CallMade | undefined {
  const named = countedEntry(session, reopening.call);
  const made = history.filter((entry) => entry.kind === 'call-made');
  return made.find((entry) => entry.id === named?.id) ?? made.at(-1);
}

/** The call on a thing that is in force: made and not reopened. */
export function standingCall(session: Session, on: On): Call | undefined {
  const call = callOn(session, on);
  return call?.reopened === undefined ? call : undefined;
}

/** Every thing that a call was made on, in order of the calls. */
export function calls(session: Session): readonly Call[] {
  return remembered(session, 'calls', ['call', 'reopening'], () =>
    keysOf(session, 'call')
      .flatMap((key) => callAt(session, key) ?? [])
      .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)),
  );
}

/** The call that a call's id names, with what became of it. */
export function callById(session: Session, id: Id): Call | undefined {
  const made = session.entries.get(id);
  return made?.kind === 'call-made'
    ? calls(session).find((call) => call.history.some((entry) => entry.id === id))
    : undefined;
}

/** A thing that is no call. */
export type Matter = Exclude<On, { readonly call: Id }>;

/**
 * What a call, a struck one too, was made on in the end: a call may name another. Undefined where one of them isn't here,
 * or where they name each other in a circle.
 */
export function madeOn(session: Session, call: Id): Matter | undefined {
  const named = new Set([call]);
  for (const id of named) {
    const made = countedEntry(session, id);
    if (made?.kind !== 'call-made' || !('on' in made)) return undefined;
    if (!('call' in made.on)) return made.on;
    named.add(made.on.call);
  }
  return undefined;
}

/**
 * When calls stop being tentative: the end of the list window, counted from the first summary sent, at the latest the
 * last moment that can be written. Undefined while no summary was sent, or where the session has no window.
 */
export function windowEnd(session: Session): Instant | undefined {
  const days = meetingOf(session)?.entry.windowDays;
  const sent = unstruck<'summary-sent'>(session, 'sent')[0];
  if (days === undefined || sent === undefined) return undefined;
  return toInstant(Math.min(Date.parse(timeOf(sent)) + Math.max(days, 0) * 86_400_000, LAST_MOMENT));
}

/** Whether the calls are tentative at `asOf`: until the list window ends, which is counted from the first summary sent. */
export function isTentative(session: Session, asOf: Instant): boolean {
  if (meetingOf(session)?.entry.windowDays === undefined) return false;
  const end = windowEnd(session);
  return end === undefined || end > asOf;
}

/** Whether a thing was said after the call that stands: by when both were said, then by the order of the record. */
export function isAfterCall(session: Session, entry: Entry, on: On): boolean {
  return isAfter(standingCall(session, on), entry);
}

/** The same of a call that is known. */
export function isAfter(call: Call | undefined, entry: Entry): boolean {
  return call !== undefined && byTime(entry, call.entry) > 0;
}

/** Who may act as chair: the session's chair where one is set. */
export function chairOf(session: Session): Handle | undefined {
  const chair = meetingOf(session)?.entry.chair;
  return chair === undefined ? undefined : keptHandle(session, chair);
}

export type CallInput = Omit<Extract<Draft, { kind: 'call-made' }>, 'kind' | 'prev'>;

/** Records the chair's call. One without a statement or reason is recorded as well, and waits in triage. */
export function decideCall(session: Session, input: CallInput, env: Env): Result<readonly Entry[]> {
  const settles = input.call === 'consensus' || input.call === 'rough';
  if (settles && 'subsystem' in input.on && !('rule' in input.on) && input.stance === undefined) {
    return refuse(`${input.call === 'rough' ? 'Rough consensus' : 'Consensus'} for what? Add std, usr or pass.`);
  }
  return decided(session, [{ kind: 'call-made', ...input }], env);
}

export function decideReopenCall(
  session: Session,
  input: { readonly on: On; readonly why?: string },
  env: Env,
): Result<readonly Entry[]> {
  const call = standingCall(session, input.on);
  if (call === undefined) return refuse('There is no call here to reopen.');
  return decided(
    session,
    [{ kind: 'call-reopened', call: call.entry.id, ...(input.why === undefined ? {} : { why: input.why }) }],
    env,
  );
}
