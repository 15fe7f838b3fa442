import type { Draft, Entry, EntryOf } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Id } from '../record/ids';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { standingOf, unstruck } from './look';
import type { Session } from './session';

type MeetingEntry = EntryOf<'session-opened' | 'session-amended'>;

/** The sitting itself: what was opened, as last amended. */
export interface Meeting {
  readonly entry: MeetingEntry;
  /** the earliest session-opened: the session's name in file headers and journals */
  readonly id: Id;
  readonly title: string;
  readonly zone: string;
  readonly conflict: boolean;
  readonly adjourned?: Id;
}

export function meetingOf(session: Session): Meeting | undefined {
  const standing = standingOf<'session-opened' | 'session-amended'>(session, 'meeting', '');
  if (standing === undefined) return undefined;
  const entry = standing.head;
  const adjourned = unstruck<'session-adjourned'>(session, 'adjourned').at(-1)?.id;
  return {
    entry,
    id: sessionId(session) ?? entry.id,
    title: entry.title,
    zone: entry.zone ?? 'UTC',
    conflict: standing.conflict,
    ...(adjourned === undefined ? {} : { adjourned }),
  };
}

/** The id of the earliest session-opened, struck or not: what a file's header names. */
export function sessionId(session: Session): Id | undefined {
  let first: Id | undefined;
  for (const entry of session.groups.get('meeting')?.shelves.get('')?.entries ?? []) {
    if (entry.kind === 'session-opened' && (first === undefined || entry.id < first)) first = entry.id;
  }
  return first;
}

export type MeetingInput = Omit<Extract<Draft, { kind: 'session-opened' }>, 'kind' | 'prev'>;

/** Opens a session: the first entry of a record. */
export function decideOpenSession(session: Session, input: MeetingInput, env: Env): Result<readonly Entry[]> {
  if (input.title.trim() === '') return refuse('A session needs a title.');
  if (sessionId(session) !== undefined) return refuse('This session is open already. Amend it instead.');
  return decided(session, [{ kind: 'session-opened', ...input }], env);
}

/** Fields to change: one that is not there keeps its value, one that is undefined is cleared. */
export type MeetingChanges = { readonly [K in keyof MeetingInput]?: MeetingInput[K] | undefined } & {
  readonly title?: string;
};

/** Changes what is known of the sitting: a revision restates every field, and one that is absent from it is cleared. */
export function decideAmendSession(session: Session, changes: MeetingChanges, env: Env): Result<readonly Entry[]> {
  const current = meetingOf(session)?.entry;
  if (current === undefined) return refuse('No session is open.');
  return decided(session, [{ ...ownFields(current), ...changes, kind: 'session-amended' }], env);
}

export function decideAdjourn(session: Session, env: Env): Result<readonly Entry[]> {
  return decided(session, [{ kind: 'session-adjourned' }], env);
}
