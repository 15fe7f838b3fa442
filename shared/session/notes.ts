import type { Draft, Entry, EntryOf } from '../record/entry';
import type { Handle, Id, Instant, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { keysOf, remembered } from './look';
import { standings } from './registers';
import type { Standing } from './register';
import { keptHandle } from './same';
import type { Session } from './session';

export type NoteEntry = EntryOf<'note-taken' | 'note-amended'>;

export interface Note {
  readonly id: Id;
  readonly text: string;
  readonly who?: Handle;
  readonly subsystem?: Slug;
  readonly about?: Id;
  /** what `note-taken` says; a revision can't change it */
  readonly private: boolean;
  readonly at: Instant;
  readonly entry: NoteEntry;
  readonly conflict: boolean;
  readonly versions: readonly NoteEntry[];
}

/** Every note, in the order of taking. */
export function notes(session: Session): readonly Note[] {
  return remembered(session, 'notes', ['note', 'same'], () =>
    (standings(session, 'note') as readonly [Id, Standing<NoteEntry>][]).map(
      ([id, { head, conflict, history }]): Note => ({
        id,
        text: head.text,
        ...(head.who === undefined ? {} : { who: keptHandle(session, head.who) }),
        ...(head.subsystem === undefined ? {} : { subsystem: head.subsystem }),
        ...(head.about === undefined ? {} : { about: head.about }),
        private: isPrivateNote(session, id),
        at: timeOf(history[0] ?? head),
        entry: head,
        conflict,
        versions: history,
      }),
    ),
  );
}

/** Whether anything is private: what is so are notes, and what names them. */
export function hasPrivateNote(session: Session): boolean {
  return remembered(session, 'has a private note', ['note'], () =>
    keysOf(session, 'note').some((id) => isPrivateNote(session, id as Id)),
  );
}

function isPrivateNote(session: Session, id: Id): boolean {
  const own = (session.groups.get('note')?.shelves.get(id)?.entries ?? []) as readonly NoteEntry[];
  const taken = own.filter(({ kind }) => kind === 'note-taken');
  // of one whose first line is absent its revisions say it
  return (taken.length > 0 ? taken : own).some((entry) => entry.private === true);
}

export type NoteInput = Omit<Extract<Draft, { kind: 'note-taken' }>, 'kind' | 'prev'>;

export function decideNote(session: Session, input: NoteInput, env: Env): Result<readonly Entry[]> {
  if (input.text.trim() === '') return refuse('A note needs its text.');
  return decided(session, [{ kind: 'note-taken', ...input }], env);
}
