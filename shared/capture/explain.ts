import { isKnown, type AnyEntry } from '../record/entry';
import { assertNever } from '../result';
import type { Session } from '../session/session';
import { explainCall, explainReopening } from './explain/call';
import { explainDispute, explainObjection, explainSettlement } from './explain/objection';
import { explainMet, explainPosition } from './explain/position';
import { explainPin, explainRecord } from './explain/record';
import { explainRoom } from './explain/room';
import { explainAnswer, explainRule, explainRuling } from './explain/rule';
import { explainPerson, explainSame, explainSession, explainSubsystem } from './explain/sitting';
import { explainAction, explainNote, explainQuestion, explainQuestionAnswer } from './explain/words-said';
import type { Piece } from './reading';
import { say } from './say';

/** What the entries of one act say, in words: the same before they are folded and after. */
export function explain(session: Session, entries: readonly AnyEntry[]): readonly Piece[] {
  const act = new Set(entries.map(({ id }) => id));
  return entries
    .map((entry) => {
      const isPin = isKnown(entry) && entry.kind === 'quote-pinned' && act.has(entry.to);
      return isPin ? explainPin(session, entry) : explainEntry(session, entry);
    })
    .reduce<readonly Piece[]>((said, next, index) => (index === 0 ? next : say`${said}; ${next}`), []);
}

/** What one entry says, whatever its kind, known or not. */
export function explainEntry(session: Session, entry: AnyEntry): readonly Piece[] {
  if (!isKnown(entry)) return say`an entry of a kind that this version does not know, ${entry.kind}`;
  switch (entry.kind) {
    case 'position-taken':
      return explainPosition(session, entry);
    case 'condition-met':
      return explainMet(session, entry);
    case 'rule-proposed':
    case 'rule-amended':
      return explainRule(session, entry);
    case 'rule-answered':
      return explainAnswer(session, entry);
    case 'ruling-made':
      return explainRuling(session, entry);
    case 'objection-raised':
    case 'objection-amended':
      return explainObjection(session, entry);
    case 'objection-settled':
      return explainSettlement(session, entry);
    case 'objection-disputed':
      return explainDispute(session, entry);
    case 'question-raised':
      return explainQuestion(session, entry);
    case 'question-answered':
      return explainQuestionAnswer(session, entry);
    case 'call-made':
      return explainCall(session, entry);
    case 'call-reopened':
      return explainReopening(session, entry);
    case 'note-taken':
    case 'note-amended':
      return explainNote(session, entry);
    case 'action-assigned':
    case 'action-amended':
      return explainAction(session, entry);
    case 'session-opened':
    case 'session-amended':
      return explainSession(session, entry);
    case 'participant-added':
    case 'participant-amended':
      return explainPerson(session, entry);
    case 'participants-same':
      return explainSame(session, entry);
    case 'subsystem-added':
    case 'subsystem-amended':
      return explainSubsystem(session, entry);
    case 'attendance-noted':
    case 'subsystem-opened':
    case 'subsystem-left':
    case 'queue-joined':
    case 'queue-left':
    case 'queue-closed':
    case 'queue-opened':
    case 'speaker-called':
    case 'speaker-done':
    case 'poll-opened':
    case 'poll-counted':
    case 'poll-revealed':
      return explainRoom(session, entry);
    case 'session-adjourned':
    case 'action-done':
    case 'action-dropped':
    case 'quote-pinned':
    case 'suggestion-dismissed':
    case 'slip-answered':
    case 'summary-sent':
    case 'entry-struck':
    case 'entry-restored':
    case 'entry-picked':
      return explainRecord(session, entry, explainEntry);
    default:
      return assertNever(entry);
  }
}
