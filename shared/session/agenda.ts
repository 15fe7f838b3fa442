import type { Draft, Entry } from '../record/entry';
import { ownFields } from '../record/fields';
import { toInstant, type Instant, type Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { standingCall } from './calls';
import { decided } from './enter';
import { remembered, unstruck } from './look';
import { isOpen, objections, subsystemOn } from './objections';
import { queueOf } from './queue';
import type { Session } from './session';
import { lengthOfTurn, openSubsystem, subsystemOf, subsystems, turnTo } from './subsystems';

/** How long the room was on a subsystem. */
interface Spent {
  /** whole turns, in milliseconds */
  readonly ms: number;
  /** since when the room is on it; absent while it isn't */
  readonly since?: Instant;
}

const NONE: Spent = { ms: 0 };

/** The time that each subsystem took so far. */
function timeSpent(session: Session): ReadonlyMap<Slug, Spent> {
  return remembered(session, 'time spent', ['turn', 'adjourned'], () => {
    const spent = new Map<Slug, Spent>();
    let on: { readonly slug: Slug; readonly since: Instant } | undefined;
    const end = (at: Instant): void => {
      if (on === undefined) return;
      const before = spent.get(on.slug) ?? NONE;
      spent.set(on.slug, { ms: before.ms + (lengthOfTurn(on.since, at) ?? 0) });
      on = undefined;
    };
    const turns = unstruck<'subsystem-opened' | 'subsystem-left'>(session, 'turn');
    const adjourned = unstruck<'session-adjourned'>(session, 'adjourned');
    for (const entry of [...turns, ...adjourned].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      end(timeOf(entry));
      if (entry.kind === 'subsystem-opened') on = { slug: entry.subsystem, since: timeOf(entry) };
    }
    if (on !== undefined) spent.set(on.slug, { ...(spent.get(on.slug) ?? NONE), since: on.since });
    return spent;
  });
}

/** Milliseconds that the room was on a subsystem until `asOf`, the turn that is under way included. */
export function spentOn(session: Session, slug: Slug, asOf: Instant): number {
  const { ms, since } = timeSpent(session).get(slug) ?? NONE;
  return ms + (since === undefined ? 0 : (lengthOfTurn(since, asOf) ?? 0));
}

/**
 * When the agenda ends, seen from `asOf`: what is left of the minutes of the subsystem that the room is on, and those of
 * every one that it did not turn to and that has no call yet. Undefined where nothing is left that has minutes.
 */
export function projectedEnd(session: Session, asOf: Instant): Instant | undefined {
  const open = openSubsystem(session)?.slug;
  const spent = timeSpent(session);
  const left = subsystems(session).map(({ slug, minutes }) => {
    if (minutes === undefined) return 0;
    if (slug === open) return Math.max(0, minutes * 60_000 - spentOn(session, slug, asOf));
    return spent.has(slug) || standingCall(session, { subsystem: slug }) !== undefined ? 0 : minutes * 60_000;
  });
  const all = left.reduce((sum, ms) => sum + ms, 0);
  return all === 0 ? undefined : toInstant(Date.parse(asOf) + all);
}

/** What stays behind where the room leaves a subsystem, in words; empty where nothing does. */
export function leftBehind(session: Session, slug: Slug): readonly string[] {
  const queued = queueOf(session, slug).waiting.length;
  const open = objections(session).filter((each) => isOpen(each) && subsystemOn(session, each.on) === slug).length;
  return [
    ...(queued === 0 ? [] : [`${String(queued)} in the queue`]),
    ...(open === 0 ? [] : [open === 1 ? '1 open objection' : `${String(open)} open objections`]),
    ...(standingCall(session, { subsystem: slug }) === undefined ? ['no call'] : []),
  ];
}

/** A subsystem whose call defers it. */
export interface Deferred {
  readonly slug: Slug;
  /** where to, as the chair said it */
  readonly to?: string;
}

/** What was put off, in the order of the subsystems. */
export function deferred(session: Session): readonly Deferred[] {
  return remembered(session, 'deferred', ['subsystem', 'same', 'call', 'reopening'], () =>
    subsystems(session).flatMap(({ slug }): readonly Deferred[] => {
      const call = standingCall(session, { subsystem: slug })?.entry;
      if (call?.call !== 'deferred') return [];
      return [{ slug, ...(call.to === undefined ? {} : { to: call.to }) }];
    }),
  );
}

/** The room takes up again what was put off: its call is reopened and the room turns to it, as one act. Its queue is there still. */
export function decideResume(session: Session, slug: Slug, env: Env): Result<readonly Entry[]> {
  const call = standingCall(session, { subsystem: slug })?.entry;
  if (call?.call !== 'deferred') return refuse(`#${slug} is not deferred.`);
  return decided(
    session,
    [{ kind: 'call-reopened', call: call.id, why: 'taken up again' }, ...turnTo(session, slug, toInstant(env.now))],
    env,
  );
}

/** One line of the agenda: a subsystem and the minutes that it has. */
export interface Allotted {
  readonly subsystem: Slug;
  readonly minutes?: number;
}

/** The agenda as it stands, in its order. */
export function agenda(session: Session): readonly Allotted[] {
  return subsystems(session).map(({ slug, minutes }) => ({
    subsystem: slug,
    ...(minutes === undefined ? {} : { minutes }),
  }));
}

/**
 * Puts the subsystems into this order with these minutes: one act that amends those that change. What is not named
 * keeps its minutes and comes after; nothing leaves the agenda.
 */
export function decideAgenda(session: Session, lines: readonly Allotted[], env: Env): Result<readonly Entry[]> {
  const named = new Set(lines.map(({ subsystem }) => subsystem));
  if (named.size < lines.length) return refuse('A subsystem stands twice on the agenda.');
  const all = [...lines, ...agenda(session).filter(({ subsystem }) => !named.has(subsystem))];
  const drafts: Draft[] = [];
  for (const [at, { subsystem, minutes }] of all.entries()) {
    const { entry } = subsystemOf(session, subsystem);
    if (entry === undefined) return refuse(`There is no subsystem #${subsystem}.`);
    if (entry.order === at + 1 && entry.minutes === minutes) continue;
    const { minutes: _, ...fields } = ownFields(entry);
    drafts.push({
      ...fields,
      ...(minutes === undefined ? {} : { minutes }),
      order: at + 1,
      kind: 'subsystem-amended',
    });
  }
  return decided(session, drafts, env);
}
