import type { Env } from '../record/env';
import type { AnyEntry, Draft, Entry, On, PositionStance } from '../record/entry';
import type { Day, Handle, Id, Instant, Slug, Writer } from '../record/ids';
import { refusalText, type Result } from '../result';
import { decideAttendance, type Attendance } from '../session/attendance';
import { decideCall, decideReopenCall, type CallInput } from '../session/calls';
import { enter } from '../session/enter';
import { logOf } from '../session/log';
import { decideOpenSession, type MeetingInput } from '../session/meeting';
import { objections, type Disposition } from '../session/objections';
import { decideParticipant, decideSame } from '../session/people';
import { decidePosition, type PositionInput } from '../session/positions';
import { decideAnswer, decideRule, rules } from '../session/rules';
import { emptySession, fold, type Session } from '../session/session';
import { decideDispute, decideObjection, decideSettle, type ObjectionInput } from '../session/settle';
import { decideSubsystem, type SubsystemInput } from '../session/subsystems';

/** A type's brands taken off, so that a test may write plain strings. */
export type Plain<T> = T extends string
  ? T | (string extends T ? string : T extends Day | Handle | Slug | Id | Instant ? string : T)
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T;
type Some<T> = Plain<Partial<T>>;
export type PlainDraft = Plain<Draft>;

/** A record being said, step by step: every step is a real decide function, one act, one second later than the one before. */
export interface Build {
  readonly session: Session;
  /** every line so far, in record order */
  readonly lines: readonly AnyEntry[];
  /** the id of the last entry */
  readonly last: Id;
  /** the moment after the last entry: what assessments are made for */
  readonly now: Instant;
  /** lets time pass */
  readonly later: (minutes: number) => Build;
  /** another scribe, another start of the program */
  readonly from: (by: string, writer: string) => Build;
  /** any decide function */
  readonly do: (decide: (session: Session, env: Env) => Result<readonly Entry[]>) => Build;
  /** entries of any kind, as one act */
  readonly add: (...drafts: readonly PlainDraft[]) => Build;
  /** an entry of somebody elsewhere who had seen nothing of this record: it revises nothing */
  readonly unseen: (draft: PlainDraft) => Build;
  /** participants, named after their handles */
  readonly people: (...who: readonly string[]) => Build;
  readonly same: (...who: readonly string[]) => Build;
  readonly attend: (state: Attendance, ...who: readonly string[]) => Build;
  readonly subsystem: (slug: string, fields?: Some<SubsystemInput>) => Build;
  readonly position: (who: string, slug: string, stance: PositionStance, fields?: Some<PositionInput>) => Build;
  /** an objection; on a subsystem where `on` is a slug */
  readonly objection: (who: string, on: string | On, fields?: Some<ObjectionInput>) => Build;
  readonly settle: (
    number: number,
    disposition: Disposition,
    fields?: { readonly who?: string; readonly answer?: string },
  ) => Build;
  readonly dispute: (number: number, who: string, why: string) => Build;
  readonly rule: (text: string) => Build;
  readonly answer: (
    who: string,
    number: number,
    answer: 'supports' | 'lives-with' | 'opposes' | 'abstains',
    fields?: Some<Draft>,
  ) => Build;
  /** the chair's call; on a subsystem where `on` is a slug */
  readonly call: (on: string | On, call: CallInput['call'], fields?: Some<CallInput>) => Build;
  readonly reopen: (slug: string) => Build;
  /** strikes an entry, else the last */
  readonly strike: (entry?: Id) => Build;
}

const START = Date.UTC(2024, 8, 17, 8);

/** A new record with its session opened, for tests: `record().subsystem('uvc', { maintainers: ['a'] }).position('a', 'uvc', 'standard-required')`. */
export function record(meeting: Some<MeetingInput> = {}): Build {
  const session = emptySession();
  let now = START;
  let by = 'scribe' as Handle;
  let writer = 'testtest' as Writer;

  const perform = (decide: (session: Session, env: Env) => Result<readonly Entry[]>): Build => {
    now += 1000;
    const decided = decide(session, { now, by, writer });
    if (!decided.ok) throw new Error(refusalText(decided.error));
    for (const entry of decided.value) fold(session, entry);
    return build;
  };
  const numbered = (things: readonly { readonly id: Id; readonly number: number }[], number: number): Id => {
    const found = things.find((thing) => thing.number === number);
    if (found === undefined) throw new Error(`nothing is numbered ${String(number)}`);
    return found.id;
  };
  const place = (on: string | On): On => (typeof on === 'string' ? { subsystem: on as Slug } : on);
  // the one place where plain strings of a test become brands
  const branded = (plain: unknown): never => plain as never;

  const build: Build = {
    session,
    get lines() {
      return logOf(session);
    },
    get last() {
      return branded(session.latest);
    },
    get now() {
      return new Date(now + 1000).toISOString() as Instant;
    },
    later: (minutes) => {
      now += minutes * 60_000;
      return build;
    },
    from: (scribe, origin) => {
      by = scribe as Handle;
      writer = origin as Writer;
      return build;
    },
    do: perform,
    add: (...drafts) => perform((_, env) => ({ ok: true, value: enter(session, branded(drafts), env) })),
    unseen: (draft) =>
      perform((_, env) => {
        const elsewhere = enter(emptySession(), [branded(draft)], { ...env, writer: 'elsewher' as Writer });
        return { ok: true, value: elsewhere };
      }),
    people: (...who) =>
      who.reduce(
        (_, each) => perform((_session, env) => decideParticipant(session, { who: each as Handle }, env)),
        build,
      ),
    same: (...who) => perform((_, env) => decideSame(session, who as readonly Handle[], env)),
    attend: (state, ...who) =>
      perform((_, env) => decideAttendance(session, { state, who: who as readonly Handle[] }, env)),
    subsystem: (slug, fields) =>
      perform((_, env) => decideSubsystem(session, branded({ ...fields, subsystem: slug }), env)),
    position: (who, slug, stance, fields) =>
      perform((_, env) => decidePosition(session, branded({ ...fields, who, subsystem: slug, stance }), env)),
    objection: (who, on, fields) =>
      perform((_, env) => decideObjection(session, branded({ ...fields, who, on: place(on) }), env)),
    settle: (number, disposition, fields) =>
      perform((_, env) =>
        decideSettle(
          session,
          branded({ ...fields, objection: numbered(objections(session), number), disposition }),
          env,
        ),
      ),
    dispute: (number, who, why) =>
      perform((_, env) =>
        decideDispute(session, { objection: numbered(objections(session), number), who: who as Handle, why }, env),
      ),
    rule: (text) => perform((_, env) => decideRule(session, { text }, env)),
    answer: (who, number, answer, fields) =>
      perform((_, env) =>
        decideAnswer(session, branded({ ...fields, who, rule: numbered(rules(session), number), answer }), env),
      ),
    call: (on, call, fields) =>
      perform((_, env) => decideCall(session, branded({ ...fields, on: place(on), call }), env)),
    reopen: (slug) => perform((_, env) => decideReopenCall(session, { on: place(slug) }, env)),
    strike: (entry) =>
      perform((_, env) => ({
        ok: true,
        value: enter(session, [{ kind: 'entry-struck', entry: entry ?? build.last }], env),
      })),
  };
  return perform((_, env) => decideOpenSession(session, branded({ title: 'A session', ...meeting }), env));
}
