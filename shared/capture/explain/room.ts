import { isKnown, type EntryOf, type Kind } from '../../record/entry';
import type { Id } from '../../record/ids';
import type { Session } from '../../session/session';
import { countedEntry } from '../../session/verdicts';
import type { Piece } from '../reading';
import { say, subsystemPiece, whoPiece, withRemarks, type Said } from '../say';
import { asides, quoted } from './before';

type RoomEntry = EntryOf<
  | 'attendance-noted'
  | 'subsystem-opened'
  | 'subsystem-left'
  | 'queue-joined'
  | 'queue-left'
  | 'queue-closed'
  | 'queue-opened'
  | 'speaker-called'
  | 'speaker-done'
  | 'poll-opened'
  | 'poll-counted'
  | 'poll-revealed'
>;

/** What goes on in the room: who is there, what it is on, who speaks, what is hummed. */
export function explainRoom(session: Session, entry: RoomEntry): readonly Piece[] {
  return withRemarks(sentence(session, entry), asides(session, entry));
}

const PRESENCE = { present: 'is here', left: 'left', regrets: 'sent regrets' } as const;

function sentence(session: Session, entry: RoomEntry): readonly Piece[] {
  switch (entry.kind) {
    case 'attendance-noted':
      return say`${whoPiece(entry.who)} ${PRESENCE[entry.state]}`;
    case 'subsystem-opened':
      return say`the room turns to ${subsystemPiece(entry.subsystem)}`;
    case 'subsystem-left':
      return say`the room leaves ${subsystemPiece(entry.subsystem)}`;
    case 'queue-joined': {
      const about = entry.about === undefined ? '' : `: ${quoted(entry.about)}`;
      return say`${whoPiece(entry.who)} queues on ${subsystemPiece(entry.subsystem)}, ${entry.as}${about}`;
    }
    case 'queue-left':
      return say`${queued(session, entry.joined)} leaves the queue`;
    case 'queue-closed':
      return say`the queue of ${subsystemPiece(entry.subsystem)} is closed`;
    case 'queue-opened':
      return say`the queue of ${subsystemPiece(entry.subsystem)} is open`;
    case 'speaker-called': {
      const done = entry.after === undefined ? '' : say`, ${speaking(session, entry.after)} is done`;
      return say`${whoPiece(entry.who)} speaks${entry.joined === undefined ? ', without having queued' : ''}${done}`;
    }
    case 'speaker-done':
      return say`${speaking(session, entry.called)} is done`;
    case 'poll-opened':
      return say`poll${entry.subsystem === undefined ? '' : say` on ${subsystemPiece(entry.subsystem)}`}: ${quoted(entry.question)}, ${entry.options.map(quoted).join(' or ')}`;
    case 'poll-counted': {
      const options = named(session, entry.poll, 'poll-opened')?.options ?? [];
      return say`poll counted: ${entry.counts.map((count, index) => `${String(count)} for ${quoted(options[index] ?? `option ${String(index + 1)}`)}`).join(', ')}`;
    }
    case 'poll-revealed': {
      const poll = named(session, entry.poll, 'poll-opened');
      return say`poll revealed${poll === undefined ? '' : `: ${quoted(poll.question)}`}`;
    }
  }
}

function queued(session: Session, joined: Id): Said {
  const entry = named(session, joined, 'queue-joined');
  return entry === undefined ? 'somebody' : whoPiece(entry.who);
}

function speaking(session: Session, called: Id): Said {
  const entry = named(session, called, 'speaker-called');
  return entry === undefined ? 'the speaker' : whoPiece(entry.who);
}

function named<K extends Kind>(session: Session, id: Id, kind: K): EntryOf<K> | undefined {
  const entry = countedEntry(session, id);
  const isOf = (found: typeof entry): found is EntryOf<K> =>
    found !== undefined && isKnown(found) && found.kind === kind;
  return isOf(entry) ? entry : undefined;
}
