import type { EntryOf } from '../../record/entry';
import type { Session } from '../../session/session';
import type { Piece } from '../reading';
import { listed, people, say, subsystemPiece, whoPiece, withRemarks } from '../say';
import { asides, before, quoted, resolves } from './before';

/** `session "Device passthrough" opened`, or which of its facts changed. */
export function explainSession(
  session: Session,
  entry: EntryOf<'session-opened' | 'session-amended'>,
): readonly Piece[] {
  const changed = changedFields(entry, before(session, entry, 'session-opened', 'session-amended'));
  const said =
    entry.kind === 'session-opened'
      ? say`session ${quoted(entry.title)} opened`
      : say`session ${quoted(entry.title)} amended`;
  const facts = entry.kind === 'session-opened' || changed.length === 0 ? undefined : changed.join(' and ');
  return withRemarks(said, [facts, resolves(entry), ...asides(session, entry)]);
}

/** `new participant p41: Name <address>, affiliation`. */
export function explainPerson(
  session: Session,
  entry: EntryOf<'participant-added' | 'participant-amended'>,
): readonly Piece[] {
  const address = entry.address === undefined ? undefined : `<${entry.address}>`;
  const named = [entry.name, address].filter((part) => part !== undefined).join(' ');
  const is = entry.kind === 'participant-added' ? 'new participant ' : 'participant ';
  return withRemarks(say`${is}${whoPiece(entry.who)}${named === '' ? '' : `: ${named}`}`, [
    entry.affiliation,
    entry.role,
    entry.aliases === undefined ? undefined : `also ${entry.aliases.join(' and ')}`,
    resolves(entry),
    ...asides(session, entry),
  ]);
}

/** `b is a: one person, kept as a`. */
export function explainSame(
  session: Session,
  { keep, drop, ...entry }: EntryOf<'participants-same'>,
): readonly Piece[] {
  return withRemarks(
    say`${whoPiece(drop)} is ${whoPiece(keep)}: one person`,
    asides(session, { ...entry, keep, drop }),
  );
}

/** `new subsystem #isp: Camera ISPs, part of #media, affects #netdev, seats a, b`. */
export function explainSubsystem(
  session: Session,
  entry: EntryOf<'subsystem-added' | 'subsystem-amended'>,
): readonly Piece[] {
  const earlier = before(session, entry, 'subsystem-added', 'subsystem-amended');
  const is = entry.kind === 'subsystem-added' ? 'new subsystem ' : 'subsystem ';
  const told = new Set(['name', 'partOf', 'affects', 'maintainers']);
  const others = changedFields(entry, earlier).filter((field) => !told.has(field) && field !== 'subsystem');
  return withRemarks(say`${is}${subsystemPiece(entry.subsystem)}${entry.name === undefined ? '' : `: ${entry.name}`}`, [
    entry.partOf === undefined ? undefined : say`part of ${subsystemPiece(entry.partOf)}`,
    entry.affects === undefined ? undefined : say`affects ${listed(entry.affects.map(subsystemPiece))}`,
    entry.maintainers === undefined ? undefined : say`seats ${people(entry.maintainers)}`,
    others.length === 0 ? undefined : `with ${others.join(' and ')}`,
    resolves(entry),
    ...asides(session, entry),
  ]);
}

const HEAD: ReadonlySet<string> = new Set(['id', 'by', 'kind', 'act', 'said', 'prev']);

/** The names of the fields in which an entry differs from what it followed; of a first one, those that it has. */
function changedFields(entry: object, earlier: object | undefined): readonly string[] {
  const now = new Map(Object.entries(entry));
  const then = new Map(Object.entries(earlier ?? {}));
  const fields = [...new Set([...now.keys(), ...then.keys()])].filter((field) => !HEAD.has(field));
  return fields.filter((field) => JSON.stringify(now.get(field)) !== JSON.stringify(then.get(field)));
}
