import type { Draft, Entry, EntryOf } from '../record/entry';
import type { Handle, Id, Instant, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { ok, refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { remembered, unstruck } from './look';
import { keptHandle } from './same';
import type { Session } from './session';

export const QUEUE_KINDS = ['order', 'question', 'reply', 'topic'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** Somebody who wants to speak. */
export interface Queued {
  readonly joined: Id;
  readonly who: Handle;
  readonly as: QueueKind;
  readonly about?: string;
}

/** Who speaks now, since when. */
export interface Speaker {
  readonly called: Id;
  readonly who: Handle;
  readonly since: Instant;
}

export interface Queue {
  /** order > question > reply > topic, then first come */
  readonly waiting: readonly Queued[];
  readonly closed: boolean;
}

type QueueEntry = EntryOf<
  'queue-joined' | 'queue-left' | 'queue-closed' | 'queue-opened' | 'speaker-called' | 'speaker-done'
>;

function queueEntries(session: Session): readonly QueueEntry[] {
  return remembered(session, 'queue', ['queue'], () => unstruck(session, 'queue'));
}

/** The speakers' list of a subsystem. */
export function queueOf(session: Session, subsystem: Slug): Queue {
  return remembered(session, `queue ${subsystem}`, ['queue', 'same'], () => {
    const entries = queueEntries(session);
    const gone = new Set<Id>();
    for (const entry of entries) {
      if (entry.kind === 'queue-left') gone.add(entry.joined);
      if (entry.kind === 'speaker-called' && entry.joined !== undefined) gone.add(entry.joined);
    }
    const waiting = entries
      .filter((entry) => entry.kind === 'queue-joined')
      .filter((entry) => entry.subsystem === subsystem && !gone.has(entry.id))
      .map((entry): Queued => ({
        joined: entry.id,
        who: keptHandle(session, entry.who),
        as: entry.as,
        ...(entry.about === undefined ? {} : { about: entry.about }),
      }))
      .sort((a, b) => QUEUE_KINDS.indexOf(a.as) - QUEUE_KINDS.indexOf(b.as) || (a.joined < b.joined ? -1 : 1));
    const gate = entries.findLast(
      (entry) => (entry.kind === 'queue-closed' || entry.kind === 'queue-opened') && entry.subsystem === subsystem,
    );
    return { waiting, closed: gate?.kind === 'queue-closed' };
  });
}

export function speaker(session: Session): Speaker | undefined {
  return remembered(session, 'speaker', ['queue', 'adjourned', 'same'], () => {
    const last = queueEntries(session).findLast(
      (entry) => entry.kind === 'speaker-called' || entry.kind === 'speaker-done',
    );
    const adjourned = unstruck<'session-adjourned'>(session, 'adjourned').at(-1);
    // who spoke last on one day does not speak through the night
    if (last?.kind !== 'speaker-called' || (adjourned !== undefined && adjourned.id > last.id)) return undefined;
    return { called: last.id, who: keptHandle(session, last.who), since: timeOf(last) };
  });
}

export function decideJoinQueue(
  session: Session,
  input: Omit<Extract<Draft, { kind: 'queue-joined' }>, 'kind'>,
  env: Env,
): Result<readonly Entry[]> {
  if (queueOf(session, input.subsystem).closed && input.as !== 'order') {
    return refuse(`The queue of #${input.subsystem} is closed; points of order still pass.`);
  }
  return decided(session, [{ kind: 'queue-joined', ...input }], env);
}

export function decideLeaveQueue(
  session: Session,
  input: { readonly who: Handle; readonly subsystem: Slug },
  env: Env,
): Result<readonly Entry[]> {
  const who = keptHandle(session, input.who);
  const queued = queueOf(session, input.subsystem).waiting.find((each) => each.who === who);
  if (queued === undefined) return refuse(`${input.who} is not in the queue of #${input.subsystem}.`);
  return decided(session, [{ kind: 'queue-left', joined: queued.joined }], env);
}

/**
 * Calls the next speaker, or somebody by name; whoever speaks is done. `after` is the call that was on the screen: where
 * another came meanwhile, the press was for that one, and nothing is recorded.
 */
export function decideNextSpeaker(
  session: Session,
  input: { readonly subsystem: Slug; readonly who?: Handle; readonly after?: Id },
  env: Env,
): Result<readonly Entry[]> {
  if (input.after !== undefined && speaker(session)?.called !== input.after) return ok([]);
  const { waiting } = queueOf(session, input.subsystem);
  const named = input.who === undefined ? undefined : keptHandle(session, input.who);
  const queued = named === undefined ? waiting[0] : waiting.find((each) => each.who === named);
  const who = named ?? queued?.who;
  if (who === undefined) return refuse(`Nobody is in the queue of #${input.subsystem}.`);
  const current = speaker(session);
  return decided(
    session,
    [
      {
        kind: 'speaker-called',
        who,
        ...(queued === undefined ? {} : { joined: queued.joined }),
        ...(current === undefined ? {} : { after: current.called }),
      },
    ],
    env,
  );
}

/** Whoever speaks is done, and nobody is called. */
export function decideSpeakerDone(session: Session, env: Env): Result<readonly Entry[]> {
  const current = speaker(session);
  if (current === undefined) return refuse('Nobody speaks.');
  return decided(session, [{ kind: 'speaker-done', called: current.called }], env);
}

export function decideQueueGate(
  session: Session,
  input: { readonly subsystem: Slug; readonly open: boolean },
  env: Env,
): Result<readonly Entry[]> {
  return decided(session, [{ kind: input.open ? 'queue-opened' : 'queue-closed', subsystem: input.subsystem }], env);
}
