import type { EntryOf } from '../../record/entry';
import type { Session } from '../../session/session';
import { questions } from '../../session/questions';
import { questionLabel, thingPieces } from '../label';
import type { Piece } from '../reading';
import { people, say, subsystemPiece, whoPiece, withRemarks } from '../say';
import { asides, quoted, resolves } from './before';

/** `question 2, by dan, to jason, on #fwctl: "whose policy applies?"`. */
export function explainQuestion(session: Session, entry: EntryOf<'question-raised'>): readonly Piece[] {
  const label =
    questions(session).find(({ versions }) => versions.some(({ id }) => id === entry.id || entry.prev?.includes(id)))
      ?.label ?? String(entry.number);
  const head = withRemarks(say`question ${label}`, [
    entry.prev === undefined ? undefined : 'new text',
    entry.who === undefined ? undefined : say`by ${whoPiece(entry.who)}`,
    entry.to === undefined ? undefined : say`to ${people(entry.to)}`,
    entry.on === undefined ? undefined : say`on ${thingPieces(session, entry.on)}`,
  ]);
  return withRemarks(say`${head}: ${quoted(entry.text)}`, asides(session, entry));
}

/** `question 2 answered by jason: "text"`. */
export function explainQuestionAnswer(session: Session, entry: EntryOf<'question-answered'>): readonly Piece[] {
  const by = entry.who === undefined ? '' : say` by ${whoPiece(entry.who)}`;
  const said = say`question ${questionLabel(session, entry.question)} answered${by}: ${quoted(entry.answer)}`;
  return withRemarks(said, [resolves(entry), ...asides(session, entry)]);
}

/** `note about p3 on #fwctl: "text"`. */
export function explainNote(session: Session, entry: EntryOf<'note-taken' | 'note-amended'>): readonly Piece[] {
  const note = entry.private === true ? 'private note' : 'note';
  const about = entry.who === undefined ? '' : say` about ${whoPiece(entry.who)}`;
  const on = entry.subsystem === undefined ? '' : say` on ${subsystemPiece(entry.subsystem)}`;
  const amended = entry.kind === 'note-amended' ? ', new text' : '';
  return withRemarks(say`${note}${about}${on}${amended}: ${quoted(entry.text)}`, [
    resolves(entry),
    ...asides(session, entry),
  ]);
}

/** `to do by james on #fwctl, due 2024-10-01: "text"`. */
export function explainAction(
  session: Session,
  entry: EntryOf<'action-assigned' | 'action-amended'>,
): readonly Piece[] {
  const what = entry.accepted === true ? say`to do by ${people(entry.who)}` : say`asked of ${people(entry.who)}`;
  const on = entry.subsystem === undefined ? '' : say` on ${subsystemPiece(entry.subsystem)}`;
  const head = withRemarks(say`${what}${on}`, [
    entry.due === undefined ? undefined : `due ${entry.due}`,
    entry.kind === 'action-amended' ? 'new text' : undefined,
  ]);
  return withRemarks(say`${head}: ${quoted(entry.text)}`, [resolves(entry), ...asides(session, entry)]);
}
